import type { BgNbdParameters } from './bg-nbd.ts';
import type { GammaGammaParameters } from './gamma-gamma.ts';
import type { RfmBoundaries, RfmGroup } from './rfm.ts';

/** What all buyers together say of buying: kept in the graph, so that one customer's value is known from it at once. */
export interface ValueModel {
  /** RFC 3339. Purchases up to then were counted. */
  readonly fittedAt: string;
  readonly buyers: number;
  /** Buyers who bought on a second day. */
  readonly returned: number;
  /** Null when too few came back to tell. */
  readonly buying: BgNbdParameters | null;
  readonly spending: GammaGammaParameters | null;
  /** JSON has no infinity: null where nobody reaches a score. */
  readonly boundaries: Readonly<Record<keyof RfmBoundaries, readonly (number | null)[]>>;
  readonly groups: Readonly<Record<RfmGroup, number>>;
}

/** The boundaries as they are compared with. */
export function boundariesOf({ boundaries }: ValueModel): RfmBoundaries {
  const infinite = (values: readonly (number | null)[]) => values.map((value) => value ?? Number.POSITIVE_INFINITY);
  return {
    recency: infinite(boundaries.recency),
    frequency: infinite(boundaries.frequency),
    monetary: infinite(boundaries.monetary),
  };
}
