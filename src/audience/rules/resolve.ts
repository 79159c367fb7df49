import { and, inSegment, not, or, relation } from './build.ts';
import type { TextReport } from './errors.ts';
import { ruleLimits } from './limits.ts';
import type { Piece } from './locate.ts';
import { placeAt } from './place-at.ts';
import { resolveComparison } from './resolve-comparison.ts';
import { resolveMatches } from './resolve-fragment.ts';
import { namesOf, resolveSteps } from './resolve-path.ts';
import { resolveRank } from './resolve-rank.ts';
import { resolveRelation } from './resolve-relation.ts';
import { resolveSequence } from './resolve-sequence.ts';
import { scopeNouns } from './scopes.ts';
import type { RuleSyntax } from './syntax.ts';
import type { Rule, Scope } from './tree.ts';
import { conditionCount, depthOf } from './walk.ts';

export interface ResolveContext {
  /** IANA name; a date means the first instant of that day there. */
  readonly timeZone: string;
  readonly report: TextReport;
  /** Conditions found so far. */
  conditions: number;
}

/** Gives syntax its meaning: names, types and values are checked in their scope. Null when something was reported. */
export function resolve(syntax: RuleSyntax, scope: Scope, context: ResolveContext, level = 1): Rule | null {
  switch (syntax.kind) {
    case 'and':
    case 'or': {
      const parts = syntax.parts.map((part) => resolve(part, scope, context, level + 1));
      const rules = parts.filter((part) => part !== null);
      if (rules.length < parts.length) return null;
      return syntax.kind === 'and' ? and(rules) : or(rules);
    }
    case 'not': {
      const rule = resolve(syntax.part, scope, context, level + 1);
      return rule === null ? null : not(rule);
    }
    case 'comparison':
      return checked(resolveComparison(syntax, scope, context), syntax, context, level);
    case 'related': {
      const related = resolveRelation(syntax, scope, context.report);
      const inner = related?.where ?? null;
      const where = inner === null ? null : resolve(inner.syntax, inner.scope, context, level + 1);
      if (related?.entry == null || related.measures === null || (inner !== null && where === null)) return null;
      const steps = namesOf(syntax.path.slice(0, -1));
      const found = relation(related.entry.relation, where, related.measures);
      return checked(placeAt(steps, found), syntax, context, level);
    }
    case 'sequence': {
      const found = resolveSequence(syntax, scope, context, (part, inner) => resolve(part, inner, context, level + 1));
      return found === null ? null : checked(found, syntax, context, level);
    }
    case 'rank': {
      const found = resolveRank(syntax, scope, context, (part, inner) => resolve(part, inner, context, level + 1));
      return found === null ? null : checked(found, syntax, context, level);
    }
    case 'segment': {
      const owner = resolveSteps(syntax.path, scope, context.report, syntax.segment);
      if (owner === null) return null;
      const found = placeAt(namesOf(syntax.path), inSegment(syntax.segment.text));
      if (owner === 'customer') return checked(found, syntax, context, level);
      context.report.add(syntax, 'MISPLACED_SEGMENT', { owner: scopeNouns[owner] });
      return null;
    }
    case 'matches': {
      const owner = resolveSteps(syntax.path, scope, context.report, syntax.fragment);
      const found = resolveMatches(syntax, context.report);
      if (owner === null || found === null) return null;
      return checked(placeAt(namesOf(syntax.path), found), syntax, context, level);
    }
    case 'broken':
      return null;
  }
}

/** What a relation holds inside has been counted where it stands. */
function ownCount(rule: Rule): number {
  if (rule.kind === 'At') return ownCount(rule.rule);
  return rule.kind === 'Relation' || rule.kind === 'Sequence' || rule.kind === 'Rank' ? 1 : conditionCount(rule);
}

/** Holds a finished condition against the limits, at the place where they are passed. */
function checked(rule: Rule | null, piece: Piece, context: ResolveContext, level: number): Rule | null {
  if (rule === null) return null;
  if (level - 1 + depthOf(rule) > ruleLimits.depth) {
    context.report.add(piece, 'RULE_TOO_DEEP', {});
    return null;
  }
  const own = ownCount(rule);
  const before = context.conditions;
  context.conditions += own;
  if (before <= ruleLimits.conditions && context.conditions > ruleLimits.conditions) {
    context.report.add(piece, 'TOO_MANY_CONDITIONS', {});
  }
  return context.conditions > ruleLimits.conditions ? null : rule;
}
