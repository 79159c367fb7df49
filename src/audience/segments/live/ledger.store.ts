import { readInteger, readOptionalInstant, readOptionalText, readText } from '../../../catalogue/read-properties.ts';
import type { CatalogueAspect } from '../../../intake/changes/aspects.ts';
import type { Query, Row, Transaction } from '../../../platform/neo4j/database.ts';
import { type SegmentRow, segmentFromNode } from '../segment-row.ts';
import type { Run } from '../segments.store.ts';

/** How far stored membership has come. */
export interface LedgerState {
  /** Number of the last change; 0 before the first. */
  readonly last: number;
  /** Another number: segments were changed. */
  readonly revision: string;
  /** The instant up to which time was heeded; null before the first time. */
  readonly evaluatedAt: Date | null;
}

const lock: Query = {
  name: 'live.lock',
  text: `MERGE (feed:SegmentFeed {id: 'segments'})
ON CREATE SET feed.last = 0, feed.revision = ''
SET feed.id = feed.id
RETURN feed.last AS last, feed.revision AS revision, feed.evaluatedAt AS evaluatedAt`,
};

const readState: Query = {
  name: 'live.state',
  text: `OPTIONAL MATCH (feed:SegmentFeed {id: 'segments'})
RETURN coalesce(feed.last, 0) AS last, coalesce(feed.revision, '') AS revision, feed.evaluatedAt AS evaluatedAt,
  EXISTS { MATCH (:ChangeTrace) } AS waiting`,
};

const stateOf = (row: Row): LedgerState => ({
  last: readInteger(row, 'last'),
  revision: readText(row, 'revision'),
  evaluatedAt: readOptionalInstant(row, 'evaluatedAt'),
});

/** Keeps everyone else from writing members or changing segments until the end of the transaction. */
export async function lockLedger(transaction: Transaction): Promise<LedgerState> {
  const [row] = await transaction.run(lock);
  return stateOf(row as Row);
}

/** The state, and whether traces wait, without keeping anyone from anything. */
export async function readLedger(run: Run): Promise<LedgerState & { readonly waiting: boolean }> {
  const [row] = await run(readState);
  return { ...stateOf(row as Row), waiting: row?.waiting === true };
}

/** A trace that a writing transaction left. */
export interface StoredTrace {
  readonly id: string;
  readonly customers: readonly string[];
  readonly aspects: readonly number[];
  readonly catalogue: readonly CatalogueAspect[];
}

const findTraces: Query = {
  name: 'live.traces',
  text: `MATCH (trace:ChangeTrace)
WITH trace ORDER BY trace.id LIMIT $most
RETURN trace.id AS id, trace.customers AS customers, trace.aspects AS aspects, trace.catalogue AS catalogue`,
};

/** The oldest traces, as many as are told. */
export function readTraces(transaction: Transaction, most: number): Promise<StoredTrace[]> {
  return transaction.run<StoredTrace>(findTraces, { most });
}

const findSegments: Query = {
  name: 'live.segments',
  text: 'MATCH (segment:Segment) RETURN segment ORDER BY segment.name',
};

/** A segment with what its stored members were found by. */
export interface LedgerSegment {
  readonly row: SegmentRow;
  /** Fingerprint of the rule; null: nobody was ever stored, or everybody was taken out. */
  readonly evaluatedAs: string | null;
  /** The holdout that members were marked by. */
  readonly markedBy: string | null;
}

/** All segments, by name. */
export async function readLedgerSegments(run: Run): Promise<LedgerSegment[]> {
  const rows = await run<{ segment: Row }>(findSegments);
  return rows.map(({ segment }) => ({
    row: segmentFromNode(segment),
    evaluatedAs: readOptionalText(segment, 'evaluatedAs'),
    markedBy: readOptionalText(segment, 'markedBy'),
  }));
}

const finish: Query = {
  name: 'live.finish',
  text: `MATCH (feed:SegmentFeed {id: 'segments'})
SET feed.last = $last, feed.evaluatedAt = $now
WITH 1 AS done
CALL () {
  MATCH (trace:ChangeTrace) WHERE trace.id IN $traces
  DELETE trace
}
CALL () {
  UNWIND $evaluated AS row
  MATCH (segment:Segment {id: row.id})
  SET segment.evaluatedAs = row.evaluatedAs, segment.markedBy = row.markedBy
}`,
};

/** What a step came to, beside the members. */
export interface StepEnd {
  readonly last: number;
  readonly now: Date;
  readonly traces: readonly string[];
  readonly evaluated: readonly {
    readonly id: string;
    readonly evaluatedAs: string | null;
    readonly markedBy: string | null;
  }[];
}

/** Notes how far it has come and takes the traces away. */
export async function finishStep(transaction: Transaction, end: StepEnd): Promise<void> {
  await transaction.run(finish, { ...end });
}

const saveLastChange: Query = {
  name: 'live.saveLast',
  text: "MATCH (feed:SegmentFeed {id: 'segments'}) SET feed.last = $last",
};

/** Notes the number of the last change, where nothing else is noted. */
export async function saveLast(transaction: Transaction, last: number): Promise<void> {
  await transaction.run(saveLastChange, { last });
}
