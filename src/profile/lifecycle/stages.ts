import type { LifecycleRules } from './lifecycle-rules.ts';

/** The stages that can be given to a customer, in the order a customer usually passes them. */
export const lifecycleStages = [
  'ANONYMOUS',
  'WINDOW',
  'FIRST_TIME',
  'REPEAT',
  'LOYAL',
  'INDECISIVE',
  'LAPSED',
] as const;
export type LifecycleStage = (typeof lifecycleStages)[number];

/** What the stage follows from. `lastPurchaseAt` is null exactly when `purchaseCount` is 0. */
export interface LifecycleFigures {
  readonly known: boolean;
  readonly purchaseCount: number;
  readonly lastPurchaseAt: Date | null;
  /** When the sign of interest came that, with all newer ones, makes as many as the rules ask for; null: there are fewer. */
  readonly interestAt: Date | null;
}

/** Interest again and again since an instant, and no purchase since another. */
export interface IndecisiveConditions {
  /** lastPurchaseAt < this. */
  readonly lastPurchaseBefore: Date;
  /** interestAt >= this. */
  readonly interestNotBefore: Date;
}

/** What must hold of a customer, all of it, to be in a stage. A field that is left out allows anything. */
export interface StageConditions {
  readonly known?: boolean;
  readonly minPurchases?: number;
  readonly maxPurchases?: number;
  /** lastPurchaseAt < this. */
  readonly lastPurchaseBefore?: Date;
  /** lastPurchaseAt >= this. */
  readonly lastPurchaseNotBefore?: Date;
  /** Both of these hold … */
  readonly indecisive?: IndecisiveConditions;
  /** … or not both. */
  readonly notIndecisive?: IndecisiveConditions;
}

const DAY_MS = 86_400_000;
/** Days of 24 hours, not calendar days: the instant is the same in every time zone. */
const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * DAY_MS);

/**
 * What puts a customer into a stage at an instant: the only place where it is said. For any figures exactly one stage's
 * conditions hold.
 * @returns null for a stage that nobody is in: INDECISIVE, where the rules do not have it
 */
export function stageConditions(stage: LifecycleStage, at: Date, rules: LifecycleRules): StageConditions | null {
  const { repeatFrom, loyalFrom, indecisive } = rules;
  const lapsed = daysBefore(at, rules.lapsedAfterDays);
  const wavering = indecisive && {
    lastPurchaseBefore: daysBefore(at, indecisive.quietDays),
    interestNotBefore: daysBefore(at, indecisive.withinDays),
  };
  const active = { known: true, lastPurchaseNotBefore: lapsed, ...(wavering && { notIndecisive: wavering }) };
  switch (stage) {
    case 'ANONYMOUS':
      return { known: false };
    case 'WINDOW':
      return { known: true, maxPurchases: 0 };
    case 'LAPSED':
      return { known: true, minPurchases: 1, lastPurchaseBefore: lapsed };
    case 'FIRST_TIME':
      return { ...active, minPurchases: 1, maxPurchases: repeatFrom - 1 };
    case 'REPEAT':
      return { ...active, minPurchases: repeatFrom, maxPurchases: loyalFrom - 1 };
    case 'LOYAL':
      return { ...active, minPurchases: loyalFrom };
    case 'INDECISIVE':
      return wavering && { known: true, minPurchases: 1, lastPurchaseNotBefore: lapsed, indecisive: wavering };
  }
}

function isIndecisive({ lastPurchaseAt, interestAt }: LifecycleFigures, conditions: IndecisiveConditions): boolean {
  const { lastPurchaseBefore, interestNotBefore } = conditions;
  return (
    lastPurchaseAt !== null &&
    lastPurchaseAt < lastPurchaseBefore &&
    interestAt !== null &&
    interestAt >= interestNotBefore
  );
}

/** Whether the figures meet the conditions. A missing instant is neither before nor after anything. */
export function meetsConditions(figures: LifecycleFigures, conditions: StageConditions): boolean {
  const { known, minPurchases = 0, maxPurchases = Infinity, lastPurchaseBefore, lastPurchaseNotBefore } = conditions;
  const { indecisive, notIndecisive } = conditions;
  const { purchaseCount, lastPurchaseAt } = figures;
  return (
    (known === undefined || known === figures.known) &&
    purchaseCount >= minPurchases &&
    purchaseCount <= maxPurchases &&
    (!lastPurchaseBefore || (lastPurchaseAt !== null && lastPurchaseAt < lastPurchaseBefore)) &&
    (!lastPurchaseNotBefore || (lastPurchaseAt !== null && lastPurchaseAt >= lastPurchaseNotBefore)) &&
    (!indecisive || isIndecisive(figures, indecisive)) &&
    (!notIndecisive || !isIndecisive(figures, notIndecisive))
  );
}

/**
 * The stage of a customer at an instant.
 * @throws RangeError when the figures contradict each other (purchases without a last purchase)
 */
export function stageOf(figures: LifecycleFigures, at: Date, rules: LifecycleRules): LifecycleStage {
  for (const stage of lifecycleStages) {
    const conditions = stageConditions(stage, at, rules);
    if (conditions && meetsConditions(figures, conditions)) return stage;
  }
  throw new RangeError(
    `No stage fits ${figures.purchaseCount} purchases, the last at ${figures.lastPurchaseAt?.toISOString()}.`,
  );
}
