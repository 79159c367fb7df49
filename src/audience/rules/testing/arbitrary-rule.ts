import fc from 'fast-check';
import { and, at, compare, inSegment, not, or, relation, sequence } from '../build.ts';
import { placeAt } from '../place-at.ts';
import { rankedFault, rankedScopes } from '../resolve-rank.ts';
import { stepRelations } from '../resolve-sequence.ts';
import { type Entry, type FieldEntry, fieldsOf, isField, isRelation, isToOne, type RelationEntry } from '../scopes.ts';
import type { Rank, RankFigure, RelationName, Rule, Scope } from '../tree.ts';
import { comparisonOfFields, type FieldPath, fieldPaths } from './arbitrary-fields.ts';
import { measuresOf, pathsOf } from './arbitrary-measures.ts';
import { arbitraryDuration, arbitraryOperand } from './arbitrary-value.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ArbitraryRuleOptions {
  readonly scope?: Scope;
  readonly vocabulary?: Vocabulary;
  /** Levels of and, or, not and where; 3 unless told. */
  readonly depth?: number;
  /** Most parts of one `and` or `or`; 3 unless told. */
  readonly width?: number;
  /** Most to-one steps of a path; 2 unless told. */
  readonly steps?: number;
  /** Names to leave out, such as `'customer.devices'`. */
  readonly without?: readonly string[];
}

type Options = Required<ArbitraryRuleOptions> & {
  /** Rules by scope and depth: each is made once, as scopes lead to each other in circles. */
  readonly made: Map<string, fc.Arbitrary<Rule>>;
};

/** Random valid rules of a scope, in canonical form: text and filters can say each, and give it back unchanged. */
export function arbitraryRule(options: ArbitraryRuleOptions = {}): fc.Arbitrary<Rule> {
  const all: Options = {
    scope: 'customer',
    vocabulary: {},
    depth: 3,
    width: 3,
    steps: 2,
    without: [],
    ...options,
    made: new Map(),
  };
  return ruleOf(all.scope, all.depth, all);
}

function ruleOf(scope: Scope, depth: number, options: Options): fc.Arbitrary<Rule> {
  const key = `${scope} ${depth}`;
  const rule = options.made.get(key) ?? makeRule(scope, depth, options);
  options.made.set(key, rule);
  return rule;
}

function makeRule(scope: Scope, depth: number, options: Options): fc.Arbitrary<Rule> {
  const condition = conditionOf(scope, depth, options);
  if (depth <= 1) return condition;
  const inner = ruleOf(scope, depth - 1, options);
  const several = fc.array(inner, { minLength: 2, maxLength: options.width });
  return fc.oneof(
    { weight: 3, arbitrary: condition },
    { weight: 2, arbitrary: several.map(and) },
    { weight: 2, arbitrary: several.map(or) },
    { weight: 1, arbitrary: inner.map(not) },
  );
}

function conditionOf(scope: Scope, depth: number, options: Options): fc.Arbitrary<Rule> {
  const entries = Object.entries(fieldsOf(scope)).filter(([name]) => !options.without.includes(`${scope}.${name}`));
  const relations = entries.map(([, entry]) => entry).filter(isRelation);
  const { segments = [] } = options.vocabulary;
  const kinds: fc.WeightedArbitrary<Rule>[] = [{ weight: 6, arbitrary: compareOf(scope, entries, options) }];
  const ofFields = comparisonOfFields(scope, options);
  if (ofFields !== null) kinds.push({ weight: 1, arbitrary: ofFields });
  const placed = placedOf(entries, depth, options);
  if (placed.length > 0) kinds.push({ weight: 1, arbitrary: fc.oneof(...placed) });
  if (relations.length > 0) {
    const arbitrary = fc.oneof(...relations.map((entry) => relationOf(entry, depth, options)));
    kinds.push({ weight: 6, arbitrary });
  }
  if (scope === 'customer') kinds.push({ weight: 2, arbitrary: sequenceOf(depth, options) });
  if (rankedScopes.includes(scope)) kinds.push({ weight: 2, arbitrary: rankOf(scope, depth, options) });
  const fragments = options.vocabulary.fragments?.[scope] ?? [];
  if (fragments.length > 0) kinds.push({ weight: 2, arbitrary: fc.constantFrom(...fragments) });
  if (scope === 'customer' && segments.length > 0) {
    kinds.push({ weight: 2, arbitrary: fc.constantFrom(...segments).map(inSegment) });
  }
  return fc.oneof(...kinds);
}

const valueFigure = ({ path }: FieldPath): RankFigure => ({ kind: 'Value', path });

function rankOf(scope: Scope, depth: number, options: Options): fc.Arbitrary<Rule> {
  const values = fieldPaths(scope, 1).filter(({ path, field }) => rankedFault(path.join('.'), field) === null);
  const relations = Object.values(fieldsOf(scope)).filter(isRelation);
  const inner = (of: Scope) => (depth <= 1 ? fc.constant(null) : fc.option(ruleOf(of, 1, options), { freq: 3 }));
  const measured = fc.constantFrom(...relations).chain((entry) =>
    fc.constantFrom(...entry.measures).chain((name): fc.Arbitrary<RankFigure> => {
      const paths = pathsOf(name, entry, options);
      const measure = paths !== null && paths.length === 0 ? 'count' : name;
      const of = paths === null || paths.length === 0 ? fc.constant(undefined) : fc.constantFrom(...paths);
      const figure = { kind: 'Measure', relation: entry.relation, measure } as const;
      return fc
        .tuple(inner(entry.toMany), of)
        .map(([where, path]) => ({ ...figure, where, ...(path && { of: path }) }));
    }),
  );
  const figures = values.length === 0 ? [measured] : [measured, fc.constantFrom(...values).map(valueFigure)];
  const size = fc.oneof(
    fc.constantFrom('1', '3', '10').map((count) => ({ size: count, unit: 'objects' as const })),
    fc.constantFrom('10', '33.3', '50', '100').map((share) => ({ size: share, unit: 'percent' as const })),
  );
  const side = fc.constantFrom('top' as const, 'bottom' as const);
  return fc
    .tuple(side, size, fc.oneof(...figures), inner(scope))
    .map(([way, sized, by, among]): Rank => ({ kind: 'Rank', side: way, ...sized, by, among }));
}

function sequenceOf(depth: number, options: Options): fc.Arbitrary<Rule> {
  const step = fc.constantFrom(...stepRelations).chain((relation) => {
    const scope = relation === 'events' ? 'event' : 'order';
    const where = depth <= 1 ? fc.constant(null) : fc.option(ruleOf(scope, Math.min(2, depth - 1), options));
    const within = fc.option(arbitraryDuration(options.vocabulary.durations), { freq: 2 });
    return fc.tuple(where, within).map(([inner, span]) => ({ relation, where: inner, within: span }));
  });
  return fc.tuple(fc.array(step, { minLength: 2, maxLength: 3 }), fc.boolean()).map(([steps, absent]) =>
    sequence(
      steps.map((one, index) => ({
        ...one,
        within: index === 0 ? null : one.within,
        absent: absent && index === steps.length - 1,
      })),
    ),
  );
}

/** Relations and segments of the one object at the end of a step. */
function placedOf(entries: readonly [string, Entry][], depth: number, options: Options): fc.Arbitrary<Rule>[] {
  if (depth <= 1) return [];
  const { segments = [] } = options.vocabulary;
  return entries.flatMap(([name, entry]): fc.Arbitrary<Rule>[] => {
    if (!isToOne(entry)) return [];
    const relations = Object.values(fieldsOf(entry.toOne)).filter(isRelation);
    const inSegments =
      entry.toOne === 'customer' && segments.length > 0
        ? [fc.constantFrom(...segments).map((segment) => at([name], inSegment(segment)))]
        : [];
    const related = relations.map((one) => relationOf(one, depth - 1, options).map((rule) => placeAt([name], rule)));
    return [...inSegments, ...related];
  });
}

function compareOf(scope: Scope, entries: readonly [string, Entry][], options: Options): fc.Arbitrary<Rule> {
  const fields = entries.flatMap(([name, entry]) =>
    isField(entry) ? [comparisonOf([name], entry, `${scope}.${name}`, options)] : [],
  );
  const paths = entries.flatMap(([name, entry]) =>
    isToOne(entry) && options.steps > 0 ? [pathOf([name], entry.toOne, options.steps - 1, options)] : [],
  );
  return fc.oneof(...fields, ...paths);
}

function pathOf(before: readonly string[], scope: Scope, steps: number, options: Options): fc.Arbitrary<Rule> {
  const ways = Object.entries(fieldsOf(scope)).flatMap(([name, entry]): fc.Arbitrary<Rule>[] => {
    const path = [...before, name];
    if (options.without.includes(`${scope}.${name}`)) return [];
    if (isField(entry)) return [comparisonOf(path, entry, `${scope}.${name}`, options)];
    return isToOne(entry) && steps > 0 ? [pathOf(path, entry.toOne, steps - 1, options)] : [];
  });
  return fc.oneof(...ways);
}

function comparisonOf(path: readonly string[], field: FieldEntry, name: string, options: Options): fc.Arbitrary<Rule> {
  return fc
    .constantFrom(...field.operators)
    .chain((operator) =>
      arbitraryOperand(operator, field, name, options.vocabulary).map((value) => compare(path, operator, value)),
    );
}

function relationOf(entry: RelationEntry, depth: number, options: Options): fc.Arbitrary<Rule> {
  const where = depth <= 1 ? fc.constant(null) : fc.option(ruleOf(entry.toMany, depth - 1, options), { freq: 4 });
  return fc
    .tuple(where, measuresOf(entry, options))
    .map(([inner, measures]) => relation(entry.relation as RelationName, inner, measures));
}
