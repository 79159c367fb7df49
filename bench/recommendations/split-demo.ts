import { generateDemo } from '../../src/demo/index.ts';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';

/** The demo retailer, cut at an instant. */
export interface SplitDemo {
  /** What was known by then: the catalogue, people and orders as they stood. */
  readonly before: readonly RecordInput[];
  /** Of everyone who ordered before and after: their newest order before, and what they bought after and never before. */
  readonly people: readonly {
    readonly order: string;
    readonly later: ReadonlySet<string>;
  }[];
}

interface PersonOrders {
  newest: { key: string; at: number } | null;
  readonly bought: Set<string>;
  readonly later: Set<string>;
}

/** Cuts what happened up to `until` at `cut`. A refund after the cut was not known by then. */
export function splitDemo(customers: number, cut: Date, until: Date): SplitDemo {
  const before: RecordInput[] = [];
  const people = new Map<string, PersonOrders>();
  const isBefore = (instant: string) => Date.parse(instant) < cut.getTime();
  for (const record of generateDemo({ customers, seed: 618, until }).records) {
    if ('event' in record) continue;
    if ('customer' in record) {
      if (isBefore(record.customer.observedAt)) before.push(record as RecordInput);
      continue;
    }
    if (!('order' in record)) {
      before.push(record as RecordInput);
      continue;
    }
    const { order } = record;
    // The end of a number is the person's: S260618-<person>-01.
    const person = order.number.split('-')[1] as string;
    const orders = people.get(person) ?? { newest: null, bought: new Set<string>(), later: new Set<string>() };
    people.set(person, orders);
    const known = order.updatedAt === undefined || isBefore(order.updatedAt);
    const isPurchase = order.status === 'PAID' || order.status === 'PARTIALLY_REFUNDED';
    if (!isBefore(order.placedAt)) {
      if (isPurchase) for (const { sku } of order.lines) orders.later.add(sku);
      continue;
    }
    const { refunded, updatedAt, ...asPlaced } = order;
    before.push({ order: known ? order : { ...asPlaced, status: 'PAID' } } as RecordInput);
    if (known && !isPurchase) continue;
    for (const { sku } of order.lines) orders.bought.add(sku);
    const at = Date.parse(order.placedAt);
    if (orders.newest === null || at > orders.newest.at) orders.newest = { key: `${order.source}|${order.number}`, at };
  }
  return {
    before,
    people: [...people.values()].flatMap(({ newest, bought, later }) => {
      const first = new Set([...later].filter((sku) => !bought.has(sku)));
      return newest === null || first.size === 0 ? [] : [{ order: newest.key, later: first }];
    }),
  };
}
