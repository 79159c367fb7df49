import { all, any, holdsOfNone, isAlways, isNever, not } from '../conditions.ts';
import type { HopName } from '../model.ts';
import type { Condition, Plan, Reach, Related } from '../plan.ts';
import { turnNegations } from './turn-negations.ts';

/**
 * Same rows, fewer conditions: negations moved down to leaves and steps and turned into comparisons where that is the same, nested
 * connectives flattened, constants folded, and conditions on the same to-one object gathered into one step.
 */
export function simplify(plan: Plan): Plan {
  return { ...plan, filter: simplifyCondition(plan.filter) };
}

/** The simplest form of a condition; when `negated`, of its negation. */
export function simplifyCondition(condition: Condition, negated = false): Condition {
  switch (condition.kind) {
    case 'Constant':
      return { kind: 'Constant', value: condition.value !== negated };
    case 'Negation':
      return simplifyCondition(condition.condition, !negated);
    case 'All':
    case 'Any': {
      const parts = condition.conditions.map((part) => simplifyCondition(part, negated));
      return (condition.kind === 'All') === negated ? joinAny(parts) : joinAll(parts);
    }
    case 'Reach':
      return negate(simplifyReach(condition), negated);
    case 'Related':
      return negate(simplifyRelated(condition), negated);
    case 'Followed':
    case 'Share':
      return negate({ ...condition, condition: simplifyCondition(condition.condition) }, negated);
    default:
      return negate(condition, negated);
  }
}

function negate(condition: Condition, negated: boolean): Condition {
  if (!negated) return condition;
  return condition.kind === 'Constant' ? { kind: 'Constant', value: !condition.value } : not(condition);
}

function simplifyReach(reach: Reach): Condition {
  const condition = simplifyCondition(reach.condition);
  return isNever(condition) ? condition : { ...reach, condition };
}

function simplifyRelated(related: Related): Condition {
  const condition = simplifyCondition(related.condition);
  if (!isNever(condition)) return { ...related, condition };
  const value = related.tests.length > 0 && related.tests.every(holdsOfNone);
  return { kind: 'Constant', value };
}

function joinAll(parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === 'All' ? part.conditions : [part]));
  const never = flat.find(isNever);
  if (never) return never;
  const needed = turnNegations(flat.filter((part) => !isAlways(part)));
  return all(gatherSteps(needed, joinAll));
}

function joinAny(parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === 'Any' ? part.conditions : [part]));
  const always = flat.find(isAlways);
  if (always) return always;
  return any(
    gatherSteps(
      flat.filter((part) => !isNever(part)),
      joinAny,
    ),
  );
}

/** A to-one step leads to one object at most, so what is asked of it over several steps can be asked at once. */
function gatherSteps(
  parts: readonly Condition[],
  join: (conditions: readonly Condition[]) => Condition,
): readonly Condition[] {
  const steps = parts.filter((part) => part.kind === 'Reach');
  if (new Set(steps.map(({ hop }) => hop)).size === steps.length) return parts;
  const gathered = new Map<HopName, Reach>();
  for (const { hop } of steps) {
    const conditions = steps.filter((step) => step.hop === hop).map((step) => step.condition);
    gathered.set(hop, { kind: 'Reach', hop, condition: join(conditions) });
  }
  const placed = new Set<HopName>();
  return parts.flatMap((part): readonly Condition[] => {
    if (part.kind !== 'Reach') return [part];
    if (placed.has(part.hop)) return [];
    placed.add(part.hop);
    return [gathered.get(part.hop) ?? part];
  });
}
