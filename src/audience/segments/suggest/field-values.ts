import { checkCount } from '../../../platform/check-count.ts';
import { DomainError } from '../../../platform/errors.ts';
import type { Database } from '../../../platform/neo4j/database.ts';
import { type FieldProperty, hasIndex, propertyAt } from '../../compiler/index.ts';
import { fieldAt, type Scope } from '../../rules/index.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import { readValues, type SeenValues, seekValues } from './field-values.store.ts';

const MOST = 250;

/** A value of a field, and how many objects have it. */
export interface FieldValue {
  readonly value: string;
  /** Null where it is not counted: words that follow from other values. */
  readonly count: number | null;
  /** Whether the count is exact; else it is of a sample, or of a moment ago. */
  readonly exact: boolean;
}

/** Which values of which field. */
export interface FieldValuesInput {
  readonly scope: Scope;
  /** Names from the scope on: `city`, `store.city`. */
  readonly path: readonly string[];
  /** What the values shall begin with, whatever the case. */
  readonly prefix?: string | null;
  /** 1 to 250; default 20. */
  readonly first?: number | null;
}

export interface FieldValuesDependencies {
  readonly database: Database;
  readonly compile: CompileSelection;
}

/** Fields that name one person or one order: their values are nobody's suggestion. */
const personal = new Set(['customer.id', 'customer.displayName', 'order.number']);

/**
 * The values of a text, tag or fixed word that the graph holds, the most frequent first; none for other types and for what names one
 * person. From counts that are kept for planning where these know the field, else from at most 20,000 objects.
 * @throws DomainError BAD_USER_INPUT for an unknown field or a size out of bounds
 */
export async function fieldValues(
  { database, compile }: FieldValuesDependencies,
  { scope, path, prefix, first }: FieldValuesInput,
): Promise<readonly FieldValue[]> {
  const size = checkCount('first', first ?? 20, MOST);
  const entry = fieldAt(scope, path);
  if (!entry) {
    const message = `There is no field ${path.join('.')} of ${scope}.`;
    throw new DomainError('BAD_USER_INPUT', message, { argument: 'path' });
  }
  const typed = (prefix ?? '').normalize('NFKC');
  const property = propertyAt(scope, path);
  if (!property || personal.has(`${property.scope}.${property.property}`)) return [];
  const counted = kept(property, typed, compile);
  if (entry.enumValues) return ofWords(entry.enumValues, typed, counted?.values ?? []).slice(0, size);
  if (!['String', 'ID', 'Tags'].includes(entry.type)) return [];
  if (counted && (counted.complete || counted.values.length >= size)) return counted.values.slice(0, size);
  const seen = await readValues(database, property, typed, size);
  if (seen.complete || seen.values.length >= size || typed === '' || property.list || !hasIndex(property))
    return marked(seen);
  // a rare value may be beyond the objects looked at: the index finds it as it is written
  const found = marked(await seekValues(database, property, typed, size));
  const more = marked(seen).filter(({ value }) => found.every((one) => one.value !== value));
  return [...found, ...more].slice(0, size);
}

function marked({ values, complete }: SeenValues): FieldValue[] {
  return values.map((value) => ({ ...value, exact: complete }));
}

/** What is kept of the field for planning; null when nothing is. */
function kept({ scope, property }: FieldProperty, typed: string, compile: CompileSelection) {
  const known = compile.statistics().values.get(`${scope}.${property}`);
  if (!known) return null;
  const values = [...known.frequencies]
    .filter(([value]) => value !== '' && value.toLowerCase().startsWith(typed.toLowerCase()))
    .map(([value, { objects }]): FieldValue => ({ value, count: Math.round(objects), exact: known.complete }))
    .sort((one, other) => (other.count ?? 0) - (one.count ?? 0) || (one.value < other.value ? -1 : 1));
  return { values, complete: known.complete };
}

function ofWords(words: readonly string[], typed: string, counted: readonly FieldValue[]): FieldValue[] {
  return words
    .filter((word) => word.toLowerCase().startsWith(typed.toLowerCase()))
    .map((value) => counted.find((one) => one.value === value) ?? { value, count: null, exact: false });
}
