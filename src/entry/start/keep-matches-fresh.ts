import type { Application } from '../../application.ts';
import { messageOf } from '../../platform/errors.ts';

const EVERY_MS = 2_000;

/**
 * Compares in the background what changed, so that possible matches are there before somebody asks. An import is looked at when
 * it has ended.
 * @returns the way to stop that
 */
export function keepMatchesFresh({ matching, log }: Application): () => void {
  const look = () => {
    if (!matching.isStale()) return;
    matching
      .drain()
      .catch((error) => log.warn(`Customers could not be compared; what is left stays marked: ${messageOf(error)}`));
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
