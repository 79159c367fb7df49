import fc from 'fast-check';
import { and, at, compare, inSegment, not, or, relation, sequence } from '../build.ts';
import { measuredFields, measureOperators, operatorSpellings } from '../operators.ts';
import { placeAt } from '../place-at.ts';
import { rankedFault, rankedScopes } from '../resolve-rank.ts';
import { stepRelations } from '../resolve-sequence.ts';
import { type Entry, type FieldEntry, fieldsOf, isField, isRelation, isToOne, type RelationEntry } from '../scopes.ts';
import type {
  CompareValue,
  Matches,
  Measure,
  MeasureName,
  Operator,
  Rank,
  RankFigure,
  RelationName,
  Rule,
  Scope,
} from '../tree.ts';
import { comparisonOfFields, type FieldPath, fieldPaths } from './arbitrary-fields.ts';

/** Values that a suite's data holds, so that generated rules select something. */
export interface Vocabulary {
  /** By scope and name, `'store.city'`, `'customer.tags'`; for Int fields numbers. Fields without an entry get random values. */
  readonly values?: Readonly<Record<string, readonly (string | number)[]>>;
  /** By measure; decimal text. */
  readonly measures?: Partial<Readonly<Record<MeasureName, readonly string[]>>>;
  /** ISO durations of one unit. */
  readonly durations?: readonly string[];
  /** Ids or names of saved segments; without any, rules do not name segments. */
  readonly segments?: readonly string[];
  /** Saved fragments with values for them, by what they speak of; without any, rules do not name fragments. */
  readonly fragments?: Partial<Readonly<Record<Scope, readonly Matches[]>>>;
}

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
    .chain((operator) => operandOf(operator, field, name, options).map((value) => compare(path, operator, value)));
}

function operandOf(operator: Operator, field: FieldEntry, name: string, options: Options): fc.Arbitrary<CompareValue> {
  const value = arbitraryValue(field, options.vocabulary.values?.[name]);
  switch (operatorSpellings[operator].operand) {
    case 'nothing':
      return fc.constant(null);
    case 'duration':
      return arbitraryDuration(options.vocabulary.durations).filter(
        (duration) => operator !== 'anniversaryWithin' || !duration.startsWith('PT'),
      );
    case 'value':
      return value;
    case 'list':
      return fc.array(value, { minLength: 1, maxLength: 3 }) as fc.Arbitrary<string[] | number[]>;
  }
}

function arbitraryValue(
  field: FieldEntry,
  known: readonly (string | number)[] | undefined,
): fc.Arbitrary<string | number> {
  if (known !== undefined && known.length > 0) return fc.constantFrom(...known);
  switch (field.type) {
    case 'String':
    case 'ID':
    case 'Tags':
      return arbitraryText;
    case 'Int':
      return fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });
    case 'Decimal':
      return arbitraryDecimal;
    case 'Date':
      return arbitraryInstant.map((instant) => instant.slice(0, 10));
    case 'DateTime':
      return arbitraryInstant;
    case 'Enum':
      return fc.constantFrom(...(field.enumValues ?? []));
  }
}

/** Any text that rules can keep, with quotes, backslashes, keywords and other scripts well represented. */
const arbitraryText = fc
  .oneof(
    fc.constantFrom('hiker', '"', '\\', '\\"', '', ' and ', '# no', '上海', 'ﬁ', 'é', '（', '😀', ')', 'tags has "x"'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  .map((text) => text.replace(/[\r\n]/g, ' ').normalize('NFKC'));

const arbitraryDecimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, shift]) => canonical(digits, shift));

function canonical(digits: number, shift: number): string {
  const text = String(Math.abs(digits)).padStart(shift + 1, '0');
  const fraction = text.slice(text.length - shift).replace(/0+$/, '');
  const whole = text.slice(0, text.length - shift);
  const sign = digits < 0 ? '-' : '';
  return shift === 0 || fraction === '' ? `${digits === 0 ? '' : sign}${whole}` : `${sign}${whole}.${fraction}`;
}

const arbitraryInstant = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

function arbitraryDuration(known: readonly string[] = []): fc.Arbitrary<string> {
  if (known.length > 0) return fc.constantFrom(...known);
  return fc
    .tuple(fc.nat({ max: 1_000 }), fc.constantFrom('PT#H', 'P#D', 'P#W', 'P#M', 'P#Y'))
    .map(([amount, pattern]) => pattern.replace('#', String(amount)));
}

function relationOf(entry: RelationEntry, depth: number, options: Options): fc.Arbitrary<Rule> {
  const where = depth <= 1 ? fc.constant(null) : fc.option(ruleOf(entry.toMany, depth - 1, options), { freq: 4 });
  return fc
    .tuple(where, measuresOf(entry, options))
    .map(([inner, measures]) => relation(entry.relation as RelationName, inner, measures));
}

function measuresOf(entry: RelationEntry, options: Options): fc.Arbitrary<Measure[]> {
  const measure = fc.constantFrom(...entry.measures).chain((name) => {
    const paths = pathsOf(name, entry, options);
    if (paths !== null && paths.length === 0) return fc.constant(atLeastTwo);
    const of = paths === null ? fc.constant(undefined) : fc.constantFrom(...paths);
    const value = measureValue(name, options.vocabulary.measures?.[name]);
    return fc
      .tuple(of, fc.constantFrom(...measureOperators), value)
      .map(
        ([path, operator, number]): Measure => ({ measure: name, ...(path && { of: path }), operator, value: number }),
      );
  });
  const none: Measure[] = [{ measure: 'count', operator: 'eq', value: '0' }];
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<Measure[]>([]) },
    { weight: 2, arbitrary: fc.constant(none) },
    { weight: 4, arbitrary: fc.array(measure, { minLength: 1, maxLength: 3 }) },
  );
}

const atLeastTwo: Measure = { measure: 'count', operator: 'gte', value: '2' };

/** What a measure can be taken of; null for one that needs no value. */
function pathsOf(name: MeasureName, entry: RelationEntry, { steps }: Options): (readonly string[])[] | null {
  const taken = measuredFields[name];
  if (taken === undefined) return null;
  return fieldPaths(entry.toMany, steps)
    .filter(({ field: { type, derived } }) =>
      taken === 'numbers' ? (type === 'Int' || type === 'Decimal') && !derived : type !== 'Tags' && !derived,
    )
    .map(({ path }) => path);
}

function measureValue(name: MeasureName, known: readonly string[] = []): fc.Arbitrary<string> {
  if (known.length > 0) return fc.constantFrom(...known);
  if (name === 'share') return fc.constantFrom('0', '25', '33.3', '50', '100');
  const whole = name === 'count' || name === 'quantity' || name === 'distinct';
  return whole ? fc.integer({ min: -1, max: 10 }).map(String) : arbitraryDecimal;
}
