import { childrenOf, printRule, type Rule, type Scope, scopeOfRelation } from '../../rules/index.ts';

/** One clause that is another than before, as canonical text. `before` null: it was added; `after` null: it was removed. */
export interface ClauseChange {
  readonly before: string | null;
  readonly after: string | null;
  /** What the clause stands in, from the outside: `or`, `not`, `purchases where`, …; empty at the top. */
  readonly within: readonly string[];
}

/** Where two rules stand that are compared. */
interface Place {
  readonly scope: Scope;
  readonly within: readonly string[];
}

/**
 * What changed from one rule to another, clause by clause: parts of an `and` or `or` that stand on one side only, and of those
 * that can be paired (the same relation, the same field) what changed in them. Another order is no change.
 */
export function differenceOf(before: Rule, after: Rule): ClauseChange[] {
  return compare(before, after, { scope: 'customer', within: [] });
}

function compare(before: Rule, after: Rule, place: Place): ClauseChange[] {
  if (keyOf(before) === keyOf(after)) return [];
  if (before.kind === 'Or' || after.kind === 'Or') {
    if (before.kind !== after.kind) return [changed(before, null, place), changed(null, after, place)];
    return compareParts(childrenOf(before), childrenOf(after), inside(place, 'or'));
  }
  if (before.kind === 'And' || after.kind === 'And')
    return compareParts(conjunctsOf(before), conjunctsOf(after), place);
  return compareOne(before, after, place);
}

/** Says the same of rules that differ in the order of their parts only. */
function keyOf(rule: Rule): string {
  switch (rule.kind) {
    case 'And':
    case 'Or':
      return `${rule.kind}(${rule.rules.map(keyOf).sort().join()})`;
    case 'Not':
      return `Not(${keyOf(rule.rule)})`;
    case 'Relation':
      return JSON.stringify({ ...rule, where: rule.where && keyOf(rule.where) });
    default:
      return JSON.stringify(rule);
  }
}

const conjunctsOf = (rule: Rule): readonly Rule[] => (rule.kind === 'And' ? rule.rules : [rule]);

const inside = (place: Place, word: string, scope = place.scope): Place => ({ scope, within: [...place.within, word] });

function changed(before: Rule | null, after: Rule | null, { scope, within }: Place): ClauseChange {
  const text = (rule: Rule | null) => rule && printRule(rule, { scope });
  return { before: text(before), after: text(after), within };
}

function compareParts(before: readonly Rule[], after: readonly Rule[], place: Place): ClauseChange[] {
  const added = without(after, before);
  const changes = without(before, after).flatMap((part) => {
    const partner = added.findIndex((candidate) => subjectOf(candidate) === subjectOf(part));
    if (partner === -1) return [changed(part, null, place)];
    return compare(part, added.splice(partner, 1)[0] as Rule, place);
  });
  return [...changes, ...added.map((part) => changed(null, part, place))];
}

/** The rules that are not among the others, each as often as it is missing there. */
function without(rules: readonly Rule[], others: readonly Rule[]): Rule[] {
  const left = others.map(keyOf);
  return rules.filter((rule) => {
    const index = left.indexOf(keyOf(rule));
    if (index === -1) return true;
    left.splice(index, 1);
    return false;
  });
}

/** Two clauses that speak of the same thing: looks inside where only their inside differs. */
function compareOne(before: Rule, after: Rule, place: Place): ClauseChange[] {
  if (before.kind === 'Not' && after.kind === 'Not') return compare(before.rule, after.rule, inside(place, 'not'));
  if (before.kind === 'Relation' && after.kind === 'Relation' && before.where && after.where) {
    if (keyOf({ ...before, where: null }) === keyOf({ ...after, where: null }))
      return compare(
        before.where,
        after.where,
        inside(place, `${before.relation} where`, scopeOfRelation(before, place.scope)),
      );
  }
  return [changed(before, after, place)];
}

/** What a clause speaks of: clauses with the same subject count as one that changed. */
function subjectOf(rule: Rule): string {
  switch (rule.kind) {
    case 'Compare':
      return `Compare ${rule.path.join('.')}`;
    case 'Relation':
      return `Relation ${rule.relation}`;
    case 'Not':
      return `Not ${subjectOf(rule.rule)}`;
    default:
      return rule.kind;
  }
}
