/** Work that goes on side by side: in each lane one after the other, nothing behind what has failed there. */
export interface Lanes<T> {
  /** Starts work, the first in the first lane and so on; one alone waits for all lanes, and they for it. */
  start(works: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]>;
}

export function createLanes<T>(): Lanes<T> {
  let tails: readonly Promise<unknown>[] = [];
  return {
    start(works) {
      const behind = (lane: number) => (works.length > 1 ? (tails[lane] ?? Promise.all(tails)) : Promise.all(tails));
      const started = works.map((work, lane) => behind(lane).then(work));
      tails = started;
      return Promise.allSettled(started);
    },
  };
}
