import { type Compare, printRule, type Relation, type Rule } from '../../rules/index.ts';

/** A clause that is asked of the graph; the others follow from their parts. */
export type Leaf = Compare | Relation;

/** What was found out about a leaf. */
export interface LeafVerdict {
  readonly matched: boolean;
  readonly evidence: Evidence[];
}

/** One thing that decided a clause: plain JSON with a `type`. Shapes: see README. */
export type Evidence = Readonly<Record<string, unknown>> & { readonly type: string };

/** A clause, whether it holds, why, and its parts. */
export interface ClauseVerdict {
  /** Canonical text. */
  readonly rule: string;
  readonly matched: boolean;
  readonly evidence: Evidence[];
  readonly clauses: ClauseVerdict[];
}

/** The different leaves of a rule, those of the segments that it names included. */
export function leavesOf(rule: Rule, segments: ReadonlyMap<string, Rule>): Leaf[] {
  const found = new Map<string, Leaf>();
  const entered = new Set<string>();
  const visit = (part: Rule): void => {
    switch (part.kind) {
      case 'And':
      case 'Or':
        part.rules.forEach(visit);
        break;
      case 'Not':
        visit(part.rule);
        break;
      case 'InSegment':
        if (entered.has(part.segment)) break;
        entered.add(part.segment);
        visit(ruleOfSegment(part.segment, segments));
        break;
      default:
        found.set(keyOf(part), part);
    }
  };
  visit(rule);
  return [...found.values()];
}

/** A leaf's key: equal leaves are asked once. */
export function keyOf(leaf: Leaf): string {
  return JSON.stringify(leaf);
}

/** The verdicts of all clauses, from those of the leaves: clauses are either true or false, so nothing is lost. */
export function judge(
  rule: Rule,
  segments: ReadonlyMap<string, Rule>,
  verdicts: ReadonlyMap<string, LeafVerdict>,
): ClauseVerdict {
  const parts = (rules: readonly Rule[]) => rules.map((part) => judge(part, segments, verdicts));
  const whole = (matched: boolean, clauses: ClauseVerdict[]) => ({
    rule: printRule(rule),
    matched,
    evidence: [],
    clauses,
  });
  switch (rule.kind) {
    case 'And': {
      const clauses = parts(rule.rules);
      return whole(
        clauses.every((clause) => clause.matched),
        clauses,
      );
    }
    case 'Or': {
      const clauses = parts(rule.rules);
      return whole(
        clauses.some((clause) => clause.matched),
        clauses,
      );
    }
    case 'Not': {
      const clauses = parts([rule.rule]);
      return whole(!clauses.every((clause) => clause.matched), clauses);
    }
    case 'InSegment': {
      const clauses = parts([ruleOfSegment(rule.segment, segments)]);
      return whole(
        clauses.every((clause) => clause.matched),
        clauses,
      );
    }
    default: {
      const verdict = verdicts.get(keyOf(rule));
      if (!verdict) throw new Error(`No verdict for ${printRule(rule)}.`);
      return { rule: printRule(rule), ...verdict, clauses: [] };
    }
  }
}

function ruleOfSegment(name: string, segments: ReadonlyMap<string, Rule>): Rule {
  const rule = segments.get(name);
  if (!rule) throw new Error(`Segment "${name}" was not resolved.`);
  return rule;
}
