import type { LifecycleRules } from './lifecycle-rules.ts';
import { type IndecisiveConditions, lifecycleStages, stageConditions } from './stages.ts';

/** Expressions of a statement that give the figures which a stage follows from. */
export interface FigureExpressions {
  /** True or false. */
  readonly known: string;
  readonly purchaseCount: string;
  readonly lastPurchaseAt: string;
  readonly interestAt: string;
}

/** A Cypher expression for the stage at an instant, as `stageConditions` has it; its parameters begin with `prefix`. */
export function printStage(
  figures: FigureExpressions,
  prefix: string,
  at: Date,
  rules: LifecycleRules,
): { readonly text: string; readonly parameters: Record<string, unknown> } {
  const { known, purchaseCount, lastPurchaseAt, interestAt } = figures;
  const parameters: Record<string, unknown> = {};
  const branches = lifecycleStages.flatMap((stage) => {
    const conditions = stageConditions(stage, at, rules);
    if (!conditions) return [];
    const bound = (name: string, value: unknown) => {
      parameters[`${prefix}${stage}${name}`] = value;
      return `$${prefix}${stage}${name}`;
    };
    const isIndecisive = ({ lastPurchaseBefore, interestNotBefore }: IndecisiveConditions) =>
      `coalesce(${lastPurchaseAt} < ${bound('Quiet', lastPurchaseBefore)} AND ${interestAt} >= ${bound('Interest', interestNotBefore)}, false)`;
    const { minPurchases, maxPurchases, lastPurchaseBefore, lastPurchaseNotBefore } = conditions;
    const { indecisive, notIndecisive } = conditions;
    const parts = [
      ...(conditions.known === undefined ? [] : [conditions.known ? known : `NOT ${known}`]),
      ...(minPurchases === undefined ? [] : [`${purchaseCount} >= ${bound('Least', minPurchases)}`]),
      ...(maxPurchases === undefined ? [] : [`${purchaseCount} <= ${bound('Most', maxPurchases)}`]),
      ...(lastPurchaseBefore ? [`${lastPurchaseAt} < ${bound('Before', lastPurchaseBefore)}`] : []),
      ...(lastPurchaseNotBefore ? [`${lastPurchaseAt} >= ${bound('NotBefore', lastPurchaseNotBefore)}`] : []),
      ...(indecisive ? [isIndecisive(indecisive)] : []),
      ...(notIndecisive ? [`NOT ${isIndecisive(notIndecisive)}`] : []),
    ];
    return [`WHEN ${parts.join(' AND ')} THEN '${stage}'`];
  });
  return { text: `CASE ${branches.join(' ')} END`, parameters };
}
