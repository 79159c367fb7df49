import { describe, expect, it } from 'vitest';
import { toMinor } from '../platform/money.ts';
import { defaultCustomers, defaultSeed, generateDemo } from './generate-demo.ts';
import type { DemoOrder, DemoStore } from './types.ts';

const until = new Date('2026-11-22T06:00:00Z');
const day = 86_400_000;
const records = [...generateDemo({ customers: defaultCustomers, seed: defaultSeed, until }).records];
const stores = records.flatMap((record) => ('store' in record ? [record.store] : []));
const purchases = records.flatMap((record) =>
  'order' in record && (record.order.status === 'PAID' || record.order.status === 'PARTIALLY_REFUNDED')
    ? [record.order]
    : [],
);
const categoryOf = new Map(
  records.flatMap((record) => ('product' in record ? [[record.product.sku, record.product.category[2]] as const] : [])),
);
/** The person's part of an order number: two orders of one person have the same. */
const buyerOf = ({ number }: DemoOrder): string => number.split('-')[1] ?? number;
const isWeak = (store: DemoStore): boolean => store.tags.includes('sales-capability-low');
const fen = (amount: string): number => Number(toMinor(amount, 'CNY'));
const netOf = (order: DemoOrder): number =>
  order.lines.reduce(
    (sum, line) => sum + fen(line.unitPrice) * line.quantity - fen(line.discount ?? '0'),
    -fen(order.refunded ?? '0'),
  );
const within = (days: number) => (order: DemoOrder) => Date.parse(order.placedAt) > until.getTime() - days * day;

function revenueOf(store: DemoStore): number {
  return purchases.filter(within(90)).reduce((sum, order) => sum + (order.store === store.code ? netOf(order) : 0), 0);
}

describe('what the demo lets one find', () => {
  it('has eight stores of each format, two of them weak and just those the lowest in the last 90 days', () => {
    for (const format of ['flagship', 'mall', 'outlet']) {
      const ranked = stores
        .filter((store) => store.format === format)
        .sort((one, other) => revenueOf(one) - revenueOf(other));
      expect(ranked).toHaveLength(8);
      expect(ranked.map(isWeak)).toEqual([true, true, false, false, false, false, false, false]);
    }
  });

  it('has people who bought poles at weak stores, in the last 90 days and before', () => {
    const weak = new Set(stores.filter(isWeak).map(({ code }) => code));
    const poles = purchases.filter(
      (order) => weak.has(order.store ?? '') && order.lines.some(({ sku }) => categoryOf.get(sku) === 'Trekking poles'),
    );
    expect(new Set(poles.map(buyerOf)).size).toBeGreaterThan(50);
    expect(new Set(poles.filter(within(90)).map(buyerOf)).size).toBeGreaterThan(15);
  });

  it('has people who bought model A at a weak store in 618 and have not bought for half a year', () => {
    const weak = new Set(stores.filter(isWeak).map(({ code }) => code));
    const active = new Set(
      records.flatMap((record) => ('order' in record && within(183)(record.order) ? [buyerOf(record.order)] : [])),
    );
    const list = purchases.filter(
      (order) =>
        order.promotion === '618' && weak.has(order.store ?? '') && order.lines.some(({ sku }) => sku === 'model-a'),
    );
    expect(list.map(buyerOf).filter((buyer) => !active.has(buyer)).length).toBeGreaterThan(2);
  });

  it('has people who bought poles in 618 and neither jacket nor shoes', () => {
    const bought = (names: readonly string[]) => (order: DemoOrder) =>
      order.lines.some(({ sku }) => names.includes(categoryOf.get(sku) ?? ''));
    const equipped = new Set(purchases.filter(bought(['Shell jackets', 'Hiking shoes'])).map(buyerOf));
    const poles = purchases.filter((order) => order.promotion === '618').filter(bought(['Trekking poles']));
    expect(new Set(poles.map(buyerOf).filter((buyer) => !equipped.has(buyer))).size).toBeGreaterThan(10);
  });

  it('sells more in the days of 618 and 11.11 than in the days around them', () => {
    const perDay = (from: string, to: string) => {
      const days = (Date.parse(to) - Date.parse(from)) / day;
      return purchases.filter(({ placedAt }) => placedAt >= from && placedAt < to).length / days;
    };
    expect(perDay('2026-06-01', '2026-06-19')).toBeGreaterThan(1.6 * perDay('2026-06-19', '2026-07-19'));
    expect(perDay('2025-11-01', '2025-11-12')).toBeGreaterThan(1.6 * perDay('2025-11-12', '2025-12-12'));
  });

  it('has staff who sell much more than others in the same shop', () => {
    const bySeller = new Map<string, number>();
    for (const order of purchases)
      if (order.store === 'sh-01')
        bySeller.set(order.staff ?? '', (bySeller.get(order.staff ?? '') ?? 0) + netOf(order));
    const sums = [...bySeller.values()].sort((one, other) => one - other);
    expect(sums).toHaveLength(7);
    expect(sums.at(-1)).toBeGreaterThan(2 * (sums[0] as number));
  });
});
