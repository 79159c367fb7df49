import { checkCount } from '../../../platform/check-count.ts';
import { DomainError } from '../../../platform/errors.ts';
import type { Database } from '../../../platform/neo4j/database.ts';
import { readChanges, type SegmentChange } from './feed.store.ts';
import { readLedger } from './ledger.store.ts';

/** Which changes are asked for. */
export interface FeedInput {
  /** Id of one segment; all segments without it. */
  readonly segment?: string | null;
  /** Cursor of the last change that the caller has; the beginning without it. */
  readonly after?: string | null;
  /** 1 to 1,000, default 100. */
  readonly first?: number | null;
}

/** A portion of the feed. */
export interface FeedPage {
  readonly changes: readonly SegmentChange[];
  /** Where to go on: behind the last change given, or at the end of the feed when there is no more. */
  readonly cursor: string;
  readonly hasMore: boolean;
}

/** The stored feed, as far as it has come. */
export interface Feed {
  /** A portion of it. Errors: BAD_USER_INPUT, INVALID_CURSOR. */
  read(input: FeedInput): Promise<FeedPage>;
  /** What comes from now on, or after a cursor, without end. Errors: INVALID_CURSOR. */
  follow(input: Pick<FeedInput, 'segment' | 'after'>): Promise<AsyncIterableIterator<SegmentChange>>;
  /** Tells those who follow to look at once. */
  wake(): void;
}

const MOST_CHANGES = 1_000;
const USUAL_CHANGES = 100;
/** Other servers write as well. */
const LOOK_EVERY_MS = 1_000;

const cursorOf = (number: number) => String(number);

export function createFeed(database: Database): Feed {
  const sleepers = new Set<() => void>();

  async function read(input: FeedInput): Promise<FeedPage> {
    const first = checkCount('first', input.first ?? USUAL_CHANGES, MOST_CHANGES);
    // the end is read first: what comes in between is found by the next call
    const { last } = await readLedger(database.read);
    const after = readCursor(input.after, last) ?? 0;
    const asked = { segmentId: input.segment ?? null, after, first: first + 1 };
    const found = (await readChanges(database.read, asked)).filter(({ number }) => number <= last);
    const changes = found.slice(0, first);
    const hasMore = found.length > first;
    return { changes, cursor: cursorOf(hasMore ? (changes.at(-1)?.number ?? after) : last), hasMore };
  }

  async function* changesFrom(
    segment: string | null,
    from: number,
    signal: AbortSignal,
  ): AsyncGenerator<SegmentChange> {
    let after = cursorOf(from);
    while (!signal.aborted) {
      const woken = sleep(signal);
      const page = await read({ segment, after, first: MOST_CHANGES });
      yield* page.changes;
      after = page.cursor;
      if (!page.hasMore) await woken;
    }
  }

  /** Until somebody wakes, the signal aborts, or it is time to look. */
  function sleep(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        sleepers.delete(end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, LOOK_EVERY_MS);
      sleepers.add(end);
      signal.addEventListener('abort', end);
    });
  }

  return {
    read,
    follow: async (input) => {
      const { last } = await readLedger(database.read);
      const end = new AbortController();
      const changes = changesFrom(input.segment ?? null, readCursor(input.after, last) ?? last, end.signal);
      const following: AsyncIterableIterator<SegmentChange> = {
        next: () => changes.next(),
        // a generator that waits cannot be told to end: what it waits for is ended first
        return: () => {
          end.abort();
          return changes.return(undefined);
        },
        [Symbol.asyncIterator]() {
          return following;
        },
      };
      return following;
    },
    wake: () => {
      for (const sleeper of [...sleepers]) sleeper();
    },
  };
}

function readCursor(after: string | null | undefined, last: number): number | null {
  if (after == null) return null;
  const number = /^\d{1,15}$/.test(after) ? Number(after) : Number.NaN;
  if (number <= last) return number;
  throw new DomainError('INVALID_CURSOR', 'The cursor given as after is not one of this feed.', { argument: 'after' });
}
