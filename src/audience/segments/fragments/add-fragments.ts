import { fragmentReferences, printRule, type Rule, type Scope } from '../../rules/index.ts';
import { invalidRule, type SelectionInput } from '../../selection/read-selection.ts';
import { toRuleSource } from '../segment-problems.ts';
import type { Run } from '../segments.store.ts';
import { createFragmentCatalogue, fragmentProblems, fragmentsOf } from './fragment-catalogue.ts';
import { readFragments } from './fragments.store.ts';

/** A rule, and where it came from. */
export interface RuleToComplete {
  readonly rule: Rule;
  readonly scope: Scope;
  readonly source?: SelectionInput;
}

/**
 * The segments that a rule names with the fragments that it and they name, under the keys by which they are compiled: one statement,
 * none without fragments.
 * @throws DomainError INVALID_RULE for a fragment that there is not, or values that do not fit
 */
export async function addFragments(
  run: Run,
  { rule, scope, source = { rule: printRule(rule, { scope }) } }: RuleToComplete,
  segments: ReadonlyMap<string, Rule>,
  timeZone: string,
): Promise<ReadonlyMap<string, Rule>> {
  const rules = [{ rule, scope }, ...[...segments.values()].map((one) => ({ rule: one, scope: 'customer' as const }))];
  if (rules.every((one) => fragmentReferences(one.rule, one.scope).length === 0)) return segments;
  const rows = await readFragments(run);
  const { found } = fragmentsOf(rules, createFragmentCatalogue(rows, timeZone));
  const all = new Map([...segments, ...found]);
  const known = rows.map(({ name }) => name);
  const problems = fragmentProblems({ rule, scope }, all, { source: toRuleSource(source), timeZone, known });
  if (problems.length > 0) throw invalidRule(problems, source.rule == null ? 'filter' : 'rule');
  return all;
}
