import { addDuration, subtractDuration } from '../../platform/time.ts';
import type { LoyaltyRules } from './loyalty-rules.ts';
import type { PaidOrder } from './movements.ts';

/** Why a tier changed or stayed: enough was bought; its time was over and enough had been bought, or not. */
export type TierCause = 'ENTERED' | 'KEPT' | 'LOST';

/** A change of tier, or that one was kept for another period. */
export interface TierChange {
  readonly at: Date;
  readonly tier: string;
  readonly cause: TierCause;
  /** When the next decision is due; null for the base tier. */
  readonly validUntil: Date | null;
  /** Net value of the purchases in the period before, in minor units of the reporting currency. */
  readonly spentMinor: number;
}

/** The tier of a customer at an instant. */
export interface TierStatus {
  readonly tier: string;
  /** Null for who was never in another than the base tier. */
  readonly since: Date | null;
  readonly validUntil: Date | null;
  /** Net value of the purchases in the period up to now. */
  readonly spentMinor: number;
  /** The next tier up, and what is missing to it; null at the top. */
  readonly next: { readonly tier: string; readonly missingMinor: number } | null;
  /** Oldest first. */
  readonly history: readonly TierChange[];
}

type Purchase = Pick<PaidOrder, 'placedAt' | 'keptMinor'>;

/**
 * The tiers a customer went through, by what is kept of the purchases today: one that was given back never counted. A tier
 * is entered with the purchase that reaches its amount within the period; when a period has passed since, it is kept for
 * another if the purchases of that period reach the amount for keeping, else the highest tier follows of which they do.
 */
export function tierStatus(
  orders: readonly Purchase[],
  { tiers }: LoyaltyRules,
  timeZone: string,
  asOf: Date,
): TierStatus {
  const { base, period, levels } = tiers;
  const purchases = orders
    .filter(({ keptMinor, placedAt }) => keptMinor > 0 && placedAt <= asOf)
    .sort((one, other) => one.placedAt.getTime() - other.placedAt.getTime());
  const spentBy = sumsWithin(purchases, (at) => subtractDuration(at, period, timeZone));
  const nameOf = (level: number) => levels[level]?.name ?? base;
  const history: TierChange[] = [];
  let level = -1;
  let validUntil: Date | null = null;

  function settle(at: Date, to: number, cause: TierCause, spentMinor: number): void {
    level = to;
    validUntil = to < 0 ? null : addDuration(at, period, timeZone);
    history.push({ at, tier: nameOf(to), cause, validUntil, spentMinor });
  }

  /** Decides at the end of every period that is over by then; purchases of that instant count with the period before. */
  function decideUntil(at: Date): void {
    while (validUntil !== null && validUntil < at) {
      const spent = spentBy(validUntil);
      const kept = levels.findLastIndex(({ keepAtMinor }, index) => index <= level && spent >= keepAtMinor);
      settle(validUntil, kept, kept === level ? 'KEPT' : 'LOST', spent);
    }
  }

  for (const { placedAt } of purchases) {
    decideUntil(placedAt);
    const spent = spentBy(placedAt);
    const reached = levels.findLastIndex(({ enterAtMinor }) => spent >= enterAtMinor);
    if (reached > level) settle(placedAt, reached, 'ENTERED', spent);
  }
  decideUntil(asOf);
  const spentMinor = spentBy(asOf);
  const next = levels[level + 1];
  return {
    tier: nameOf(level),
    since: history.findLast(({ cause }) => cause !== 'KEPT')?.at ?? null,
    validUntil,
    spentMinor,
    next: next ? { tier: next.name, missingMinor: Math.max(0, next.enterAtMinor - spentMinor) } : null,
    history,
  };
}

/** What purchases, oldest first, sum up to within the period that ends with an instant; the instant it began at is out. */
function sumsWithin(purchases: readonly Purchase[], beginOf: (at: Date) => Date): (at: Date) => number {
  const upTo = [0];
  for (const { keptMinor } of purchases) upTo.push((upTo.at(-1) as number) + keptMinor);
  const countUpTo = (at: Date) => {
    let [low, high] = [0, purchases.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((purchases[middle] as Purchase).placedAt <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (at) => (upTo[countUpTo(at)] as number) - (upTo[countUpTo(beginOf(at))] as number);
}
