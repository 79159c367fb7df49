import { measureNames, measureOperators } from './operators.ts';
import type {
  At,
  Compare,
  CompareFields,
  CompareParameter,
  CompareValue,
  FieldOperator,
  GivenValue,
  InSegment,
  Matches,
  Measure,
  Operator,
  Placed,
  Relation,
  RelationName,
  Rule,
  Sequence,
  SequenceStep,
} from './tree.ts';

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

export function compareFields(
  path: readonly string[],
  operator: FieldOperator,
  other: readonly string[],
): CompareFields {
  return { kind: 'CompareFields', path, operator, other };
}

/** What a condition says of the object at the end of a path; of the object itself where the path is empty. */
export function at(path: readonly string[], rule: Placed): At | Placed {
  return path.length === 0 ? rule : { kind: 'At', path, rule };
}

export function compareParameter(path: readonly string[], operator: Operator, parameter: string): CompareParameter {
  return { kind: 'CompareParameter', path, operator, parameter };
}

export function sequence(steps: readonly SequenceStep[]): Sequence {
  return { kind: 'Sequence', steps };
}

export function inSegment(segment: string): InSegment {
  return { kind: 'InSegment', segment };
}

export function matches(fragment: string, values: Readonly<Record<string, GivenValue>> = {}): Matches {
  const sorted = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return { kind: 'Matches', fragment, values: Object.fromEntries(sorted) };
}

/**
 * A relation with its measures in canonical order. An operator used twice on one measure (`count != 3 count != 5`) has no
 * place in one filter input, so it becomes two relations joined by and: both measure the same objects, so nothing changes.
 */
export function relation(name: RelationName, where: Rule | null, measures: readonly Measure[]): Rule {
  const used = [...groupedByUse(measures)];
  const layers = Math.max(1, ...used.map((group) => group.length));
  const relations = Array.from({ length: layers }, (_, layer): Relation => {
    // Every layer keeps a count, or `count >= 1` would slip in.
    const ofLayer = used.map((group) => group[Math.min(layer, group.length - 1)] as Measure);
    return { kind: 'Relation', relation: name, where, measures: ofLayer };
  });
  return and(relations);
}

/** Measures of one figure with one operator stand together; groups in canonical order. */
function groupedByUse(measures: readonly Measure[]): Iterable<Measure[]> {
  const placeOf = ({ measure, of = [], operator }: Measure) =>
    [measureNames.indexOf(measure), of.join('.'), measureOperators.indexOf(operator)] as const;
  const sorted = [...measures].sort((left, right) => {
    const [one, other] = [placeOf(left), placeOf(right)];
    if (one[1] !== other[1] && one[0] === other[0]) return one[1] < other[1] ? -1 : 1;
    return one[0] - other[0] || one[2] - other[2];
  });
  const groups = new Map<string, Measure[]>();
  for (const measure of sorted) {
    const use = placeOf(measure).join(' ');
    groups.set(use, [...(groups.get(use) ?? []), measure]);
  }
  return groups.values();
}
