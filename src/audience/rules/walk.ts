import { and, not, or } from './build.ts';
import { entryOf, isRelation } from './scopes.ts';
import type { Relation, Rule, Scope } from './tree.ts';

/** The rules directly inside a rule. */
export function childrenOf(rule: Rule): readonly Rule[] {
  switch (rule.kind) {
    case 'And':
    case 'Or':
      return rule.rules;
    case 'Not':
      return [rule.rule];
    case 'Relation':
      return rule.where === null ? [] : [rule.where];
    case 'Compare':
    case 'InSegment':
      return [];
  }
}

/** The scope that a relation's `where` speaks of. */
export function scopeOfRelation(rule: Relation, scope: Scope): Scope {
  const entry = entryOf(scope, rule.relation);
  if (entry === undefined || !isRelation(entry)) throw new TypeError(`${scope} has no relation ${rule.relation}`);
  return entry.toMany;
}

/** Calls `visit` for every rule, outer before inner, left to right, with the scope it speaks of. */
export function visitRule(rule: Rule, visit: (rule: Rule, scope: Scope) => void, scope: Scope = 'customer'): void {
  visit(rule, scope);
  const inner = rule.kind === 'Relation' ? scopeOfRelation(rule, scope) : scope;
  for (const child of childrenOf(rule)) visitRule(child, visit, inner);
}

/** A copy in which every rule is what `change` makes of it, inner rules first. The rule given is left as it is. */
export function mapRule(rule: Rule, change: (rule: Rule) => Rule): Rule {
  switch (rule.kind) {
    case 'And':
      return change(and(rule.rules.map((child) => mapRule(child, change))));
    case 'Or':
      return change(or(rule.rules.map((child) => mapRule(child, change))));
    case 'Not':
      return change(not(mapRule(rule.rule, change)));
    case 'Relation':
      return change({ ...rule, where: rule.where === null ? null : mapRule(rule.where, change) });
    case 'Compare':
    case 'InSegment':
      return change(rule);
  }
}

/** How many comparisons, relations and segments a rule has. */
export function conditionCount(rule: Rule): number {
  const own = rule.kind === 'Compare' || rule.kind === 'Relation' || rule.kind === 'InSegment' ? 1 : 0;
  return childrenOf(rule).reduce((sum, child) => sum + conditionCount(child), own);
}

/** Levels of nesting, at least 1; each step of a path counts as one. */
export function depthOf(rule: Rule): number {
  if (rule.kind === 'Compare') return rule.path.length;
  return 1 + childrenOf(rule).reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
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
