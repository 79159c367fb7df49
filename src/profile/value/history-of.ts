import { type BuyingHistory, DAYS_PER_WEEK } from './history.ts';
import type { Buyer } from './rfm.ts';
import type { PurchaseDays } from './value.store.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY;

/** What the models take of a customer's purchases. @param today local date */
export function historyOf(purchases: PurchaseDays, today: string): BuyingHistory {
  const { days, firstDay, lastDay, totalMinor, firstDayMinor } = purchases;
  const repeats = days - 1;
  return {
    repeats,
    recency: daysBetween(firstDay, lastDay) / DAYS_PER_WEEK,
    age: daysBetween(firstDay, today) / DAYS_PER_WEEK,
    meanValue: repeats > 0 ? (totalMinor - firstDayMinor) / repeats : 0,
  };
}

/** What ranks a customer. */
export function buyerOf({ lastPurchaseAt, purchases, totalMinor }: PurchaseDays): Buyer {
  return { recency: lastPurchaseAt.getTime(), frequency: purchases, monetary: totalMinor };
}
