import type { Scope } from '../rules/index.ts';
import type { HopName } from './model.ts';
import type { Condition } from './plan-conditions.ts';
import type { Figure, MeasureTest, Operand } from './plan-values.ts';

export type * from './plan-conditions.ts';
export type * from './plan-values.ts';

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
