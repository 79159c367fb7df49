import type { Scope } from '../../rules/index.ts';
import { type HopName, hopOf, isTie } from '../model.ts';
import type { Condition } from '../plan.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { fanOut, fractionOf } from './estimate.ts';

/** What it costs, measured against reading one entry of an index: */
export const COST = {
  property: 0.3,
  /** walking over one relationship */
  step: 2,
  /** walking from a customer to others over what they share: several indexes, each with more than one step */
  tie: 30,
  /** starting a subquery for one object */
  subquery: 5,
  /** adding one object to a count or sum */
  measure: 0.5,
  /** keeping one object for later, and asking whether one is among those kept */
  keep: 0.5,
  lookUp: 0.3,
} as const;

/** What it costs to come to one object at the other end. */
export const costOfStep = (scope: Scope, hop: HopName): number => (isTie(scope, hop) ? COST.tie : COST.step);

/** What it costs to ask a condition of one object, in the same unit as reading one entry of an index. */
export function costOf(condition: Condition, scope: Scope, statistics: Statistics): number {
  switch (condition.kind) {
    case 'Constant':
      return 0;
    case 'All':
    case 'Any':
      return costInTurn(condition.conditions, scope, statistics, condition.kind === 'All');
    case 'Negation':
      return costOf(condition.condition, scope, statistics);
    case 'Reach':
      return COST.step + costOf(condition.condition, hopOf(scope, condition.hop).to, statistics);
    case 'Related': {
      const { to } = hopOf(scope, condition.hop);
      const step = costOfStep(scope, condition.hop);
      const each = step + costOf(condition.condition, to, statistics) + condition.tests.length * COST.measure;
      return COST.subquery + fanOut(scope, to, statistics) * each;
    }
    case 'Followed': {
      const to = condition.hop === 'orders' ? 'order' : 'event';
      const each = COST.step + COST.property + costOf(condition.condition, to, statistics);
      return COST.subquery + COST.step + fanOut('customer', to, statistics) * each;
    }
    case 'Share': {
      const { to } = hopOf(scope, condition.hop);
      const each = 2 * costOfStep(scope, condition.hop) + costOf(condition.condition, to, statistics);
      return 2 * COST.subquery + fanOut(scope, to, statistics) * each;
    }
    case 'Habit':
      return COST.subquery + fanOut('customer', 'order', statistics) * (COST.step + COST.measure);
    case 'FieldComparison':
      return 2 * COST.property + (condition.left.path.length + condition.right.path.length) * COST.step;
    case 'Found':
      return COST.lookUp;
    default:
      return COST.property;
  }
}

/** Each condition is asked only where those before it left the answer open: let it through (`all`), or not. */
function costInTurn(conditions: readonly Condition[], scope: Scope, statistics: Statistics, isAll: boolean): number {
  const parts = conditions.map((part) => ({
    cost: costOf(part, scope, statistics),
    fraction: fractionOf(part, scope, statistics),
  }));
  let open = 1;
  let cost = 0;
  for (const part of parts.sort((left, right) => left.cost - right.cost)) {
    cost += open * part.cost;
    open *= isAll ? part.fraction : 1 - part.fraction;
  }
  return cost;
}
