import { Big } from 'big.js';
import { Temporal } from 'temporal-polyfill';
import type { Order, Person } from './world.ts';

/** What a person does as a rule, reckoned the plain way; shares are percent as floats, as the graph reckons them. */
export interface PlainHabits {
  readonly promotionShare: number | null;
  readonly discountShare: number | null;
  readonly priceSensitivity: number | null;
  readonly returnRate: number | null;
  readonly averageRating: null;
  readonly preferredChannel: string | null;
  readonly preferredStore: string | null;
  readonly preferredCategory: string | null;
  readonly preferredHour: number | null;
  readonly seasonShare: number | null;
}

/** The habits of a person of a world in which nobody rates. */
export function habitsOf({ orderObjects }: Person, timeZone: string): PlainHabits {
  const purchases = orderObjects.filter(({ isPurchase }) => isPurchase);
  const lines = purchases.flatMap((order) => order.lines);
  const paid = orderObjects.filter(({ status }) => ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(status));
  const returned = paid.map(({ status, total, net }) => (status === 'REFUNDED' ? total : total.minus(net)));
  const bargains = purchases.filter((order) => order.promotion !== null || order.lines.some((line) => line.isReduced));
  const local = purchases.map(({ placedAt }) =>
    Temporal.Instant.fromEpochMilliseconds(placedAt.getTime()).toZonedDateTimeISO(timeZone),
  );
  return {
    promotionShare: percent(
      purchases.filter(({ promotion }) => promotion !== null).map(({ net }) => net),
      purchases.map(({ net }) => net),
    ),
    discountShare: percent(
      lines.filter(({ isReduced }) => isReduced).map(({ total }) => total),
      lines.map(({ total }) => total),
    ),
    priceSensitivity: wilson(bargains.length, purchases.length),
    returnRate: percent(
      returned,
      paid.map(({ total }) => total),
    ),
    averageRating: null,
    preferredChannel: preferred(purchases, ({ channel }) => [channel]),
    preferredStore: preferred(purchases, ({ store }) => [store?.code ?? null]),
    preferredCategory: preferred(purchases, ({ lines: held }) =>
      held.map(({ product }) => product.category.at(-1) ?? null),
    ),
    preferredHour: hourOf(local.map(({ hour }) => hour)),
    seasonShare: seasonOf(local),
  };
}

const sum = (values: readonly Big[]) => values.reduce((total, value) => total.plus(value), Big(0));

function percent(some: readonly Big[], all: readonly Big[]): number | null {
  const whole = sum(all);
  // in minor units, which are whole numbers
  return whole.gt(0) ? (100 * sum(some).times(100).toNumber()) / whole.times(100).toNumber() : null;
}

function wilson(some: number, all: number): number | null {
  if (all === 0) return null;
  if (some === 0) return 0;
  const z = 1.959964;
  const p = some / all;
  const middle = p + (z * z) / (2 * all);
  const spread = z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all));
  return (100 * (middle - spread)) / (1 + (z * z) / all);
}

function counts<Key>(keys: readonly Key[]): [Key, number][] {
  const found = new Map<Key, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return [...found];
}

function preferred(purchases: readonly Order[], valuesOf: (order: Order) => (string | null)[]): string | null {
  if (purchases.length < 3) return null;
  const values = purchases.flatMap((order) => [...new Set(valuesOf(order))]).filter((value) => value !== null);
  const [best] = counts(values)
    .filter(([, count]) => 2 * count > purchases.length)
    .sort(([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1));
  return best?.[0] ?? null;
}

function hourOf(hours: readonly number[]): number | null {
  const [best] = counts(hours)
    .filter(([, count]) => count >= 3 && 3 * count >= hours.length)
    .sort(([one, often], [other, oftener]) => oftener - often || one - other);
  return best?.[0] ?? null;
}

function seasonOf(times: readonly Temporal.ZonedDateTime[]): number | null {
  const seasons = [0, 1, 2, 3].map((season) => times.filter(({ month }) => Math.floor((month % 12) / 3) === season));
  const lasting = seasons.filter(
    (own) => new Set(own.map(({ year, month }) => year + Math.floor(month / 12))).size >= 2,
  );
  if (lasting.length === 0) return null;
  return (100 * Math.max(...lasting.map((own) => own.length))) / times.length;
}
