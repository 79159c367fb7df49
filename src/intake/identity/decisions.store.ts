import type { Query, Transaction } from '../../platform/neo4j/database.ts';

export type Verdict = 'APART' | 'TOGETHER';

/** What somebody decided of two source records; durable, whatever is imported later. */
export interface Decision {
  readonly id: string;
  /** Keys of the records. */
  readonly one: string;
  readonly other: string;
  readonly verdict: Verdict;
}

const create: Query = {
  name: 'identity.createDecisions',
  text: `
UNWIND $rows AS row
MATCH (one:SourceRecord {key: row.one})
MATCH (other:SourceRecord {key: row.other})
OPTIONAL MATCH (one)-[before:DECIDED]-(other)
DELETE before
CREATE (one)-[:DECIDED {id: row.id, verdict: row.verdict, reason: $reason, actor: $actor, at: $now}]->(other)`,
};

/** Notes decisions; of one pair only the newest stands. */
export async function createDecisions(
  transaction: Transaction,
  rows: readonly Decision[],
  stamp: { readonly reason: string; readonly actor: string; readonly now: Date },
) {
  await transaction.runRows(create, rows, stamp);
}

const revoke: Query = {
  name: 'identity.revokeDecision',
  text: `
MATCH (one:SourceRecord)-[decision:DECIDED {id: $id}]->(other:SourceRecord)
WITH decision, [one.key, other.key] AS keys
DELETE decision
RETURN keys`,
};

/** Takes decisions of that id back; the keys of the records they were about. */
export async function revokeDecision(transaction: Transaction, id: string): Promise<string[]> {
  const rows = await transaction.run<{ keys: string[] }>(revoke, { id });
  return [...new Set(rows.flatMap(({ keys }) => keys))].sort();
}

const read: Query = {
  name: 'identity.decisionsOnRecords',
  text: `
UNWIND $keys AS key
MATCH (:SourceRecord {key: key})-[decision:DECIDED]->(other:SourceRecord)
RETURN decision.id AS id, key AS one, other.key AS other, decision.verdict AS verdict`,
};

/** The decisions that some records are the first side of. */
export async function readDecisions(transaction: Transaction, keys: readonly string[]): Promise<Decision[]> {
  return keys.length > 0 ? transaction.run<Decision>(read, { keys }) : [];
}
