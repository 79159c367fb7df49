import { and, at, not, or } from './build.ts';
import { relationIn, scopeAt } from './scopes.ts';
import type { At, Placed, Relation, Rule, Scope } from './tree.ts';

/** A rule with the scope it speaks of. */
export interface ScopedRule {
  readonly rule: Rule;
  readonly scope: Scope;
}

/** A rule inside another, and the way from the scope of the outer one to its own. */
interface Part {
  readonly rule: Rule;
  readonly scopeIn: (scope: Scope) => Scope;
}

/** The one place that knows which rules stand directly inside a rule, and in which order. */
function partsOf(rule: Rule): readonly Part[] {
  switch (rule.kind) {
    case 'And':
    case 'Or':
      return rule.rules.map(beside);
    case 'Not':
      return [beside(rule.rule)];
    case 'Relation':
      return whereOf(rule);
    case 'At':
      return [{ rule: rule.rule, scopeIn: (scope) => scopeOfAt(rule, scope) }];
    case 'Sequence':
      return rule.steps.flatMap(whereOf);
    case 'Rank': {
      const counted = rule.by.kind === 'Measure' ? whereOf(rule.by) : [];
      return rule.among === null ? counted : [...counted, beside(rule.among)];
    }
    case 'Compare':
    case 'CompareFields':
    case 'CompareParameter':
    case 'InSegment':
    case 'Matches':
      return [];
  }
}

const beside = (rule: Rule): Part => ({ rule, scopeIn: (scope) => scope });

const whereOf = (part: Pick<Relation, 'relation' | 'where'>): readonly Part[] =>
  part.where === null ? [] : [{ rule: part.where, scopeIn: (scope) => scopeOfRelation(part, scope) }];

/** The rules directly inside a rule, each with the scope that it speaks of. */
export function scopedChildrenOf(rule: Rule, scope: Scope): readonly ScopedRule[] {
  return partsOf(rule).map((part) => ({ rule: part.rule, scope: part.scopeIn(scope) }));
}

/** The rules directly inside a rule. */
export function childrenOf(rule: Rule): readonly Rule[] {
  return partsOf(rule).map((part) => part.rule);
}

/** The scope that a relation's `where` speaks of. */
export function scopeOfRelation(rule: Pick<Relation, 'relation'>, scope: Scope): Scope {
  const entry = relationIn(scope, rule.relation);
  if (entry === undefined) throw new TypeError(`${scope} has no relation ${rule.relation}`);
  return entry.toMany;
}

/** The scope of the object at the end of a path. */
export function scopeOfAt({ path }: At, scope: Scope): Scope {
  const end = scopeAt(scope, path);
  if (end === undefined) throw new TypeError(`${scope} has no ${path.join('.')}`);
  return end;
}

/** Calls `visit` for every rule, outer before inner, left to right, with the scope it speaks of. */
export function visitRule(rule: Rule, visit: (rule: Rule, scope: Scope) => void, scope: Scope = 'customer'): void {
  visit(rule, scope);
  for (const child of scopedChildrenOf(rule, scope)) visitRule(child.rule, visit, child.scope);
}

/**
 * A copy in which every rule is what `change` makes of it, inner rules first, each with the scope it speaks of. The rule given is
 * left as it is.
 */
export function mapRule(rule: Rule, change: (rule: Rule, scope: Scope) => Rule, scope: Scope = 'customer'): Rule {
  const inner = (child: Rule, childScope = scope) => mapRule(child, change, childScope);
  const where = (part: Pick<Relation, 'relation' | 'where'>) =>
    part.where === null ? null : inner(part.where, scopeOfRelation(part, scope));
  switch (rule.kind) {
    case 'And':
      return change(and(rule.rules.map((child) => inner(child))), scope);
    case 'Or':
      return change(or(rule.rules.map((child) => inner(child))), scope);
    case 'Not':
      return change(not(inner(rule.rule)), scope);
    case 'Relation':
      return change({ ...rule, where: where(rule) }, scope);
    case 'Sequence':
      return change({ ...rule, steps: rule.steps.map((step) => ({ ...step, where: where(step) })) }, scope);
    case 'Rank': {
      const by = rule.by.kind === 'Measure' ? { ...rule.by, where: where(rule.by) } : rule.by;
      return change({ ...rule, by, among: rule.among === null ? null : inner(rule.among) }, scope);
    }
    case 'At':
      return change(at(rule.path, placed(inner(rule.rule, scopeOfAt(rule, scope)))), scope);
    case 'Compare':
    case 'CompareFields':
    case 'CompareParameter':
    case 'InSegment':
    case 'Matches':
      return change(rule, scope);
  }
}

/** What stands at the end of a path must stay a condition of its kind. */
function placed(rule: Rule): Placed {
  if (isPlaced(rule)) return rule;
  throw new TypeError(`a path cannot lead to a rule of kind ${rule.kind}`);
}

const placedKinds: readonly Rule['kind'][] = ['Relation', 'Sequence', 'Rank', 'InSegment', 'Matches'];

/** Whether a rule can stand at the end of a path. */
export function isPlaced(rule: Rule): rule is Placed {
  return placedKinds.includes(rule.kind);
}

/** How many comparisons, relations and segments a rule has. */
export function conditionCount(rule: Rule): number {
  const own = isCondition(rule) ? 1 : 0;
  return childrenOf(rule).reduce((sum, child) => sum + conditionCount(child), own);
}

/** Neither a connective nor a way to another object. */
export function isCondition(rule: Rule): boolean {
  return rule.kind !== 'And' && rule.kind !== 'Or' && rule.kind !== 'Not' && rule.kind !== 'At';
}

/** Levels of nesting, at least 1; each step of a path counts as one. */
export function depthOf(rule: Rule): number {
  if (rule.kind === 'Compare' || rule.kind === 'CompareParameter') return rule.path.length;
  if (rule.kind === 'CompareFields') return Math.max(rule.path.length, rule.other.length);
  const own = rule.kind === 'At' ? rule.path.length : 1;
  return own + childrenOf(rule).reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
}

/** The saved segments a rule names (ids or names), each once, in order of appearance. */
export function segmentReferences(rule: Rule): string[] {
  const found = new Set<string>();
  const collect = (part: Rule): void => {
    if (part.kind === 'InSegment') found.add(part.segment);
    for (const child of childrenOf(part)) collect(child);
  };
  collect(rule);
  return [...found];
}
