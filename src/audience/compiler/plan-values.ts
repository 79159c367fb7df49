import type { HopName } from './model.ts';

/** A value of the object, or of one that to-one steps lead to; missing where a step leads nowhere. */
export interface Operand {
  readonly path: readonly HopName[];
  readonly property: string;
  /** What is empty counts as missing; a list counts as one value. */
  readonly empty: 'list' | 'text' | null;
}

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** Compares a figure of the objects. */
export interface MeasureTest {
  readonly figure: Figure;
  readonly operator: ComparisonOperator;
  /** A whole number as decimal text, as it may be beyond what JSON numbers hold exactly; of an average any decimal. */
  readonly value: string;
}

/**
 * How many objects there are, or what one value of them comes to; objects without the value are passed over. The sum of none
 * and the number of none are 0; the average, minimum and maximum of none are missing, so every comparison with them is false.
 */
export type Figure = { readonly kind: 'Count' } | Aggregate;

export interface Aggregate {
  readonly kind: 'Sum' | 'Average' | 'Minimum' | 'Maximum' | 'Distinct';
  readonly of: Operand;
}

/** `whole` is decimal text of a 64-bit integer; `decimal` of any number; `instant` RFC 3339 in UTC; `date` YYYY-MM-DD. */
export interface PlanValue {
  readonly type: 'text' | 'whole' | 'decimal' | 'instant' | 'date';
  readonly value: string;
  /** Of an instant that moves with the clock: how long before the instant of asking it lies. */
  readonly ago?: Span;
}

export interface PlanList {
  readonly type: 'text' | 'whole';
  readonly values: readonly string[];
}

/** A stretch of time, whose days and months are those of a calendar. */
export interface Span {
  /** ISO 8601. */
  readonly duration: string;
  readonly timeZone: string;
}
