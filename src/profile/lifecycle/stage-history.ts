import type { LifecycleRules } from './lifecycle-rules.ts';
import { type LifecycleStage, stageOf } from './stages.ts';

/** A fact that may change the stage. */
export interface StageFact {
  readonly key: string;
  readonly at: Date;
}

/** What a customer's stages follow from, all of it facts as they stand today. */
export interface StageFacts {
  /** The first sign of the customer. */
  readonly arrivedAt: Date;
  /** The strong identifier that was seen first, and when; null for an anonymous customer. */
  readonly identifiedBy: StageFact | null;
  /** Oldest first, then by key. */
  readonly purchases: readonly StageFact[];
  /** Signs of interest, oldest first, then by key. */
  readonly interests: readonly StageFact[];
}

/** What moved a customer: the first sign, an identifier, a purchase, a sign of interest, or that time went by. */
export type StageCause = 'ARRIVED' | 'IDENTIFIED' | 'ORDER' | 'EVENT' | 'TIME';

/** A time that a customer spent in one stage. */
export interface StagePeriod {
  readonly stage: LifecycleStage;
  readonly from: Date;
  /** When the next stage began; null: it lasts. */
  readonly to: Date | null;
  readonly cause: StageCause;
  /** Key of the order, event or identifier that caused it. */
  readonly causedBy: string | null;
}

const DAY_MS = 86_400_000;

/**
 * The stages a customer went through up to an instant, oldest first, each other than the one before. It is told by the facts
 * alone: a late record, a refund, a merge or a split rewrites it as if all had been known from the beginning.
 */
export function stageHistory(facts: StageFacts, until: Date, rules: LifecycleRules): StagePeriod[] {
  const { purchases, interests, identifiedBy } = facts;
  const needed = rules.indecisive?.interests ?? 0;
  const periods: StagePeriod[] = [];
  let [bought, shown] = [0, 0];
  for (const time of turningPoints(facts, until, rules)) {
    const [hadBought, hadShown] = [bought, shown];
    while (bought < purchases.length && timeOf(purchases[bought]) <= time) bought += 1;
    while (shown < interests.length && timeOf(interests[shown]) <= time) shown += 1;
    const figures = {
      known: identifiedBy !== null && timeOf(identifiedBy) <= time,
      purchaseCount: bought,
      lastPurchaseAt: purchases[bought - 1]?.at ?? null,
      interestAt: needed > 0 ? (interests[shown - needed]?.at ?? null) : null,
    };
    const stage = stageOf(figures, new Date(time), rules);
    if (periods.at(-1)?.stage === stage) continue;
    const came = { order: hadBought < bought, event: hadShown < shown, identified: timeOf(identifiedBy) === time };
    const latest = { order: purchases[bought - 1], event: interests[shown - 1], identifier: identifiedBy };
    periods.push({ stage, from: new Date(time), to: null, ...causeOf(came, latest) });
  }
  return periods.map((period, at) => ({ ...period, to: periods[at + 1]?.from ?? null }));

  function causeOf(
    came: { order: boolean; event: boolean; identified: boolean },
    latest: { order?: StageFact; event?: StageFact; identifier: StageFact | null },
  ): Pick<StagePeriod, 'cause' | 'causedBy'> {
    if (came.order) return { cause: 'ORDER', causedBy: latest.order?.key ?? null };
    if (came.identified) return { cause: 'IDENTIFIED', causedBy: latest.identifier?.key ?? null };
    if (came.event) return { cause: 'EVENT', causedBy: latest.event?.key ?? null };
    return { cause: periods.length === 0 ? 'ARRIVED' : 'TIME', causedBy: null };
  }
}

const timeOf = (fact: StageFact | null | undefined) => fact?.at.getTime() ?? Number.NaN;

/** The instants at which the stage may become another one, in order: when facts came, and when time makes a difference. */
function turningPoints(facts: StageFacts, until: Date, rules: LifecycleRules): number[] {
  const { arrivedAt, identifiedBy, purchases, interests } = facts;
  // The bounds are compared with < and >=, so the difference is there a millisecond later.
  const after = (fact: StageFact, days: number) => fact.at.getTime() + days * DAY_MS + 1;
  const { indecisive, lapsedAfterDays } = rules;
  const times = new Set<number>([arrivedAt.getTime()]);
  if (identifiedBy) times.add(identifiedBy.at.getTime());
  for (const purchase of purchases) {
    times.add(purchase.at.getTime()).add(after(purchase, lapsedAfterDays));
    if (indecisive) times.add(after(purchase, indecisive.quietDays));
  }
  if (indecisive)
    for (const interest of interests) times.add(interest.at.getTime()).add(after(interest, indecisive.withinDays));
  const first = arrivedAt.getTime();
  return [...times].filter((time) => time >= first && time <= until.getTime()).sort((one, other) => one - other);
}
