import { measureTypes } from './operators.ts';
import type { Compare, Measure, Relation, Rule } from './tree.ts';

/** A filter input of the GraphQL schema, as JSON. */
export type FilterJson = { readonly [name: string]: unknown };

/** The same rule as a filter input. `filterToRule` gives the very same tree back. */
export function ruleToFilter(rule: Rule): FilterJson {
  switch (rule.kind) {
    case 'And':
      // A list even of two, so that the order is kept.
      return rule.rules.length === 0 ? {} : { and: rule.rules.map(ruleToFilter) };
    case 'Or':
      return { or: rule.rules.map(ruleToFilter) };
    case 'Not':
      return { not: ruleToFilter(rule.rule) };
    case 'Compare':
      return compareToFilter(rule);
    case 'Relation':
      return { [rule.relation]: relationToCondition(rule) };
    case 'InSegment':
      return { inSegment: rule.segment };
  }
}

function compareToFilter({ path, operator, value }: Compare): FilterJson {
  const comparison: FilterJson =
    operator === 'known' || operator === 'unknown' ? { exists: operator === 'known' } : { [operator]: value };
  return path.reduceRight((inner, name) => ({ [name]: inner }), comparison);
}

function relationToCondition({ where, measures }: Relation): FilterJson {
  const compared: Record<string, Record<string, unknown>> = {};
  for (const { measure, operator, value } of measures) {
    compared[measure] = { ...compared[measure], [operator]: measureValue(measure, value) };
  }
  return where === null ? compared : { where: ruleToFilter(where), ...compared };
}

/** Ints are JSON numbers, decimals are text. */
function measureValue(measure: Measure['measure'], value: string): number | string {
  return measureTypes[measure] === 'Int' ? Number(value) : value;
}
