/** How long so many things took. */
export interface Timing {
  readonly count: number;
  readonly seconds: number;
  readonly perSecond: number;
}

/** Times work that handles `count` things. */
export async function time(count: number, work: () => Promise<unknown>): Promise<Timing> {
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  return { count, seconds, perSecond: count / seconds };
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Runs before the measured ones: both the database and this process compile what is hot only after dozens of runs. */
const WARM_UP = 60;

/** Median milliseconds of two ways to do the same, run in turn (A B A B …) so that a slow moment hits both. */
export async function compare(runs: number, ours: () => Promise<unknown>, yardstick: () => Promise<unknown>) {
  const measured: { ours: number[]; yardstick: number[] } = { ours: [], yardstick: [] };
  for (let run = -WARM_UP; run < runs; run++)
    for (const [name, work] of [
      ['ours', ours],
      ['yardstick', yardstick],
    ] as const) {
      const milliseconds = await timed(work);
      if (run >= 0) measured[name].push(milliseconds);
    }
  const [oursMs, yardstickMs] = [median(measured.ours), median(measured.yardstick)];
  return { oursMs, yardstickMs, ratio: oursMs / yardstickMs };
}

/** The value that such a share of them does not reach. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Cuts a sequence into lists of at most `size`. */
export function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
