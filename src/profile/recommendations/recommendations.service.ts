import type { Clock } from '../../platform/clock.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { type CoPurchaseCount, createCoPurchasesStore } from './co-purchases.store.ts';
import { countCoPurchases } from './count-co-purchases.ts';
import { createPersonStore } from './person.store.ts';
import type { Recommended } from './recommend.ts';
import { type RecommendArguments, recommendToPersons } from './recommend-to-persons.ts';
import type { RecommendationRules } from './recommendation-rules.ts';
import type { CoPurchaseKind, Pair } from './score-pairs.ts';
import { tellReason } from './tell-reason.ts';

/** A count that runs: how many customers were read so far. */
export interface RecommendationRefresh {
  readonly startedAt: Date;
  readonly done: number;
  readonly total: number;
}

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

export interface RecommendationsService {
  /** What was counted last; null before the first count. */
  lastCount(): Promise<CoPurchaseCount | null>;
  /** What this server counts just now; null when it counts nothing. */
  refreshing(): RecommendationRefresh | null;
  /** Counts what is bought with what; while that is being done, gives that count. */
  refresh(): Promise<CoPurchaseCount>;
  /** Notes that facts came in; costs nothing. */
  markStale(): void;
  /** Whether facts came in, on this server, since it last began to count. */
  isStale(): boolean;
  /** What goes with each product, by the last count. Errors: BAD_USER_INPUT. */
  boughtWith(skus: readonly string[], args: BoughtWithArguments): Promise<(readonly BoughtWith[])[]>;
  /** What to offer each customer, in that order. Errors: BAD_USER_INPUT. */
  recommendationsOf(ids: readonly string[], args: RecommendArguments): Promise<Recommended[][]>;
  /** Waits for a count that runs. */
  idle(): Promise<void>;
}

export interface RecommendationsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly rules: RecommendationRules;
}

/** The most products that one list shows. */
export const MOST_SHOWN = 250;

export function createRecommendationsService({
  database,
  clock,
  rules,
}: RecommendationsDependencies): RecommendationsService {
  const store = createCoPurchasesStore(database);
  const persons = createPersonStore(database);
  let progress: RecommendationRefresh | null = null;
  let running: Promise<CoPurchaseCount> | null = null;
  let stale = false;

  async function refresh(): Promise<CoPurchaseCount> {
    const asOf = clock.now();
    progress = { startedAt: asOf, done: 0, total: 0 };
    stale = false;
    try {
      return await countCoPurchases(store, {
        asOf,
        rules: rules.pairs,
        onProgress: (done, total) => {
          progress = { startedAt: asOf, done, total };
        },
      });
    } catch (error) {
      stale = true;
      throw error;
    } finally {
      progress = null;
      running = null;
    }
  }

  return {
    lastCount: store.readCount,
    refreshing: () => progress,
    refresh() {
      running ??= refresh();
      return running;
    },
    markStale() {
      stale = true;
    },
    isStale: () => stale,
    async boughtWith(skus, { kind, first }) {
      checkFirst(first);
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
      checkFirst(args.first);
      return recommendToPersons(persons, ids, args, { rules, now: clock.now() });
    },
    idle: async () => void (await running?.catch(() => undefined)),
  };
}

/** Refuses what is no size of a list. */
export function checkFirst(first: number): void {
  if (Number.isInteger(first) && first >= 1 && first <= MOST_SHOWN) return;
  throw new DomainError('BAD_USER_INPUT', `first must be a whole number from 1 to ${MOST_SHOWN}, not ${first}.`, {
    argument: 'first',
  });
}
