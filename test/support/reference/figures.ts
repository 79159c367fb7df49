import { Big } from 'big.js';
import { countBack, millis, type Settings } from './settings.ts';
import type { Order } from './world.ts';

export type Stage = 'ANONYMOUS' | 'WINDOW' | 'FIRST_TIME' | 'REPEAT' | 'LOYAL' | 'INDECISIVE' | 'LAPSED';

/** What the default rules take for a sign of interest. */
export const signsOfInterest = ['product_view', 'add_to_cart', 'add_to_wishlist', 'return'];

interface Living extends Figures {
  readonly known: boolean;
  readonly eventObjects: readonly { readonly name: string; readonly occurredAt: string | Date }[];
}

/** What a person's orders and appearances add up to; money in the reporting currency. */
export interface Figures {
  purchaseCount: number;
  totalSpent: Big;
  /** Rounded half-up to the smallest unit; null without a purchase. */
  averagePurchaseValue: Big | null;
  firstPurchaseAt: Date | null;
  lastPurchaseAt: Date | null;
  lastSeenAt: Date | null;
}

/** `seen`: when the person's records were observed and events occurred, in milliseconds; orders of any status count too. */
export function figuresOf(orders: readonly Order[], seen: readonly number[]): Figures {
  const purchases = orders.filter(({ isPurchase }) => isPurchase);
  const bought = purchases.map(({ placedAt }) => millis(placedAt));
  const totalSpent = purchases.reduce((sum, { net }) => sum.plus(net), Big(0));
  const appearances = [...seen, ...orders.map(({ placedAt }) => millis(placedAt))];
  return {
    purchaseCount: purchases.length,
    totalSpent,
    averagePurchaseValue: purchases.length === 0 ? null : average(totalSpent, purchases.length),
    firstPurchaseAt: bought.length === 0 ? null : new Date(Math.min(...bought)),
    lastPurchaseAt: bought.length === 0 ? null : new Date(Math.max(...bought)),
    lastSeenAt: appearances.length === 0 ? null : new Date(Math.max(...appearances)),
  };
}

function average(total: Big, count: number): Big {
  return total.div(count).round(2, Big.roundHalfUp);
}

/** Where a person stands in the life of a customer at an instant. */
export function stageAt(person: Living, instant: Date, settings: Settings): Stage {
  if (!person.known) return 'ANONYMOUS';
  if (person.lastPurchaseAt === null) return 'WINDOW';
  const lapse = countBack(instant, `P${settings.lapsedAfterDays}D`, settings.timeZone);
  if (millis(person.lastPurchaseAt) < lapse) return 'LAPSED';
  const isQuiet = millis(person.lastPurchaseAt) < countBack(instant, 'P60D', 'UTC');
  const since = countBack(instant, 'P30D', 'UTC');
  const signs = person.eventObjects.filter(
    ({ name, occurredAt }) => signsOfInterest.includes(name) && millis(occurredAt) >= since,
  );
  if (isQuiet && signs.length >= 5) return 'INDECISIVE';
  if (person.purchaseCount === 1) return 'FIRST_TIME';
  return person.purchaseCount < 5 ? 'REPEAT' : 'LOYAL';
}
