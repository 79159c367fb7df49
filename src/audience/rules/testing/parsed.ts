import { expect } from 'vitest';
import { parseRule } from '../parse-rule.ts';
import { printRule } from '../print.ts';
import type { Rule, Scope } from '../tree.ts';

const timeZone = 'Asia/Shanghai';

/** The tree of a text that must be right, and must come back when it is printed. */
export function parsed(text: string, scope?: Scope): Rule {
  const result = parseRule(text, { timeZone, scope });
  if (!result.ok) throw new Error(result.errors.map(({ message, excerpt }) => `${message}\n${excerpt}`).join('\n'));
  expect(parseRule(printRule(result.rule, { scope }), { timeZone, scope })).toEqual(result);
  expect(parseRule(printRule(result.rule, { scope, pretty: true }), { timeZone, scope })).toEqual(result);
  return result.rule;
}
