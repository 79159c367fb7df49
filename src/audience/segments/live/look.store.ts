import type { CatalogueAspect } from '../../../intake/changes/aspects.ts';
import type { Query, Row, Transaction } from '../../../platform/neo4j/database.ts';
import { indent } from '../../selection/statement.ts';
import { type CandidatesByRange, candidatesOf, type FoundRange, lookFor } from './candidates.store.ts';
import type { ClockRange } from './clock-ranges.ts';
import { printTouched, type TouchedCustomer, type TouchedRow, touchedFrom } from './facts.store.ts';
import { type LedgerState, lockClauses, stateOf } from './ledger.store.ts';
import type { Reads } from './reads.ts';

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

/** Customers in traces or in ranges that are looked into at once; more are read when it is known what is asked of them. */
const MOST_AT_ONCE = 20;

const lockAndRead = (crossed: string, touched: string): Query => ({
  name: 'live.lockAndRead',
  text: `${lockClauses}
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
