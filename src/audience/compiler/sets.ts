import { all } from './conditions.ts';
import type { Condition, Found, RankedBy } from './plan.ts';

/** The sets that a condition asks about, wherever in it, equal ones once; not those that are needed to find a set. */
export function setsOf(condition: Condition): readonly Found[] {
  const found = new Map<string, Found>();
  const collect = (part: Condition): void => {
    if (part.kind === 'Found') found.set(JSON.stringify(part), part);
    else for (const child of partsOf(part)) collect(child);
  };
  collect(condition);
  return [...found.values()];
}

/** The sets that the figure of a ranking asks about. */
export function setsOfRank(by: RankedBy): readonly Found[] {
  if (by.kind === 'Value') return [];
  return setsOf(by.kind === 'Figure' ? by.condition : all([by.among, by.condition]));
}

/** The conditions directly inside a condition. */
function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'All':
    case 'Any':
      return condition.conditions;
    case 'Negation':
    case 'Reach':
    case 'Related':
    case 'Followed':
      return [condition.condition];
    case 'Share':
      return [condition.among, condition.condition];
    default:
      return [];
  }
}
