import type { CompileContext } from '../../src/audience/compiler/index.ts';
import type { Database, Query } from '../../src/platform/neo4j/database.ts';
import { defaultLifecycleRules } from '../../src/profile/lifecycle/lifecycle-rules.ts';
import { customers, products, staff, stores } from './fixture-people.ts';
import { devices, events, identifiers, orders, records } from './fixture-traces.ts';

/** The instant and settings that the members in these tests were worked out for, by hand. */
export const context: CompileContext = {
  asOf: new Date('2026-07-01T00:00:00Z'),
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  lifecycle: defaultLifecycleRules,
  phoneKinds: ['phone'],
};

const create: Query = {
  name: 'test.compilerFixture',
  text: `UNWIND $stores AS row CREATE (store:Store) SET store = row
WITH count(*) AS done UNWIND $products AS row CREATE (product:Product) SET product = row
WITH count(*) AS done UNWIND $customers AS row CREATE (customer:Customer) SET customer = row, customer.birthDate = date(row.birthDate)
WITH count(*) AS done UNWIND $staff AS row MATCH (store:Store {code: row.store})
CREATE (staff:Staff {code: row.code, name: row.name, title: row.title, performance: row.performance, tags: row.tags})-[:WORKS_AT]->(store)
WITH collect(row) AS rows UNWIND rows AS row MATCH (staff:Staff {code: row.code}) OPTIONAL MATCH (manager:Staff {code: row.manager})
FOREACH (found IN CASE WHEN manager IS NULL THEN [] ELSE [manager] END | CREATE (staff)-[:REPORTS_TO]->(found))`,
};

const createOrders: Query = {
  name: 'test.compilerOrders',
  text: `UNWIND $orders AS row
CREATE (order:Order {key: 'src|' + row.number, source: 'src', number: row.number, placedAt: row.placedAt, status: row.status,
  isPurchase: row.isPurchase, channel: row.channel, promotion: row.promotion, valueMinor: row.valueMinor, netMinor: row.netMinor})
WITH order, row
CALL (order, row) { MATCH (customer:Customer {id: row.customer}) CREATE (customer)-[:PLACED]->(order) }
CALL (order, row) { MATCH (store:Store {code: row.store}) CREATE (order)-[:AT]->(store) }
CALL (order, row) { MATCH (staff:Staff {code: row.staff}) CREATE (order)-[:SOLD_BY]->(staff) }
CALL (order, row) {
  UNWIND row.lines AS line MATCH (product:Product {sku: line[0]})
  CREATE (order)-[:CONTAINS {quantity: line[1], unitPriceMinor: line[2]}]->(product)
}`,
};

const createTraces: Query = {
  name: 'test.compilerTraces',
  text: `CALL () {
  UNWIND $events AS row MATCH (customer:Customer {id: row.customer})
  CREATE (customer)-[:PERFORMED]->(event:Event {key: row.key, source: row.source, name: row.name, occurredAt: row.occurredAt, channel: row.channel,
    shareId: row.shareId, invitedBy: row.invitedBy})
  WITH event, row
  CALL (event, row) { MATCH (store:Store {code: row.store}) CREATE (event)-[:HAPPENED_AT]->(store) }
  CALL (event, row) { MATCH (product:Product {sku: row.product}) CREATE (event)-[:ABOUT]->(product) }
}
CALL () {
  UNWIND $identifiers AS row CREATE (identifier:Identifier {key: row.key, kind: row.kind, scope: row.scope})
  WITH identifier, row MATCH (customer:Customer) WHERE customer.id IN row.customers CREATE (identifier)-[:IDENTIFIES]->(customer)
}
CALL () {
  UNWIND $devices AS row CREATE (device:Device {deviceId: row.deviceId, platform: row.platform, model: row.model})
  WITH device, row MATCH (customer:Customer) WHERE customer.id IN row.customers CREATE (customer)-[:USES]->(device)
}
WITH count(*) AS done
UNWIND $records AS row MATCH (customer:Customer {id: row.customer}) MATCH (identifier:Identifier {key: row.states})
CREATE (customer)-[:HAS_RECORD]->(:SourceRecord {key: row.customer + row.states})-[:STATES]->(identifier)`,
};

/** Puts seven customers and what belongs to them into an empty graph. */
export async function createFixture(database: Database): Promise<void> {
  await database.write(create, { stores, products, customers, staff });
  await database.write(createOrders, {
    orders: orders.map((order) => ({ ...order, lines: order.lines.map((line) => [...line]) })),
  });
  await database.write(createTraces, { events, identifiers, devices, records });
}
