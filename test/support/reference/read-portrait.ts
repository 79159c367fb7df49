import type { Database, Query } from '../../../src/platform/neo4j/database.ts';
import { type CustomerPortrait, type Portrait, sorted } from './portrait.ts';

/** Sends an operation to the public API and gives back its data. */
export type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;

interface CustomerNode
  extends Pick<CustomerPortrait, 'tags' | 'purchaseCount' | 'firstPurchaseAt' | 'lastPurchaseAt' | 'lastSeenAt'> {
  id: string;
  sourceRecords: { source: string; recordId: string }[];
  orders: { nodes: { source: string; number: string }[]; pageInfo: { hasNextPage: boolean } };
  identifiers: { kind: string; scope: string | null; value: string }[];
  devices: { deviceId: string; platform: string | null; model: string | null }[];
  lifecycleStage: string;
  totalSpent: { amount: string };
  averagePurchaseValue: { amount: string } | null;
}
interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const goldenFields = 'displayName givenName familyName gender birthDate language city province country';
const customersQuery = `query ($after: String) {
  customers(first: 100, after: $after) {
    nodes {
      id ${goldenFields} tags lifecycleStage purchaseCount
      sourceRecords { source recordId } identifiers { kind scope value } devices { deviceId platform model }
      orders(first: 250) { nodes { source number } pageInfo { hasNextPage } }
      totalSpent { amount } averagePurchaseValue { amount } firstPurchaseAt lastPurchaseAt lastSeenAt
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
const othersQuery = `query ($after: String) {
  orders(first: 250, after: $after) { nodes { source number customer { id } } pageInfo { hasNextPage endCursor } }
  stores(first: 250) { nodes { code performance revenue { amount } } pageInfo { hasNextPage endCursor } }
  staffMembers(first: 250) { nodes { code performance } pageInfo { hasNextPage endCursor } }
}`;
// events have no list of their own in the public API
const findEvents: Query = {
  name: 'test.eventsOfCustomers',
  text: 'MATCH (customer:Customer)-[:PERFORMED]->(event:Event) RETURN customer.id AS id, collect(event.source + "|" + event.eventId) AS events',
};

/** The graph as the public API tells it, with the ids of the customers in the order of the portrait. */
export async function readPortrait(ask: Ask, database: Database): Promise<{ portrait: Portrait; ids: string[] }> {
  const nodes = await readAll(
    async (after) => (await ask<{ customers: Page<CustomerNode> }>(customersQuery, { after })).customers,
  );
  const events = new Map(
    (await database.read<{ id: string; events: string[] }>(findEvents)).map((row) => [row.id, row.events]),
  );
  const idOf = new Map(nodes.map((node) => [customerOf(node, events.get(node.id) ?? []), node.id]));
  const others = await readOthers(ask);
  const portrait = sorted({ customers: [...idOf.keys()], ...others });
  return { portrait, ids: portrait.customers.map((customer) => idOf.get(customer) as string) };
}

async function readOthers(ask: Ask): Promise<Omit<Portrait, 'customers'>> {
  type Order = { source: string; number: string; customer: { id: string } | null };
  type Store = { code: string; performance: string | null; revenue: { amount: string } };
  type Staff = { code: string; performance: string | null };
  let found: { stores: Page<Store>; staffMembers: Page<Staff> } | undefined;
  const orders = await readAll(async (after) => {
    const data = await ask<{ orders: Page<Order>; stores: Page<Store>; staffMembers: Page<Staff> }>(othersQuery, {
      after,
    });
    found = data;
    return data.orders;
  });
  return {
    strayOrders: orders.filter(({ customer }) => customer === null).map(({ source, number }) => `${source}|${number}`),
    stores: (found?.stores.nodes ?? []).map(
      ({ code, performance, revenue }) => `${code}: ${performance} ${revenue.amount}`,
    ),
    staff: (found?.staffMembers.nodes ?? []).map(({ code, performance }) => `${code}: ${performance}`),
  };
}

/** All nodes of a connection, page by page. */
export async function readAll<Node>(read: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<Node> = await read(after);
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

function customerOf(node: CustomerNode, events: string[]): CustomerPortrait {
  if (node.orders.pageInfo.hasNextPage) throw new Error('a customer has more orders than one page holds');
  const stated = node as unknown as Record<string, string | null>;
  return {
    records: node.sourceRecords.map(({ source, recordId }) => `${source}|${recordId}`).sort(),
    orders: node.orders.nodes.map(({ source, number }) => `${source}|${number}`).sort(),
    events: [...events].sort(),
    identifiers: node.identifiers.map(({ kind, scope, value }) => `${kind}|${scope ?? ''}|${value}`).sort(),
    devices: node.devices.map(({ deviceId, platform, model }) => `${deviceId}: ${platform} ${model}`).sort(),
    golden: Object.fromEntries(goldenFields.split(' ').map((name) => [name, stated[name]?.normalize('NFKC') ?? null])),
    tags: [...new Set(node.tags.map((tag) => tag.normalize('NFKC')))].sort(),
    stage: node.lifecycleStage,
    purchaseCount: node.purchaseCount,
    totalSpent: node.totalSpent.amount,
    averagePurchaseValue: node.averagePurchaseValue?.amount ?? null,
    firstPurchaseAt: node.firstPurchaseAt,
    lastPurchaseAt: node.lastPurchaseAt,
    lastSeenAt: node.lastSeenAt,
  };
}
