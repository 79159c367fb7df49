import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { EvidenceType } from '../identity/evidence.ts';
import type { EventFact, OrderFact } from '../records/facts.ts';
import type { StoredVersion } from './choose-versions.ts';

/** What the graph holds of a customer record, order or event. */
export interface StoredFact extends StoredVersion {
  readonly key: string;
  readonly strongKeys: readonly string[] | null;
  readonly weakKeys: readonly string[] | null;
  readonly recordKey: string | null;
  readonly anonymous: boolean | null;
  readonly anonymousCustomer: string | null;
  /** JSON of what a customer record stated so far. */
  readonly statedIdentifiers: string | null;
  readonly customer: string | null;
  /** Of an order: where and by whom it was sold. */
  readonly storeCode: string | null;
  readonly staffCode: string | null;
}

const kinds = {
  customer: { label: 'SourceRecord', belongs: 'HAS_RECORD', version: 'observedAt' },
  order: { label: 'Order', belongs: 'PLACED', version: 'updatedAt' },
  event: { label: 'Event', belongs: 'PERFORMED', version: 'occurredAt' },
} as const;

function queriesOf(type: EvidenceType) {
  const { label, belongs, version } = kinds[type];
  const claim: Query = {
    name: `load.claim.${type}`,
    text: `
UNWIND $keys AS key
MERGE (fact:${label} {key: key})
ON MATCH SET fact.lock = true
REMOVE fact.lock
WITH fact
OPTIONAL MATCH (customer:Customer)-[:${belongs}]->(fact)
WITH fact, customer WHERE fact.contentHash IS NOT NULL OR customer IS NOT NULL
RETURN fact.key AS key, fact.contentHash AS contentHash, fact.${version} AS version, fact.strongKeys AS strongKeys,
  fact.weakKeys AS weakKeys, fact.recordKey AS recordKey, fact.anonymous AS anonymous,
  fact.anonymousCustomer AS anonymousCustomer, fact.statedIdentifiers AS statedIdentifiers, fact.storeCode AS storeCode, fact.staffCode AS staffCode,
  customer.id AS customer`,
  };
  const write: Query = {
    name: `load.write.${type}`,
    text: `
UNWIND $rows AS row
MATCH (fact:${label} {key: row.key})
SET fact += row.properties`,
  };
  const seenOn: Query = {
    name: `load.seenOn.${type}`,
    text: `
UNWIND $rows AS row
MATCH (fact:${label} {key: row.key})
MATCH (identifier:Identifier {key: row.identifier})
MERGE (fact)-[:SEEN_ON]->(identifier)`,
  };
  const refer: Query = {
    name: `load.refer.${type}`,
    text: `
UNWIND $rows AS row
MATCH (fact:${label} {key: row.key})
MATCH (record:SourceRecord {key: row.record})
CREATE (fact)-[:REFERS_TO]->(record)`,
  };
  return { claim, write, seenOn, refer };
}

const queries = { customer: queriesOf('customer'), order: queriesOf('order'), event: queriesOf('event') };

/** Creates or finds facts by key, write-locks them in key order, and reads what the graph holds of them. */
export async function claimFacts(
  transaction: Transaction,
  type: EvidenceType,
  keys: Iterable<string>,
): Promise<Map<string, StoredFact>> {
  const sorted = [...new Set(keys)].sort();
  if (sorted.length === 0) return new Map();
  const rows = await transaction.run<StoredFact>(queries[type].claim, { keys: sorted });
  return new Map(rows.map((row) => [row.key, row]));
}

export interface FactRow {
  readonly key: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Writes the properties of facts that were claimed before. */
export async function writeFacts(transaction: Transaction, type: EvidenceType, rows: readonly FactRow[]) {
  if (rows.length > 0) await transaction.run(queries[type].write, { rows });
}

export interface WeakRow {
  readonly key: string;
  readonly identifier: string;
}

/** Ties facts to the weak identifiers that carried them. */
export async function writeSeenOn(transaction: Transaction, type: EvidenceType, rows: readonly WeakRow[]) {
  if (rows.length > 0) await transaction.run(queries[type].seenOn, { rows });
}

/** Ties orders and events to the source record that says whose they are. */
export async function writeReferences(
  transaction: Transaction,
  type: EvidenceType,
  rows: readonly { key: string; record: string }[],
) {
  if (rows.length > 0) await transaction.run(queries[type].refer, { rows });
}

const state: Query = {
  name: 'load.stateIdentifiers',
  text: `
UNWIND $rows AS row
MATCH (record:SourceRecord {key: row.key})
MATCH (identifier:Identifier {key: row.identifier})
CREATE (record)-[:STATES]->(identifier)`,
};

/** Ties source records to the identifiers that they state for the first time. */
export async function writeStated(transaction: Transaction, rows: readonly WeakRow[]) {
  if (rows.length > 0) await transaction.run(state, { rows });
}

const clearOrders: Query = {
  name: 'load.clearOrders',
  text: `
UNWIND $keys AS key
MATCH (:Order {key: key})-[old:AT|SOLD_BY|CONTAINS|SEEN_ON|REFERS_TO]->()
DELETE old`,
};
const atStores: Query = {
  name: 'load.ordersAtStores',
  text: `
UNWIND $rows AS row
MATCH (order:Order {key: row.key})
MATCH (store:Store {code: row.store})
CREATE (order)-[:AT]->(store)`,
};
const bySellers: Query = {
  name: 'load.ordersBySellers',
  text: `
UNWIND $rows AS row
MATCH (order:Order {key: row.key})
MATCH (staff:Staff {code: row.staff})
CREATE (order)-[:SOLD_BY]->(staff)`,
};
const lines: Query = {
  name: 'load.orderLines',
  text: `
UNWIND $rows AS row
MATCH (order:Order {key: row.key})
UNWIND row.lines AS item
MATCH (product:Product {sku: item.sku})
CREATE (order)-[line:CONTAINS]->(product)
SET line = item.properties`,
};

/** Ties orders to their stores, staff and products; what an older version said is taken away first. */
export async function writeOrderTies(
  transaction: Transaction,
  orders: readonly OrderFact[],
  replaced: readonly string[],
) {
  if (replaced.length > 0) await transaction.run(clearOrders, { keys: replaced });
  const stored = orders.filter((order) => order.store !== null).map(({ key, store }) => ({ key, store }));
  if (stored.length > 0) await transaction.run(atStores, { rows: stored });
  const sold = orders.filter((order) => order.staff !== null).map(({ key, staff }) => ({ key, staff }));
  if (sold.length > 0) await transaction.run(bySellers, { rows: sold });
  const rows = orders.map((order) => ({
    key: order.key,
    lines: order.lines.map(({ sku, ...properties }) => ({ sku, properties })),
  }));
  if (rows.length > 0) await transaction.run(lines, { rows });
}

const happened: Query = {
  name: 'load.eventsAtStores',
  text: `
UNWIND $rows AS row
MATCH (event:Event {key: row.key})
MATCH (store:Store {code: row.store})
CREATE (event)-[:HAPPENED_AT]->(store)`,
};
const about: Query = {
  name: 'load.eventsAboutProducts',
  text: `
UNWIND $rows AS row
MATCH (event:Event {key: row.key})
MATCH (product:Product {sku: row.sku})
CREATE (event)-[:ABOUT]->(product)`,
};
// The newest event describes the device; of two at the same instant the greater description does.
const onDevices: Query = {
  name: 'load.eventsOnDevices',
  text: `
UNWIND $rows AS row
MATCH (event:Event {key: row.key})
MERGE (device:Device {deviceId: row.deviceId})
CREATE (event)-[:ON]->(device)
WITH device, row,
  row.described AND (device.describedAt IS NULL OR row.at > device.describedAt
    OR (row.at = device.describedAt AND row.description > device.description)) AS newer
SET device.lastSeenAt = CASE WHEN device.lastSeenAt IS NULL OR row.at > device.lastSeenAt THEN row.at ELSE device.lastSeenAt END
FOREACH (_ IN CASE WHEN newer THEN [1] ELSE [] END |
  SET device.platform = row.platform, device.model = row.model, device.describedAt = row.at, device.description = row.description)`,
};

/** Ties new events to stores, products and devices. */
export async function writeEventTies(transaction: Transaction, events: readonly EventFact[]) {
  const placed = events.filter((event) => event.store !== null).map(({ key, store }) => ({ key, store }));
  if (placed.length > 0) await transaction.run(happened, { rows: placed });
  const viewed = events.filter((event) => event.sku !== null).map(({ key, sku }) => ({ key, sku }));
  if (viewed.length > 0) await transaction.run(about, { rows: viewed });
  const used = events
    .flatMap(({ key, device, seenAt }) => (device === null ? [] : [{ key, at: seenAt, ...device }]))
    .map((row) => ({
      ...row,
      described: row.platform !== null || row.model !== null,
      description: JSON.stringify([row.platform, row.model]),
    }));
  if (used.length > 0) await transaction.run(onDevices, { rows: used });
}
