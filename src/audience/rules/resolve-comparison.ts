import { and, compare, compareFields, compareParameter, not, or } from './build.ts';
import { comparableFault } from './comparable.ts';
import { checkDuration } from './durations.ts';
import type { TextReport } from './errors.ts';
import type { Token } from './lexer.ts';
import { ruleLimits } from './limits.ts';
import { fieldOperators, meantOperators, operatorSpellings, textOnlyOperators } from './operators.ts';
import { namesOf, resolvePath } from './resolve-path.ts';
import { resolveValue } from './resolve-value.ts';
import { entryOf, type FieldEntry, isField } from './scopes.ts';
import type { Comparison } from './syntax.ts';
import type { FieldOperator, Rule, Scope } from './tree.ts';
import { typeNouns } from './value-nouns.ts';

export interface ComparisonContext {
  readonly timeZone: string;
  readonly report: TextReport;
}

/** A comparison with its names and values checked; null when something was reported. */
export function resolveComparison(syntax: Comparison, scope: Scope, context: ComparisonContext): Rule | null {
  const field = resolvePath(syntax.path, scope, context.report);
  if (field === null || !checkOperator(syntax, field, context.report)) return null;
  const path = namesOf(syntax.path);
  const spelled = path.join('.');
  const [given] = syntax.values;
  if (given?.kind === 'parameter' && syntax.values.length === 1) {
    return compareWithParameter(syntax, field, given.text, context.report);
  }
  const other = otherField(syntax, field, scope);
  if (other !== null) return resolveFields(syntax, field, other, scope, context.report);
  switch (operatorSpellings[syntax.operator].operand) {
    case 'nothing':
      return compare(path, syntax.operator);
    case 'duration': {
      if (syntax.duration === null) return null;
      const reading = checkDuration(syntax.operator, syntax.duration);
      if ('value' in reading) return compare(path, syntax.operator, reading.value);
      context.report.addFault(syntax.operatorAt, reading.fault);
      return null;
    }
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

/** A list that is given at the call cannot be spelled out, so only operators that the filter has take one. */
function compareWithParameter(
  { path, operator, operatorAt }: Comparison,
  field: FieldEntry,
  parameter: string,
  report: TextReport,
): Rule | null {
  const names = namesOf(path);
  if (field.operators.includes(operator)) return compareParameter(names, operator, parameter);
  if (field.type === 'Int') return not(compareParameter(names, 'in', parameter));
  const allowed = field.operators.map((one) => operatorSpellings[one].text);
  const spelled = `${operatorSpellings[operator].text} $${parameter}`;
  report.add(operatorAt, 'WRONG_OPERATOR', {
    path: names.join('.'),
    operator: spelled,
    type: typeNouns[field.type],
    allowed,
  });
  return null;
}

/** The names of another field in the place of a value. One name alone is a field only if it is no fixed word of this one. */
function otherField({ other, values, operator }: Comparison, field: FieldEntry, scope: Scope): readonly Token[] | null {
  if (other !== null) return other;
  const [value, ...more] = values;
  if (value?.kind !== 'name' || more.length > 0 || !isFieldOperator(operator)) return null;
  if (field.enumValues?.includes(value.text)) return null;
  const entry = entryOf(scope, value.text);
  return entry !== undefined && isField(entry) ? [value] : null;
}

const isFieldOperator = (operator: string): operator is FieldOperator =>
  (fieldOperators as readonly string[]).includes(operator);

function resolveFields(
  { path, operator, operatorAt }: Comparison,
  field: FieldEntry,
  otherPath: readonly Token[],
  scope: Scope,
  report: TextReport,
): Rule | null {
  const other = resolvePath(otherPath, scope, report);
  if (other === null) return null;
  if (!isFieldOperator(operator)) {
    const first = otherPath[0] as Token;
    report.add(first, 'UNEXPECTED_TOKEN', {
      expected: `a value after \`${operatorSpellings[operator].text}\``,
      found: `\`${first.text}\``,
    });
    return null;
  }
  const names = { path: namesOf(path), other: namesOf(otherPath) };
  const fault = comparableFault(names, field, other);
  if (fault === null) return compareFields(names.path, operator, names.other);
  report.addFault(operatorAt, fault);
  return null;
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
