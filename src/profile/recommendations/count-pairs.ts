import type { PairRules } from './recommendation-rules.ts';

/** One product in a purchase, and when it was placed, in milliseconds since 1970. */
export interface PurchasedProduct {
  readonly sku: string;
  readonly at: number;
}

/** How customers buy one product; every number counts customers. */
export interface ProductCount {
  readonly buyers: number;
  /** By the other product: who bought both close together. */
  readonly together: ReadonlyMap<string, number>;
  /** By the other product, or the same: who bought that later. */
  readonly next: ReadonlyMap<string, number>;
}

/** What all customers' purchases add up to. */
export interface PairCounts {
  readonly buyers: number;
  readonly products: ReadonlyMap<string, ProductCount>;
}

/** Takes customers one by one, and then tells the counts. */
export interface PairCounter {
  /** All counted purchases of one customer, in any order. */
  add(purchases: readonly PurchasedProduct[]): void;
  counts(): PairCounts;
}

// Who buys more than that buys for a shop; all their pairs would say nothing of people, and take long.
const MOST_PRODUCTS = 300;

const DAY_MS = 86_400_000;

interface Tally {
  buyers: number;
  readonly together: Map<string, number>;
  readonly next: Map<string, number>;
}

/** Counts customers by the products they bought; memory: one number a pair that somebody bought. */
export function createPairCounter({
  togetherDays,
  nextDays,
}: Pick<PairRules, 'togetherDays' | 'nextDays'>): PairCounter {
  const [closeMs, laterMs] = [togetherDays * DAY_MS, nextDays * DAY_MS];
  const tallies = new Map<string, Tally>();
  let buyers = 0;

  return {
    add(purchases) {
      if (purchases.length === 0) return;
      buyers++;
      const bought = timesOf(purchases).map(({ sku, times }) => ({ sku, times, tally: tallyOf(tallies, sku) }));
      for (const { tally } of bought) tally.buyers++;
      if (bought.length > MOST_PRODUCTS) return;
      for (const one of bought)
        for (const other of bought) {
          let [together, next] = [false, false];
          for (const from of one.times)
            for (const to of other.times) {
              together ||= Math.abs(to - from) <= closeMs;
              next ||= to > from && to - from <= laterMs;
            }
          if (together && one !== other) increase(one.tally.together, other.sku);
          if (next) increase(one.tally.next, other.sku);
        }
    },
    counts: () => ({ buyers, products: tallies }),
  };
}

function timesOf(purchases: readonly PurchasedProduct[]) {
  const bySku = new Map<string, number[]>();
  for (const { sku, at } of purchases) {
    const times = bySku.get(sku);
    if (times) times.push(at);
    else bySku.set(sku, [at]);
  }
  return [...bySku].map(([sku, times]) => ({ sku, times }));
}

function tallyOf(tallies: Map<string, Tally>, sku: string): Tally {
  const known = tallies.get(sku);
  if (known) return known;
  const tally: Tally = { buyers: 0, together: new Map(), next: new Map() };
  tallies.set(sku, tally);
  return tally;
}

const increase = (counts: Map<string, number>, sku: string) => counts.set(sku, (counts.get(sku) ?? 0) + 1);
