import type { Application } from '../../application.ts';
import { messageOf } from '../../platform/errors.ts';
import { lookNowAndEvery } from './look-every.ts';

const LOOK_EVERY_MS = 300_000;
const NOT_BEFORE_MS = 3_600_000;
const AT_LEAST_EVERY_MS = 86_400_000;

/**
 * Counts what is bought with what, in the background: when there is no count, an hour after the last one if facts came in since, and
 * every day, as purchases grow old.
 * @returns the way to stop that
 */
export function keepRecommendationsFresh({ recommendations, clock, log }: Application): () => void {
  async function look(): Promise<void> {
    const count = await recommendations.lastCount();
    const age = count === null ? Number.POSITIVE_INFINITY : clock.now().getTime() - count.computedAt.getTime();
    const soon = recommendations.isStale() && (age >= NOT_BEFORE_MS || count?.products === 0);
    if (soon || age >= AT_LEAST_EVERY_MS) await recommendations.refresh();
  }
  return lookNowAndEvery(LOOK_EVERY_MS, look, (error) =>
    log.warn(`What is bought with what was not counted anew: ${messageOf(error)}`),
  );
}
