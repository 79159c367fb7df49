/**
 * A rule as plain readonly JSON: what the text, the filter and the compiler all speak of.
 * Make trees with `build.ts`, so that they stay canonical: equal meaning in equal shape where the language allows it.
 */
export type Rule = And | Or | Not | Compare | Relation | InSegment;

/** All hold. Flattened, never exactly one rule; no rules at all only at the very top: everyone. */
export interface And {
  readonly kind: 'And';
  readonly rules: readonly Rule[];
}

/** At least one holds. Flattened, two rules or more. */
export interface Or {
  readonly kind: 'Or';
  readonly rules: readonly Rule[];
}

export interface Not {
  readonly kind: 'Not';
  readonly rule: Rule;
}

/** One value of the object, reached over to-one steps: `['lifecycleStage']`, `['staff', 'store', 'city']`. */
export interface Compare {
  readonly kind: 'Compare';
  readonly path: readonly string[];
  readonly operator: Operator;
  readonly value: CompareValue;
}

export type Operator =
  | 'eq'
  | 'ne'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'startsWith'
  | 'known'
  | 'unknown'
  | 'before'
  | 'after'
  | 'within'
  | 'notWithin'
  | 'has'
  | 'hasAny'
  | 'hasAll'
  | 'hasNone';

/**
 * string: text (NFKC), id, enum name, decimal (`5000`, `199.5`), date (`2026-06-18`), instant in UTC
 * (`2026-06-17T16:00:00.000Z`), ISO duration with one unit (`P6M`); number: Int fields; a list for in, notIn and the tag
 * lists; null for known and unknown.
 */
export type CompareValue = string | number | readonly string[] | readonly number[] | null;

/** Related objects that `where` selects (null: all of them), and how many they are or what they sum to. */
export interface Relation {
  readonly kind: 'Relation';
  readonly relation: RelationName;
  readonly where: Rule | null;
  /** Sorted, each (measure, operator) once. Without a count, `count >= 1` holds as well. */
  readonly measures: readonly Measure[];
}

export type RelationName = 'purchases' | 'orders' | 'lines' | 'events' | 'identifiers' | 'devices';

export interface Measure {
  readonly measure: MeasureName;
  readonly operator: MeasureOperator;
  /** Decimal text; a whole number for count and quantity. */
  readonly value: string;
}

export type MeasureName = 'count' | 'total' | 'quantity';

export type MeasureOperator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';

/** Member of a saved segment, named by id or name. Only of customers. */
export interface InSegment {
  readonly kind: 'InSegment';
  readonly segment: string;
}

/** What a rule speaks of: the kind of object whose names it may use. */
export type Scope = 'customer' | 'order' | 'line' | 'product' | 'store' | 'staff' | 'event' | 'identifier' | 'device';
