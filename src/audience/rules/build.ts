import { measureNames, measureOperators } from './operators.ts';
import type { Compare, CompareValue, InSegment, Measure, Operator, Relation, RelationName, Rule } from './tree.ts';

/** The rule that every object meets; only allowed as a whole rule. */
export const everyone: Rule = { kind: 'And', rules: [] };

/** All of these: nested ones flattened, one alone stands for itself, none is everyone. */
export function and(rules: readonly Rule[]): Rule {
  const flat = rules.flatMap((rule) => (rule.kind === 'And' ? rule.rules : [rule]));
  return flat.length === 1 ? (flat[0] as Rule) : { kind: 'And', rules: flat };
}

/** Any of these (at least one must be given): nested ones flattened, one alone stands for itself. */
export function or(rules: readonly Rule[]): Rule {
  const flat = rules.flatMap((rule) => (rule.kind === 'Or' ? rule.rules : [rule]));
  return flat.length === 1 ? (flat[0] as Rule) : { kind: 'Or', rules: flat };
}

export function not(rule: Rule): Rule {
  return { kind: 'Not', rule };
}

export function compare(path: readonly string[], operator: Operator, value: CompareValue = null): Compare {
  return { kind: 'Compare', path, operator, value };
}

export function inSegment(segment: string): InSegment {
  return { kind: 'InSegment', segment };
}

/**
 * A relation with its measures in canonical order. An operator used twice on one measure (`count != 3 count != 5`) has no
 * place in one filter input, so it becomes two relations joined by and: both measure the same objects, so nothing changes.
 */
export function relation(name: RelationName, where: Rule | null, measures: readonly Measure[]): Rule {
  const groups = measureNames.flatMap((measure) =>
    measureOperators.map((operator) => measures.filter((m) => m.measure === measure && m.operator === operator)),
  );
  const used = groups.filter((group) => group.length > 0);
  const layers = Math.max(1, ...used.map((group) => group.length));
  const relations = Array.from({ length: layers }, (_, layer): Relation => {
    // Every layer keeps a count, or `count >= 1` would slip in.
    const ofLayer = used.map((group) => group[Math.min(layer, group.length - 1)] as Measure);
    return { kind: 'Relation', relation: name, where, measures: ofLayer };
  });
  return and(relations);
}
