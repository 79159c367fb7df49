import { checkCount } from '../../platform/check-count.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { type CustomerRow, customerFromNode } from '../../profile/customer360/customer-row.ts';
import type { RecommendationRules } from '../../profile/recommendations/recommendation-rules.ts';
import type { RecommendationsService } from '../../profile/recommendations/recommendations.service.ts';
import { byScore, liftOf, scoreOf } from '../../profile/recommendations/score-pairs.ts';
import { type MembersInput, readNamedRule } from '../segments/read-members.ts';
import type { CompileSelection } from '../selection/compile-selection.ts';
import type { Connection } from '../selection/connection.ts';
import { orderingOf } from '../selection/ordering.ts';
import { customersSortable } from '../selection/orderings.ts';
import { type ReadArguments, readPage } from '../selection/read-page.ts';
import { sourceOf } from '../selection/read-selection.ts';
import { countInAudience, leftToOffer } from './cross-sell.store.ts';

/** Whom to look at, and which products. */
export interface CrossSellInput extends MembersInput {
  /** Only products in one of these, by the name of any level; missing: all. */
  readonly categories?: readonly string[] | null;
  /** How many products: 1 to 50. */
  readonly first: number;
}

/** A product that an audience buys, and who of them is left to offer it to. */
export interface CrossSellOffer {
  readonly sku: string;
  /** Of the audience who bought it. */
  readonly buyers: number;
  readonly lift: number;
  readonly score: number;
  readonly reason: string;
  customers(page: ReadArguments): Promise<Connection<CustomerRow>>;
}

/** What to offer an audience. */
export interface CrossSell {
  readonly asOf: Date;
  /** When the buyers of all products were counted; null: not yet, and there are no offers. */
  readonly computedAt: Date | null;
  /** How many customers the audience holds. */
  readonly customers: number;
  readonly offers: readonly CrossSellOffer[];
}

export interface CrossSellService {
  /** Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_RULE, RULE_TOO_COSTLY. */
  crossSell(input: CrossSellInput): Promise<CrossSell>;
}

export interface CrossSellDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly compile: CompileSelection;
  readonly rules: RecommendationRules;
  readonly recommendations: Pick<RecommendationsService, 'lastCount'>;
}

const MOST_OFFERS = 50;
const DAY_MS = 86_400_000;

export function createCrossSellService(dependencies: CrossSellDependencies): CrossSellService {
  const { database, clock, timeZone, compile, rules, recommendations } = dependencies;
  const { historyDays, support } = rules.pairs;

  return {
    async crossSell(input) {
      const { first, categories } = input;
      checkCount('first', first, MOST_OFFERS);
      const { rule } = await readNamedRule(database, timeZone, input);
      const asOf = input.asOf ?? clock.now();
      const select = await compile.prepare(rule, { asOf, source: sourceOf(input) });
      const [count, { size, products }] = await Promise.all([
        recommendations.lastCount(),
        countInAudience(database, select({ predicates: [], parameters: {} }), {
          since: new Date(asOf.getTime() - historyDays * DAY_MS),
          at: asOf,
          outOfSaleTags: rules.outOfSaleTags,
          categories: categories ?? null,
        }),
      ]);
      const customersFor = (sku: string) => (page: ReadArguments) => {
        const left = leftToOffer(sku, asOf, rules);
        const source = {
          name: 'crossSell',
          select: ({ predicates, parameters }: Parameters<typeof select>[0]) =>
            select({
              predicates: [...left.predicates, ...predicates],
              parameters: { ...left.parameters, ...parameters },
            }),
        };
        return readPage(database, source, orderingOf(customersSortable, null), page, customerFromNode);
      };
      const offers = products
        .filter(({ buyers, all }) => buyers >= support && all > 0)
        .map(({ sku, buyers, all }) => {
          const sizes = { both: buyers, one: size, other: all, all: count?.buyers ?? 0 };
          return { sku, customers: buyers, lift: liftOf(sizes), score: scoreOf(sizes, rules.pairs) };
        })
        .sort(byScore)
        .slice(0, first)
        .map(({ sku, customers: buyers, lift, score }) => {
          const reason = `bought by ${inWords(buyers)} of these ${inWords(size)} customers, ${lift.toFixed(1)} times as many as among all`;
          return { sku, buyers, lift, score, reason, customers: customersFor(sku) };
        });
      return { asOf, computedAt: count?.computedAt ?? null, customers: size, offers: count === null ? [] : offers };
    },
  };
}

const inWords = (count: number) => count.toLocaleString('en-US');
