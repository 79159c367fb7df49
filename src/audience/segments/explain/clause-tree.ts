import { printRule, type Rule } from '../../rules/index.ts';
import type { NearMiss } from './near-miss.ts';
import { type Holds, holdsOf, type Leaf, type SegmentRulesByName } from './rule-verdicts.ts';

/** One thing that decided a clause: plain JSON with a `type`. Shapes: see README. */
export type Evidence = Readonly<Record<string, unknown>> & { readonly type: string };

/** A clause, whether it holds, why, and its parts. */
export interface ClauseVerdict {
  /** Canonical text. */
  readonly rule: string;
  readonly matched: boolean;
  readonly evidence: Evidence[];
  /** Of a single condition that keeps the customer out: how near it came. */
  readonly nearest: NearMiss[];
  readonly clauses: ClauseVerdict[];
}

/** What was found out about the leaves of a rule. */
export interface Findings {
  readonly segments: SegmentRulesByName;
  readonly holds: Holds;
  readonly evidence: (leaf: Leaf) => Evidence[];
  /** How near a leaf came to a verdict that it does not have. */
  readonly nearest: (leaf: Leaf, wanted: boolean) => NearMiss[];
}

/**
 * The verdicts of all clauses, from those of the leaves: clauses are either true or false, so nothing is lost.
 * `wanted` is what the rule around asks of this one; null where it no longer matters.
 */
export function judge(rule: Rule, findings: Findings, wanted: boolean | null = true): ClauseVerdict {
  const { segments, holds } = findings;
  const matched = holdsOf(rule, holds, segments);
  const asked = matched === wanted ? null : wanted;
  const verdict = (parts: readonly Rule[], of = asked): ClauseVerdict => ({
    rule: printRule(rule),
    matched,
    evidence: [],
    nearest: [],
    clauses: parts.map((part) => judge(part, findings, of)),
  });
  switch (rule.kind) {
    case 'And':
    case 'Or':
      return verdict(rule.rules);
    case 'Not':
      return verdict([rule.rule], asked === null ? null : !asked);
    case 'InSegment':
      return verdict([segments.get(rule.segment) as Rule]);
    default:
      return leafVerdict(rule, matched, findings, asked);
  }
}

function leafVerdict(leaf: Leaf, matched: boolean, findings: Findings, asked: boolean | null) {
  const nearest = asked === null ? [] : findings.nearest(leaf, asked);
  return { rule: printRule(leaf), matched, evidence: findings.evidence(leaf), nearest, clauses: [] };
}
