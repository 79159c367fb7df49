import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import { type EvidenceType, type StoredKeys, toKeys } from '../identity/evidence.ts';
import type { StoredVersion } from './choose-versions.ts';

/** What the graph holds of a customer record, order or event. */
export interface StoredFact extends StoredVersion {
  readonly key: string;
  readonly strongKeys: readonly string[];
  readonly weakKeys: readonly string[];
  readonly recordKey: string | null;
  readonly anonymous: boolean | null;
  readonly anonymousCustomer: string | null;
  /** Of a customer record: the name it states, as names are compared. */
  readonly name: string | null;
  /** JSON of what a customer record stated so far. */
  readonly statedIdentifiers: string | null;
  readonly customer: string | null;
  /** Of an order: where and by whom it was sold. */
  readonly storeCode: string | null;
  readonly staffCode: string | null;
}

const kinds = {
  customer: {
    label: 'SourceRecord',
    belongs: 'HAS_RECORD',
    version: 'fact.observedAt',
    own: 'fact.statedIdentifiers AS statedIdentifiers, fact.personName AS name',
  },
  order: {
    label: 'Order',
    belongs: 'PLACED',
    version: 'coalesce(fact.updatedAt, fact.placedAt)',
    own: 'fact.storeCode AS storeCode, fact.staffCode AS staffCode',
  },
  event: { label: 'Event', belongs: 'PERFORMED', version: 'fact.occurredAt', own: 'null AS statedIdentifiers' },
} as const;

function queriesOf(type: EvidenceType) {
  const { label, belongs, version, own } = kinds[type];
  // The SET takes the write lock before anything is read, so that what is read stays true until we have committed.
  const claim: Query = {
    name: `load.claim.${type}`,
    text: `
UNWIND $keys AS key
MATCH (fact:${label} {key: key})
SET fact.key = fact.key
WITH fact
OPTIONAL MATCH (customer:Customer)-[:${belongs}]->(fact)
RETURN fact.key AS key, fact.contentHash AS contentHash, ${version} AS version, fact.strongKeys AS strongKeys,
  fact.weakKeys AS weakKeys, fact.recordKey AS recordKey, fact.anonymous AS anonymous,
  fact.anonymousCustomer AS anonymousCustomer, customer.id AS customer, ${own}`,
  };
  const update: Query = {
    name: `load.update.${type}`,
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
  return { claim, update, seenOn, refer };
}

const queries = { customer: queriesOf('customer'), order: queriesOf('order'), event: queriesOf('event') };

/** Finds facts by key, write-locks them in key order, and reads what the graph holds of them; new ones are not in the result. */
export async function claimFacts(
  transaction: Transaction,
  type: EvidenceType,
  keys: Iterable<string>,
): Promise<Map<string, StoredFact>> {
  const sorted = [...new Set(keys)].sort();
  if (sorted.length === 0) return new Map();
  const rows = await transaction.run<StoredKeys<StoredFact>>(queries[type].claim, { keys: sorted });
  return new Map(
    rows.map((row) => [row.key, { ...row, strongKeys: toKeys(row.strongKeys), weakKeys: toKeys(row.weakKeys) }]),
  );
}

export interface FactRow {
  readonly key: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Writes properties of facts that were claimed before. */
export async function updateFacts(transaction: Transaction, type: EvidenceType, rows: readonly FactRow[]) {
  if (rows.length > 0) await transaction.run(queries[type].update, { rows });
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

const createPlaceholder: Query = {
  name: 'load.placeholderRecords',
  text: `
UNWIND $keys AS key
MERGE (:SourceRecord {key: key})`,
};

/** Makes placeholders of source records that are referred to before they come. */
export async function createPlaceholders(transaction: Transaction, keys: readonly string[]) {
  if (keys.length > 0) await transaction.run(createPlaceholder, { keys });
}
