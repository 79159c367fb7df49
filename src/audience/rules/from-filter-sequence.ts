import { and, at as placed, sequence } from './build.ts';
import { readDuration } from './durations.ts';
import type { FilterContext, FilterPlace, ReadFilter } from './filter-place.ts';
import { nameGiven } from './from-filter-parameters.ts';
import { describeJson, isObject } from './json.ts';
import { stepRelations } from './resolve-sequence.ts';
import { relationIn } from './scopes.ts';
import { nearest } from './suggest.ts';
import type { Rule, SequenceStep } from './tree.ts';

/** `[{ events: {…} }, { purchases: {…}, within: "PT48H" }]`; null when something was reported. */
export function readSequence(
  value: unknown,
  place: FilterPlace,
  context: FilterContext,
  readFilter: ReadFilter,
): Rule[] | null {
  const { report } = context;
  if (!Array.isArray(value) || value.length < 2) {
    const expected = 'a list of two steps or more, such as [{ events: {} }, { purchases: {}, within: "PT48H" }]';
    report.add(place.at, 'NOT_A_VALUE', { found: describeJson(value), expected });
    return null;
  }
  const read = value.map((step: unknown, index) => {
    const here = { ...place, at: [...place.at, String(index)] };
    return readStep(step, index === 0, index === value.length - 1, here, context, readFilter);
  });
  const steps = read.filter((step) => step !== null);
  return steps.length < read.length ? null : [placed(place.prefix, sequence(steps))];
}

function readStep(
  value: unknown,
  isFirst: boolean,
  isLast: boolean,
  place: FilterPlace,
  context: FilterContext,
  readFilter: ReadFilter,
): SequenceStep | null {
  const { report } = context;
  const { at } = place;
  const entries = isObject(value) ? Object.entries(value).filter(([, part]) => part !== undefined) : [];
  const named = entries.flatMap(([name]) => stepRelations.filter((one) => one === name));
  const [relation] = named;
  if (relation === undefined || named.length > 1 || !isObject(value)) {
    report.add(at, 'NOT_A_VALUE', {
      found: describeJson(value),
      expected: `exactly one of ${stepRelations.join(', ')}`,
    });
    return null;
  }
  const known = [...stepRelations, 'within', 'none', 'parameter'];
  for (const [name] of entries) {
    if (known.includes(name)) continue;
    report.add(
      [...at, name],
      'UNKNOWN_NAME',
      { name, owner: 'a step of a sequence', owners: [] },
      nearest(name, known),
    );
    return null;
  }
  const scope = relationIn('customer', relation)?.toMany ?? 'order';
  const inside = { ...place, scope, root: scope, prefix: [], at: [...at, relation], level: place.level };
  const where = readFilter(value[relation], inside, context);
  const within =
    value.parameter === undefined
      ? readWithin(value.within, isFirst, [...at, 'within'], context)
      : readGiven(value, isFirst, [...at, 'parameter'], context);
  const absent = readNone(value.none, isFirst, isLast, [...at, 'none'], context);
  if (where === null || within === undefined || absent === null) return null;
  return { relation, where: where.length === 0 ? null : and(where), within, absent };
}

/** Undefined when it was reported. */
function readWithin(
  value: unknown,
  isFirst: boolean,
  at: readonly string[],
  { report }: FilterContext,
): string | null | undefined {
  if (value === undefined) return null;
  if (isFirst || typeof value !== 'string') {
    const expected = isFirst ? 'no span before the first step' : 'an ISO 8601 duration as a string, such as "PT48H"';
    report.add(at, 'NOT_A_VALUE', { found: describeJson(value), expected });
    return undefined;
  }
  const reading = readDuration(value);
  if ('value' in reading) return reading.value;
  report.addFault(at, reading.fault);
  return undefined;
}

/** `parameter: { within: "gap" }` instead of `within`; undefined when it was reported. */
function readGiven(
  { within, parameter }: Readonly<Record<string, unknown>>,
  isFirst: boolean,
  at: readonly string[],
  { report }: FilterContext,
): string | undefined {
  const name = within === undefined && !isFirst ? nameGiven(parameter, ['within'])?.name : undefined;
  if (name !== undefined) return `$${name}`;
  const reason = isFirst
    ? 'no span before the first step'
    : '{ within: "…" } with the name of a parameter, and no other span';
  report.add(at, 'NOT_A_VALUE', { found: describeJson(parameter), expected: reason });
  return undefined;
}

/** Null when it was reported. */
function readNone(
  value: unknown,
  isFirst: boolean,
  isLast: boolean,
  at: readonly string[],
  { report }: FilterContext,
): boolean | null {
  if (value === undefined || value === false) return false;
  if (value === true && isLast && !isFirst) return true;
  if (value === true) report.add(at, 'SEQUENCE_GOES_ON', {});
  else report.add(at, 'NOT_A_VALUE', { found: describeJson(value), expected: 'true or false' });
  return null;
}
