import { subtractDuration } from '../../platform/time.ts';
import {
  aliveProbability,
  type BgNbdParameters,
  expectedPurchases,
  medianWeeksToNextPurchase,
  purchaseProbability,
} from './bg-nbd.ts';
import { expectedValue } from './gamma-gamma.ts';
import { type BuyingHistory, DAYS_PER_WEEK } from './history.ts';
import { buyerOf, historyOf } from './history-of.ts';
import { type RfmGroup, type RfmScores, rfmGroup, rfmScores } from './rfm.ts';
import type { PurchaseDays } from './value.store.ts';
import { boundariesOf, type ValueModel } from './value-model.ts';

/** What a customer is worth and is expected to do. Null where the model cannot tell yet. */
export interface CustomerValue {
  readonly rfm: (RfmScores & { readonly group: RfmGroup }) | null;
  /** That the customer has not left for good. */
  readonly aliveProbability: number | null;
  /** That the customer buys nothing for as long as makes one lapsed. */
  readonly churnRisk: number | null;
  /** When half of such customers, if they still buy at all, have bought again. */
  readonly expectedNextOrderAt: Date | null;
  /** @param within ISO 8601 duration from now */
  purchaseProbability(within: string): number | null;
  expectedOrders(within: string): number | null;
  /** In minor units of the reporting currency, rounded. */
  expectedSpendMinor(within: string): number | null;
}

export interface ValueSettings {
  readonly model: ValueModel | null;
  readonly asOf: Date;
  /** Local date of `asOf`. */
  readonly today: string;
  readonly timeZone: string;
  readonly lapsedAfterDays: number;
}

const MILLISECONDS_PER_WEEK = DAYS_PER_WEEK * 86_400_000;

/** What is expected of one customer by the model of all. */
export function customerValue(purchases: PurchaseDays, settings: ValueSettings): CustomerValue {
  const { model, asOf, timeZone, lapsedAfterDays } = settings;
  const history = historyOf(purchases, settings.today);
  const weeksOf = (within: string) =>
    (asOf.getTime() - subtractDuration(asOf, within, timeZone).getTime()) / MILLISECONDS_PER_WEEK;
  const told = <T>(tell: (buying: BgNbdParameters) => T): T | null => (model?.buying ? tell(model.buying) : null);
  return {
    rfm: model && rank(purchases, model),
    aliveProbability: told((buying) => aliveProbability(buying, history)),
    churnRisk: told((buying) => 1 - purchaseProbability(buying, history, lapsedAfterDays / DAYS_PER_WEEK)),
    expectedNextOrderAt: told(
      (buying) => new Date(asOf.getTime() + medianWeeksToNextPurchase(buying, history) * MILLISECONDS_PER_WEEK),
    ),
    purchaseProbability: (within) => told((buying) => purchaseProbability(buying, history, weeksOf(within))),
    expectedOrders: (within) => told((buying) => expectedPurchases(buying, history, weeksOf(within))),
    expectedSpendMinor: (within) => told((buying) => expectedSpendMinor(history, weeksOf(within), buying, model)),
  };
}

function rank(purchases: PurchaseDays, model: ValueModel) {
  const scores = rfmScores(buyerOf(purchases), boundariesOf(model));
  return { ...scores, group: rfmGroup(scores) };
}

function expectedSpendMinor(
  history: BuyingHistory,
  weeks: number,
  buying: BgNbdParameters,
  model: ValueModel | null,
): number | null {
  if (!model?.spending) return null;
  return Math.round(expectedPurchases(buying, history, weeks) * expectedValue(model.spending, history));
}
