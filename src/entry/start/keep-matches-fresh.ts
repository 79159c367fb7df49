import type { Application } from '../../application.ts';
import { messageOf } from '../../platform/errors.ts';

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
  const look = () => {
    looks += 1;
    if (looks % LOOKS_INTO_GRAPH === 0) matching.markStale();
    if (!matching.isStale()) return;
    matching
      .drain()
      .catch((error) => log.warn(`Customers could not be compared; what is left stays marked: ${messageOf(error)}`));
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
