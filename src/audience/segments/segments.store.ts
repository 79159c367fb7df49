import type { Parameters, Query, Row, Transaction } from '../../platform/neo4j/database.ts';
import {
  contentProperties,
  type SegmentContent,
  type SegmentRow,
  type SegmentStatus,
  segmentFromNode,
} from './segment-row.ts';
import { type VersionRow, versionFromNode } from './versions/version-row.ts';

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

// Whoever changes segments, or who is in them, holds this node: each reads what the one before left. A new revision tells those
// who keep the segments in memory that theirs are old.
const lockFeed: Query = {
  name: 'segments.lock',
  text: `MERGE (feed:SegmentFeed {id: 'segments'})
ON CREATE SET feed.last = 0
SET feed.revision = randomUUID()`,
};

const findAllWithDrafts: Query = {
  name: 'segments.allWithDrafts',
  text: `MATCH (segment:Segment)
OPTIONAL MATCH (segment)-[:HAS_VERSION]->(draft:SegmentVersion {number: segment.draftVersion})
RETURN segment, draft ORDER BY segment.name`,
};

const writeAll: Query = {
  name: 'segments.write',
  text: `UNWIND $rows AS row
MERGE (segment:Segment {id: row.id})
ON CREATE SET segment.createdAt = $now
SET segment += row.properties, segment.updatedAt = $now
WITH segment, row
CALL (segment, row) {
  MATCH (segment)-[use:USES]->(:Segment)
  WHERE row.uses IS NOT NULL
  DELETE use
}
CALL (segment, row) {
  MATCH (used:Segment) WHERE used.id IN row.uses
  CREATE (segment)-[:USES]->(used)
}
RETURN segment`,
};

const findUsers: Query = {
  name: 'segments.users',
  text: `UNWIND $ids AS id
MATCH (:Segment {id: id})<-[:USES]-(segment:Segment)
RETURN id, segment ORDER BY segment.name`,
};

const deleteOne: Query = {
  name: 'segments.delete',
  text: `MATCH (segment:Segment {id: $id})
OPTIONAL MATCH (segment)-[:HAS_VERSION]->(version:SegmentVersion)
DETACH DELETE version
WITH DISTINCT segment
DETACH DELETE segment`,
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

/** A stored segment with the draft that waits to be published, if there is one. */
export interface StoredSegment {
  readonly row: SegmentRow;
  readonly draft: VersionRow | null;
}

/** Keeps everyone else from changing segments until the end of the transaction, then reads them. */
export async function lockAndReadAll(transaction: Transaction): Promise<StoredSegment[]> {
  await transaction.run(lockFeed);
  return readAllWithDrafts((query, parameters) => transaction.run(query, parameters));
}

/** All segments with their drafts, by name. */
export async function readAllWithDrafts(run: Run): Promise<StoredSegment[]> {
  const found = await run<{ segment: Row; draft: Row | null }>(findAllWithDrafts);
  return found.map(({ segment, draft }) => {
    const row = segmentFromNode(segment);
    return { row, draft: draft === null ? null : versionFromNode(row.id, draft) };
  });
}

/** What is written of a segment; `uses` are the ids of the segments that its rule, or its draft's, names, null for those as before. */
export interface SegmentToWrite extends SegmentContent {
  readonly id: string;
  readonly status: SegmentStatus;
  readonly version: number;
  readonly latestVersion: number;
  readonly draftVersion: number | null;
  readonly publishedAt: Date | null;
  readonly archivedAt: Date | null;
  readonly uses: readonly string[] | null;
}

/** Creates segments, or replaces what they hold; gives them in that order. */
export async function writeSegments(
  transaction: Transaction,
  segments: readonly SegmentToWrite[],
  now: Date,
): Promise<SegmentRow[]> {
  const rows = segments.map(
    ({ id, uses, status, version, latestVersion, draftVersion, publishedAt, archivedAt, ...content }) => ({
      id,
      uses,
      properties: {
        ...contentProperties(content),
        ...{ status, version, latestVersion, draftVersion, publishedAt, archivedAt },
      },
    }),
  );
  return parseAll(await transaction.run<SegmentNode>(writeAll, { rows, now }));
}

/** The segments whose rules or drafts name each of these, by id of the one that is named. */
export async function readUsers(run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, readonly SegmentRow[]>> {
  const users = new Map<string, SegmentRow[]>(ids.map((id) => [id, []]));
  for (const { id, segment } of await run<{ id: string; segment: Row }>(findUsers, { ids: [...users.keys()] }))
    users.get(id)?.push(segmentFromNode(segment));
  return users;
}

/** Deletes the segment with its versions and relationships. */
export async function deleteSegment(transaction: Transaction, id: string): Promise<void> {
  await transaction.run(deleteOne, { id });
}
