import type { Connective, InSegment, Rule } from '../../rules/index.ts';

/** A clause that is asked of the graph; the others follow from their parts. */
export type Leaf = Exclude<Rule, Connective | InSegment>;

/** Whether a leaf holds of the object in question. */
export type Holds = (leaf: Leaf) => boolean;

/** Rules of the segments that a rule names, by the words it names them with. */
export type SegmentRulesByName = ReadonlyMap<string, Rule>;

/** A leaf that stands in the way, and the verdict that would be wanted of it. */
export interface MissedLeaf {
  readonly leaf: Leaf;
  readonly wanted: boolean;
}

const none: SegmentRulesByName = new Map();

/** A leaf's key: equal leaves are asked once. */
export function keyOf(leaf: Leaf): string {
  return JSON.stringify(leaf);
}

/** The different leaves of a rule, those of the segments that it names included. */
export function leavesOf(rule: Rule, segments: SegmentRulesByName = none): Leaf[] {
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

/** Whether a rule holds, by what its leaves say. */
export function holdsOf(rule: Rule, holds: Holds, segments: SegmentRulesByName = none): boolean {
  switch (rule.kind) {
    case 'And':
      return rule.rules.every((part) => holdsOf(part, holds, segments));
    case 'Or':
      return rule.rules.some((part) => holdsOf(part, holds, segments));
    case 'Not':
      return !holdsOf(rule.rule, holds, segments);
    case 'InSegment':
      return holdsOf(ruleOfSegment(rule.segment, segments), holds, segments);
    default:
      return holds(rule);
  }
}

/** The leaves for which a rule does not have the verdict that is wanted of it; none when it has. */
export function missedLeaves(
  rule: Rule,
  holds: Holds,
  segments: SegmentRulesByName = none,
  wanted = true,
): readonly MissedLeaf[] {
  if (holdsOf(rule, holds, segments) === wanted) return [];
  const below = (part: Rule, of = wanted) => missedLeaves(part, holds, segments, of);
  switch (rule.kind) {
    case 'And':
    case 'Or':
      return rule.rules.flatMap((part) => below(part));
    case 'Not':
      return below(rule.rule, !wanted);
    case 'InSegment':
      return below(ruleOfSegment(rule.segment, segments));
    default:
      return [{ leaf: rule, wanted }];
  }
}

/**
 * Where the first clause stands that by itself keeps the whole from the verdict that is wanted: places among the parts, from the
 * whole inwards. It ends where only all parts together decide: at an `or` of which none holds, at an `and` that should not hold.
 */
export function excludingPath(
  rule: Rule,
  holds: Holds,
  segments: SegmentRulesByName = none,
  wanted = true,
): readonly number[] {
  const first = (rules: readonly Rule[]) => {
    const at = rules.findIndex((part) => holdsOf(part, holds, segments) !== wanted);
    return [at, ...excludingPath(rules[at] as Rule, holds, segments, wanted)];
  };
  switch (rule.kind) {
    case 'And':
      return wanted ? first(rule.rules) : [];
    case 'Or':
      return wanted ? [] : first(rule.rules);
    case 'Not':
      return [0, ...excludingPath(rule.rule, holds, segments, !wanted)];
    case 'InSegment':
      return [0, ...excludingPath(ruleOfSegment(rule.segment, segments), holds, segments, wanted)];
    default:
      return [];
  }
}

function ruleOfSegment(name: string, segments: SegmentRulesByName): Rule {
  const rule = segments.get(name);
  if (!rule) throw new Error(`Segment "${name}" was not resolved.`);
  return rule;
}
