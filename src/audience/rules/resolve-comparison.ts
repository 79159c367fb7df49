import { and, compare, not, or } from './build.ts';
import type { TextReport } from './errors.ts';
import type { Token } from './lexer.ts';
import { ruleLimits } from './limits.ts';
import { meantOperators, operatorSpellings, textOnlyOperators } from './operators.ts';
import { resolveValue } from './resolve-value.ts';
import {
  entryOf,
  type FieldEntry,
  fieldsOf,
  isField,
  isRelation,
  isToOne,
  type RelationEntry,
  scopeNouns,
  type ToOneEntry,
} from './scopes.ts';
import type { Comparison } from './syntax.ts';
import type { Rule, Scope } from './tree.ts';
import { meantNames, ownersOf } from './unknown-names.ts';
import { typeNouns } from './value-nouns.ts';

export interface ComparisonContext {
  readonly timeZone: string;
  readonly report: TextReport;
}

/** A comparison with its names and values checked; null when something was reported. */
export function resolveComparison(syntax: Comparison, scope: Scope, context: ComparisonContext): Rule | null {
  const field = resolvePath(syntax.path, scope, context.report);
  if (field === null || !checkOperator(syntax, field, context.report)) return null;
  const path = syntax.path.map((name) => name.text);
  const spelled = path.join('.');
  switch (operatorSpellings[syntax.operator].operand) {
    case 'nothing':
      return compare(path, syntax.operator);
    case 'duration':
      return syntax.duration === null ? null : compare(path, syntax.operator, syntax.duration);
    case 'value': {
      const [value = null] = resolveValues(syntax, field, spelled, context) ?? [];
      return value === null ? null : compare(path, syntax.operator, value);
    }
    case 'list': {
      const values = resolveValues(syntax, field, spelled, context);
      return values === null ? null : compareList(path, field, syntax.operator === 'notIn', values, syntax);
    }
  }
}

/** Lists that the filter inputs do not have are spelled out; the meaning stays, also for missing values. */
function compareList(
  path: readonly string[],
  field: FieldEntry,
  negated: boolean,
  values: readonly (string | number)[],
  { operator }: Comparison,
): Rule {
  if (field.type === 'Decimal') {
    return negated
      ? and(values.map((value) => compare(path, 'ne', value)))
      : or(values.map((value) => compare(path, 'eq', value)));
  }
  const list = values as readonly string[] | readonly number[];
  return field.type === 'Int' && negated ? not(compare(path, 'in', list)) : compare(path, operator, list);
}

/** path = name { "." name }: every name but the last leads to one other object, the last is a value of it. */
export function resolvePath(path: readonly Token[], scope: Scope, report: TextReport): FieldEntry | null {
  let current = scope;
  for (const [index, name] of path.entries()) {
    const before = path.slice(0, index).map((token) => token.text);
    const spelled = [...before, name.text].join('.');
    const isLast = index === path.length - 1;
    const entry = entryOf(current, name.text);
    if (entry === undefined) {
      reportUnknownName(name, current, before, report);
      return null;
    }
    if (isLast && isField(entry)) return entry;
    if (isToOne(entry) && !isLast) {
      current = entry.toOne;
    } else if (isField(entry)) {
      report.add(path[index + 1] ?? name, 'NOT_AN_OBJECT', { path: spelled });
      return null;
    } else {
      report.add(name, 'NOT_A_FIELD', { path: spelled, owner: ownerNoun(entry) }, meantFields(entry, spelled, isLast));
      return null;
    }
  }
  return null;
}

function ownerNoun(entry: ToOneEntry | RelationEntry): string {
  return isRelation(entry) ? 'a relation' : scopeNouns[entry.toOne];
}

function meantFields(entry: ToOneEntry | RelationEntry, path: string, isLast: boolean): string[] {
  if (isRelation(entry)) return [isLast ? `${path} count` : `${path} where (…)`];
  const names = Object.keys(fieldsOf(entry.toOne));
  return names.slice(0, 2).map((name) => `${path}.${name}`);
}

export function reportUnknownName(name: Token, scope: Scope, prefix: readonly string[], report: TextReport): void {
  if (report.isFull()) return;
  const parameters = { name: name.text, owner: scopeNouns[scope], owners: ownersOf(name.text, scope) };
  report.add(name, 'UNKNOWN_NAME', parameters, meantNames(name.text, scope, prefix));
}

function checkOperator({ operator, operatorAt, path }: Comparison, field: FieldEntry, report: TextReport): boolean {
  const allowed = [...field.operators, ...(textOnlyOperators[field.type] ?? [])];
  if (allowed.includes(operator)) return true;
  const meant = meantOperators[field.type]?.[operator];
  report.add(
    operatorAt,
    'WRONG_OPERATOR',
    {
      path: path.map((name) => name.text).join('.'),
      operator: operatorSpellings[operator].text,
      type: typeNouns[field.type],
      allowed: allowed.map((one) => operatorSpellings[one].text),
    },
    meant === undefined ? [] : [operatorSpellings[meant].text],
  );
  return false;
}

function resolveValues(
  { values }: Comparison,
  field: FieldEntry,
  path: string,
  { timeZone, report }: ComparisonContext,
): (string | number)[] | null {
  const excess = values[ruleLimits.list];
  if (excess !== undefined) report.add(excess, 'LIST_TOO_LONG', { length: values.length });
  const resolved: (string | number)[] = [];
  for (const token of values.slice(0, ruleLimits.list)) {
    if (token.kind === 'broken') continue;
    const reading = resolveValue(token, field, path, timeZone);
    if ('value' in reading) resolved.push(reading.value);
    else report.addFault(token, reading.fault);
  }
  return resolved.length === values.length ? resolved : null;
}
