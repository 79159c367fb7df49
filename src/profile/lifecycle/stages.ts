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
}

export interface LifecycleSettings {
  readonly lapsedAfterDays: number;
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
}

const DAY_MS = 86_400_000;
const REPEAT_FROM = 2;
const LOYAL_FROM = 5;

/**
 * What puts a customer into a stage at an instant: the only place where the thresholds stand. For any figures exactly one
 * stage's conditions hold.
 * @returns null for a stage that nobody is in (INDECISIVE)
 */
export function stageConditions(stage: LifecycleStage, at: Date, settings: LifecycleSettings): StageConditions | null {
  // Days of 24 hours, not calendar days: the instant is the same in every time zone.
  const lapsed = new Date(at.getTime() - settings.lapsedAfterDays * DAY_MS);
  const active = { known: true, lastPurchaseNotBefore: lapsed };
  switch (stage) {
    case 'ANONYMOUS':
      return { known: false };
    case 'WINDOW':
      return { known: true, maxPurchases: 0 };
    case 'LAPSED':
      return { known: true, minPurchases: 1, lastPurchaseBefore: lapsed };
    case 'FIRST_TIME':
      return { ...active, minPurchases: 1, maxPurchases: REPEAT_FROM - 1 };
    case 'REPEAT':
      return { ...active, minPurchases: REPEAT_FROM, maxPurchases: LOYAL_FROM - 1 };
    case 'LOYAL':
      return { ...active, minPurchases: LOYAL_FROM };
    case 'INDECISIVE':
      return null;
  }
}

/** Whether the figures meet the conditions. A missing lastPurchaseAt is neither before nor after anything. */
export function meetsConditions(figures: LifecycleFigures, conditions: StageConditions): boolean {
  const { known, minPurchases = 0, maxPurchases = Infinity, lastPurchaseBefore, lastPurchaseNotBefore } = conditions;
  const { purchaseCount, lastPurchaseAt } = figures;
  return (
    (known === undefined || known === figures.known) &&
    purchaseCount >= minPurchases &&
    purchaseCount <= maxPurchases &&
    (!lastPurchaseBefore || (lastPurchaseAt !== null && lastPurchaseAt < lastPurchaseBefore)) &&
    (!lastPurchaseNotBefore || (lastPurchaseAt !== null && lastPurchaseAt >= lastPurchaseNotBefore))
  );
}

/**
 * The stage of a customer at an instant.
 * @throws RangeError when the figures contradict each other (purchases without a last purchase)
 */
export function stageOf(figures: LifecycleFigures, at: Date, settings: LifecycleSettings): LifecycleStage {
  for (const stage of lifecycleStages) {
    const conditions = stageConditions(stage, at, settings);
    if (conditions && meetsConditions(figures, conditions)) return stage;
  }
  throw new RangeError(
    `No stage fits ${figures.purchaseCount} purchases, the last at ${figures.lastPurchaseAt?.toISOString()}.`,
  );
}
