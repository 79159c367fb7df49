import type { Driver } from 'neo4j-driver';
import type { Application } from '../src/application.ts';
import { createApollo } from '../src/entry/api/apollo.ts';
import { createContext } from '../src/entry/api/context.ts';
import { executableSchema } from '../src/entry/api/executable-schema.ts';
import { subtractDuration } from '../src/platform/time.ts';
import { UNTIL } from './dataset.ts';
import { compare } from './measure.ts';

const asOf = new Date(UNTIL).toISOString();
const halfYearAgo = subtractDuration(new Date(UNTIL), 'P6M', 'Asia/Shanghai').toISOString();

const members = `query Members($rule: String!, $asOf: DateTime!) {
  customers(rule: $rule, asOf: $asOf, first: 50) { nodes { id displayName } totalCount }
}`;

const view = `query View($id: ID!) {
  customer(id: $id) {
    id displayName city tags lifecycleStage purchaseCount totalSpent { amount currency } lastPurchaseAt
    identifiers { kind scope value firstSeenAt lastSeenAt sources }
    devices { deviceId platform }
    sourceRecords { source recordId observedAt provenance }
    orders(first: 250) { nodes {
      number placedAt status total { amount } store { code name city } staff { code name }
      lines { quantity unitPrice { amount } product { sku name category } }
    } }
  }
}`;

interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** Hand-written Cypher for the same answer, started at the selective end. */
  readonly cypher: string;
  readonly parameters: Record<string, unknown>;
}

/** Members and their number in one statement, as one would write it by hand. */
const page = (found: string) => `${found}
WITH DISTINCT c ORDER BY c.id
WITH collect(c) AS found
RETURN [c IN found[0..50] | {id: c.id, displayName: c.displayName}] AS members, size(found) AS total`;

const hikers: Question = {
  name: 'hikers who bought poles at low-performing stores',
  query: members,
  variables: {
    asOf,
    rule: 'tags has "hiker" and purchases where (store.performance = LOW and lines where (product.category = "Trekking poles"))',
  },
  cypher: page(`MATCH (p:Product) WHERE $category IN p.category
MATCH (p)<-[:CONTAINS]-(o:Order) WHERE o.isPurchase
MATCH (o)-[:AT]->(:Store {performance: 'LOW'})
MATCH (c:Customer)-[:PLACED]->(o) WHERE $tag IN c.tags`),
  parameters: { category: 'Trekking poles', tag: 'hiker' },
};

export const winBack: Question = {
  name: 'win back: bought one product in 618, no order for half a year',
  query: members,
  variables: {
    asOf,
    rule: `purchases where (promotion = "618" and lines where (product.sku = "p7"))
and no events where (name = "store_visit" and occurredAt within 6 months) and no orders where (placedAt within 6 months)`,
  },
  cypher: page(`MATCH (:Product {sku: $sku})<-[:CONTAINS]-(o:Order) WHERE o.isPurchase AND o.promotion = $promotion
MATCH (c:Customer)-[:PLACED]->(o)
WITH DISTINCT c
WHERE NOT EXISTS { (c)-[:PERFORMED]->(e:Event) WHERE e.name = 'store_visit' AND e.occurredAt > datetime($from) AND e.occurredAt <= datetime($to) }
  AND NOT EXISTS { (c)-[:PLACED]->(late:Order) WHERE late.placedAt > datetime($from) AND late.placedAt <= datetime($to) }`),
  parameters: { sku: 'p7', promotion: '618', from: halfYearAgo, to: asOf },
};

export const view360 = (id: string): Question => ({
  name: 'one customer whole: identifiers, records, orders, lines, products, stores, staff',
  query: view,
  variables: { id },
  cypher: `MATCH (c:Customer {id: $id})
RETURN c {.*} AS customer,
  COLLECT { MATCH (c)<-[:IDENTIFIES]-(i) RETURN i {.*} } AS identifiers,
  COLLECT { MATCH (c)-[:USES]->(d) RETURN d {.*} } AS devices,
  COLLECT { MATCH (c)-[:HAS_RECORD]->(r) RETURN r {.source, .recordId, .observedAt, .provenance} } AS records,
  COLLECT {
    MATCH (c)-[:PLACED]->(o)
    WITH o ORDER BY o.placedAt DESC LIMIT 250
    OPTIONAL MATCH (o)-[:AT]->(s)
    OPTIONAL MATCH (o)-[:SOLD_BY]->(e)
    RETURN o {.*, store: s {.code, .name, .city}, staff: e {.code, .name},
      lines: COLLECT { MATCH (o)-[l:CONTAINS]->(p) RETURN l {.quantity, .unitPriceMinor, product: p {.sku, .name, .category}} }}
  } AS orders`,
  parameters: { id },
});

export interface Answered {
  readonly name: string;
  readonly oursMs: number;
  readonly yardstickMs: number;
  readonly ratio: number;
}

/** Asks each question through the API and by hand, in turn, on the same graph; the answers must be equally large. */
export async function askQuestions(application: Application, driver: Driver, runs: number): Promise<Answered[]> {
  const apollo = createApollo(executableSchema, application.log);
  await apollo.start();
  const [busiest] = await application.database.read<{ id: string }>({
    name: 'bench.someCustomer',
    text: 'MATCH (c:Customer) WHERE c.purchaseCount <= 20 RETURN c.id AS id ORDER BY c.purchaseCount DESC, id LIMIT 1',
  });
  const answered: Answered[] = [];
  for (const { name, query, variables, cypher, parameters } of [hikers, winBack, view360(busiest?.id ?? '')]) {
    const ours = async () => {
      const { body } = await apollo.executeOperation(
        { query, variables },
        { contextValue: createContext(application) },
      );
      if (body.kind !== 'single' || body.singleResult.errors) throw new Error(JSON.stringify(body));
      return body.singleResult.data as {
        customers?: { totalCount: number };
        customer?: { orders: { nodes: unknown[] } };
      };
    };
    const byHand = () => driver.executeQuery(cypher, parameters, { database: 'neo4j', routing: 'READ' });
    const [mine, theirs] = [await ours(), (await byHand()).records[0]];
    const sizes = [
      mine.customers?.totalCount ?? mine.customer?.orders.nodes.length,
      Number(theirs?.has('total') ? theirs.get('total') : theirs?.get('orders').length),
    ];
    if (sizes[0] !== sizes[1]) throw new Error(`${name}: ${sizes[0]} by us, ${sizes[1]} by hand.`);
    answered.push({ name: `${name} (${sizes[0]} rows)`, ...(await compare(runs, ours, byHand)) });
  }
  await apollo.stop();
  return answered;
}
