import type { Clock } from './clock.ts';

/** How far a count is that runs. */
export interface CountProgress {
  readonly startedAt: Date;
  readonly done: number;
  readonly total: number;
}

/** A count over everyone, of which one at most runs in this process. */
export interface BackgroundCount<Result> {
  /** Begins to count; while that is being done, gives that count. */
  refresh(): Promise<Result>;
  /** Null when nothing is counted just now. */
  refreshing(): CountProgress | null;
  /** Waits for a count that runs. */
  idle(): Promise<void>;
}

/** @param count counts as of an instant, and tells how far it is */
export function createBackgroundCount<Result>(
  clock: Clock,
  count: (asOf: Date, onProgress: (done: number, total: number) => void) => Promise<Result>,
): BackgroundCount<Result> {
  let progress: CountProgress | null = null;
  let running: Promise<Result> | null = null;

  async function run(): Promise<Result> {
    const startedAt = clock.now();
    progress = { startedAt, done: 0, total: 0 };
    try {
      return await count(startedAt, (done, total) => {
        progress = { startedAt, done, total };
      });
    } finally {
      progress = null;
      running = null;
    }
  }

  return {
    refresh() {
      running ??= run();
      return running;
    },
    refreshing: () => progress,
    idle: async () => void (await running?.catch(() => undefined)),
  };
}
