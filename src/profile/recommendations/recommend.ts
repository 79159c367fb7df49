import type { PurchasedProduct } from './count-pairs.ts';
import type { PersonRules } from './recommendation-rules.ts';
import { byScore, type CoPurchaseKind } from './score-pairs.ts';

/** What a customer's own facts say of products. */
export interface PersonFacts {
  readonly bought: readonly PurchasedProduct[];
  /** Given back, and when. */
  readonly returned: readonly PurchasedProduct[];
  /** Products that they ordered and did not pay yet. */
  readonly ordered: readonly string[];
  /** Products that they do not want to see. */
  readonly declined: readonly string[];
}

/** What goes with one product, as it was counted. */
export interface Neighbour {
  /** The product that was bought. */
  readonly from: string;
  readonly kind: CoPurchaseKind;
  /** The product that goes with it. */
  readonly sku: string;
  readonly customers: number;
  readonly score: number;
  /** The part of the buyers of `sku` who bought it again. */
  readonly repurchased: number;
}

/** A product and how many bought it. */
export interface PopularProduct {
  readonly sku: string;
  readonly customers: number;
}

/** Why a product is recommended: `from` is what the customer bought; null where it is what many buy. */
export interface Reason {
  readonly kind: CoPurchaseKind | 'POPULAR';
  readonly from: string | null;
  readonly customers: number;
}

/** A product for one customer. */
export interface Recommended {
  readonly sku: string;
  readonly basis: 'CO_PURCHASE' | 'POPULARITY';
  readonly score: number;
  /** The one that weighs most first. */
  readonly reasons: readonly Reason[];
}

export interface RecommendOptions {
  readonly rules: PersonRules;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly first: number;
  /** Neighbours of what the customer bought; of others they do no harm. */
  readonly neighboursOf: (sku: string) => readonly Neighbour[];
  /** What many buy, the most bought first: it fills up what is left. */
  readonly popular: readonly PopularProduct[];
  /** Products that the reader does not want. */
  readonly exclude?: ReadonlySet<string>;
}

const DAY_MS = 86_400_000;
const MOST_REASONS = 3;

/**
 * Recommends by what the customer bought: each product scores the sum, over what they bought, of that pair's score (of both kinds)
 * times 0.5^(age of the purchase / half-life), where a product bought several times counts by the last.
 */
export function recommend(facts: PersonFacts, options: RecommendOptions): Recommended[] {
  const { rules, now, first, neighboursOf, popular, exclude } = options;
  const lastBought = lastTimes(facts.bought);
  const unwanted = new Set([...facts.declined, ...facts.ordered, ...(exclude ?? [])]);
  for (const [sku, at] of lastTimes(facts.returned))
    if (now - at < rules.returnedDays * DAY_MS && !((lastBought.get(sku) ?? 0) > at)) unwanted.add(sku);

  const found = new Map<string, { score: number; customers: number; reasons: (Reason & { weight: number })[] }>();
  for (const [from, at] of lastBought) {
    const weight = 0.5 ** ((now - at) / (rules.halfLifeDays * DAY_MS));
    for (const { sku, kind, customers, score, repurchased } of neighboursOf(from)) {
      if (unwanted.has(sku)) continue;
      const owned = lastBought.get(sku);
      if (owned !== undefined && !isDueAgain(owned, repurchased)) continue;
      const candidate = found.get(sku) ?? { score: 0, customers: 0, reasons: [] };
      candidate.score += weight * score;
      candidate.customers += customers;
      candidate.reasons.push({ kind, from, customers, weight: weight * score });
      found.set(sku, candidate);
    }
  }
  function isDueAgain(boughtAt: number, repurchased: number): boolean {
    return repurchased >= rules.repurchasedBy && now - boughtAt >= rules.repurchaseAfterDays * DAY_MS;
  }

  const own: Recommended[] = [...found]
    .map(([sku, candidate]) => ({ sku, ...candidate }))
    .sort(byScore)
    .slice(0, first)
    .map(({ sku, score, reasons }) => ({ sku, basis: 'CO_PURCHASE', score, reasons: strongest(reasons) }));
  const others = popular
    .filter(({ sku }) => !found.has(sku) && !unwanted.has(sku) && !lastBought.has(sku))
    .slice(0, first - own.length)
    .map(({ sku, customers }): Recommended => {
      return { sku, basis: 'POPULARITY', score: 0, reasons: [{ kind: 'POPULAR', from: null, customers }] };
    });
  return [...own, ...others];
}

/** When each product was last bought. */
function lastTimes(purchases: readonly PurchasedProduct[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { sku, at } of purchases) last.set(sku, Math.max(at, last.get(sku) ?? Number.NEGATIVE_INFINITY));
  return last;
}

function strongest(reasons: readonly (Reason & { weight: number })[]): Reason[] {
  return [...reasons]
    .sort((one, other) => {
      const found = other.weight - one.weight || other.customers - one.customers;
      return found || compareTexts(one.from ?? '', other.from ?? '') || compareTexts(other.kind, one.kind);
    })
    .slice(0, MOST_REASONS)
    .map(({ kind, from, customers }) => ({ kind, from, customers }));
}

const compareTexts = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);
