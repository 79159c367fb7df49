import { isWord } from './cursor.ts';
import { createFilterReport, createTextReport, type RuleError, type RuleResult } from './errors.ts';
import { asList, isObject } from './json.ts';
import { readTokens, type Token } from './lexer.ts';
import type { RuleErrorParameters } from './messages.ts';
import { bindParameters, parametersOf } from './parameters.ts';
import type { RuleSource } from './segments.ts';
import { nearest } from './suggest.ts';
import type { GivenValue, Matches, Rule, Scope } from './tree.ts';
import { childrenOf, isCondition, scopedChildrenOf, visitRule } from './walk.ts';

/** A fragment as a rule names it: of the kind of object that the rule speaks of there. */
export interface FragmentReference {
  readonly scope: Scope;
  readonly fragment: string;
}

/** The key of a fragment among the rules that are at hand; no segment has such a name, as names are one line. */
export const fragmentKey = ({ scope, fragment }: FragmentReference): string => `${scope}\n${fragment}`;

/** Whether a key is one of a fragment. */
export const isFragmentKey = (key: string): boolean => key.includes('\n');

/** The fragments that a rule names, each once, in order of appearance. */
export function fragmentReferences(rule: Rule, scope: Scope = 'customer'): FragmentReference[] {
  const found = new Map<string, FragmentReference>();
  const add = (part: Rule, at: Scope) => {
    if (part.kind !== 'Matches') return;
    const reference = { scope: at, fragment: part.fragment };
    found.set(fragmentKey(reference), reference);
  };
  visitRule(rule, add, scope);
  return [...found.values()];
}

/** What a fragment says with the values that are given to it. A fault lies in the values. */
export function boundFragment({ values }: Matches, fragment: Rule, scope: Scope, timeZone: string): RuleResult {
  const decimals = new Set(
    parametersOf(fragment, scope)
      .filter(({ type }) => type === 'Decimal')
      .map(({ name }) => name),
  );
  const asFilter = (value: GivenValue): unknown =>
    typeof value === 'object' ? value.map(asFilter) : typeof value === 'number' ? String(value) : value;
  const given = Object.entries(values).map(([name, value]) => [name, decimals.has(name) ? asFilter(value) : value]);
  return bindParameters(fragment, Object.fromEntries(given), { timeZone, scope });
}

/**
 * How many conditions a rule has once its fragments and segments are put in, each as often as it is named. `rules`: those that it
 * names, directly or not, without cycles.
 */
export function conditionsWithin(rule: Rule, scope: Scope, rules: ReadonlyMap<string, Rule>): number {
  const known = new Map<string, number>();
  const sizeOf = (part: Rule, at: Scope): number => {
    const named = part.kind === 'Matches' ? fragmentKey({ scope: at, fragment: part.fragment }) : null;
    const key = part.kind === 'InSegment' ? part.segment : named;
    if (key === null) {
      const own = isCondition(part) ? 1 : 0;
      return scopedChildrenOf(part, at).reduce((sum, child) => sum + sizeOf(child.rule, child.scope), own);
    }
    const inner = rules.get(key);
    const size = known.get(key) ?? (inner === undefined ? 1 : sizeOf(inner, at));
    known.set(key, size);
    return size;
  };
  return sizeOf(rule, scope);
}

type FragmentCode = 'UNKNOWN_FRAGMENT' | 'FRAGMENT_CYCLE' | 'FRAGMENT_VALUES';

/** What is wrong with a fragment that a rule names, marked where it does. `known`: names that may have been meant. */
export function fragmentError<C extends FragmentCode>(
  code: C,
  fragment: string,
  parameters: RuleErrorParameters<C>,
  source: RuleSource,
  known: readonly string[] = [],
): RuleError {
  const meant = nearest(fragment, known);
  if ('text' in source) {
    const report = createTextReport(source.text);
    report.add(findInText(source.text, fragment), code, parameters, meant);
    return report.errors()[0] as RuleError;
  }
  const report = createFilterReport();
  report.add(findInFilter(source.filter, fragment) ?? [], code, parameters, meant);
  return report.errors()[0] as RuleError;
}

function findInText(text: string, fragment: string) {
  const tokens = readTokens(text, createTextReport(text));
  const index = tokens.findIndex((token, at) => isWord(token, 'matches') && tokens[at + 1]?.text === fragment);
  const [word, name] = [tokens[index], tokens[index + 1]] as [Token | undefined, Token | undefined];
  return { start: word?.start ?? 0, end: name?.end ?? 0 };
}

function findInFilter(filter: unknown, fragment: string): string[] | null {
  if (!isObject(filter)) return null;
  for (const [name, value] of Object.entries(filter)) {
    if (name === 'matches' && isObject(value) && String(value.fragment).normalize('NFKC') === fragment) return [name];
    for (const [index, element] of asList(value).entries()) {
      const found = findInFilter(element, fragment);
      if (found !== null) return Array.isArray(value) ? [name, String(index), ...found] : [name, ...found];
    }
  }
  return null;
}

/** Whether a rule names a segment anywhere. */
export function namesSegment(rule: Rule): boolean {
  return rule.kind === 'InSegment' || childrenOf(rule).some(namesSegment);
}
