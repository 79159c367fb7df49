import {
  type Compare,
  type CompareFields,
  fieldAt,
  printRule,
  type Relation,
  type Rule,
  type Scope,
} from '../../rules/index.ts';
import type { MissedCondition } from './near-miss.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A comparison whose verdict is not the one asked for. `wanted`: whether it shall hold. */
export function missedValue(rule: Compare, scope: Scope, found: unknown, wanted: boolean, asOf: Date): MissedCondition {
  const path = rule.path.join('.');
  const text = printRule(rule, { scope });
  const condition = text.slice(path.length + 1);
  const asked = wanted ? condition : `not ${condition}`;
  return {
    ...namedRule(text, wanted),
    found,
    message: `${path} is ${show(rule, scope, found, asOf)}, asked for: ${asked}`,
  };
}

/** Two values that do not stand to each other as asked. */
export function missedFields(
  rule: CompareFields,
  scope: Scope,
  found: unknown,
  other: unknown,
  wanted: boolean,
): MissedCondition {
  const [path, compared] = [rule.path.join('.'), rule.other.join('.')];
  const text = printRule(rule, { scope });
  const condition = text.slice(path.length + 1);
  const values = `${path} is ${showValue(found, scope, rule.path)} and ${compared} is ${showValue(other, scope, rule.other)}`;
  return { ...namedRule(text, wanted), found, message: `${values}, asked for: ${wanted ? '' : 'not '}${condition}` };
}

/** A condition about other objects of an object whose verdict is not the one asked for; `why` says more. */
export function missedRelation(rule: Relation, scope: Scope, wanted: boolean, why: string): MissedCondition {
  return { ...namedRule(printRule(rule, { scope }), wanted), found: null, message: why };
}

/** Any other condition whose verdict is not the one asked for. */
export function missedCondition(rule: Rule, scope: Scope, wanted: boolean): MissedCondition {
  const text = printRule(rule, { scope });
  return { ...namedRule(text, wanted), found: null, message: wanted ? `does not hold: ${text}` : `holds: ${text}` };
}

function namedRule(text: string, wanted: boolean) {
  return { rule: wanted ? text : `not ${text}` };
}

/** Why an object's own related objects do not make the condition hold, by what each part finds alone. */
export function whyNoneMeets(
  { relation, where, measures }: Relation,
  parts: readonly { readonly rule: Rule; readonly met: boolean }[],
  scope: Scope,
  some: boolean,
): string {
  const noun = relation.replace(/s$/, '');
  if (where === null || some) {
    const asked = measures.map(({ measure }) => measure).join(', ');
    return `not as many ${relation} as asked for (${asked || 'count'})`;
  }
  const missing = parts.filter(({ met }) => !met).map((part) => printRule(part.rule, { scope }));
  if (missing.length > 0) return `no ${noun} meets ${missing.join(', nor ')}`;
  return `each part is met, but not by one and the same ${noun}`;
}

function show(rule: Compare, scope: Scope, found: unknown, asOf: Date): string {
  const counted = rule.operator === 'within' || rule.operator === 'notWithin';
  if (counted && typeof found === 'string') return sayWhen(found, asOf);
  return showValue(found, scope, rule.path);
}

function showValue(found: unknown, scope: Scope, path: readonly string[]): string {
  if (found === null || found === undefined) return 'not known';
  if (Array.isArray(found)) return found.length === 0 ? 'empty' : found.map((one) => JSON.stringify(one)).join(', ');
  if (isMoney(found)) return `${found.amount} ${found.currency}`;
  const type = fieldAt(scope, path)?.type;
  return type === 'String' || type === 'ID' ? JSON.stringify(found) : String(found);
}

function isMoney(found: unknown): found is { amount: string; currency: string } {
  return typeof found === 'object' && found !== null && 'amount' in found && 'currency' in found;
}

/** `412 days ago`, `in 3 days`. */
function sayWhen(text: string, asOf: Date): string {
  const past = asOf.getTime() - new Date(text).getTime();
  const size = Math.abs(past);
  const [amount, unit] = size < 2 * DAY ? [Math.floor(size / HOUR), 'hour'] : [Math.floor(size / DAY), 'day'];
  const span = `${amount} ${unit}${amount === 1 ? '' : 's'}`;
  return past < 0 ? `in ${span}` : `${span} ago`;
}
