import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/neo4j/database.ts';
import { readStatistics } from './statistics.store.ts';
import { defaultStatistics, type Statistics } from './statistics.ts';

/** Keeps statistics of the graph at hand. */
export interface StatisticsService {
  /** The latest there are, at once. If they are old, newer ones are fetched behind the caller's back. */
  current(): Statistics;
  /** Reads the graph now and waits for it. */
  refresh(): Promise<Statistics>;
  /** Much has changed (an import): the next `current` fetches newer ones. */
  markStale(): void;
  /** Resolves when nothing is being fetched; call it before the database is closed. */
  idle(): Promise<void>;
}

export interface StatisticsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  /** Hears why a fetch in the background failed; the statistics at hand stay in use. */
  readonly onError?: (error: unknown) => void;
  /** Age after which newer ones are fetched. */
  readonly maxAgeMs?: number;
}

const MAX_AGE_MS = 10 * 60_000;
// Fetching takes at most a twentieth of the database's time, however large the graph is and however often it changes.
const REST_PER_WORK = 20;
const LEAST_REST_MS = 1_000;

export function createStatisticsService(dependencies: StatisticsDependencies): StatisticsService {
  const { database, clock, onError = () => undefined, maxAgeMs = MAX_AGE_MS } = dependencies;
  let latest = defaultStatistics;
  let takenAt = Number.NEGATIVE_INFINITY;
  let restUntil = Number.NEGATIVE_INFINITY;
  let stale = true;
  let running: Promise<Statistics> | null = null;

  const fetch = async () => {
    const started = performance.now();
    stale = false;
    try {
      latest = await readStatistics(database);
      takenAt = clock.now().getTime();
      return latest;
    } catch (error) {
      stale = true;
      throw error;
    } finally {
      const ended = performance.now();
      restUntil = ended + Math.max(LEAST_REST_MS, REST_PER_WORK * (ended - started));
      running = null;
    }
  };
  const refresh = () => {
    running ??= fetch();
    return running;
  };
  const isOld = () => stale || clock.now().getTime() - takenAt > maxAgeMs;

  return {
    current: () => {
      if (!running && isOld() && performance.now() >= restUntil) refresh().catch(onError);
      return latest;
    },
    refresh,
    markStale: () => {
      stale = true;
    },
    idle: async () => {
      await running?.catch(() => undefined);
    },
  };
}
