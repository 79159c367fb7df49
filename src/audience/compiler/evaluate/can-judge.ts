import type { Scope } from '../../rules/index.ts';
import { hopOf } from '../model.ts';
import type { Condition, MeasureTest } from '../plan.ts';

/** What is not judged here is asked of the graph instead; a new kind of condition does not type-check before it is in this list. */
export const judged: Readonly<Record<Condition['kind'], boolean>> = {
  ...{ Constant: true, All: true, Any: true, Negation: true, Reach: true, Related: true },
  ...{ Comparison: true, OneOf: true, TextMatch: true, Known: true, Flag: true },
  ...{ ListHolds: true, TermHolds: true, ListTextMatch: true, ListKnown: true },
  ...{
    Anniversary: false,
    Elapsed: false,
    FieldComparison: false,
    Followed: false,
    Share: false,
    Habit: false,
    Found: false,
  },
};

/** Steps that `facts.store` reads. */
const steps: readonly string[] = [
  ...['customer.orders', 'customer.events', 'customer.identifiers', 'customer.devices', 'order.store', 'order.staff'],
  ...['order.lines', 'line.product', 'staff.store', 'staff.manager', 'event.store', 'event.product'],
];
/** Reckoned when read, not kept. */
const reckoned: readonly string[] = ['lineValueMinor'];

/** Whether `holds` can judge the condition of an object of the scope, with all that is in it. */
export function canJudge(condition: Condition, scope: Scope = 'customer'): boolean {
  if (!judged[condition.kind]) return false;
  switch (condition.kind) {
    case 'All':
    case 'Any':
      return condition.conditions.every((part) => canJudge(part, scope));
    case 'Negation':
      return canJudge(condition.condition, scope);
    case 'Reach':
    case 'Related': {
      if (!steps.includes(`${scope}.${condition.hop}`)) return false;
      if (condition.kind === 'Related' && !condition.tests.every(isCounted)) return false;
      return canJudge(condition.condition, hopOf(scope, condition.hop).to);
    }
    case 'Comparison':
      return condition.value.type !== 'decimal' && !reckoned.includes(condition.property);
    default:
      return !('property' in condition && reckoned.includes(condition.property));
  }
}

function isCounted({ figure }: MeasureTest): boolean {
  if (figure.kind === 'Count') return true;
  return figure.kind === 'Sum' && figure.of.path.length === 0 && !reckoned.includes(figure.of.property);
}
