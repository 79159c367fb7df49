import { type BackgroundCount, createBackgroundCount } from '../../platform/background-count.ts';
import { checkCount } from '../../platform/check-count.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { type CoPurchaseCount, createCoPurchasesStore } from './co-purchases.store.ts';
import { countCoPurchases } from './count-co-purchases.ts';
import { createPersonStore } from './person.store.ts';
import type { Recommended } from './recommend.ts';
import { type RecommendArguments, recommendToPersons } from './recommend-to-persons.ts';
import type { RecommendationRules } from './recommendation-rules.ts';
import type { CoPurchaseKind, Pair } from './score-pairs.ts';
import { tellReason } from './tell-reason.ts';

/** A product that is bought with another, and why it is shown. */
export interface BoughtWith extends Pair {
  readonly kind: CoPurchaseKind;
  readonly reason: string;
}

/** What is asked of the products that go with one. */
export interface BoughtWithArguments {
  readonly kind: CoPurchaseKind;
  /** 1 to 250. */
  readonly first: number;
}

export interface RecommendationsService extends BackgroundCount<CoPurchaseCount> {
  /** What was counted last; null before the first count. */
  lastCount(): Promise<CoPurchaseCount | null>;
  /** Notes that facts came in; costs nothing. */
  markStale(): void;
  /** Whether facts came in, on this server, since it last began to count. */
  isStale(): boolean;
  /** What goes with each product, by the last count. Errors: BAD_USER_INPUT. */
  boughtWith(skus: readonly string[], args: BoughtWithArguments): Promise<(readonly BoughtWith[])[]>;
  /** What to offer each customer, in that order. Errors: BAD_USER_INPUT. */
  recommendationsOf(ids: readonly string[], args: RecommendArguments): Promise<Recommended[][]>;
}

export interface RecommendationsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly rules: RecommendationRules;
}

/** The most products that one list shows. */
const MOST_SHOWN = 250;

export function createRecommendationsService({
  database,
  clock,
  rules,
}: RecommendationsDependencies): RecommendationsService {
  const store = createCoPurchasesStore(database);
  const persons = createPersonStore(database);
  let stale = false;
  const count = createBackgroundCount(clock, async (asOf, onProgress) => {
    stale = false;
    try {
      return await countCoPurchases(store, { asOf, rules: rules.pairs, onProgress });
    } catch (error) {
      stale = true;
      throw error;
    }
  });

  return {
    ...count,
    lastCount: store.readCount,
    markStale() {
      stale = true;
    },
    isStale: () => stale,
    async boughtWith(skus, { kind, first }) {
      checkCount('first', first, MOST_SHOWN);
      const rows = await store.boughtWith(skus, kind, first);
      const bySku = new Map(
        rows.map(({ sku, name, pairs }) => [
          sku,
          pairs.map((pair) => ({
            ...pair,
            kind,
            reason: tellReason(kind, { name: name ?? sku, yours: false, customers: pair.customers }),
          })),
        ]),
      );
      return skus.map((sku) => bySku.get(sku) ?? []);
    },
    recommendationsOf: async (ids, args) => {
      checkCount('first', args.first, MOST_SHOWN);
      return recommendToPersons(persons, ids, args, { rules, now: clock.now() });
    },
  };
}
