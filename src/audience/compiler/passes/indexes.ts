import type { Scope } from '../../rules/index.ts';
import type { Condition } from '../plan.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { fractionOf } from './estimate.ts';

/** Properties that have an index or a uniqueness constraint of their own. */
const indexed: Readonly<Record<Scope, readonly string[]>> = {
  customer: ['id', 'createdAt', 'lastPurchaseAt', 'interestAt', 'totalSpentMinor', 'lastSeenAt', 'city', 'displayName'],
  order: ['key', 'placedAt', 'promotion'],
  line: [],
  event: ['key', 'name', 'occurredAt'],
  product: ['sku', 'brand'],
  store: ['code', 'performance', 'city'],
  staff: ['code'],
  identifier: ['key'],
  device: ['deviceId'],
};

/** Whether a property has an index of its own. */
export function isIndexed(scope: Scope, property: string): boolean {
  return indexed[scope].includes(property);
}

/** The share of a scope's objects that an index gives for the condition; null when no index can. */
export function seekFraction(condition: Condition, scope: Scope, statistics: Statistics): number | null {
  switch (condition.kind) {
    case 'Comparison':
      if (condition.operator === '<>' || !isIndexed(scope, condition.property)) return null;
      return fractionOf(condition, scope, statistics);
    case 'OneOf':
      if (!condition.among || !isIndexed(scope, condition.property)) return null;
      return fractionOf(condition, scope, statistics);
    case 'Known':
      return isIndexed(scope, condition.property) ? fractionOf(condition, scope, statistics) : null;
    case 'Any': {
      const fractions = condition.conditions.map((part) => seekFraction(part, scope, statistics));
      return fractions.reduce<number | null>(
        (sum, fraction) => (sum === null || fraction === null ? null : Math.min(1, sum + fraction)),
        0,
      );
    }
    default:
      return null;
  }
}
