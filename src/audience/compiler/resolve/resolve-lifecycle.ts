import { type IndecisiveConditions, lifecycleStages, stageConditions } from '../../../profile/lifecycle/stages.ts';
import { all, any, not } from '../conditions.ts';
import type { ComparisonOperator, Condition } from '../plan.ts';
import { invalidRule, type ResolveContext } from './context.ts';

/** Being in one of the stages at the instant of the context; every customer is in exactly one. */
export function inStages(names: readonly string[], context: ResolveContext): Condition {
  return any(names.flatMap((name) => inStage(name, context)));
}

/** No condition at all for a stage that nobody is in. */
function inStage(name: string, context: ResolveContext): Condition[] {
  const stage = lifecycleStages.find((known) => known === name);
  if (!stage) throw invalidRule(`Unknown lifecycle stage ${JSON.stringify(name)}.`, { value: name });
  const conditions = stageConditions(stage, context.asOf, context.lifecycle);
  if (!conditions) return [];
  const { known, minPurchases, maxPurchases, lastPurchaseBefore, lastPurchaseNotBefore } = conditions;
  const { indecisive, notIndecisive } = conditions;
  const parts: Condition[] = [];
  if (known !== undefined) parts.push(known ? isKnown : not(isKnown));
  if (minPurchases !== undefined) parts.push(purchases('>=', minPurchases));
  if (maxPurchases !== undefined) parts.push(purchases('<=', maxPurchases));
  if (lastPurchaseBefore) parts.push(instant('lastPurchaseAt', '<', lastPurchaseBefore, context));
  if (lastPurchaseNotBefore) parts.push(instant('lastPurchaseAt', '>=', lastPurchaseNotBefore, context));
  if (indecisive) parts.push(isIndecisive(indecisive, context));
  if (notIndecisive) parts.push(not(isIndecisive(notIndecisive, context)));
  return [all(parts)];
}

const isKnown: Condition = { kind: 'Flag', property: 'known' };

function purchases(operator: ComparisonOperator, count: number): Condition {
  return { kind: 'Comparison', property: 'purchaseCount', operator, value: { type: 'whole', value: String(count) } };
}

const isIndecisive = ({ lastPurchaseBefore, interestNotBefore }: IndecisiveConditions, context: ResolveContext) =>
  all([
    instant('lastPurchaseAt', '<', lastPurchaseBefore, context),
    instant('interestAt', '>=', interestNotBefore, context),
  ]);

/** The bounds of stages lie so many seconds before the instant of asking, whatever the calendar. */
function instant(
  property: string,
  operator: ComparisonOperator,
  at: Date,
  { asOf, timeZone }: ResolveContext,
): Condition {
  const ago = { duration: `PT${(asOf.getTime() - at.getTime()) / 1000}S`, timeZone };
  return { kind: 'Comparison', property, operator, value: { type: 'instant', value: at.toISOString(), ago } };
}
