import { and, at as placed } from './build.ts';
import type { FilterContext, FilterPlace, ReadFilter } from './filter-place.ts';
import { readFieldName } from './from-filter-fields.ts';
import { nameGiven } from './from-filter-parameters.ts';
import { describeJson, isObject } from './json.ts';
import { measuredFault } from './measured.ts';
import { readDecimal } from './numbers.ts';
import { measuredFields } from './operators.ts';
import { rankedFault, sizeFault } from './resolve-rank.ts';
import { fieldsOf, isRelation, type RelationEntry, relationIn } from './scopes.ts';
import { nearest } from './suggest.ts';
import type { MeasureName, Rank, RankFigure, Rule } from './tree.ts';

const sizes = {
  top: { side: 'top', unit: 'objects' },
  bottom: { side: 'bottom', unit: 'objects' },
  topPercent: { side: 'top', unit: 'percent' },
  bottomPercent: { side: 'bottom', unit: 'percent' },
} as const;
const sizeNames = Object.keys(sizes) as (keyof typeof sizes)[];

/** `{ top: 1000, by: { value: "totalSpent" }, among: {…} }`; null when something was reported. */
export function readRank(
  value: unknown,
  place: FilterPlace,
  context: FilterContext,
  readFilter: ReadFilter,
): Rule[] | null {
  const { report } = context;
  if (!isObject(value)) {
    const expected = 'an object such as { top: 1000, by: { value: "totalSpent" } }';
    report.add(place.at, 'NOT_A_VALUE', { found: describeJson(value), expected });
    return null;
  }
  const known = [...Object.keys(sizes), 'by', 'among', 'parameter'];
  const strange = Object.keys(value).find((name) => value[name] !== undefined && !known.includes(name));
  if (strange !== undefined) {
    const parameters = { name: strange, owner: 'a rank', owners: [] };
    report.add([...place.at, strange], 'UNKNOWN_NAME', parameters, nearest(strange, known));
    return null;
  }
  const size = readSize(value, place.at, context);
  const by = readFigure(value.by, { ...place, at: [...place.at, 'by'] }, context, readFilter);
  const inside = { ...place, root: place.scope, prefix: [], at: [...place.at, 'among'] };
  const among = value.among === undefined ? [] : readFilter(value.among, inside, context);
  if (size === null || by === null || among === null) return null;
  const rank: Rank = { kind: 'Rank', ...size, by, among: among.length === 0 ? null : and(among) };
  return [placed(place.prefix, rank)];
}

function readSize(
  value: Readonly<Record<string, unknown>>,
  at: readonly string[],
  { report }: FilterContext,
): Pick<Rank, 'side' | 'unit' | 'size'> | null {
  const named = value.parameter === undefined ? undefined : nameGiven(value.parameter, sizeNames);
  const given = sizeNames.filter((name) => value[name] !== undefined);
  if (named !== undefined && given.length === 0) return { ...sizes[named.key], size: `$${named.name}` };
  const [name] = given;
  if (name === undefined || given.length > 1 || value.parameter !== undefined) {
    const expected = `exactly one of ${sizeNames.join(', ')}, or \`parameter\` with the name of one for it`;
    report.add(at, 'NOT_A_VALUE', { found: given.length === 0 ? 'none' : given.join(', '), expected });
    return null;
  }
  const { side, unit } = sizes[name];
  const operand = value[name];
  if (typeof operand !== (unit === 'percent' ? 'string' : 'number')) {
    const expected = unit === 'percent' ? 'a percentage as a string, such as "10"' : 'a whole number';
    report.add([...at, name], 'NOT_A_VALUE', { found: describeJson(operand), expected });
    return null;
  }
  const wrong = sizeFault(String(operand), unit);
  if (wrong !== null) report.addFault([...at, name], wrong);
  const reading = readDecimal(String(operand));
  return wrong === null && 'value' in reading ? { side, unit, size: reading.value } : null;
}

function readFigure(
  value: unknown,
  place: FilterPlace,
  context: FilterContext,
  readFilter: ReadFilter,
): RankFigure | null {
  const { report } = context;
  const { scope, at } = place;
  const relations = Object.entries(fieldsOf(scope)).flatMap(([name, entry]) => (isRelation(entry) ? [name] : []));
  const names = isObject(value) ? Object.keys(value).filter((name) => value[name] !== undefined) : [];
  const [name] = names;
  if (!isObject(value) || name === undefined || names.length > 1 || !['value', ...relations].includes(name)) {
    const expected = `an object with exactly one of ${['value', ...relations].join(', ')}`;
    report.add(at, 'NOT_A_VALUE', { found: describeJson(value), expected });
    return null;
  }
  if (name !== 'value') {
    const entry = relationIn(scope, name) as RelationEntry;
    return readMeasure(value[name], entry, { ...place, at: [...at, name] }, context, readFilter);
  }
  const named = readFieldName(value.value, scope);
  const wrong = 'fault' in named ? named.fault : rankedFault(named.value.path.join('.'), named.value.entry);
  if (wrong !== null) report.addFault([...at, 'value'], wrong);
  return 'value' in named && wrong === null ? { kind: 'Value', path: named.value.path } : null;
}

function readMeasure(
  value: unknown,
  entry: RelationEntry,
  place: FilterPlace,
  context: FilterContext,
  readFilter: ReadFilter,
): RankFigure | null {
  const { report } = context;
  const { at } = place;
  const measure = isObject(value) ? entry.measures.find((one) => one === value.measure) : undefined;
  if (!isObject(value) || measure === undefined) {
    const expected = `an object with measure: one of ${entry.measures.join(', ')}`;
    report.add(at, 'NOT_A_VALUE', { found: describeJson(value), expected });
    return null;
  }
  const inside = { ...place, scope: entry.toMany, root: entry.toMany, prefix: [], at: [...at, 'where'] };
  const where = value.where === undefined ? [] : readFilter(value.where, inside, context);
  const of = readOf(value.of, measure, entry, [...at, 'of'], context);
  if (where === null || of === null) return null;
  const selected = where.length === 0 ? null : and(where);
  return { kind: 'Measure', relation: entry.relation, where: selected, measure, ...(of.length > 0 && { of }) };
}

/** The names of the value that is measured, none where the measure needs none; null when something was reported. */
function readOf(
  value: unknown,
  measure: MeasureName,
  entry: RelationEntry,
  at: readonly string[],
  { report }: FilterContext,
): readonly string[] | null {
  if (measuredFields[measure] === undefined) {
    if (value === undefined) return [];
    report.add(at, 'NOT_A_VALUE', {
      found: describeJson(value),
      expected: `nothing, as \`${measure}\` is of no value`,
    });
    return null;
  }
  const named = readFieldName(value, entry.toMany);
  const wrong =
    'fault' in named
      ? named.fault
      : measuredFault(measure, entry.relation, named.value.path.join('.'), named.value.entry);
  if (wrong !== null) report.addFault(at, wrong);
  return 'value' in named && wrong === null ? named.value.path : null;
}
