import { all, any } from '../conditions.ts';
import type { Condition, Plan } from '../plan.ts';

/**
 * Asks once what a rule asks in several places: equal parts of an `and` or `or` stand once, and what all branches share stands before
 * them, `(a and b) or (a and c)` as `a and (b or c)`. Then it can also be where the plan starts. Conditions are true or false and
 * nothing else here, so both say the same.
 */
export function shareParts(plan: Plan): Plan {
  return { ...plan, filter: shareWithin(plan.filter) };
}

/** The same of a condition. */
export function shareWithin(condition: Condition): Condition {
  switch (condition.kind) {
    case 'All':
    case 'Any':
      return factor(condition.kind, distinct(condition.conditions.map(shareWithin)));
    case 'Negation':
    case 'Reach':
    case 'Related':
    case 'Followed':
      return { ...condition, condition: shareWithin(condition.condition) };
    case 'Share':
      return { ...condition, among: shareWithin(condition.among), condition: shareWithin(condition.condition) };
    default:
      return condition;
  }
}

const join = { All: all, Any: any } as const;

/** What all branches share, joined the other way with what is left of them; a branch without more says that the others are in vain. */
function factor(kind: 'All' | 'Any', branches: readonly Condition[]): Condition {
  const inner = kind === 'All' ? 'Any' : 'All';
  const parts = branches.map((branch) => (branch.kind === inner ? branch.conditions : [branch]));
  const [first = [], ...others] = parts;
  if (others.length === 0) return join[kind](branches);
  const keys = others.map((part) => new Set(part.map(keyOf)));
  const shared = first.filter((part) => keys.every((known) => known.has(keyOf(part))));
  if (shared.length === 0) return join[kind](branches);
  const isShared = new Set(shared.map(keyOf));
  const rests = parts.map((part) => part.filter((one) => !isShared.has(keyOf(one))));
  if (rests.some((rest) => rest.length === 0)) return join[inner](shared);
  return join[inner]([...shared, join[kind](rests.map((rest) => join[inner](rest)))]);
}

function distinct(conditions: readonly Condition[]): readonly Condition[] {
  return [...new Map(conditions.map((condition) => [keyOf(condition), condition])).values()];
}

const keyOf = (condition: Condition) => JSON.stringify(condition);
