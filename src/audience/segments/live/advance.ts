import type { Transaction } from '../../../platform/neo4j/database.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import { findCandidates } from './candidates.store.ts';
import type { ClockRange } from './clock-ranges.ts';
import type { LedgerSegment } from './ledger.store.ts';
import type { LiveSegment } from './live-segments.ts';
import type { LockedLedger, StoredTrace } from './look.store.ts';
import { type Movement, markHeldOut, readMemberIds, writeMovements } from './members.store.ts';
import { findMovements } from './movements.ts';
import type { Reads } from './reads.ts';
import { planTasks } from './tasks.ts';

/** The segments as a step needs them. */
export interface LiveState {
  readonly live: readonly LiveSegment[];
  /** What those of them read that are judged in memory. */
  readonly reads: Reads;
  readonly stored: ReadonlyMap<string, LedgerSegment>;
}

/** How many traces one step reads. */
export const MOST_TRACES = 100;
/** About how many customers one step takes. */
const MOST_CUSTOMERS = 5_000;

/** When new rules have moved so many, a step ends: what a transaction writes is held in memory until then. */
const MOST_BY_NEW_RULES = 50_000;

/** What steps go by. */
export interface StepSettings {
  readonly compile: CompileSelection;
  /** How many customers new rules may move before a step ends; the segment that passes it is still finished. */
  readonly portion?: number;
}

/** What a step did. */
export interface Step {
  /** How many entered or left. */
  readonly moved: number;
  /** More traces wait. */
  readonly more: boolean;
  /** The segments as they stand once this is committed. */
  readonly stored: LiveState['stored'];
}

/**
 * Brings stored membership up to `now` in one transaction that holds the ledger: members of segments that are new, changed or gone;
 * customers that traces name, judged by the segments that what changed can touch; customers that time alone has moved.
 */
export async function advance(
  transaction: Transaction,
  { ledger, traces: found, crossed, known }: LockedLedger,
  { live, stored }: LiveState,
  { compile, portion = MOST_BY_NEW_RULES }: StepSettings,
  now: Date,
): Promise<Step> {
  const { traces, more } = cut(found);
  // what was looked up with the lock serves unless somebody else has taken a step since
  const look = async (ranges: readonly ClockRange[]) => {
    if (ranges.every((range) => crossed.has(range))) return crossed;
    return findCandidates((query, parameters) => transaction.run(query, parameters), ranges);
  };
  const tasks = await planTasks(look, live, stored, traces, { from: ledger.evaluatedAt, to: now });
  const inForce = new Set(live.map(({ row }) => row.id));
  const ended = [...stored.values()].filter(({ row, evaluatedAs }) => evaluatedAs !== null && !inForce.has(row.id));
  const closed = await close(transaction, ended);
  const { movements, postponed } = await findMovements(transaction, tasks, known, {
    compile,
    now,
    mostByNewRules: portion,
  });
  const standing = live
    .filter((segment) => !postponed.has(segment))
    .map(({ row, fingerprint, markedBy }) => ({ row, evaluatedAs: fingerprint, markedBy }));
  const stands = [...standing, ...ended.map(({ row }) => ({ row, evaluatedAs: null, markedBy: null }))];
  const evaluated = stands.filter(({ row, evaluatedAs, markedBy }) => {
    const before = stored.get(row.id);
    return before?.evaluatedAs !== evaluatedAs || before.markedBy !== markedBy;
  });
  const last = await writeMovements(transaction, [...closed, ...movements], ledger.last, now, {
    ...{ evaluatedAt: now, traces: traces.map(({ id }) => id) },
    evaluated: evaluated.map(({ row, evaluatedAs, markedBy }) => ({ id: row.id, evaluatedAs, markedBy })),
  });
  for (const { row, markedBy } of standing) {
    const before = stored.get(row.id);
    if (before?.evaluatedAs != null && before.markedBy !== markedBy) await markHeldOut(transaction, row);
  }
  // most steps move members only, and the segments stand as they did
  const after =
    evaluated.length === 0
      ? stored
      : new Map([...stored, ...evaluated.map((segment) => [segment.row.id, segment] as const)]);
  return { moved: last - ledger.last, more: more || postponed.size > 0, stored: after };
}

/** As many traces as one step takes, at least one. */
function cut(found: readonly StoredTrace[]): { traces: readonly StoredTrace[]; more: boolean } {
  let customers = 0;
  const fits = found.findIndex((trace) => {
    customers += trace.customers.length;
    return customers > MOST_CUSTOMERS;
  });
  const traces = fits === -1 ? found : found.slice(0, Math.max(1, fits));
  return { traces, more: traces.length < found.length || found.length === MOST_TRACES };
}

/** Takes everyone out of segments that are in force no more. */
async function close(transaction: Transaction, ended: readonly LedgerSegment[]): Promise<Movement[]> {
  const movements: Movement[] = [];
  for (const { row } of ended)
    movements.push({
      segment: row,
      kind: 'LEFT',
      cause: 'ARCHIVED',
      customers: await readMemberIds(transaction, row.id),
    });
  return movements;
}
