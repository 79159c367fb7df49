import type { Token } from './lexer.ts';
import type { Piece } from './locate.ts';
import type { Operator } from './tree.ts';

/** What a text says before its names are known: the same shapes as the grammar, each with its place. */
export type RuleSyntax = Joined | Negated | Comparison | Related | SegmentSyntax | Broken;

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
}

/** A name without an operator: with luck, a relation. */
export interface Related extends Piece {
  readonly kind: 'related';
  readonly name: Token;
  readonly no: Token | null;
  readonly where: RuleSyntax | null;
  readonly measures: readonly MeasureSyntax[];
}

export interface MeasureSyntax extends Piece {
  readonly measure: Token;
  readonly operator: Token;
  readonly number: Token;
}

export interface SegmentSyntax extends Piece {
  readonly kind: 'segment';
  readonly segment: Token;
}

/** Reported; the rest of the rule is still looked at. */
export interface Broken extends Piece {
  readonly kind: 'broken';
}
