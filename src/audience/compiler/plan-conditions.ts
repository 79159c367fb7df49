import type { HabitName } from '../../profile/habits/habits.ts';
import type { HopName } from './model.ts';
import type { Find } from './plan.ts';
import type { ComparisonOperator, MeasureTest, Operand, PlanList, PlanValue, Span } from './plan-values.ts';

/** What holds of one object in hand or does not. */
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
