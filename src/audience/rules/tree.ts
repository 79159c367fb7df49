/**
 * A rule as plain readonly JSON: what the text, the filter and the compiler all speak of.
 * Make trees with `build.ts`, so that they stay canonical: equal meaning in equal shape where the language allows it.
 */
export type Rule =
  | And
  | Or
  | Not
  | Compare
  | CompareFields
  | CompareParameter
  | Relation
  | Sequence
  | Rank
  | InSegment
  | Matches
  | At;

/** What joins or turns around other rules. */
export type Connective = And | Or | Not;

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

/** Two values of the object, each reached over to-one steps: `unitPrice < product.price`. */
export interface CompareFields {
  readonly kind: 'CompareFields';
  readonly path: readonly string[];
  readonly operator: FieldOperator;
  readonly other: readonly string[];
}

/** A value whose other side is given at the call: `promotion = $promotion`. Bound before a rule is compiled. */
export interface CompareParameter {
  readonly kind: 'CompareParameter';
  readonly path: readonly string[];
  readonly operator: Operator;
  /** Without the $. */
  readonly parameter: string;
}

export type FieldOperator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'before' | 'after';

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
  | 'anniversaryWithin'
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
  /** Sorted, each (measure, of, operator) once. Without a count or a share, `count >= 1` holds as well. */
  readonly measures: readonly Measure[];
}

export type RelationName =
  | 'purchases'
  | 'orders'
  | 'purchasedLines'
  | 'lines'
  | 'events'
  | 'identifiers'
  | 'devices'
  | 'household'
  | 'referrals'
  | 'referredBy'
  | 'customers'
  | 'staffMembers'
  | 'reports';

export interface Measure {
  readonly measure: MeasureName;
  /** The value of each related object that is measured; only where the measure needs one (see `measuredFields`). */
  readonly of?: readonly string[];
  readonly operator: MeasureOperator;
  /** Decimal text; a whole number for count, quantity and distinct; percent for share. Or a parameter: `$amount`. */
  readonly value: string;
}

export type MeasureName =
  | 'count'
  | 'total'
  | 'quantity'
  | 'sum'
  | 'average'
  | 'minimum'
  | 'maximum'
  | 'distinct'
  | 'share';

export type MeasureOperator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';

/** Things that a customer did one after the other: `events where (…) then purchases within 48 hours`. Only of customers. */
export interface Sequence {
  readonly kind: 'Sequence';
  /** At least two. Each is later than the one before. */
  readonly steps: readonly SequenceStep[];
}

export interface SequenceStep {
  readonly relation: StepRelation;
  readonly where: Rule | null;
  /** At most so long after the step before; ISO duration of one unit, or a parameter: `$gap`. Null for any time, and for the first step. */
  readonly within: string | null;
  /** There is none, and the time for it has passed. Only of the last step. */
  readonly absent: boolean;
}

/** Relations whose objects have a time. */
export type StepRelation = Extract<RelationName, 'events' | 'orders' | 'purchases'>;

/** Among those of its kind with the greatest or least figure: `in top 1000 by totalSpent`. Not of lines, events, identifiers, devices. */
export interface Rank {
  readonly kind: 'Rank';
  readonly side: 'top' | 'bottom';
  /** Decimal text: how many objects (a whole number), or how many percent of those that are ranked, rounded up. Or a parameter: `$most`. */
  readonly size: string;
  readonly unit: 'objects' | 'percent';
  readonly by: RankFigure;
  /** Only objects of which this holds are ranked; null: all that have the figure. */
  readonly among: Rule | null;
}

/** A value of the object, or a measure of related objects without a bound. */
export type RankFigure = RankValue | RankMeasure;

export interface RankValue {
  readonly kind: 'Value';
  readonly path: readonly string[];
}

export interface RankMeasure {
  readonly kind: 'Measure';
  readonly relation: RelationName;
  readonly where: Rule | null;
  readonly measure: MeasureName;
  readonly of?: readonly string[];
}

/** Member of a saved segment, named by id or name. Only of customers. */
export interface InSegment {
  readonly kind: 'InSegment';
  readonly segment: string;
}

/** What a saved fragment, a rule of this kind of object, says of it. */
export interface Matches {
  readonly kind: 'Matches';
  /** The fragment's name. */
  readonly fragment: string;
  /** Values of its parameters, all of them, by name in alphabetical order. */
  readonly values: Readonly<Record<string, GivenValue>>;
}

/** A value as a filter would have it, or a list of them; whole numbers may stand for amounts. */
export type GivenValue = string | number | readonly (string | number)[];

/** What holds of the one object at the end of to-one steps, false where there is none: `customer in segment "vip"`. */
export interface At {
  readonly kind: 'At';
  /** At least one step. */
  readonly path: readonly string[];
  readonly rule: Placed;
}

/** Conditions that have no path of their own; comparisons have one. */
export type Placed = Relation | Sequence | Rank | InSegment | Matches;

/** What a rule speaks of: the kind of object whose names it may use. */
export type Scope = 'customer' | 'order' | 'line' | 'product' | 'store' | 'staff' | 'event' | 'identifier' | 'device';
