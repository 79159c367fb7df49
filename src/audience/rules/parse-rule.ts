import { createTextReport, type RuleResult, type TextRuleError } from './errors.ts';
import { readTokens } from './lexer.ts';
import { ruleLimits } from './limits.ts';
import { parseSyntax } from './parse.ts';
import { printRule } from './print.ts';
import { resolve } from './resolve.ts';
import type { Scope } from './tree.ts';

export interface ReadOptions {
  /** IANA name, e.g. `Asia/Shanghai`: where days begin. */
  readonly timeZone: string;
}

export interface ParseOptions extends ReadOptions {
  /** What the rule speaks of; customers unless told. */
  readonly scope?: Scope;
}

/**
 * Reads rule text. Throws for no text: one that is not a rule gives all that is wrong with it, in the order of the text.
 *
 * @example parseRule('tags has "hiker"', { timeZone: 'Asia/Shanghai' })
 * @throws RangeError for a time zone that does not exist, when a date asks for it
 */
export function parseRule(text: string, { timeZone, scope = 'customer' }: ParseOptions): RuleResult<TextRuleError> {
  const report = createTextReport(text);
  if (text.length > ruleLimits.text) {
    report.add({ start: ruleLimits.text, end: ruleLimits.text }, 'RULE_TOO_LONG', { length: text.length });
    return { ok: false, errors: report.errors() };
  }
  const tokens = readTokens(text, report);
  if (tokens.length === 1) {
    // Strange characters alone have been reported as such.
    if (report.errors().length === 0) report.add({ start: 0, end: 0 }, 'RULE_EMPTY', {});
    return { ok: false, errors: report.errors() };
  }
  const rule = resolve(parseSyntax(tokens, report), scope, { timeZone, report, conditions: 0 });
  const errors = report.errors();
  if (errors.length > 0) return { ok: false, errors };
  if (rule === null) throw new Error('a rule was refused without a reason');
  const printed = printRule(rule, { scope });
  if (printed.length <= ruleLimits.text) return { ok: true, rule };
  report.add({ start: 0, end: text.length }, 'RULE_TOO_LONG', { length: printed.length });
  return { ok: false, errors: report.errors() };
}
