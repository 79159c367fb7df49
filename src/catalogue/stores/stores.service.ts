import type { Clock } from '../../platform/clock.ts';
import { subtractDuration } from '../../platform/time.ts';
import type { StoreRow } from './store-row.ts';
import type { StoresStore } from './stores.store.ts';

/** The period of a revenue: later than `asOf` less `within` (ISO 8601), up to and including `asOf` (default: now). */
export interface RevenuePeriod {
  readonly within: string;
  readonly asOf?: Date | null;
}

export interface StoresService {
  /** The stores with these codes, in that order; null for a code that is not known. */
  storesByCode(codes: readonly string[]): Promise<(StoreRow | null)[]>;
  /**
   * The net revenue of each store's purchases in the period, in the order of the codes: minor units of the reporting
   * currency, exact; 0 for a store without purchases. One statement for all codes.
   */
  storeRevenue(codes: readonly string[], period: RevenuePeriod): Promise<number[]>;
}

/** @param deps.timeZone where days, months and years of a period are counted */
export function createStoresService(deps: { store: StoresStore; clock: Clock; timeZone: string }): StoresService {
  return {
    storesByCode: (codes) => deps.store.byCode(codes),
    storeRevenue(codes, { within, asOf }) {
      const to = asOf ?? deps.clock.now();
      return deps.store.revenue(codes, subtractDuration(to, within, deps.timeZone), to);
    },
  };
}
