import type { Application } from '../../application.ts';
import { messageOf } from '../../platform/errors.ts';
import { lookEvery } from './look-every.ts';

const EVERY_MS = 2_000;
// What another process took in is seen by looking into the graph.
const LOOKS_INTO_GRAPH = 15;

/**
 * Compares in the background what changed, so that possible matches are there before somebody asks. An import is looked at when
 * it has ended, one of another process within half a minute.
 * @returns the way to stop that
 */
export function keepMatchesFresh({ matching, log }: Application): () => void {
  let looks = 0;
  async function look(): Promise<void> {
    looks += 1;
    if (looks % LOOKS_INTO_GRAPH === 0) matching.markStale();
    if (matching.isStale()) await matching.drain();
  }
  return lookEvery(EVERY_MS, look, (error) =>
    log.warn(`Customers could not be compared; what is left stays marked: ${messageOf(error)}`),
  );
}
