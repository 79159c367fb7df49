import type { HabitName } from '../../profile/habits/habits.ts';
import type { Scope } from '../rules/index.ts';
import type { HopName } from './model.ts';

/**
 * What is to be selected and how to get at it, as plain readonly JSON that speaks of the customer graph (scopes, steps and
 * property names) and of no query language. Each condition speaks of one object in hand and is either true or false:
 * a leaf about a missing property is false, and its negation true.
 */
export interface Find {
  readonly kind: 'Find';
  readonly scope: Scope;
  readonly source: Source;
  /** What must hold of each object that the source gives. */
  readonly filter: Condition;
}

/** A whole plan finds the objects of its root scope, each once. */
export type Plan = Find;

/** Where the objects of a Find come from. */
export type Source = Everything | Given | From | Either | Ranked;

/** All objects of the scope; properties with an index may narrow them. */
export interface Everything {
  readonly kind: 'Everything';
}

/** Objects whose keys are handed over when the plan runs. */
export interface Given {
  readonly kind: 'Given';
}

/** Objects from which the step `hop` leads to those that `find` gives, and whose number and sums pass the tests. */
export interface From {
  readonly kind: 'From';
  readonly hop: HopName;
  readonly find: Find;
  readonly tests: readonly MeasureTest[];
}

/** Objects that any of the finds gives; all are of the same scope. */
export interface Either {
  readonly kind: 'Either';
  readonly finds: readonly Find[];
}

/** Those of a find's objects that have the greatest (`descending`) or least figure; among equals the lesser key goes first. */
export interface Ranked {
  readonly kind: 'Ranked';
  readonly find: Find;
  readonly by: RankedBy;
  readonly descending: boolean;
  readonly size: RankSize;
}

/** How many: so many objects, or `parts` out of `whole` of those that have the figure, rounded up. Whole numbers as text. */
export type RankSize =
  | { readonly kind: 'Objects'; readonly count: string }
  | { readonly kind: 'Share'; readonly parts: string; readonly whole: string };

/** A value of the objects, or a figure of those at the other end of a step; objects without it are left out. */
export type RankedBy =
  | { readonly kind: 'Value'; readonly of: Operand }
  | { readonly kind: 'Figure'; readonly hop: HopName; readonly condition: Condition; readonly figure: Figure }
  | { readonly kind: 'ShareOf'; readonly hop: HopName; readonly among: Condition; readonly condition: Condition };

export type Condition =
  | Connective
  | Leaf
  | FieldComparison
  | Elapsed
  | Reach
  | Related
  | Followed
  | Share
  | Habit
  | Found;
export type Connective = Constant | All | Any | Negation;
export type Leaf =
  | Comparison
  | OneOf
  | TextMatch
  | Known
  | Flag
  | ListHolds
  | TermHolds
  | ListTextMatch
  | ListKnown
  | Anniversary;

export interface Constant {
  readonly kind: 'Constant';
  readonly value: boolean;
}

export interface All {
  readonly kind: 'All';
  readonly conditions: readonly Condition[];
}

export interface Any {
  readonly kind: 'Any';
  readonly conditions: readonly Condition[];
}

export interface Negation {
  readonly kind: 'Negation';
  readonly condition: Condition;
}

/** The property is there and compares so. */
export interface Comparison {
  readonly kind: 'Comparison';
  readonly property: string;
  readonly operator: ComparisonOperator;
  readonly value: PlanValue;
}

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** The property is there and is (`among`) or is not one of the values, of which there is at least one. */
export interface OneOf {
  readonly kind: 'OneOf';
  readonly property: string;
  readonly among: boolean;
  readonly values: PlanList;
}

/** The text contains or starts with another, whatever the case. */
export interface TextMatch {
  readonly kind: 'TextMatch';
  readonly property: string;
  readonly match: 'contains' | 'startsWith';
  readonly text: string;
}

/** The property is there. */
export interface Known {
  readonly kind: 'Known';
  readonly property: string;
}

/** The boolean property is true. */
export interface Flag {
  readonly kind: 'Flag';
  readonly property: string;
}

/** Any or all of the values (at least one) stand in the list property; a missing list is an empty one. */
export interface ListHolds {
  readonly kind: 'ListHolds';
  readonly property: string;
  readonly quantifier: 'any' | 'all';
  readonly values: readonly string[];
}

/** One of the texts (at least one) stands in the list property with an end that is still to come; see `termOf`. */
export interface TermHolds {
  readonly kind: 'TermHolds';
  readonly property: string;
  readonly values: readonly string[];
  /** RFC 3339 in UTC. */
  readonly asOf: string;
}

/** An element of the list property contains or starts with the text, whatever the case. */
export interface ListTextMatch {
  readonly kind: 'ListTextMatch';
  readonly property: string;
  readonly match: 'contains' | 'startsWith';
  readonly text: string;
}

/** The list property has an element. */
export interface ListKnown {
  readonly kind: 'ListKnown';
  readonly property: string;
}

/** A day and month of the property come again in one of the spans; each is in a later year than the property. */
export interface Anniversary {
  readonly kind: 'Anniversary';
  readonly property: string;
  /** IANA name of the calendar in which an instant falls on a day; null for a property that is a date. */
  readonly timeZone: string | null;
  /** From today on, so far ahead: an ISO 8601 duration, by the calendar of a time zone. */
  readonly ahead: Span;
  readonly spans: readonly DaySpan[];
}

/** Days of one year, as month × 100 + day, both ends included. */
export interface DaySpan {
  readonly year: number;
  readonly from: number;
  readonly to: number;
}

/** A value of the object, or of one that to-one steps lead to; missing where a step leads nowhere. */
export interface Operand {
  readonly path: readonly HopName[];
  readonly property: string;
  /** What is empty counts as missing; a list counts as one value. */
  readonly empty: 'list' | 'text' | null;
}

/** Both values are there and compare so. */
export interface FieldComparison {
  readonly kind: 'FieldComparison';
  readonly left: Operand;
  readonly operator: ComparisonOperator;
  readonly right: Operand;
}

/** The to-one step leads to an object, and the condition holds of it. */
export interface Reach {
  readonly kind: 'Reach';
  readonly hop: HopName;
  readonly condition: Condition;
}

/** The objects at the other end of the to-many step that meet the condition pass all tests; without a test: there is one. */
export interface Related {
  readonly kind: 'Related';
  readonly hop: HopName;
  readonly condition: Condition;
  readonly tests: readonly MeasureTest[];
}

/** So much time has passed since the instant of the property. */
export interface Elapsed {
  readonly kind: 'Elapsed';
  readonly property: string;
  readonly span: Span;
  /** The instant of asking, RFC 3339 in UTC. */
  readonly asOf: string;
}

/** A stretch of time, whose days and months are those of a calendar. */
export interface Span {
  /** ISO 8601. */
  readonly duration: string;
  readonly timeZone: string;
}

/** The customer of the object (an order or event) has a later one at the end of the step, which meets the condition. */
export interface Followed {
  readonly kind: 'Followed';
  readonly hop: 'orders' | 'events';
  /** When this object was, and when the later one. */
  readonly instant: string;
  readonly later: string;
  /** At most so much later; null for any time. */
  readonly within: Span | null;
  readonly condition: Condition;
}

/** Of all objects at the other end of the to-many step that are `among` (of which there is one), so many percent meet the condition. */
export interface Share {
  readonly kind: 'Share';
  readonly hop: HopName;
  readonly among: Condition;
  readonly condition: Condition;
  readonly operator: ComparisonOperator;
  /** Percent, as decimal text. */
  readonly value: string;
}

/** A habit of the customer compares so; `leaf` speaks of it as of a property. */
export interface Habit {
  readonly kind: 'Habit';
  readonly habit: HabitName;
  /** IANA name: whose hours and months count. */
  readonly timeZone: string;
  readonly leaf: Comparison | OneOf | TextMatch | Known;
}

/** The object is among those that a find of the same scope gives; these are looked up once, before the others. */
export interface Found {
  readonly kind: 'Found';
  readonly find: Find;
}

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
