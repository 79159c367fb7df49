import type { Application } from '../../application.ts';
import { messageOf } from '../../platform/errors.ts';
import { lookEvery } from './look-every.ts';

// A little over the hour for which a count holds good.
const EVERY_MS = 3_660_000;

/**
 * Brings performance bands up to date now and every hour, as sales leave the window with time alone.
 * @returns the way to stop that
 */
export async function keepBandsFresh({ performance, log }: Application): Promise<() => void> {
  // Naming nobody counts everything, but only when that was last done more than an hour ago.
  const refresh = () => performance.refreshPerformance({ storeCodes: [], staffCodes: [] });
  await refresh();
  return lookEvery(EVERY_MS, refresh, (error) =>
    log.warn(`Performance bands were not brought up to date: ${messageOf(error)}`),
  );
}
