import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { Stamp } from './decisions.store.ts';
import type { Merge } from './evidence.ts';
import { type CustomerRow, type MetCustomers, noteMet } from './met-customers.ts';

const lock: Query = {
  name: 'identity.lockCustomers',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
SET customer.id = customer.id
RETURN customer.id AS id, customer.known AS known, customer.contested AS contested`,
};

/** Write-locks customers that were not met yet in this transaction, in id order, and notes what they are. */
export async function meetCustomers(transaction: Transaction, ids: Iterable<string>, met: MetCustomers) {
  const unmet = [...new Set(ids)].filter((id) => !met.known.has(id)).sort();
  if (unmet.length === 0) return;
  for (const row of await transaction.run<CustomerRow & { id: string }>(lock, { ids: unmet })) noteMet(met, row);
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
MATCH (customer:MergedCustomer {id: id})-[into:MERGED_INTO]->(survivor)
CREATE (customer)<-[:FROM]-(:UndoneMerge {id: customer.mergeId, at: customer.mergedAt, cause: customer.cause, via: customer.via,
  because: customer.because, endedAt: $now, endedBy: $actor, endedBecause: $reason})-[:INTO]->(survivor)
DELETE into
REMOVE customer:MergedCustomer, customer.mergeId, customer.mergedAt, customer.cause, customer.via, customer.because,
  customer.decisionId, customer.loserRecords, customer.survivorRecords, customer.loserKeys, customer.survivorKeys
SET customer:Customer, customer += {updatedAt: $now, tags: [], tagTerms: null, tagsEndAt: null, known: false, purchaseCount: 0, totalSpentMinor: 0}`,
};

/** Makes merged customers live again under their old ids; that they were merged is kept as history. */
export async function reviveCustomers(
  transaction: Transaction,
  ids: readonly string[],
  stamp: Stamp & { readonly now: Date },
) {
  if (ids.length > 0) await transaction.run(revive, { ids, ...stamp });
}

const moved = (relationship: string) => `
CALL (loser, survivor) {
  MATCH (loser)-[before:${relationship}]->(held)
  CREATE (survivor)-[:${relationship}]->(held)
  DELETE before
}`;

const strongKeysOf = (customer: string) => `
MATCH (${customer})<-[on:IDENTIFIES]-(identifier:Identifier {strength: 'strong'})
WHERE coalesce(on.own, true) AND NOT identifier.shared
RETURN identifier.key ORDER BY identifier.key`;

// An identifier or a device may be on the survivor already: these are merged, all else is moved as it is.
const merge: Query = {
  name: 'identity.mergeCustomers',
  text: `
UNWIND $merges AS row
MATCH (loser:Customer {id: row.loser})
MATCH (survivor:Customer {id: row.survivor})
WITH row, loser, survivor,
  COLLECT { MATCH (loser)-[:HAS_RECORD]->(record) RETURN record.key ORDER BY record.key } AS loserRecords,
  COLLECT { MATCH (survivor)-[:HAS_RECORD]->(record) RETURN record.key ORDER BY record.key } AS survivorRecords,
  COLLECT { ${strongKeysOf('loser')} } AS loserKeys, COLLECT { ${strongKeysOf('survivor')} } AS survivorKeys
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
WITH row, loser, loserRecords, survivorRecords, loserKeys, survivorKeys, loser.id AS id, loser.createdAt AS createdAt
REMOVE loser:Customer:KeysDue:ScoresDue
SET loser = {id: id, createdAt: createdAt, mergedAt: $now, mergeId: row.mergeId, cause: row.cause, via: row.via, because: row.because,
  decisionId: row.decisionId, loserRecords: loserRecords, survivorRecords: survivorRecords, loserKeys: loserKeys, survivorKeys: survivorKeys}
SET loser:MergedCustomer`,
};

/** A merge with its id in the ledger. */
export interface MergeEntry extends Merge {
  readonly mergeId: string;
  /** The decision that brought it about; null where none did. */
  readonly decisionId: string | null;
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

const retire: Query = {
  name: 'identity.retireCustomers',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
CALL (customer) {
  MATCH (customer)-[gone:IDENTIFIES|USES|POSSIBLE_MATCH]-()
  DELETE gone
}
WITH customer, customer.id AS id, customer.createdAt AS createdAt
REMOVE customer:Customer:KeysDue:ScoresDue
SET customer = {id: id, createdAt: createdAt, retiredAt: $now}
SET customer:RetiredCustomer`,
};

/** Ends customers of whose facts nobody can tell whose they are any more: they are no customers, their history stays. */
export async function retireCustomers(transaction: Transaction, ids: readonly string[], now: Date) {
  if (ids.length > 0) await transaction.run(retire, { ids, now });
}

const splits: Query = {
  name: 'identity.noteSplits',
  text: `
UNWIND $rows AS row
MATCH (from:Customer {id: row.from})
MATCH (into:Customer {id: row.into})
CREATE (from)<-[:FROM]-(:IdentitySplit {id: row.id, at: $now, cause: row.cause})-[:INTO]->(into)`,
};

/**
 * Why a customer came apart: a limit of the rules, facts that no longer tie it together, what somebody decided, other rules,
 * or an identifier that changed hands.
 */
export type SplitCause = 'LIMIT' | 'FACTS_CHANGED' | 'DECISION' | 'RULES_CHANGED' | 'REISSUED';

export interface Split {
  readonly id: string;
  readonly from: string;
  readonly into: string;
  readonly cause: SplitCause;
}

/** Notes which customers came out of others. */
export async function noteSplits(transaction: Transaction, rows: readonly Split[], now: Date) {
  await transaction.runRows(splits, rows, { now });
}

const findMerge: Query = {
  name: 'identity.findMerge',
  text: `
MATCH (loser:MergedCustomer {mergeId: $mergeId})-[:MERGED_INTO]->(survivor)
RETURN loser.id AS loser, loser.loserRecords AS loserRecords, loser.survivorRecords AS survivorRecords,
  coalesce(loser.loserKeys, []) AS loserKeys, coalesce(loser.survivorKeys, []) AS survivorKeys`,
};

/** A merge that was done: what either side had. */
export interface DoneMerge {
  readonly loser: string;
  readonly loserRecords: readonly string[];
  readonly survivorRecords: readonly string[];
  /** Keys of the strong identifiers that either side was known by. */
  readonly loserKeys: readonly string[];
  readonly survivorKeys: readonly string[];
}

/** The merge of that id; null when there is none, or it was undone. */
export async function readMerge(transaction: Transaction, mergeId: string): Promise<DoneMerge | null> {
  return (await transaction.run<DoneMerge>(findMerge, { mergeId }))[0] ?? null;
}

const findDecided: Query = {
  name: 'identity.findDecidedMerges',
  text: `
UNWIND $customers AS id
MATCH (survivor:Customer {id: id})<-[:MERGED_INTO*1..]-(loser:MergedCustomer {decisionId: $decisionId})
RETURN loser.id AS loser, survivor.id AS survivor, loser.loserRecords[0] AS loserRecord, loser.survivorRecords[0] AS survivorRecord`,
};

/** A merge that a decision brought about, with a record of either side; null where a side had none. */
export interface DecidedMerge {
  readonly loser: string;
  /** The living customer that it led to. */
  readonly survivor: string;
  readonly loserRecord: string | null;
  readonly survivorRecord: string | null;
}

/** The merges into some customers that a decision brought about. */
export function readDecidedMerges(transaction: Transaction, decisionId: string, customers: readonly string[]) {
  return transaction.run<DecidedMerge>(findDecided, { decisionId, customers });
}
