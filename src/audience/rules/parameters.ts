import { compare } from './build.ts';
import { createFilterReport, type FilterRuleError, type Reading, type RuleResult } from './errors.ts';
import { readOperand } from './from-filter-comparison.ts';
import { isObject } from './json.ts';
import { type FieldType, measureTypes, operatorSpellings } from './operators.ts';
import type { ReadOptions } from './parse-rule.ts';
import { sizeFault } from './resolve-rank.ts';
import { type FieldEntry, fieldAt } from './scopes.ts';
import type { CompareParameter, CompareValue, Measure, Operator, Rank, Rule, Scope, SequenceStep } from './tree.ts';
import { mapRule, visitRule } from './walk.ts';

/** A value that a rule asks for, as its use tells: for a filter input of `type`; a list of them, or a span of time. */
export interface RuleParameter {
  readonly name: string;
  readonly type: FieldType;
  readonly operand: 'value' | 'list' | 'duration';
  /** Of fixed words, what it may be. */
  readonly enumValues?: readonly string[];
}

/** The parameters of a rule, each once, in the order in which they first appear; the first use tells the type. */
export function parametersOf(rule: Rule, scope: Scope = 'customer'): readonly RuleParameter[] {
  const found = new Map<string, RuleParameter>();
  const add = (parameter: RuleParameter) => {
    if (!found.has(parameter.name)) found.set(parameter.name, parameter);
  };
  visitRule(
    rule,
    (part, at) => {
      if (part.kind === 'CompareParameter') {
        const { type, enumValues } = fieldOf(part, at);
        const { operand } = operatorSpellings[part.operator];
        if (operand !== 'nothing') add({ name: part.parameter, type, operand, ...(enumValues && { enumValues }) });
      }
      if (part.kind === 'Rank' && isParameter(part.size)) add({ ...sizeParameter(part), operand: 'value' });
      if (part.kind === 'Sequence')
        for (const { within } of part.steps)
          if (within !== null && isParameter(within))
            add({ name: within.slice(1), type: 'DateTime', operand: 'duration' });
      if (part.kind !== 'Relation') return;
      for (const { measure, value } of part.measures) {
        if (isParameter(value)) add({ name: value.slice(1), type: measureTypes[measure], operand: 'value' });
      }
    },
    scope,
  );
  return [...found.values()];
}

/**
 * The rule with its parameters replaced by values, given by name as a filter would have them. Each use checks the value for its own
 * type. A rule without parameters takes none.
 */
export function bindParameters(
  rule: Rule,
  given: unknown,
  { timeZone, scope = 'customer' }: ReadOptions & { readonly scope?: Scope },
): RuleResult<FilterRuleError> {
  const report = createFilterReport();
  const names = parametersOf(rule, scope).map(({ name }) => name);
  if (given != null && !isObject(given)) {
    report.add(['parameters'], 'NOT_A_VALUE', { found: 'no object', expected: 'an object with a value for each name' });
    return { ok: false, errors: report.errors() };
  }
  const values = given ?? {};
  const missing = names.filter((name) => !Object.hasOwn(values, name) || values[name] === undefined);
  for (const name of missing) report.add(['parameters', name], 'PARAMETER_MISSING', { name });
  for (const name of Object.keys(values)) {
    if (!names.includes(name)) report.add(['parameters', name], 'UNKNOWN_PARAMETER', { name, names });
  }
  if (report.errors().length > 0 || names.length === 0) {
    return report.errors().length > 0 ? { ok: false, errors: report.errors() } : { ok: true, rule };
  }
  const refused = (name: string) => (within: readonly string[], found: Reading<never>) => {
    if ('fault' in found) report.addFault(['parameters', name, ...within], found.fault);
  };
  const read = (name: string, operator: Operator, field: FieldEntry, path: readonly string[]) =>
    readOperand(operator, values[name], { field, path, timeZone }, refused(name));
  const bound = mapRule(rule, (part, at) => bindPart(part, at, read, refused), scope);
  return report.errors().length > 0 ? { ok: false, errors: report.errors() } : { ok: true, rule: bound };
}

type Refused = (name: string) => (within: readonly string[], found: Reading<never>) => void;
type Read = (name: string, operator: Operator, field: FieldEntry, path: readonly string[]) => CompareValue | undefined;

function bindPart(part: Rule, scope: Scope, read: Read, refused: Refused): Rule {
  if (part.kind === 'CompareParameter') {
    const value = read(part.parameter, part.operator, fieldOf(part, scope), part.path);
    return value === undefined ? part : compare(part.path, part.operator, value);
  }
  if (part.kind === 'Sequence') return { ...part, steps: part.steps.map((step) => bindStep(step, read)) };
  if (part.kind === 'Rank') return bindSize(part, read, refused);
  if (part.kind !== 'Relation' || !part.measures.some(({ value }) => isParameter(value))) return part;
  const measures = part.measures.map((measure): Measure => {
    if (!isParameter(measure.value)) return measure;
    const type = measureTypes[measure.measure];
    const field: FieldEntry = { type, operators: [measure.operator] };
    const value = read(measure.value.slice(1), measure.operator, field, [part.relation, measure.measure]);
    return value === undefined ? measure : { ...measure, value: String(value) };
  });
  return { ...part, measures };
}

function bindStep(step: SequenceStep, read: Read): SequenceStep {
  if (step.within === null || !isParameter(step.within)) return step;
  const value = read(step.within.slice(1), 'within', { type: 'DateTime', operators: ['within'] }, ['within']);
  return value === undefined ? step : { ...step, within: String(value) };
}

function bindSize(rank: Rank, read: Read, refused: Refused): Rank {
  if (!isParameter(rank.size)) return rank;
  const { name, type } = sizeParameter(rank);
  const value = read(name, 'eq', { type, operators: ['eq'] }, ['in', rank.side]);
  if (value === undefined) return rank;
  const wrong = sizeFault(String(value), rank.unit);
  if (wrong === null) return { ...rank, size: String(value) };
  refused(name)([], { fault: wrong });
  return rank;
}

/** Whether a text of a tree, which else is a number or a span of time, is the name of a parameter with its $. */
export const isParameter = (text: string): boolean => text.startsWith('$');

const sizeParameter = ({ size, unit }: Rank) => ({
  name: size.slice(1),
  type: unit === 'percent' ? ('Decimal' as const) : ('Int' as const),
});

function fieldOf({ path }: CompareParameter, scope: Scope): FieldEntry {
  const field = fieldAt(scope, path);
  if (field === undefined) throw new TypeError(`${scope} has no value ${path.join('.')}`);
  return field;
}
