import type { Parameters, Query, Row, Transaction } from '../../platform/neo4j/database.ts';
import { type SegmentRow, segmentFromNode } from './segment-row.ts';

/** Runs one statement: a Database's `read`, or an open transaction's `run`. */
export type Run = <R = Row>(query: Query, parameters?: Parameters) => Promise<R[]>;

const findByIds: Query = {
  name: 'segments.byIds',
  text: `UNWIND $ids AS id
MATCH (segment:Segment {id: id})
RETURN segment`,
};

const findByName: Query = {
  name: 'segments.byName',
  text: 'MATCH (segment:Segment {name: $name}) RETURN segment',
};

const findAll: Query = {
  name: 'segments.all',
  text: 'MATCH (segment:Segment) RETURN segment ORDER BY segment.name',
};

const findNames: Query = {
  name: 'segments.names',
  text: 'MATCH (segment:Segment) RETURN segment.name AS name ORDER BY name',
};

// USES is written together with the rule that it stands for, so a rule's segments are found without reading all rules.
const findNamed: Query = {
  name: 'segments.namedInRules',
  text: `CALL () {
  MATCH (segment:Segment) WHERE segment.name IN $references RETURN segment
  UNION
  MATCH (segment:Segment) WHERE segment.id IN $references RETURN segment
}
MATCH (segment)-[:USES*0..]->(used:Segment)
WITH DISTINCT used AS segment
RETURN segment`,
};

// A write to each takes its lock: whoever changes segments does so alone, and reads what the one before left.
const lockAll: Query = {
  name: 'segments.lockAll',
  text: `MATCH (segment:Segment)
WITH segment ORDER BY segment.id
SET segment.updatedAt = segment.updatedAt`,
};

const writeOne: Query = {
  name: 'segments.write',
  text: `MERGE (segment:Segment {id: $id})
ON CREATE SET segment.createdAt = $now
SET segment.name = $name, segment.description = $description, segment.rule = $rule, segment.updatedAt = $now
WITH segment
CALL (segment) {
  MATCH (segment)-[use:USES]->(:Segment)
  DELETE use
}
CALL (segment) {
  MATCH (used:Segment) WHERE used.id IN $uses
  CREATE (segment)-[:USES]->(used)
}
RETURN segment`,
};

const rewriteRules: Query = {
  name: 'segments.rewriteRules',
  text: `UNWIND $segments AS row
MATCH (segment:Segment {id: row.id})
SET segment.rule = row.rule, segment.updatedAt = $now`,
};

const deleteOne: Query = {
  name: 'segments.delete',
  text: 'MATCH (segment:Segment {id: $id}) DETACH DELETE segment',
};

type SegmentNode = { segment: Row };

const parseAll = (rows: SegmentNode[]): SegmentRow[] => rows.map((row) => segmentFromNode(row.segment));

/** The segments with these ids, in no order. */
export async function readByIds(run: Run, ids: readonly string[]): Promise<SegmentRow[]> {
  return parseAll(await run<SegmentNode>(findByIds, { ids: [...new Set(ids)] }));
}

/** The segment with this name, or null. */
export async function readByName(run: Run, name: string): Promise<SegmentRow | null> {
  return parseAll(await run<SegmentNode>(findByName, { name }))[0] ?? null;
}

/** All segments, by name. */
export async function readAll(run: Run): Promise<SegmentRow[]> {
  return parseAll(await run<SegmentNode>(findAll));
}

/** All names, in order. */
export async function readNames(run: Run): Promise<string[]> {
  return (await run<{ name: string }>(findNames)).map((row) => row.name);
}

/** The segments that the references (names or ids) mean, and all that those use, directly or not. */
export async function readNamed(run: Run, references: readonly string[]): Promise<SegmentRow[]> {
  return parseAll(await run<SegmentNode>(findNamed, { references }));
}

/** Locks every segment until the end of the transaction, then reads them. */
export async function lockAndReadAll(transaction: Transaction): Promise<SegmentRow[]> {
  await transaction.run(lockAll);
  return readAll((query, parameters) => transaction.run(query, parameters));
}

/** What is stored of a segment; `uses` are the ids of the segments that its rule names. */
export interface SegmentContent {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly rule: string;
  readonly uses: readonly string[];
}

/** Creates the segment, or replaces its content. */
export async function writeSegment(transaction: Transaction, content: SegmentContent, now: Date): Promise<SegmentRow> {
  const [written] = parseAll(await transaction.run<SegmentNode>(writeOne, { ...content, now }));
  if (!written) throw new Error(`Segment ${content.id} was not written.`);
  return written;
}

/** Replaces the rule texts of segments whose meaning stays. */
export async function rewriteSegments(
  transaction: Transaction,
  segments: readonly { id: string; rule: string }[],
  now: Date,
): Promise<void> {
  if (segments.length > 0) await transaction.run(rewriteRules, { segments, now });
}

/** Deletes the segment with its relationships. */
export async function deleteSegment(transaction: Transaction, id: string): Promise<void> {
  await transaction.run(deleteOne, { id });
}
