import type { Token } from './lexer.ts';
import type { Piece } from './locate.ts';
import type { Operator } from './tree.ts';

/** What a text says before its names are known: the same shapes as the grammar, each with its place. */
export type RuleSyntax =
  | Joined
  | Negated
  | Comparison
  | Related
  | SequenceSyntax
  | RankSyntax
  | SegmentSyntax
  | MatchesSyntax
  | Broken;

/** Parts joined by one word; brackets that change nothing are gone. */
export interface Joined extends Piece {
  readonly kind: 'and' | 'or';
  readonly parts: readonly RuleSyntax[];
}

export interface Negated extends Piece {
  readonly kind: 'not';
  readonly part: RuleSyntax;
}

export interface Comparison extends Piece {
  readonly kind: 'comparison';
  readonly path: readonly Token[];
  readonly operator: Operator;
  readonly operatorAt: Piece;
  /** One value, a list's values, or none. */
  readonly values: readonly Token[];
  /** ISO duration of within; null when it was reported. */
  readonly duration: string | null;
  /** Names with a dot in the place of a value: another field. */
  readonly other: readonly Token[] | null;
}

/** Names without an operator: with luck, a relation, perhaps behind steps to one object. */
export interface Related extends Piece {
  readonly kind: 'related';
  /** At least one name; the last one is the relation. */
  readonly path: readonly Token[];
  readonly no: Token | null;
  readonly where: RuleSyntax | null;
  readonly measures: readonly MeasureSyntax[];
}

export interface MeasureSyntax extends Piece {
  readonly measure: Token;
  /** The value that is measured; null for those that need none. */
  readonly of: readonly Token[] | null;
  readonly operator: Token;
  readonly number: Token;
  readonly percent: boolean;
}

/** Names joined by `then`: with luck, things with a time. */
export interface SequenceSyntax extends Piece {
  readonly kind: 'sequence';
  readonly steps: readonly StepSyntax[];
}

export interface StepSyntax {
  /** Only the first one may have more than one name. */
  readonly path: readonly Token[];
  readonly where: RuleSyntax | null;
  readonly absent: boolean;
  readonly within: string | null;
}

/** `in top 10 % by …` */
export interface RankSyntax extends Piece {
  readonly kind: 'rank';
  /** Steps to the one object that is meant. */
  readonly path: readonly Token[];
  readonly side: 'top' | 'bottom';
  readonly size: Token;
  readonly percent: boolean;
  /** A value, or with a measure a relation. */
  readonly by: readonly Token[];
  readonly where: RuleSyntax | null;
  readonly measure: Token | null;
  readonly of: readonly Token[] | null;
  readonly among: RuleSyntax | null;
}

export interface SegmentSyntax extends Piece {
  readonly kind: 'segment';
  /** Steps to the one customer that is meant; none for the customer the rule speaks of. */
  readonly path: readonly Token[];
  readonly segment: Token;
}

export interface MatchesSyntax extends Piece {
  readonly kind: 'matches';
  /** Steps to the one object that is meant. */
  readonly path: readonly Token[];
  readonly fragment: Token;
  readonly values: readonly GivenSyntax[];
}

/** `name = value` or `name = (value, …)` */
export interface GivenSyntax {
  readonly name: Token;
  readonly values: readonly Token[];
  readonly list: boolean;
}

/** Reported; the rest of the rule is still looked at. */
export interface Broken extends Piece {
  readonly kind: 'broken';
}
