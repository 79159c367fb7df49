import { readInteger, readOptionalInstant, readOptionalText, readText } from '../../../catalogue/read-properties.ts';
import type { CatalogueAspect } from '../../../intake/changes/aspects.ts';
import type { Query, Row, Transaction } from '../../../platform/neo4j/database.ts';
import { indent } from '../../selection/statement.ts';
import { type SegmentRow, segmentFromNode } from '../segment-row.ts';
import type { Run } from '../segments.store.ts';
import { type CandidatesByRange, candidatesOf, type FoundRange, lookFor } from './candidates.store.ts';
import type { ClockRange } from './clock-ranges.ts';
import { printTouched, type TouchedCustomer, type TouchedRow, touchedFrom } from './facts.store.ts';
import type { Reads } from './reads.ts';

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

/** Customers in traces or in ranges that are looked into at once; more are read when it is known what is asked of them. */
const MOST_AT_ONCE = 20;

const lockAndRead = (crossed: string, touched: string): Query => ({
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
CALL (traces, crossed) {
  UNWIND [trace IN traces | trace.customers] + [range IN crossed | range.ids] AS ids
  UNWIND ids AS id
  WITH DISTINCT id LIMIT ${MOST_AT_ONCE}
  RETURN collect(id) AS looked
}
CALL (looked) {
${indent(touched)}
}
RETURN feed.last AS last, feed.revision AS revision, feed.evaluatedAt AS evaluatedAt, traces, crossed, looked, touched`,
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

interface LookedRow {
  readonly traces: StoredTrace[];
  readonly crossed: FoundRange[];
  readonly looked: string[];
  readonly touched: TouchedRow[];
}

/** What a step begins with. */
export interface LockedLedger {
  readonly ledger: LedgerState;
  readonly traces: readonly StoredTrace[];
  /** Whom time has moved, of the ranges that were asked for. */
  readonly crossed: CandidatesByRange;
  readonly known: KnownCustomers;
}

/** What is at hand of customers. */
export interface KnownCustomers {
  /** Who was looked for: whoever is not among `customers` does not exist and is in no segment. */
  readonly looked: ReadonlySet<string>;
  readonly customers: readonly TouchedCustomer[];
}

/** Nothing at hand. */
export const knowsNobody: KnownCustomers = { looked: new Set(), customers: [] };

/** What to look for when the ledger is locked. */
export interface LookedFor {
  readonly mostTraces: number;
  readonly ranges: readonly ClockRange[];
  /** What to read of the first customers who are met; null: nothing. */
  readonly reads: Reads | null;
}

/**
 * Locks the ledger, and then reads the oldest traces, whom time has moved by the ranges, and the first of those customers: all at
 * once, as an order that is followed is to cost less than one that is written.
 */
export async function lockAndLook(
  transaction: Transaction,
  { mostTraces, ranges, reads }: LookedFor,
): Promise<LockedLedger> {
  const look = lookFor(ranges);
  const crossed = look
    ? `CALL () {\n${indent(look.text)}\n}\nRETURN collect({key: key, ids: ids}) AS crossed`
    : 'RETURN [] AS crossed';
  const touched = reads
    ? `UNWIND looked AS id\n${printTouched(reads)}\nRETURN collect({id: id, facts: facts, inside: inside}) AS touched`
    : 'RETURN [] AS touched';
  const [row] = await transaction.run<Row & LookedRow>(lockAndRead(crossed, touched), {
    ...look?.parameters,
    mostTraces,
  });
  if (!row) throw new Error('The ledger gave no row.');
  return {
    ledger: stateOf(row),
    traces: row.traces,
    crossed: candidatesOf(ranges, row.crossed),
    known: reads ? { looked: new Set(row.looked), customers: touchedFrom(row.touched) } : knowsNobody,
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
