import { and, or, relation } from './build.ts';
import type { FilterContext, FilterPlace, ReadFilter } from './filter-place.ts';
import { readComparisons } from './from-filter-comparison.ts';
import { readFieldName } from './from-filter-fields.ts';
import { asList, describeJson, isObject } from './json.ts';
import { ruleLimits } from './limits.ts';
import { measuredFault } from './measured.ts';
import { measuredFields, measureTypes, operatorsOfType } from './operators.ts';
import { placeAt } from './place-at.ts';
import type { FieldEntry, RelationEntry } from './scopes.ts';
import { nearest } from './suggest.ts';
import type { CompareValue, Measure, MeasureName, MeasureOperator, Rule } from './tree.ts';
import { conditionCount } from './walk.ts';

/** A relation condition `{ where, count, total, quantity }`; `{}` is at least one. Null when something was reported. */
export function readRelation(
  value: unknown,
  entry: RelationEntry,
  place: FilterPlace,
  context: FilterContext,
  readFilter: ReadFilter,
): Rule[] | null {
  const { report } = context;
  if (!isObject(value)) {
    const expected = `an object with ${['where', ...entry.measures].join(', ')}`;
    report.add(place.at, 'NOT_A_VALUE', { found: describeJson(value), expected });
    return null;
  }
  let where: Rule[] | null = [];
  let choices: Measure[][] | null = [];
  for (const [name, part] of Object.entries(value)) {
    if (part === undefined) continue;
    const at = [...place.at, name];
    if (name === 'where') {
      where = readFilter(part, { ...place, scope: entry.toMany, root: entry.toMany, prefix: [], at }, context);
    } else if (isMeasureOf(name, entry)) {
      const read = readMeasure(part, name, entry, at, context);
      choices = read === null || choices === null ? null : [...choices, ...read];
    } else {
      reportStrange(name, entry, at, context);
      choices = null;
    }
  }
  if (where === null || choices === null) return null;
  return spellOut(entry, where.length === 0 ? null : and(where), choices, place, context);
}

/** One relation for each way to choose a value of every `in`: rules have no lists of measures. */
function spellOut(
  { relation: name }: RelationEntry,
  where: Rule | null,
  choices: readonly (readonly Measure[])[],
  { at, prefix }: FilterPlace,
  { report }: FilterContext,
): Rule[] | null {
  const ways = choices.reduce((product, choice) => product * choice.length, 1);
  const conditions = 1 + (where === null ? 0 : conditionCount(where));
  if (ways * conditions > ruleLimits.conditions) {
    report.add(at, 'TOO_MANY_CONDITIONS', {});
    return null;
  }
  const chosen = choices.reduce<readonly Measure[][]>(
    (before, choice) => before.flatMap((measures) => choice.map((measure) => [...measures, measure])),
    [[]],
  );
  return [placeAt(prefix, or(chosen.map((measures) => relation(name, where, measures))))];
}

/** Measures of which all must hold, each with the values of which any may. */
function readMeasure(
  value: unknown,
  measure: MeasureName,
  entry: RelationEntry,
  at: readonly string[],
  context: FilterContext,
): Measure[][] | null {
  if (measuredFields[measure] === undefined) return readBounds(value, { measure }, entry, at, context);
  const elements = asList(value);
  if (elements.length === 0) {
    context.report.add(at, 'EMPTY_LIST', { name: measure });
    return null;
  }
  const read = elements.map((element, index) =>
    readMeasuredBounds(element, measure, entry, Array.isArray(value) ? [...at, String(index)] : at, context),
  );
  const found = read.filter((measures) => measures !== null);
  return found.length < read.length ? null : found.flat();
}

/** `{ of: "product.price", gt: "100" }` */
function readMeasuredBounds(
  element: unknown,
  measure: MeasureName,
  entry: RelationEntry,
  at: readonly string[],
  context: FilterContext,
): Measure[][] | null {
  if (!isObject(element)) {
    const expected = `an object such as { of: "…", gte: … } with the name of a value`;
    context.report.add(at, 'NOT_A_VALUE', { found: describeJson(element), expected });
    return null;
  }
  const { of, ...bounds } = element;
  const named = readFieldName(of, entry.toMany);
  if ('fault' in named) {
    context.report.addFault([...at, 'of'], named.fault);
    return null;
  }
  const { path, entry: field } = named.value;
  const wrong = measuredFault(measure, entry.relation, path.join('.'), field);
  if (wrong !== null) {
    context.report.addFault([...at, 'of'], wrong);
    return null;
  }
  return readBounds(bounds, { measure, of: path }, entry, at, context);
}

function readBounds(
  value: unknown,
  figure: Pick<Measure, 'measure' | 'of'>,
  entry: RelationEntry,
  at: readonly string[],
  context: FilterContext,
): Measure[][] | null {
  const type = measureTypes[figure.measure];
  const field: FieldEntry = { type, operators: operatorsOfType[type] };
  const listed = isObject(value) && isObject(value.parameter) && value.parameter.in !== undefined;
  if (listed) {
    const expected = 'a parameter for one number: compare with eq';
    context.report.add([...at, 'parameter', 'in'], 'NOT_A_VALUE', { found: 'a list', expected });
    return null;
  }
  const read = readComparisons(value, field, [entry.relation, figure.measure], at, context);
  if (read === null) return null;
  return read.map((rule) => {
    if (rule.kind === 'CompareParameter') {
      return [{ ...figure, operator: rule.operator as MeasureOperator, value: `$${rule.parameter}` }];
    }
    if (rule.kind !== 'Compare') throw new TypeError(`a measure is not a ${rule.kind}`);
    const operator: MeasureOperator = rule.operator === 'in' ? 'eq' : (rule.operator as MeasureOperator);
    return valuesOf(rule.value).map((one) => ({ ...figure, operator, value: one }));
  });
}

function valuesOf(value: CompareValue): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function isMeasureOf(name: string, entry: RelationEntry): name is MeasureName {
  return (entry.measures as readonly string[]).includes(name);
}

function reportStrange(name: string, entry: RelationEntry, at: readonly string[], { report }: FilterContext): void {
  if (Object.hasOwn(measureTypes, name)) {
    const reason = `it can be measured by ${entry.measures.join(', ')}`;
    report.add(at, 'MEASURE_NOT_ALLOWED', { measure: name, relation: entry.relation, reason });
    return;
  }
  const owner = `a condition on ${entry.relation}`;
  report.add(at, 'UNKNOWN_NAME', { name, owner, owners: [] }, nearest(name, ['where', ...entry.measures]));
}
