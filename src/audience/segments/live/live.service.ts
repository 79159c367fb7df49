import type { Clock } from '../../../platform/clock.ts';
import type { Database, Transaction } from '../../../platform/neo4j/database.ts';
import { readStoredTags } from '../../../profile/tags/definitions.store.ts';
import { readFragments } from '../fragments/fragments.store.ts';
import type { Run } from '../segments.store.ts';
import { advance, type LiveState, MOST_TRACES, type Step, type StepSettings } from './advance.ts';
import { findCandidates } from './candidates.store.ts';
import type { ClockRange } from './clock-ranges.ts';
import { createFeed, type Feed, type FeedInput, type FeedPage } from './follow-feed.ts';
import { type LedgerState, readLedger, readLedgerSegments } from './ledger.store.ts';
import { readLiveSegments, readsOf } from './live-segments.ts';
import { knowsNobody, lockAndLook } from './look.store.ts';
import { clockRangesOf, distinctRanges } from './tasks.ts';

/** Membership of published segments as it is stored, kept up with what changes and with the clock. */
export interface LiveService {
  /**
   * Brings stored membership up to now; gives how many entered or left. What was committed before the call is heeded when it
   * returns. Several callers, in several processes too, may call at once.
   */
  catchUp(): Promise<number>;
  /** Whether `catchUp` has anything to do, at the cost of one or two reads. */
  isBehind(): Promise<boolean>;
  /** A portion of the durable feed: nothing missed, nothing twice. Errors: BAD_USER_INPUT, INVALID_CURSOR. */
  feed(input: FeedInput): Promise<FeedPage>;
  /** The changes from now on, or after a cursor, as they come, without end. Errors: INVALID_CURSOR. */
  readonly changes: Feed['follow'];
}

/** What live membership stands on. `database`: one that no caller's going away ends, as the work is for everyone. */
export interface LiveDependencies extends StepSettings {
  readonly database: Database;
  readonly clock: Clock;
}

/** What the last step here came to. */
interface Known {
  readonly revision: string;
  readonly evaluatedAt: Date;
  readonly state: LiveState;
}

export function createLiveService(deps: LiveDependencies): LiveService {
  const { database, clock, compile } = deps;
  let known: Known | null = null;
  const feed = createFeed(database);

  /** The segments, read anew when they changed. Which rules they were evaluated by is always read with them. */
  async function stateAt(transaction: Transaction, ledger: LedgerState, now: Date): Promise<LiveState> {
    if (known?.revision === ledger.revision && !needsMarks(known.state)) return known.state;
    const run: Run = (query, parameters) => transaction.run(query, parameters);
    const rows = await readLedgerSegments(run);
    const stored = new Map(rows.map((row) => [row.row.id, row]));
    if (known?.revision === ledger.revision) return { ...known.state, stored };
    const live = readLiveSegments(
      rows.map(({ row }) => row),
      await readFragments(run),
      await readStoredTags(run),
      compile.settings,
      now,
    );
    return { live, reads: readsOf(live), stored };
  }

  async function step(): Promise<Step> {
    const done = await database.writeTransaction('live.advance', async (transaction) => {
      const expected = latest(clock.now(), known?.evaluatedAt ?? null);
      const looked = await lockAndLook(transaction, {
        mostTraces: MOST_TRACES,
        ranges: rangesUntil(known, expected),
        reads: known?.state.reads ?? null,
      });
      const { revision, evaluatedAt } = looked.ledger;
      // what was read of customers is what the segments read that were known
      const locked = known?.revision === revision ? looked : { ...looked, known: knowsNobody };
      const now = latest(expected, evaluatedAt);
      const state = await stateAt(transaction, looked.ledger, now);
      return { revision, now, state, ...(await advance(transaction, locked, state, deps, now)) };
    });
    // only what is committed is known
    known = { revision: done.revision, evaluatedAt: done.now, state: { ...done.state, stored: done.stored } };
    return done;
  }

  async function catchUpNow(): Promise<number> {
    let moved = 0;
    for (let more = true; more; ) {
      const done = await step();
      moved += done.moved;
      more = done.more;
    }
    if (moved > 0) feed.wake();
    return moved;
  }

  let running: Promise<number> = Promise.resolve(0);
  let queued: Promise<number> | null = null;

  function catchUp(): Promise<number> {
    // one that runs may have read already what the caller wrote last: it is waited for, then done once for all who wait
    queued ??= running
      .catch(() => 0)
      .then(() => {
        queued = null;
        running = catchUpNow();
        return running;
      });
    return queued;
  }

  return {
    catchUp,
    isBehind: async () => {
      const { waiting, revision, evaluatedAt } = await readLedger(database.read);
      if (waiting || known?.revision !== revision || needsMarks(known.state)) return true;
      const time = { from: evaluatedAt, to: latest(clock.now(), evaluatedAt) };
      const ranges = known.state.live.map((segment) => clockRangesOf(segment, time));
      // everyone would have to be asked: not at each look
      const since = evaluatedAt === null ? Number.POSITIVE_INFINITY : time.to.getTime() - evaluatedAt.getTime();
      if (ranges.includes(null) && since >= ASK_EVERYONE_EVERY_MS) return true;
      const crossed = await findCandidates(database.read, distinctRanges(ranges));
      return [...crossed.values()].some(({ ids }) => ids.length > 0);
    },
    feed: async (input) => {
      await catchUp();
      return feed.read(input);
    },
    changes: feed.follow,
  };
}

/** What time may have moved since the last step, where this is known segment by segment. */
function rangesUntil(known: Known | null, to: Date): readonly ClockRange[] {
  if (known === null) return [];
  return distinctRanges(known.state.live.map((segment) => clockRangesOf(segment, { from: known.evaluatedAt, to })));
}

/** Segments whose stored members were found by something else than is in force now. */
function needsMarks({ live, stored }: LiveState): boolean {
  const inForce = new Map(live.map((segment) => [segment.row.id, segment]));
  return [...stored.values()].some(({ row, evaluatedAs, markedBy }) => {
    const segment = inForce.get(row.id);
    if (!segment) return evaluatedAs !== null;
    return evaluatedAs !== segment.fingerprint || markedBy !== segment.markedBy;
  });
}

/** How often time alone makes a segment ask everyone, where it cannot be told whom time has moved. */
const ASK_EVERYONE_EVERY_MS = 60_000;

function latest(one: Date, other: Date | null): Date {
  return other !== null && other > one ? other : one;
}
