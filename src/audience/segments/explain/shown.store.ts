import type { Query, Row, Transaction } from '../../../platform/neo4j/database.ts';
import type { ShownScope } from './relation-evidence.ts';

const queries: Readonly<Record<ShownScope, Query>> = {
  order: {
    name: 'explain.orders',
    text: `UNWIND $keys AS key
MATCH (found:Order {key: key})
RETURN key, found {.source, .number, .placedAt, .status, .channel, .promotion, .currency, .totalMinor,
  store: head([(found)-[:AT]->(store:Store) | store {.code, .name, .city, .performance, .tags}]),
  staff: head([(found)-[:SOLD_BY]->(staff:Staff) | staff {.code, .name, .performance, .tags}]),
  lines: COLLECT {
    MATCH (found)-[line:CONTAINS]->(product:Product)
    RETURN line {.line, .quantity, sku: product.sku, name: product.name, category: coalesce(product.category, [])}
    ORDER BY line.line LIMIT 50
  }} AS shown`,
  },
  event: {
    name: 'explain.events',
    text: `UNWIND $keys AS key
MATCH (found:Event {key: key})
RETURN key, found {.source, .eventId, .name, .occurredAt, .channel,
  store: head([(found)-[:HAPPENED_AT]->(store:Store) | store {.code, .name, .city, .performance, .tags}]),
  product: head([(found)-[:ABOUT]->(product:Product) |
    product {.sku, .name, category: coalesce(product.category, [])}]),
  deviceId: head([(found)-[:ON]->(device:Device) | device.deviceId])} AS shown`,
  },
  identifier: {
    name: 'explain.identifiers',
    text: `UNWIND $keys AS key
MATCH (found:Identifier {key: key})
RETURN key, found {.kind, .scope, .value, .shared, .firstSeenAt, .lastSeenAt, .sources} AS shown`,
  },
  customer: {
    name: 'explain.customers',
    text: `UNWIND $keys AS key
MATCH (found:Customer {id: key})
RETURN key, found {.id, .displayName, .city, .purchaseCount, .lastPurchaseAt, .lastSeenAt} AS shown`,
  },
  device: {
    name: 'explain.devices',
    text: `UNWIND $keys AS key
MATCH (found:Device {deviceId: key})
RETURN key, found {.deviceId, .platform, .model, .lastSeenAt} AS shown`,
  },
};

/** What is shown of objects as evidence, by key; one statement, and none for no keys. */
export async function readShown(
  transaction: Transaction,
  scope: ShownScope,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  if (keys.length === 0) return new Map();
  const rows = await transaction.run<{ key: string; shown: Row }>(queries[scope], { keys: [...new Set(keys)] });
  return new Map(rows.map((row) => [row.key, row.shown]));
}
