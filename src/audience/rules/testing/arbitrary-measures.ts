import fc from 'fast-check';
import { measuredFields, measureOperators } from '../operators.ts';
import type { RelationEntry } from '../scopes.ts';
import type { Measure, MeasureName } from '../tree.ts';
import { fieldPaths } from './arbitrary-fields.ts';
import { arbitraryDecimal } from './arbitrary-value.ts';
import type { Vocabulary } from './vocabulary.ts';

interface MeasureOptions {
  readonly vocabulary: Vocabulary;
  /** Most to-one steps of a path. */
  readonly steps: number;
}

/** Measures of a relation: none, `no …`, or up to three comparisons. */
export function measuresOf(entry: RelationEntry, options: MeasureOptions): fc.Arbitrary<Measure[]> {
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
export function pathsOf(
  name: MeasureName,
  entry: RelationEntry,
  { steps }: Pick<MeasureOptions, 'steps'>,
): (readonly string[])[] | null {
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
