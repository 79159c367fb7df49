import { minorDigits } from '../../../platform/money.ts';
import { parseDuration, parseInstant, parseLocalDate } from '../../../platform/time.ts';
import { type HabitName, habitTypes } from '../../../profile/habits/habits.ts';
import type { Compare, Operator } from '../../rules/index.ts';
import { daysAhead } from '../clock/days-ahead.ts';
import { valueAt } from '../clock/moved-to.ts';
import { all, always, any, never, not } from '../conditions.ts';
import type { ComparisonOperator, Condition, PlanValue } from '../plan.ts';
import { invalidRule, type ResolveContext } from './context.ts';
import type { Field } from './fields.ts';
import { inStages } from './resolve-lifecycle.ts';
import { signOf } from './sign-of.ts';
import { wholeBound } from './whole-bound.ts';

/** A comparison whose value is checked for its kind: what an operator of a field may find after it. */
interface Operation {
  readonly field: Field;
  readonly operator: Operator;
  readonly rule: Compare;
  readonly context: ResolveContext;
  readonly gives: GivesTag | undefined;
}

/** What beside the list of its tags makes an object have a tag; null: nothing does. */
export type GivesTag = (tag: string) => Condition | null;

/** The condition that a comparison puts on the object that has the field. Throws INVALID_RULE for an operator or value it cannot have. */
export function resolveComparison(rule: Compare, field: Field, context: ResolveContext, gives?: GivesTag): Condition {
  const operation: Operation = { field, operator: rule.operator, rule, context, gives };
  switch (field.type) {
    case 'text':
      return resolveText(operation);
    case 'textOrEmpty':
      return resolveTextOrEmpty(operation);
    case 'whole':
      return resolveNumber(operation, 0);
    case 'money':
      return resolveNumber(operation, minorDigits(context.currency));
    case 'date':
      return resolveDate(operation);
    case 'instant':
      return resolveInstant(operation);
    case 'texts':
      return resolveTags(operation);
    case 'levels':
      return resolveLevels(operation);
    case 'stage':
      return resolveStage(operation);
    case 'habit':
      return resolveHabit(operation);
  }
}

const symbols: Partial<Record<Operator, ComparisonOperator>> = { ...signOf, before: '<', after: '>' };

function resolveText(operation: Operation): Condition {
  const { field, operator } = operation;
  const { property } = field;
  switch (operator) {
    case 'eq':
    case 'ne':
      return compared(property, operator === 'eq' ? '=' : '<>', { type: 'text', value: textOf(operation) });
    case 'in':
    case 'notIn':
      return oneOf(property, operator === 'in', 'text', textsOf(operation));
    case 'contains':
    case 'startsWith':
      return { kind: 'TextMatch', property, match: operator, text: textOf(operation) };
    default:
      return resolvePresence(operation, { kind: 'Known', property });
  }
}

function resolveTextOrEmpty(operation: Operation): Condition {
  const { property } = operation.field;
  const known = compared(property, '<>', { type: 'text', value: '' });
  if (operation.operator === 'known' || operation.operator === 'unknown') return resolvePresence(operation, known);
  return all([known, resolveText(operation)]);
}

function resolveNumber(operation: Operation, digits: number): Condition {
  const { field, operator, rule } = operation;
  const { property } = field;
  const known: Condition = { kind: 'Known', property };
  if (operator === 'in' || operator === 'notIn') {
    const bounds = listOf(operation).map((value) => numberBound(operation, '=', String(value), digits));
    const values = bounds.flatMap((bound) => (typeof bound === 'string' ? [] : [bound.value]));
    return oneOf(property, operator === 'in', 'whole', values);
  }
  const symbol = symbols[operator];
  if (!symbol || operator === 'before' || operator === 'after') return resolvePresence(operation, known);
  const bound = numberBound(operation, symbol, String(rule.value), digits);
  if (bound === 'each') return known;
  if (bound === 'none') return never;
  return compared(property, bound.operator, { type: 'whole', value: bound.value });
}

function numberBound(operation: Operation, operator: ComparisonOperator, text: string, digits: number) {
  return wholeBound(operator, text, digits) ?? fail(operation, 'a decimal number');
}

function resolveDate(operation: Operation): Condition {
  const { property } = operation.field;
  if (operation.operator === 'anniversaryWithin') return anniversary(operation, null);
  const symbol = symbols[operation.operator];
  if (!symbol) return resolvePresence(operation, { kind: 'Known', property });
  const value = parseLocalDate(textOf(operation)) ?? fail(operation, 'a date');
  return compared(property, symbol, { type: 'date', value });
}

function resolveInstant(operation: Operation): Condition {
  const { field, operator, context } = operation;
  const { property } = field;
  if (operator === 'within' || operator === 'notWithin') {
    const duration = parseDuration(textOf(operation)) ?? fail(operation, 'an ISO 8601 duration');
    const within = all([
      compared(property, '>', ago(duration, context)),
      compared(property, '<=', ago('PT0S', context)),
    ]);
    return operator === 'within' ? within : not(within);
  }
  if (operator === 'anniversaryWithin') return anniversary(operation, context.timeZone);
  const symbol = symbols[operator];
  if (!symbol) return resolvePresence(operation, { kind: 'Known', property });
  const instant = parseInstant(textOf(operation)) ?? fail(operation, 'an instant');
  return compared(property, symbol, { type: 'instant', value: instant.toISOString() });
}

function anniversary(operation: Operation, timeZone: string | null): Condition {
  const { field, context } = operation;
  const duration = parseDuration(textOf(operation)) ?? fail(operation, 'an ISO 8601 duration');
  const spans = daysAhead(context.asOf, duration, context.timeZone);
  const ahead = { duration, timeZone: context.timeZone };
  return { kind: 'Anniversary', property: field.property, timeZone, ahead, spans };
}

/** The instant so long before the one of asking. */
const ago = (duration: string, { asOf, timeZone }: Operation['context']) =>
  valueAt({ type: 'instant', value: '', ago: { duration, timeZone } }, asOf);

/** Tags are in the list, or there by what else gives them: by hand for a time, or by a rule. */
function resolveTags(operation: Operation): Condition {
  const { operator, gives } = operation;
  const anyOf = (tags: readonly string[]) =>
    any([holds('tags', 'any', tags), ...tags.flatMap((tag) => gives?.(tag) ?? [])]);
  switch (operator) {
    case 'has':
      return anyOf([textOf(operation)]);
    case 'hasAny':
      return anyOf(textsOf(operation));
    case 'hasAll': {
      const tags = textsOf(operation);
      const given = new Set(tags.filter((tag) => gives?.(tag) != null));
      const listed = tags.filter((tag) => !given.has(tag));
      return all([
        ...(listed.length > 0 ? [holds('tags', 'all', listed)] : []),
        ...[...given].map((tag) => anyOf([tag])),
      ]);
    }
    case 'hasNone':
      return not(anyOf(textsOf(operation)));
    default:
      return resolvePresence(operation, always);
  }
}

function resolveLevels(operation: Operation): Condition {
  const { field, operator } = operation;
  const { property } = field;
  const known: Condition = { kind: 'ListKnown', property };
  switch (operator) {
    case 'eq':
      return holds(property, 'any', [textOf(operation)]);
    case 'ne':
      return all([known, not(holds(property, 'any', [textOf(operation)]))]);
    case 'in':
      return holds(property, 'any', textsOf(operation));
    case 'notIn':
      return all([known, not(holds(property, 'any', textsOf(operation)))]);
    case 'contains':
    case 'startsWith':
      return { kind: 'ListTextMatch', property, match: operator, text: textOf(operation) };
    default:
      return resolvePresence(operation, known);
  }
}

function resolveStage(operation: Operation): Condition {
  switch (operation.operator) {
    case 'eq':
      return inStages([textOf(operation)], operation.context);
    case 'ne':
      return not(inStages([textOf(operation)], operation.context));
    case 'in':
      return inStages(textsOf(operation), operation.context);
    case 'notIn':
      return not(inStages(textsOf(operation), operation.context));
    default:
      return resolvePresence(operation, always);
  }
}

/** A habit compares as a property of its type would. */
function resolveHabit(operation: Operation): Condition {
  const { field, operator, rule } = operation;
  const type = habitTypes[field.property as HabitName];
  if (type === 'text') return ofHabit(resolveText(operation), operation);
  const symbol = symbols[operator];
  if (type === 'whole' || !symbol) return ofHabit(resolveNumber(operation, 0), operation);
  const value = String(rule.value);
  if (!/^-?\d+(\.\d+)?$/.test(value)) fail(operation, 'a decimal number');
  return ofHabit(compared(field.property, symbol, { type: 'decimal', value }), operation);
}

/** The condition on the habit that stands for the property. */
function ofHabit(condition: Condition, operation: Operation): Condition {
  const {
    field,
    context: { timeZone },
  } = operation;
  switch (condition.kind) {
    case 'Comparison':
    case 'OneOf':
    case 'TextMatch':
    case 'Known':
      return { kind: 'Habit', habit: field.property as HabitName, timeZone, leaf: condition };
    case 'Negation':
      return not(ofHabit(condition.condition, operation));
    default:
      return condition;
  }
}

function resolvePresence({ operator, rule }: Operation, known: Condition): Condition {
  if (operator === 'known') return known;
  if (operator === 'unknown') return not(known);
  throw invalidRule(`${rule.path.join('.')} cannot be compared with ${operator}.`, { path: rule.path, operator });
}

function compared(property: string, operator: ComparisonOperator, value: PlanValue): Condition {
  return { kind: 'Comparison', property, operator, value };
}

function oneOf(property: string, among: boolean, type: 'text' | 'whole', values: readonly string[]): Condition {
  if (values.length === 0) return among ? never : { kind: 'Known', property };
  return { kind: 'OneOf', property, among, values: { type, values } };
}

function holds(property: string, quantifier: 'any' | 'all', values: readonly string[]): Condition {
  if (values.length === 0) return quantifier === 'any' ? any([]) : all([]);
  return { kind: 'ListHolds', property, quantifier, values };
}

// Stored text is normalised where it comes in; rules from text are as well, but a tree may come from elsewhere.
const normal = (text: string) => text.normalize('NFKC');

function textOf(operation: Operation): string {
  const { value } = operation.rule;
  return typeof value === 'string' ? normal(value) : fail(operation, 'text');
}

function textsOf(operation: Operation): string[] {
  return listOf(operation).map((value) => (typeof value === 'string' ? normal(value) : fail(operation, 'texts')));
}

function listOf(operation: Operation): readonly (string | number)[] {
  const { value } = operation.rule;
  return Array.isArray(value) ? value : fail(operation, 'a list');
}

function fail({ rule }: Operation, expected: string): never {
  throw invalidRule(`${rule.path.join('.')} ${rule.operator} needs ${expected}.`, {
    path: rule.path,
    value: rule.value,
  });
}
