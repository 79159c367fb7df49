import { compareFields } from './build.ts';
import { comparableFault } from './comparable.ts';
import { fault, type Reading } from './errors.ts';
import type { FilterContext } from './filter-place.ts';
import { describeJson, isObject } from './json.ts';
import { fieldOperators } from './operators.ts';
import { entryOf, type FieldEntry, isField, isRelation, isToOne, scopeNouns } from './scopes.ts';
import type { FieldOperator, Rule, Scope } from './tree.ts';
import { meantNames, ownersOf } from './unknown-names.ts';
import { typeNouns } from './value-nouns.ts';

/** `field: { lt: "product.price" }`: comparisons with other fields, of which all must hold; null when something was reported. */
export function readOtherFields(
  value: unknown,
  field: FieldEntry,
  path: readonly string[],
  at: readonly string[],
  { report }: FilterContext,
  root: Scope,
): Rule[] | null {
  const name = path.at(-1) ?? '';
  const allowed = fieldOperators.filter((operator) => (field.operators as readonly string[]).includes(operator));
  if (!isObject(value)) {
    const expected = `an object such as { ${allowed[0]}: "…" } with the name of another field`;
    report.add(at, 'NOT_A_VALUE', { found: describeJson(value), expected });
    return null;
  }
  const entries = Object.entries(value).filter(([, operand]) => operand !== undefined);
  if (entries.length === 0) report.add(at, 'EMPTY_FILTER', { name, write: 'compare it, or leave it out' });
  const read = entries.map(([key, operand]): Rule | null => {
    const operator = allowed.find((one) => one === key);
    const here = [...at, key];
    if (operator === undefined) {
      const parameters = { path: path.join('.'), operator: key, type: typeNouns[field.type], allowed };
      report.add(here, 'WRONG_OPERATOR', parameters);
      return null;
    }
    const reading = readOther(operand, field, path, operator, root);
    if ('value' in reading) return reading.value;
    report.addFault(here, reading.fault);
    return null;
  });
  const rules = read.filter((rule) => rule !== null);
  return entries.length === 0 || rules.length < read.length ? null : rules;
}

function readOther(
  operand: unknown,
  field: FieldEntry,
  path: readonly string[],
  operator: FieldOperator,
  root: Scope,
): Reading<Rule> {
  const reading = readFieldName(operand, root);
  if ('fault' in reading) return reading;
  const { path: other, entry } = reading.value;
  const wrong = comparableFault({ path, other }, field, entry);
  return wrong === null ? { value: compareFields(path, operator, other) } : { fault: wrong };
}

/** The field that a name with dots leads to: `store.city`. */
export function readFieldName(
  operand: unknown,
  scope: Scope,
): Reading<{ readonly path: readonly string[]; readonly entry: FieldEntry }> {
  if (typeof operand !== 'string') {
    return fault('NOT_A_VALUE', {
      found: describeJson(operand),
      expected: 'the name of a field, such as "store.city"',
    });
  }
  const path = operand.split('.');
  let owner = scope;
  for (const [index, name] of path.entries()) {
    const entry = entryOf(owner, name);
    const upTo = path.slice(0, index + 1).join('.');
    const isLast = index === path.length - 1;
    if (entry === undefined) {
      const parameters = { name, owner: scopeNouns[owner], owners: ownersOf(name, owner) };
      return fault('UNKNOWN_NAME', parameters, meantNames(name, owner, path.slice(0, index)));
    }
    if (isField(entry)) return isLast ? { value: { path, entry } } : fault('NOT_AN_OBJECT', { path: upTo });
    if (isRelation(entry) || isLast) {
      return fault('NOT_A_FIELD', { path: upTo, owner: isToOne(entry) ? scopeNouns[entry.toOne] : 'a relation' });
    }
    owner = entry.toOne;
  }
  throw new Error('a name has at least one part');
}
