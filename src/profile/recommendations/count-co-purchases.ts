import type { CoPurchaseCount, CoPurchasesStore } from './co-purchases.store.ts';
import { createPairCounter } from './count-pairs.ts';
import type { PairRules } from './recommendation-rules.ts';
import { type ScoredProduct, scorePairs } from './score-pairs.ts';

export interface CountOptions {
  readonly asOf: Date;
  readonly rules: PairRules;
  readonly onProgress: (done: number, total: number) => void;
}

const DAY_MS = 86_400_000;
const REPORT_EVERY = 1_000;
/** Products that one transaction writes: with fifty pairs of either kind each, ten thousand relationships. */
const PORTION = 100;

/** Reads all customers' purchases once, and writes what goes with each product, a portion of the products after the other. */
export async function countCoPurchases(
  store: CoPurchasesStore,
  { asOf, rules, onProgress }: CountOptions,
): Promise<CoPurchaseCount> {
  const total = await store.countBuyers();
  const counter = createPairCounter(rules);
  let done = 0;
  for await (const { skus, times } of store.purchasesOfAll({
    since: new Date(asOf.getTime() - rules.historyDays * DAY_MS),
    asOf,
  })) {
    counter.add(skus.map((sku, index) => ({ sku, at: times[index] as number })));
    if (++done % REPORT_EVERY === 0) onProgress(done, Math.max(done, total));
  }
  onProgress(done, Math.max(done, total));

  const counts = counter.counts();
  const scored = scorePairs(counts, rules);
  const forgotten = (await store.countedBefore()).filter((sku) => !counts.products.has(sku)).map(nothing);
  const all = [...scored, ...forgotten];
  for (let from = 0; from < all.length; from += PORTION) await store.writeProducts(all.slice(from, from + PORTION));
  const count = {
    computedAt: asOf,
    buyers: counts.buyers,
    products: scored.length,
    pairs: scored.reduce((sum, { together, next }) => sum + together.length + next.length, 0),
  };
  await store.writeCount(count);
  return count;
}

/** A product that nobody buys any more. */
const nothing = (sku: string): ScoredProduct => ({ sku, buyers: 0, again: 0, together: [], next: [] });
