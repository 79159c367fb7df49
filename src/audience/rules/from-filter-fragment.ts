import { at, matches } from './build.ts';
import type { FilterContext, FilterPlace } from './filter-place.ts';
import { parameterName } from './from-filter-parameters.ts';
import { describeJson, isObject } from './json.ts';
import { ruleLimits } from './limits.ts';
import { readString } from './strings.ts';
import type { GivenValue, Rule } from './tree.ts';

/** `matches: { fragment: "weak store", with: { tag: "weak" } }`; null when something was reported. */
export function readMatches(
  value: unknown,
  { at: where, prefix }: FilterPlace,
  { report }: FilterContext,
): Rule[] | null {
  const refuse = (path: readonly string[], found: unknown, expected: string) => {
    report.add([...where, ...path], 'NOT_A_VALUE', { found: describeJson(found), expected });
    return null;
  };
  if (!isObject(value)) return refuse([], value, 'an object such as { fragment: "…" }');
  const strange = Object.keys(value).find((name) => name !== 'fragment' && name !== 'with');
  if (strange !== undefined) return refuse([strange], value[strange], 'nothing but `fragment` and `with`');
  if (typeof value.fragment !== 'string') return refuse(['fragment'], value.fragment, 'the name of a fragment');
  const fragment = readString(value.fragment);
  if ('fault' in fragment) {
    report.addFault([...where, 'fragment'], fragment.fault);
    return null;
  }
  const given = value.with ?? {};
  if (!isObject(given)) return refuse(['with'], given, 'an object with a value for each parameter of the fragment');
  const values: Record<string, GivenValue> = {};
  for (const [name, one] of Object.entries(given)) {
    const read = parameterName.test(name) ? readGiven(one) : null;
    if (read === null) return refuse(['with', name], one, 'a text, a whole number, or a list of them, by a name');
    values[name] = read;
  }
  return [at(prefix, matches(fragment.value, values))];
}

function readGiven(value: unknown): GivenValue | null {
  if (!Array.isArray(value)) return readOne(value);
  const read = value.map(readOne);
  const found = read.filter((one) => one !== null);
  return found.length === 0 || found.length < read.length || found.length > ruleLimits.list ? null : found;
}

function readOne(value: unknown): string | number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : null;
  const text = typeof value === 'string' ? readString(value) : null;
  return text !== null && 'value' in text ? text.value : null;
}
