import { all, any, conjunctsOf, not } from '../conditions.ts';
import type { Comparison, Condition, MeasureTest, Plan, Related } from '../plan.ts';

/**
 * Same rows from the figures that each customer carries, where they say as much as the purchases themselves: their count and
 * total, and the first and last of them. Speaks of customers only; run `simplify` afterwards.
 */
export function useRolledFigures(plan: Plan): Plan {
  return plan.scope === 'customer' ? { ...plan, filter: rewrite(plan.filter) } : plan;
}

function rewrite(condition: Condition, negated = false): Condition {
  switch (condition.kind) {
    case 'All':
      return all(condition.conditions.map((part) => rewrite(part)));
    case 'Any':
      return any(condition.conditions.map((part) => rewrite(part)));
    case 'Negation':
      return not(rewrite(condition.condition, true));
    case 'Related':
      return condition.hop === 'orders' ? rewriteOrders(condition, negated) : condition;
    default:
      return condition;
  }
}

function rewriteOrders(orders: Related, negated: boolean): Condition {
  const conditions = conjunctsOf(orders.condition);
  const others = conditions.filter((condition) => !isPurchaseFlag(condition));
  if (others.length === conditions.length) return orders;
  if (others.length === 0) return orders.tests.every((test) => rolled(test) !== null) ? figures(orders.tests) : orders;
  return orders.tests.length === 0 ? withDates(orders, others, negated) : orders;
}

const isPurchaseFlag = (condition: Condition) => condition.kind === 'Flag' && condition.property === 'isPurchase';

function figures(tests: readonly MeasureTest[]): Condition {
  if (tests.length === 0) return compared('purchaseCount', { operator: '>=', value: '1' });
  return all(tests.map((test) => compared(rolled(test) ?? '', test)));
}

/** The property of a customer that holds a figure of all purchases; null when there is none. */
function rolled({ figure }: MeasureTest): string | null {
  if (figure.kind === 'Count') return 'purchaseCount';
  const isNet = figure.of.path.length === 0 && figure.of.property === 'netMinor';
  return figure.kind === 'Sum' && isNet ? 'totalSpentMinor' : null;
}

function compared(property: string, { operator, value }: Pick<MeasureTest, 'operator' | 'value'>): Comparison {
  return { kind: 'Comparison', property, operator, value: { type: 'whole', value } };
}

/**
 * A purchase after an instant exists just when the last one is after it, and one before it when the first one is. Between two
 * instants the last one answers for most customers, and only the others' purchases are looked at. Where more is asked than
 * dates, they settle that there is none (`negated`) for whoever bought nothing in that time.
 */
function withDates(orders: Related, conditions: readonly Condition[], negated: boolean): Condition {
  const lower = conditions.filter(isLowerBound);
  const upper = conditions.filter(isUpperBound);
  const last = lower.map((bound) => ({ ...bound, property: 'lastPurchaseAt' }));
  if (lower.length + upper.length < conditions.length) {
    return negated && last.length > 0 ? all([...last, orders]) : orders;
  }
  if (lower.length === 0) return all(upper.map((bound) => ({ ...bound, property: 'firstPurchaseAt' })));
  if (upper.length === 0) return all(last);
  return all([...last, any([all(upper.map((bound) => ({ ...bound, property: 'lastPurchaseAt' }))), orders])]);
}

const isLowerBound = (condition: Condition): condition is Comparison => isBound(condition, ['>', '>=']);
const isUpperBound = (condition: Condition): condition is Comparison => isBound(condition, ['<', '<=']);

function isBound(condition: Condition, operators: readonly string[]): boolean {
  return condition.kind === 'Comparison' && condition.property === 'placedAt' && operators.includes(condition.operator);
}
