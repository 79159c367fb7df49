import { compareParameter } from './build.ts';
import type { FilterContext } from './filter-place.ts';
import { describeJson, isObject } from './json.ts';
import { operatorSpellings } from './operators.ts';
import type { FieldEntry } from './scopes.ts';
import type { Rule } from './tree.ts';
import { typeNouns } from './value-nouns.ts';

/** A parameter's name, without the $. */
export const parameterName = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** The one key of `{ within: "gap" }`, of those that are allowed, and the name of its parameter; undefined where it is anything else. */
export function nameGiven<K extends string>(
  value: unknown,
  allowed: readonly K[],
): { readonly key: K; readonly name: string } | undefined {
  const [entry, ...more] = isObject(value) ? Object.entries(value).filter(([, name]) => name !== undefined) : [];
  const key = allowed.find((one) => one === entry?.[0]);
  const name = entry?.[1];
  if (key === undefined || more.length > 0 || typeof name !== 'string' || !parameterName.test(name)) return undefined;
  return { key, name };
}

/** `parameter: { eq: "promotion" }`: values that are given at the call; null when something was reported. */
export function readParameters(
  value: unknown,
  field: FieldEntry,
  path: readonly string[],
  at: readonly string[],
  { report }: FilterContext,
): Rule[] | null {
  const allowed = field.operators.filter((operator) => operatorSpellings[operator].operand !== 'nothing');
  if (!isObject(value)) {
    const expected = `an object such as { ${allowed[0]}: "…" } with the name of a parameter`;
    report.add(at, 'NOT_A_VALUE', { found: describeJson(value), expected });
    return null;
  }
  const entries = Object.entries(value).filter(([, name]) => name !== undefined);
  if (entries.length === 0) {
    report.add(at, 'EMPTY_FILTER', { name: path.at(-1) ?? '', write: 'compare it, or leave it out' });
    return null;
  }
  const read = entries.map(([key, name]): Rule | null => {
    const operator = allowed.find((one) => operatorSpellings[one].filter === key);
    if (operator === undefined) {
      const parameters = { path: path.join('.'), operator: key, type: typeNouns[field.type], allowed };
      report.add([...at, key], 'WRONG_OPERATOR', parameters);
      return null;
    }
    if (typeof name === 'string' && parameterName.test(name)) return compareParameter(path, operator, name);
    report.add([...at, key], 'NOT_A_VALUE', {
      found: describeJson(name),
      expected: 'the name of a parameter without $, such as "promotion"',
    });
    return null;
  });
  const rules = read.filter((rule) => rule !== null);
  return rules.length < read.length ? null : rules;
}
