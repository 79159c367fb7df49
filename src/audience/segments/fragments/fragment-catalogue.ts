import {
  boundFragment,
  conditionsWithin,
  type FragmentReference,
  fragmentError,
  fragmentKey,
  fragmentReferences,
  parseRule,
  type Rule,
  type RuleError,
  type RuleSource,
  ruleLimits,
  type Scope,
  scopeNouns,
  visitRule,
} from '../../rules/index.ts';
import type { FragmentRow } from './fragments.store.ts';

/** A rule with what it speaks of. */
export interface ScopedText {
  readonly rule: Rule;
  readonly scope: Scope;
}

/** Fragments with their rules read, by `fragmentKey`. */
export type FragmentCatalogue = ReadonlyMap<string, Rule>;

/** Reads the rules of stored fragments. */
export function createFragmentCatalogue(rows: readonly FragmentRow[], timeZone: string): FragmentCatalogue {
  return new Map(
    rows.map((row) => [fragmentKey({ scope: row.scope, fragment: row.name }), ruleOfFragment(row, timeZone)]),
  );
}

/** The rule of a stored fragment as a tree. */
export function ruleOfFragment({ name, scope, rule }: FragmentRow, timeZone: string): Rule {
  const read = parseRule(rule, { timeZone, scope });
  if (read.ok) return read.rule;
  throw new Error(`The rule stored for the fragment ${name} cannot be read: ${read.errors[0]?.message}`);
}

/** The fragments that rules name, those that these name, and so on; and those that there are not. */
export function fragmentsOf(
  rules: readonly ScopedText[],
  catalogue: FragmentCatalogue,
): { readonly found: FragmentCatalogue; readonly unknown: readonly FragmentReference[] } {
  const found = new Map<string, Rule>();
  const unknown: FragmentReference[] = [];
  const open = rules.flatMap(({ rule, scope }) => fragmentReferences(rule, scope));
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    const key = fragmentKey(reference);
    if (found.has(key)) continue;
    const rule = catalogue.get(key);
    if (rule === undefined) unknown.push(reference);
    else {
      found.set(key, rule);
      open.push(...fragmentReferences(rule, reference.scope));
    }
  }
  return { found, unknown };
}

/** A cycle of fragments through the given one, it being first and last; null without one. */
export function findFragmentCycle(
  start: FragmentReference,
  catalogue: FragmentCatalogue,
  path: readonly FragmentReference[] = [start],
): readonly string[] | null {
  const last = path.at(-1) as FragmentReference;
  const rule = catalogue.get(fragmentKey(last));
  for (const next of rule === undefined ? [] : fragmentReferences(rule, last.scope)) {
    if (fragmentKey(next) === fragmentKey(start)) return [...path, next].map(({ fragment }) => fragment);
    // another cycle is found from where it begins
    if (path.some((one) => fragmentKey(one) === fragmentKey(next))) continue;
    const cycle = findFragmentCycle(start, catalogue, [...path, next]);
    if (cycle) return cycle;
  }
  return null;
}

/**
 * What is wrong with the fragments that a rule names: one that there is not, values that do not fit, too much altogether. `rules`: the
 * segments and fragments that it names, directly or not.
 */
export function fragmentProblems(
  { rule, scope }: ScopedText,
  rules: ReadonlyMap<string, Rule>,
  { source, timeZone, known }: { source: RuleSource; timeZone: string; known: readonly string[] },
): RuleError[] {
  const problems: RuleError[] = [];
  visitRule(
    rule,
    (part, at) => {
      if (part.kind !== 'Matches') return;
      const { fragment } = part;
      const saved = rules.get(fragmentKey({ scope: at, fragment }));
      if (saved === undefined) {
        const owner = scopeNouns[at];
        problems.push(fragmentError('UNKNOWN_FRAGMENT', fragment, { fragment, owner }, source, known));
        return;
      }
      const bound = boundFragment(part, saved, at, timeZone);
      if (bound.ok) return;
      const reason = bound.errors.map(({ message }) => message).join(' ');
      problems.push(fragmentError('FRAGMENT_VALUES', fragment, { fragment, reason }, source));
    },
    scope,
  );
  if (problems.length === 0 && conditionsWithin(rule, scope, rules) > ruleLimits.conditions) {
    const [first] = fragmentReferences(rule, scope);
    const fragment = first?.fragment ?? '';
    const reason = `with it the rule has more than ${ruleLimits.conditions} conditions.`;
    problems.push(fragmentError('FRAGMENT_VALUES', fragment, { fragment, reason }, source));
  }
  return problems;
}
