import { spellDuration } from './durations.ts';
import { operatorSpellings } from './operators.ts';
import { isParameter } from './parameters.ts';
import { type FieldEntry, fieldAt } from './scopes.ts';
import { quote } from './strings.ts';
import type { At, Compare, GivenValue, Matches, Measure, Rank, Relation, Rule, Scope, SequenceStep } from './tree.ts';
import { scopeOfAt, scopeOfRelation } from './walk.ts';

export interface PrintOptions {
  /** Over several lines where one would be long; the same rule. */
  readonly pretty?: boolean;
  /** What the rule speaks of; customers unless told. */
  readonly scope?: Scope;
}

/** A condition that every object of a scope meets. */
const always: Readonly<Record<Scope, string>> = {
  customer: 'createdAt is known',
  order: 'placedAt is known',
  event: 'occurredAt is known',
  line: 'not product.sku = ""',
  product: 'not sku = ""',
  store: 'not code = ""',
  staff: 'not code = ""',
  identifier: 'not kind = ""',
  device: 'not platform = ""',
};

const prettyWidth = 100;

/** The canonical text of a rule; parsing it gives the same tree. @throws TypeError for a tree with names the scope lacks. */
export function printRule(rule: Rule, { pretty = false, scope = 'customer' }: PrintOptions = {}): string {
  return pretty ? layOut(rule, scope, '', 0) : write(rule, scope);
}

function write(rule: Rule, scope: Scope): string {
  switch (rule.kind) {
    case 'And':
      if (rule.rules.length === 0) return always[scope];
      return rule.rules
        .map((part) => (part.kind === 'Or' ? `(${write(part, scope)})` : write(part, scope)))
        .join(' and ');
    case 'Or':
      return rule.rules.map((part) => write(part, scope)).join(' or ');
    case 'Not':
      if (isNotIn(rule.rule, scope)) return writeCompare({ ...rule.rule, operator: 'notIn' }, scope);
      return needsBrackets(rule.rule, scope) ? `not (${write(rule.rule, scope)})` : `not ${write(rule.rule, scope)}`;
    case 'Compare':
      return writeCompare(rule, scope);
    case 'Relation': {
      const { before, after } = frameOf(rule);
      if (rule.where === null) return `${before}${after}`;
      return `${before} where (${write(rule.where, scopeOfRelation(rule, scope))})${after}`;
    }
    case 'InSegment':
      return `in segment ${quote(rule.segment)}`;
    case 'Matches':
      return writeMatches(rule);
    case 'CompareFields':
      return `${rule.path.join('.')} ${operatorSpellings[rule.operator].text} ${rule.other.join('.')}`;
    case 'CompareParameter':
      return `${rule.path.join('.')} ${operatorSpellings[rule.operator].text} $${rule.parameter}`;
    case 'Sequence':
      return rule.steps
        .map((step) => writeStep(step, (where) => `(${write(where, scopeOfRelation(step, scope))})`))
        .join(' then ');
    case 'Rank':
      return writeRank(rule, (part, inner) => `(${write(part, inner)})`, scope);
    case 'At':
      return writeAt(rule, write(rule.rule, scopeOfAt(rule, scope)));
  }
}

/** The path stands before the name: `staff.customers where (…)`, `no staff.customers`; before all else with a space. */
function writeAt({ path, rule }: At, text: string): string {
  const way = path.join('.');
  if (rule.kind === 'InSegment' || rule.kind === 'Rank' || rule.kind === 'Matches') return `${way} ${text}`;
  return text.startsWith('no ') ? `no ${way}.${text.slice('no '.length)}` : `${way}.${text}`;
}

/** Behind `not`, anything that is more than one condition. */
function needsBrackets(rule: Rule, scope: Scope): boolean {
  if (rule.kind === 'Not') return !isNotIn(rule.rule, scope);
  return rule.kind === 'And' || rule.kind === 'Or';
}

/** Whole numbers have no `not in` of their own, but text says it. */
function isNotIn(rule: Rule, scope: Scope): rule is Compare {
  return rule.kind === 'Compare' && rule.operator === 'in' && fieldAt(scope, rule.path)?.type === 'Int';
}

function writeMatches({ fragment, values }: Matches): string {
  const given = Object.entries(values).map(([name, value]) => `${name} = ${writeGiven(value)}`);
  return `matches ${quote(fragment)}${given.length === 0 ? '' : ` with (${given.join(', ')})`}`;
}

function writeGiven(value: GivenValue): string {
  if (typeof value === 'object') return `(${value.map(writeGiven).join(', ')})`;
  return typeof value === 'number' ? String(value) : quote(value);
}

function writeStep({ relation, where, within, absent }: SequenceStep, bracketed: (where: Rule) => string): string {
  const inner = where === null ? '' : ` where ${bracketed(where)}`;
  return `${absent ? 'no ' : ''}${relation}${inner}${within === null ? '' : ` within ${isParameter(within) ? within : spellDuration(within)}`}`;
}

function writeRank(
  { side, size, unit, by, among }: Rank,
  bracketed: (rule: Rule, scope: Scope) => string,
  scope: Scope,
): string {
  const start = `in ${side} ${size}${unit === 'percent' ? ' %' : ''} by `;
  const end = among === null ? '' : ` among ${bracketed(among, scope)}`;
  if (by.kind === 'Value') return `${start}${by.path.join('.')}${end}`;
  const where = by.where === null ? '' : ` where ${bracketed(by.where, scopeOfRelation(by, scope))}`;
  return `${start}${by.relation}${where} ${[by.measure, ...(by.of ? [by.of.join('.')] : [])].join(' ')}${end}`;
}

function frameOf({ relation, measures }: Relation): { before: string; after: string } {
  const [first] = measures;
  const none = measures.length === 1 && first?.measure === 'count' && first.operator === 'eq' && first.value === '0';
  if (none) return { before: `no ${relation}`, after: '' };
  return { before: relation, after: measures.map(writeMeasure).join('') };
}

function writeMeasure({ measure, of, operator, value }: Measure): string {
  const figure = of === undefined ? measure : `${measure} ${of.join('.')}`;
  return ` ${figure} ${operatorSpellings[operator].text} ${value}${measure === 'share' ? ' %' : ''}`;
}

function writeCompare({ path, operator, value }: Compare, scope: Scope): string {
  const field = fieldAt(scope, path);
  if (field === undefined) throw new TypeError(`${scope} has no value ${path.join('.')}`);
  const { text, operand } = operatorSpellings[operator];
  const start = `${path.join('.')} ${text}`;
  switch (operand) {
    case 'nothing':
      return start;
    case 'duration':
      return `${start} ${spellDuration(String(value))}`;
    case 'value':
      return `${start} ${writeValue(String(value), field)}`;
    case 'list':
      return `${start} (${(value as readonly (string | number)[]).map((one) => writeValue(String(one), field)).join(', ')})`;
  }
}

function writeValue(value: string, { type }: FieldEntry): string {
  switch (type) {
    case 'String':
    case 'ID':
    case 'Tags':
      return quote(value);
    case 'DateTime':
      return value.replace('.000Z', 'Z');
    case 'Int':
    case 'Decimal':
    case 'Date':
    case 'Enum':
      return value;
  }
}

/** One line if it fits behind what already stands on it; else a line for each part, and brackets around indented lines. */
function layOut(rule: Rule, scope: Scope, indent: string, used: number): string {
  const line = write(rule, scope);
  if (indent.length + used + line.length <= prettyWidth) return line;
  switch (rule.kind) {
    case 'And':
    case 'Or': {
      const word = rule.kind === 'And' ? 'and ' : 'or ';
      return rule.rules
        .map((part, index) => {
          const lead = index === 0 ? '' : word;
          const text =
            part.kind === 'Or' && rule.kind === 'And'
              ? bracket(part, scope, indent)
              : layOut(part, scope, indent, lead.length);
          return `${lead}${text}`;
        })
        .join(`\n${indent}`);
    }
    case 'Not':
      return needsBrackets(rule.rule, scope)
        ? `not ${bracket(rule.rule, scope, indent)}`
        : `not ${layOut(rule.rule, scope, indent, 4)}`;
    case 'Relation': {
      const { before, after } = frameOf(rule);
      if (rule.where === null) return line;
      return `${before} where ${bracket(rule.where, scopeOfRelation(rule, scope), indent)}${after}`;
    }
    case 'At':
      return writeAt(rule, layOut(rule.rule, scopeOfAt(rule, scope), indent, used));
    case 'Sequence':
      return rule.steps
        .map((step) => writeStep(step, (where) => bracket(where, scopeOfRelation(step, scope), indent)))
        .join(`\n${indent}then `);
    case 'Rank':
      return writeRank(rule, (part, inner) => bracket(part, inner, indent), scope);
    case 'Compare':
    case 'CompareFields':
    case 'CompareParameter':
    case 'InSegment':
    case 'Matches':
      return line;
  }
}

function bracket(rule: Rule, scope: Scope, indent: string): string {
  const deeper = `${indent}  `;
  return `(\n${deeper}${layOut(rule, scope, deeper, 0)}\n${indent})`;
}
