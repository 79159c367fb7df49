import { and, at, everyone, inSegment, not, or } from './build.ts';
import { createFilterReport, type FilterReport, type FilterRuleError, type RuleResult } from './errors.ts';
import { type FilterContext, type FilterPlace, step } from './filter-place.ts';
import { readField } from './from-filter-comparison.ts';
import { readMatches } from './from-filter-fragment.ts';
import { readRank } from './from-filter-rank.ts';
import { readRelation } from './from-filter-relation.ts';
import { readSequence } from './from-filter-sequence.ts';
import { asList, describeJson, isObject } from './json.ts';
import { ruleLimits } from './limits.ts';
import type { ReadOptions } from './parse-rule.ts';
import { printRule } from './print.ts';
import { rankedScopes } from './resolve-rank.ts';
import { entryOf, isField, isRelation, scopeNouns } from './scopes.ts';
import { readString } from './strings.ts';
import type { Rule, Scope } from './tree.ts';
import { meantNames, ownersOf } from './unknown-names.ts';
import { conditionCount, depthOf } from './walk.ts';

/**
 * Reads a filter input of any scope (CustomerFilter for 'customer', OrderFilter for 'order', …) as it comes from GraphQL or
 * from stored JSON; all values are checked here. An empty filter is everyone. Never throws.
 */
export function filterToRule(filter: unknown, scope: Scope, { timeZone }: ReadOptions): RuleResult<FilterRuleError> {
  const report = createFilterReport();
  const rules = readFilter(filter, { scope, root: scope, prefix: [], at: [], level: 1 }, { timeZone, report });
  const rule = rules === null || rules.length === 0 ? everyone : and(rules);
  if (report.errors().length === 0) checkLimits(rule, scope, report);
  const errors = report.errors();
  return errors.length > 0 ? { ok: false, errors } : { ok: true, rule };
}

/** A filter is as large as the text that says the same may be, so that every rule can be shown and edited as text. */
function checkLimits(rule: Rule, scope: Scope, report: FilterReport): void {
  if (conditionCount(rule) > ruleLimits.conditions) {
    report.add([], 'TOO_MANY_CONDITIONS', {});
  } else if (depthOf(rule) > ruleLimits.depth) {
    report.add([], 'RULE_TOO_DEEP', {});
  } else {
    const { length } = printRule(rule, { scope });
    if (length > ruleLimits.text) report.add([], 'RULE_TOO_LONG', { length });
  }
}

/** What a filter input asks for, as rules of which all must hold; null when something in it was reported. */
function readFilter(filter: unknown, place: FilterPlace, context: FilterContext): Rule[] | null {
  const { at, level } = place;
  if (level > ruleLimits.depth) {
    context.report.add(at, 'RULE_TOO_DEEP', {});
    return null;
  }
  if (!isObject(filter)) {
    context.report.add(at, 'NOT_A_VALUE', {
      found: describeJson(filter),
      expected: 'an object with names and conditions',
    });
    return null;
  }
  const read = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => readEntry(name, value, place, context));
  const found = read.filter((rules) => rules !== null);
  return found.length < read.length ? null : found.flat();
}

/** One name of a filter input. */
function readEntry(name: string, value: unknown, place: FilterPlace, context: FilterContext): Rule[] | null {
  const { scope, prefix } = place;
  const inside = step(place, name);
  switch (name) {
    case 'and':
      return readAll(value, inside, context)?.flat() ?? null;
    case 'or':
      return readAny(value, inside, context);
    case 'not':
      return readNot(value, inside, context);
    case 'sequence':
      if (scope === 'customer') return readSequence(value, inside, context, readFilter);
      break;
    case 'rank':
      if (rankedScopes.includes(scope)) return readRank(value, inside, context, readFilter);
      break;
    case 'matches':
      return readMatches(value, inside, context);
    case 'inSegment':
      if (scope === 'customer') return readSegment(value, inside, context);
      context.report.add(inside.at, 'MISPLACED_SEGMENT', { owner: scopeNouns[scope] });
      return null;
  }
  const entry = entryOf(scope, name);
  if (entry === undefined) {
    const parameters = { name, owner: scopeNouns[scope], owners: ownersOf(name, scope) };
    context.report.add(inside.at, 'UNKNOWN_NAME', parameters, meantNames(name, scope));
    return null;
  }
  if (isField(entry)) return readField(value, entry, [...prefix, name], inside, context);
  if (isRelation(entry)) return readRelation(value, entry, inside, context, readFilter);
  const rules = readFilter(value, { ...inside, scope: entry.toOne, prefix: [...prefix, name] }, context);
  return refuseEmpty(rules, name, `leave it out, or compare one of its names`, inside, context);
}

/** The elements of `and` or `or`, each as rules of which all must hold. */
function readAll(value: unknown, place: FilterPlace, context: FilterContext): Rule[][] | null {
  if (value === null) {
    context.report.add(place.at, 'NOT_A_VALUE', { found: 'null', expected: 'a list of filters' });
    return null;
  }
  const isList = Array.isArray(value);
  const read = asList(value).map((element, index) =>
    readFilter(element, isList ? { ...place, at: [...place.at, String(index)] } : place, context),
  );
  const found = read.filter((rules) => rules !== null);
  return found.length < read.length ? null : found;
}

function readAny(value: unknown, place: FilterPlace, context: FilterContext): Rule[] | null {
  const read = readAll(value, place, context);
  if (read === null) return null;
  const empty = read.findIndex((rules) => rules.length === 0);
  if (read.length > 0 && empty === -1) return [or(read.map(and))];
  const at = read.length === 0 || !Array.isArray(value) ? place.at : [...place.at, String(empty)];
  const write =
    read.length === 0 ? 'give at least one filter, or leave it out' : 'put a condition into it, or take it away';
  context.report.add(at, 'EMPTY_FILTER', { name: 'or', write });
  return null;
}

function readNot(value: unknown, place: FilterPlace, context: FilterContext): Rule[] | null {
  const rules = refuseEmpty(
    readFilter(value, place, context),
    'not',
    'put a condition into it, or leave it out',
    place,
    context,
  );
  return rules === null ? null : [not(and(rules))];
}

function refuseEmpty(
  rules: Rule[] | null,
  name: string,
  write: string,
  { at }: FilterPlace,
  { report }: FilterContext,
): Rule[] | null {
  if (rules === null || rules.length > 0) return rules;
  report.add(at, 'EMPTY_FILTER', { name, write });
  return null;
}

function readSegment(value: unknown, { at: where, prefix }: FilterPlace, { report }: FilterContext): Rule[] | null {
  if (typeof value !== 'string') {
    report.add(where, 'NOT_A_VALUE', { found: describeJson(value), expected: 'the id or name of a segment' });
    return null;
  }
  const reading = readString(value);
  if ('value' in reading) return [at(prefix, inSegment(reading.value))];
  report.addFault(where, reading.fault);
  return null;
}
