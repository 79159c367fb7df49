import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { Merge } from './evidence.ts';

const lock: Query = {
  name: 'identity.lockCustomers',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
SET customer.id = customer.id
RETURN customer.id AS id, customer.known AS known`,
};

/** Write-locks customers in id order; returns which of them have a strong identifier. */
export async function lockCustomers(transaction: Transaction, ids: Iterable<string>): Promise<Map<string, boolean>> {
  const sorted = [...new Set(ids)].sort();
  if (sorted.length === 0) return new Map();
  const rows = await transaction.run<{ id: string; known: boolean }>(lock, { ids: sorted });
  return new Map(rows.map((row) => [row.id, row.known]));
}

/** Write-locks those customers that were not met yet in this transaction, and adds them to the ones known of. */
export async function meetCustomers(transaction: Transaction, ids: readonly string[], known: Map<string, boolean>) {
  const unmet = ids.filter((id) => !known.has(id));
  for (const [id, isKnown] of await lockCustomers(transaction, unmet)) known.set(id, isKnown);
}

const create: Query = {
  name: 'identity.createCustomers',
  text: `
UNWIND $ids AS id
CREATE (:Customer {id: id, createdAt: $now, updatedAt: $now, tags: [], known: false, purchaseCount: 0, totalSpentMinor: 0})`,
};

export async function createCustomers(transaction: Transaction, ids: readonly string[], now: Date) {
  if (ids.length > 0) await transaction.run(create, { ids, now });
}

const revive: Query = {
  name: 'identity.reviveCustomers',
  text: `
UNWIND $ids AS id
MATCH (customer:MergedCustomer {id: id})-[into:MERGED_INTO]->()
DELETE into
REMOVE customer:MergedCustomer, customer.mergeId, customer.mergedAt, customer.cause, customer.via, customer.because
SET customer:Customer, customer += {updatedAt: $now, tags: [], known: false, purchaseCount: 0, totalSpentMinor: 0}
RETURN customer.id AS id`,
};

/** Makes merged customers live again under their old ids; returns those that were found. */
export async function reviveCustomers(transaction: Transaction, ids: readonly string[], now: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  return (await transaction.run<{ id: string }>(revive, { ids, now })).map((row) => row.id);
}

const moved = (relationship: string) => `
CALL (loser, survivor) {
  MATCH (loser)-[before:${relationship}]->(held)
  CREATE (survivor)-[:${relationship}]->(held)
  DELETE before
}`;

// An identifier or a device may be on the survivor already: these are merged, all else is moved as it is.
const merge: Query = {
  name: 'identity.mergeCustomers',
  text: `
UNWIND $merges AS row
MATCH (loser:Customer {id: row.loser})
MATCH (survivor:Customer {id: row.survivor})
CALL (loser, survivor) {
  MATCH (loser)<-[before:IDENTIFIES]-(identifier)
  MERGE (identifier)-[after:IDENTIFIES]->(survivor)
  ON CREATE SET after.own = before.own, after.carries = before.carries
  ON MATCH SET after.own = CASE WHEN coalesce(after.own, true) OR coalesce(before.own, true) THEN null ELSE false END,
    after.carries = CASE WHEN after.carries OR before.carries THEN true END
  DELETE before
}
CALL (loser, survivor) {
  MATCH (loser)-[before:USES]->(device)
  MERGE (survivor)-[:USES]->(device)
  DELETE before
}${moved('HAS_RECORD')}${moved('PLACED')}${moved('PERFORMED')}
CREATE (loser)-[:MERGED_INTO]->(survivor)
WITH row, loser, loser.id AS id, loser.createdAt AS createdAt
REMOVE loser:Customer
SET loser = {id: id, createdAt: createdAt, mergedAt: $now, mergeId: row.mergeId, cause: row.cause, via: row.via, because: row.because}
SET loser:MergedCustomer`,
};

/** A merge with its id in the ledger. */
export interface MergeEntry extends Merge {
  readonly mergeId: string;
}

/** Moves all that customers hold to their survivors and leaves tombstones, so that old ids still answer. */
export async function mergeCustomers(transaction: Transaction, merges: readonly MergeEntry[], now: Date) {
  if (merges.length > 0) await transaction.run(merge, { merges, now });
}

const emptied: Query = {
  name: 'identity.emptiedCustomers',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
WHERE NOT EXISTS { (customer)-[:HAS_RECORD|PLACED|PERFORMED]->() }
RETURN customer.id AS id`,
};

/** Those of some customers that no fact belongs to any more. */
export async function findEmptied(transaction: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return (await transaction.run<{ id: string }>(emptied, { ids })).map((row) => row.id);
}
