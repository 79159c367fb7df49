import { all, any } from '../conditions.ts';
import type { ComparisonOperator, Condition } from '../plan.ts';

const opposites: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  ...{ '=': '<>', '<>': '=' },
  ...{ '<': '>=', '>=': '<' },
  ...{ '>': '<=', '<=': '>' },
};

/**
 * Of conditions that must all hold, turns negated comparisons into their opposites: "known and not within 6 months" are the values up
 * to then, which an index gives, where for a negation every object is looked at. Only of properties that are there for certain: of a
 * missing one the negation holds, and no comparison does. That one is known need not be asked where it is compared.
 */
export function turnNegations(conditions: readonly Condition[]): readonly Condition[] {
  const there = new Set(conditions.flatMap(neededBy));
  if (there.size === 0) return conditions;
  const turned = conditions.map((condition) => turn(condition, there));
  const compared = new Set(turned.filter(({ kind }) => kind !== 'Known').flatMap(neededBy));
  return turned.filter((condition) => condition.kind !== 'Known' || !compared.has(condition.property));
}

function turn(condition: Condition, there: ReadonlySet<string>): Condition {
  switch (condition.kind) {
    case 'All':
      return all(condition.conditions.map((part) => turn(part, there)));
    case 'Any':
      return any(condition.conditions.map((part) => turn(part, there)));
    case 'Negation': {
      const { condition: leaf } = condition;
      if (leaf.kind !== 'Comparison' || !there.has(leaf.property)) return condition;
      return { ...leaf, operator: opposites[leaf.operator] };
    }
    default:
      return condition;
  }
}

/** The properties without which a condition does not hold. */
function neededBy(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'Known':
    case 'Comparison':
      return [condition.property];
    case 'All':
      return condition.conditions.flatMap(neededBy);
    case 'Any': {
      const [first = [], ...others] = condition.conditions.map(neededBy);
      return first.filter((property) => others.every((needed) => needed.includes(property)));
    }
    default:
      return [];
  }
}
