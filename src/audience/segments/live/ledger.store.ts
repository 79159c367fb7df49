import { readInteger, readOptionalInstant, readOptionalText, readText } from '../../../catalogue/read-properties.ts';
import type { CatalogueAspect } from '../../../intake/changes/aspects.ts';
import type { Query, Row, Transaction } from '../../../platform/neo4j/database.ts';
import { indent } from '../../selection/statement.ts';
import { type SegmentRow, segmentFromNode } from '../segment-row.ts';
import type { Run } from '../segments.store.ts';
import { type CandidatesByRange, candidatesOf, type FoundRange, lookFor } from './candidates.store.ts';
import type { ClockRange } from './clock-ranges.ts';

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

const lockAndRead = (crossed: string): Query => ({
  name: 'live.lockAndRead',
  text: `${lock.text.slice(0, lock.text.indexOf('\nRETURN'))}
WITH feed
CALL () {
  MATCH (trace:ChangeTrace)
  WITH trace ORDER BY trace.id LIMIT $mostTraces
  RETURN collect(trace {.id, .customers, .aspects, .catalogue}) AS traces
}
CALL () {
${indent(crossed)}
}
RETURN feed.last AS last, feed.revision AS revision, feed.evaluatedAt AS evaluatedAt, traces, crossed`,
});

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

/** What a step begins with. */
export interface LockedLedger {
  readonly ledger: LedgerState;
  readonly traces: readonly StoredTrace[];
  /** Whom time has moved, of the ranges that were asked for. */
  readonly crossed: CandidatesByRange;
}

/**
 * Locks the ledger, and then reads the oldest traces, as many as are told, and whom time has moved by the ranges: all at once, as an
 * order that is followed is to cost less than one that is written.
 */
export async function lockAndLook(
  transaction: Transaction,
  mostTraces: number,
  ranges: readonly ClockRange[],
): Promise<LockedLedger> {
  const look = lookFor(ranges);
  const crossed = look
    ? `CALL () {\n${indent(look.text)}\n}\nRETURN collect({key: key, ids: ids}) AS crossed`
    : 'RETURN [] AS crossed';
  const [row] = await transaction.run<Row & { traces: StoredTrace[]; crossed: FoundRange[] }>(lockAndRead(crossed), {
    ...look?.parameters,
    mostTraces,
  });
  return {
    ledger: stateOf(row as Row),
    traces: row?.traces ?? [],
    crossed: candidatesOf(ranges, row?.crossed ?? []),
  };
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
