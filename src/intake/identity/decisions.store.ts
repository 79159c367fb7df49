import type { Query, Transaction } from '../../platform/neo4j/database.ts';

export type Verdict = 'APART' | 'TOGETHER';

/** What somebody decided of two source records; durable, whatever is imported later. */
export interface Decision {
  readonly id: string;
  /** Keys of the records. */
  readonly one: string;
  readonly other: string;
  readonly verdict: Verdict;
  /** Of an undone merge: identifiers that are the person's of either record, whoever else is seen with them. */
  readonly oneOwns?: readonly string[];
  readonly otherOwns?: readonly string[];
  /** How alike the two are, in millionths; null unless the rules decided, who give way to limits. */
  readonly scoreMillionths?: number | null;
  /** Why, where that is another for each. */
  readonly reason?: string;
}

/** Who did something, and why; null where nobody said. */
export interface Stamp {
  readonly actor: string | null;
  readonly reason: string | null;
}

// What no longer stands is kept beside what stands: under another type, so that joining never reads it.
const end = `
  CREATE (first)-[past:DECIDED_ONCE]->(second)
  SET past = properties(decision), past += {endedAt: $now, endedBy: $actor, endedBecause: $reason}
  DELETE decision`;

const create: Query = {
  name: 'identity.createDecisions',
  text: `
UNWIND $rows AS row
MATCH (one:SourceRecord {key: row.one})
MATCH (other:SourceRecord {key: row.other})
CALL (one, other) {
  MATCH (one)-[decision:DECIDED]-(other)
  WITH decision, startNode(decision) AS first, endNode(decision) AS second${end}
}
CREATE (one)-[:DECIDED {id: row.id, verdict: row.verdict, reason: coalesce(row.reason, $reason), actor: $actor, at: $now,
  scoreMillionths: row.scoreMillionths, oneOwns: row.oneOwns, otherOwns: row.otherOwns}]->(other)`,
};

/** Notes decisions; of one pair only the newest stands, older ones are history. */
export async function createDecisions(
  transaction: Transaction,
  rows: readonly Decision[],
  stamp: Stamp & { readonly now: Date },
) {
  await transaction.runRows(create, rows, { ...stamp });
}

const revoke: Query = {
  name: 'identity.revokeDecision',
  text: `
MATCH (first:SourceRecord)-[decision:DECIDED {id: $id}]->(second:SourceRecord)
WITH decision, first, second, [first.key, second.key] AS keys${end}
RETURN keys`,
};

/** Takes decisions of that id back; the keys of the records they were about. */
export async function revokeDecision(
  transaction: Transaction,
  id: string,
  stamp: Stamp & { readonly now: Date },
): Promise<string[]> {
  const rows = await transaction.run<{ keys: string[] }>(revoke, { id, ...stamp });
  return [...new Set(rows.flatMap(({ keys }) => keys))].sort();
}

const read: Query = {
  name: 'identity.decisionsOnRecords',
  text: `
UNWIND $keys AS key
MATCH (:SourceRecord {key: key})-[decision:DECIDED]->(other:SourceRecord)
RETURN decision.id AS id, key AS one, other.key AS other, decision.verdict AS verdict,
  decision.scoreMillionths AS scoreMillionths,
  coalesce(decision.oneOwns, []) AS oneOwns, coalesce(decision.otherOwns, []) AS otherOwns`,
};

/** The decisions that some records are the first side of. */
export async function readDecisions(transaction: Transaction, keys: readonly string[]): Promise<Decision[]> {
  return keys.length > 0 ? transaction.run<Decision>(read, { keys }) : [];
}

const owned: Query = {
  name: 'identity.ownedByDecision',
  text: `
UNWIND $keys AS key
MATCH (record:SourceRecord {key: key})-[decision:DECIDED]-()
UNWIND CASE WHEN startNode(decision) = record THEN decision.oneOwns ELSE decision.otherOwns END AS identifier
RETURN key, collect(DISTINCT identifier) AS identifiers`,
};

/** The identifiers that are the person's of some records by decision. */
export async function readOwned(transaction: Transaction, keys: readonly string[]) {
  const rows = await transaction.run<{ key: string; identifiers: string[] }>(owned, { keys });
  return new Map(rows.map(({ key, identifiers }) => [key, identifiers]));
}

const tied: Query = {
  name: 'identity.tiedByDecision',
  text: `
UNWIND $keys AS key
MATCH (record:SourceRecord {key: key})
WHERE EXISTS { (record)-[:DECIDED {verdict: 'TOGETHER'}]-() }
RETURN key`,
};

/** Those of some records of which somebody decided that another one is the same person's. */
export async function readTied(transaction: Transaction, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  return new Set((await transaction.run<{ key: string }>(tied, { keys })).map(({ key }) => key));
}
