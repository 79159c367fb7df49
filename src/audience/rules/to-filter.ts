import { measureTypes } from './operators.ts';
import { isParameter } from './parameters.ts';
import type { Compare, Measure, Rank, RankFigure, Relation, Rule, SequenceStep } from './tree.ts';

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
    case 'Matches':
      return {
        matches: { fragment: rule.fragment, ...(Object.keys(rule.values).length > 0 && { with: rule.values }) },
      };
    case 'CompareFields':
      return nested(rule.path, { field: { [rule.operator]: rule.other.join('.') } });
    case 'CompareParameter':
      return nested(rule.path, { parameter: { [rule.operator]: rule.parameter } });
    case 'Sequence':
      return { sequence: rule.steps.map(stepToFilter) };
    case 'Rank':
      return { rank: rankToFilter(rule) };
    case 'At':
      return nested(rule.path, ruleToFilter(rule.rule));
  }
}

function stepToFilter({ relation, where, within, absent }: SequenceStep): FilterJson {
  return {
    [relation]: where === null ? {} : ruleToFilter(where),
    ...(within === null ? {} : isParameter(within) ? { parameter: { within: within.slice(1) } } : { within }),
    ...(absent ? { none: true } : {}),
  };
}

function rankToFilter({ side, size, unit, by, among }: Rank): FilterJson {
  const name = unit === 'percent' ? `${side}Percent` : side;
  const given = { parameter: { [name]: size.slice(1) } };
  const sized = isParameter(size) ? given : { [name]: unit === 'percent' ? size : Number(size) };
  return { ...sized, by: figureToFilter(by), ...(among === null ? {} : { among: ruleToFilter(among) }) };
}

function figureToFilter(by: RankFigure): FilterJson {
  if (by.kind === 'Value') return { value: by.path.join('.') };
  const { relation, where, measure, of } = by;
  const selected = where === null ? {} : { where: ruleToFilter(where) };
  return { [relation]: { ...selected, measure, ...(of && { of: of.join('.') }) } };
}

function nested(path: readonly string[], inner: FilterJson): FilterJson {
  return path.reduceRight((within, name) => ({ [name]: within }), inner);
}

function compareToFilter({ path, operator, value }: Compare): FilterJson {
  const comparison: FilterJson =
    operator === 'known' || operator === 'unknown' ? { exists: operator === 'known' } : { [operator]: value };
  return nested(path, comparison);
}

function relationToCondition({ where, measures }: Relation): FilterJson {
  const compared: Record<string, Compared | Compared[]> = {};
  for (const { measure, of, operator, value } of measures) {
    if (of === undefined) {
      compared[measure] = withBound(compared[measure] as Compared | undefined, measure, operator, value);
      continue;
    }
    const path = of.join('.');
    const others = (compared[measure] ?? []) as Compared[];
    const same = others.find((one) => one.of === path);
    compared[measure] = [
      ...others.filter((one) => one !== same),
      withBound(same ?? { of: path }, measure, operator, value),
    ];
  }
  return where === null ? compared : { where: ruleToFilter(where), ...compared };
}

/** One more bound; those that are parameters stand apart. */
function withBound(
  before: Compared | undefined,
  measure: Measure['measure'],
  operator: string,
  value: string,
): Compared {
  if (!isParameter(value)) return { ...before, [operator]: measureValue(measure, value) };
  const parameter = { ...(before?.parameter as Compared | undefined), [operator]: value.slice(1) };
  return { ...before, parameter };
}

/** Bounds of one figure, by operator; `of`: the value that is measured, where one is. */
type Compared = Record<string, unknown>;

/** Ints are JSON numbers, decimals are text. */
function measureValue(measure: Measure['measure'], value: string): number | string {
  return measureTypes[measure] === 'Int' ? Number(value) : value;
}
