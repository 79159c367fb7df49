import type { PairCounts, ProductCount } from './count-pairs.ts';
import type { PairRules } from './recommendation-rules.ts';

/** How two products were bought. */
export const coPurchaseKinds = ['TOGETHER', 'NEXT'] as const;
export type CoPurchaseKind = (typeof coPurchaseKinds)[number];

/** A product that goes with another. */
export interface Pair {
  readonly sku: string;
  /** Who bought both. */
  readonly customers: number;
  /** How many times as many as if the two had nothing to do with each other. */
  readonly lift: number;
  readonly score: number;
}

/** One product, and what goes with it, the highest score first. */
export interface ScoredProduct {
  readonly sku: string;
  readonly buyers: number;
  /** Who bought it again. */
  readonly again: number;
  readonly together: readonly Pair[];
  readonly next: readonly Pair[];
}

/** Numbers of customers: who bought both, the one, the other, and anything. */
export interface PairSizes {
  readonly both: number;
  readonly one: number;
  readonly other: number;
  readonly all: number;
}

/** both × all / (one × other): 1 when the two have nothing to do with each other. */
export const liftOf = ({ both, one, other, all }: PairSizes) => (both * all) / (one * other);

/**
 * both / one × (all / other)^damping × both / (both + shrinkage): the share of the one's buyers who also bought the other, against
 * the other's popularity, less the fewer have bought both. With damping 1 and no shrinkage it is the lift.
 * Deshpande and Karypis, Item-Based Top-N Recommendation Algorithms, ACM TOIS 22(1), 2004, section 4.1.2 (their alpha is the
 * damping); shrinkage as Bell, Koren and Volinsky, KDD 2007, section 4.1.
 */
export function scoreOf({ both, one, other, all }: PairSizes, { damping, shrinkage }: Scoring): number {
  return (both / one) * (all / other) ** damping * (both / (both + shrinkage));
}
export type Scoring = Pick<PairRules, 'damping' | 'shrinkage'>;

/** What goes with each product, by the counts. */
export function scorePairs({ buyers: all, products }: PairCounts, rules: PairRules): ScoredProduct[] {
  const pairsOf = (one: ProductCount, counts: ReadonlyMap<string, number>): Pair[] =>
    [...counts]
      .filter(([, both]) => both >= rules.support)
      .map(([sku, both]) => {
        const sizes = { both, one: one.buyers, other: (products.get(sku) as ProductCount).buyers, all };
        return { sku, customers: both, lift: liftOf(sizes), score: scoreOf(sizes, rules) };
      })
      .sort(byScore)
      .slice(0, rules.keep);
  return [...products]
    .map(([sku, count]) => ({
      sku,
      buyers: count.buyers,
      again: count.next.get(sku) ?? 0,
      together: pairsOf(count, count.together),
      next: pairsOf(count, count.next),
    }))
    .sort((one, other) => (one.sku < other.sku ? -1 : 1));
}

/** The highest score first; then by how many customers, then by sku. */
export function byScore(one: Pick<Pair, 'sku' | 'score' | 'customers'>, other: typeof one): number {
  return other.score - one.score || other.customers - one.customers || (one.sku < other.sku ? -1 : 1);
}
