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
export type Source = Everything | Given | From | Either;

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

export type Condition = Connective | Leaf | Reach | Related | Found;
export type Connective = Constant | All | Any | Negation;
export type Leaf = Comparison | OneOf | TextMatch | Known | Flag | ListHolds | ListTextMatch | ListKnown;

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

/** The object is among those that a find of the same scope gives; these are looked up once, before the others. */
export interface Found {
  readonly kind: 'Found';
  readonly find: Find;
}

/** Compares how many objects there are, or the sum of a property over them (0 when there is none). */
export interface MeasureTest {
  /** Null counts the objects. */
  readonly sumOf: string | null;
  readonly operator: ComparisonOperator;
  /** A whole number as decimal text, as it may be beyond what JSON numbers hold exactly. */
  readonly value: string;
}

/** `whole` is decimal text of a 64-bit integer; `instant` RFC 3339 in UTC; `date` YYYY-MM-DD. */
export interface PlanValue {
  readonly type: 'text' | 'whole' | 'instant' | 'date';
  readonly value: string;
}

export interface PlanList {
  readonly type: 'text' | 'whole';
  readonly values: readonly string[];
}
