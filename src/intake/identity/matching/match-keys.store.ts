import type { Query, Transaction } from '../../../platform/neo4j/database.ts';
import type { RecordForMatching } from './read-features.ts';

/** A source record with the blocks that it is in. */
export interface KeyedRecord extends RecordForMatching {
  readonly keys: readonly string[];
}

const recordKeys: Query = {
  name: 'matching.recordKeysOf',
  text: `
UNWIND $ids AS id
MATCH (:Customer {id: id})-[:HAS_RECORD]->(record:SourceRecord)
RETURN record.key AS key ORDER BY key`,
};
const lockRecords: Query = {
  name: 'matching.lockRecords',
  text: `
UNWIND $keys AS key
MATCH (record:SourceRecord {key: key})
SET record.key = record.key`,
};
const unmark: Query = {
  name: 'matching.keysDone',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
REMOVE customer:KeysDue
SET customer:ScoresDue`,
};
const recordsOf: Query = {
  name: 'matching.keyedRecordsOf',
  text: `
UNWIND $ids AS id
MATCH (:Customer {id: id})-[:HAS_RECORD]->(record:SourceRecord)
WHERE record.contentHash IS NOT NULL
RETURN record.key AS key, record.profile AS profile, record.statedIdentifiers AS stated,
  COLLECT { MATCH (record)-[:COMPARED_BY]->(block:MatchKey) RETURN block.key } AS keys`,
};

interface RecordRow {
  key: string;
  profile: string;
  stated: string | null;
}

const toRecord = ({ key, profile, stated }: RecordRow): RecordForMatching => ({
  key,
  profile: JSON.parse(profile),
  stated: JSON.parse(stated ?? '[]'),
});

/**
 * Takes customers off the list of those whose blocks are to be found, and reads their records. Records are locked before
 * customers, each in key order, as intake does it; a change that comes in later marks its customer again.
 */
export async function takeKeysDue(transaction: Transaction, ids: readonly string[]): Promise<KeyedRecord[]> {
  const sorted = [...ids].sort();
  const keys = (await transaction.run<{ key: string }>(recordKeys, { ids: sorted })).map(({ key }) => key);
  await transaction.run(lockRecords, { keys });
  await transaction.run(unmark, { ids: sorted });
  const rows = await transaction.run<RecordRow & { keys: string[] }>(recordsOf, { ids: sorted });
  return rows.map((row) => ({ ...toRecord(row), keys: row.keys }));
}

const profiles: Query = {
  name: 'matching.records',
  text: `
UNWIND $keys AS key
MATCH (record:SourceRecord {key: key})
WHERE record.contentHash IS NOT NULL
RETURN record.key AS key, record.profile AS profile, record.statedIdentifiers AS stated`,
};

/** Source records by key. */
export async function readRecords(transaction: Transaction, keys: readonly string[]): Promise<RecordForMatching[]> {
  if (keys.length === 0) return [];
  return (await transaction.run<RecordRow>(profiles, { keys })).map(toRecord);
}

const add: Query = {
  name: 'matching.addKeys',
  text: `
UNWIND $rows AS row
MATCH (record:SourceRecord {key: row.record})
MERGE (block:MatchKey {key: row.key})
CREATE (record)-[:COMPARED_BY]->(block)`,
};
const remove: Query = {
  name: 'matching.removeKeys',
  text: `
UNWIND $rows AS row
MATCH (:SourceRecord {key: row.record})-[by:COMPARED_BY]->(:MatchKey {key: row.key})
DELETE by`,
};
const sizes: Query = {
  name: 'matching.blockSizes',
  text: `
UNWIND $keys AS key
MATCH (block:MatchKey {key: key})
RETURN key, COUNT { (block)<-[:COMPARED_BY]-() } AS size`,
};
const removeEmpty: Query = {
  name: 'matching.removeEmptyBlocks',
  text: `
UNWIND $keys AS key
MATCH (block:MatchKey {key: key})
WHERE NOT EXISTS { (block)<-[:COMPARED_BY]-() }
DELETE block`,
};

/** A record and a block that it comes into or leaves. */
export interface KeyChange {
  readonly record: string;
  readonly key: string;
}

/** A block with the number of its records before and after a change. */
export interface ResizedBlock {
  readonly key: string;
  readonly before: number;
  readonly after: number;
}

/** Puts records into blocks and takes them out; tells what became of the blocks. */
export async function changeKeys(
  transaction: Transaction,
  added: readonly KeyChange[],
  removed: readonly KeyChange[],
): Promise<ResizedBlock[]> {
  const grown = new Map<string, number>();
  for (const { key } of added) grown.set(key, (grown.get(key) ?? 0) + 1);
  for (const { key } of removed) grown.set(key, (grown.get(key) ?? 0) - 1);
  if (grown.size === 0) return [];
  await transaction.runRows(add, added);
  await transaction.runRows(remove, removed);
  const keys = [...grown.keys()];
  const found = await transaction.run<{ key: string; size: number }>(sizes, { keys });
  const empty = found.filter(({ size }) => size === 0).map(({ key }) => key);
  if (empty.length > 0) await transaction.run(removeEmpty, { keys: empty });
  return found.map(({ key, size }) => ({ key, before: size - (grown.get(key) ?? 0), after: size }));
}

const markMembers: Query = {
  name: 'matching.markMembers',
  text: `
UNWIND $keys AS key
MATCH (:MatchKey {key: key})<-[:COMPARED_BY]-(:SourceRecord)<-[:HAS_RECORD]-(customer:Customer)
WITH DISTINCT customer ORDER BY customer.id
SET customer:ScoresDue`,
};

/** Marks everybody in some blocks to be compared anew. */
export async function markMembersOf(transaction: Transaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await transaction.run(markMembers, { keys });
}
