import { ruleLimits } from './limits.ts';
import { locate, type Piece, type TextLocation } from './locate.ts';
import { messageOf, type RuleErrorCode, type RuleErrorParameters } from './messages.ts';
import type { Rule } from './tree.ts';

interface Problem {
  /** Stable and machine-readable; see `messages.ts`. */
  readonly code: RuleErrorCode;
  readonly message: string;
  /** What could be written instead, best first. */
  readonly suggestions: readonly string[];
}

/** What is wrong in rule text, and where. */
export interface TextRuleError extends Problem, TextLocation {
  readonly path?: undefined;
}

/** What is wrong in a filter; path leads to it: `['and', '0', 'totalSpent', 'gte']`. */
export interface FilterRuleError extends Problem {
  readonly path: readonly string[];
  readonly line?: undefined;
  readonly column?: undefined;
  readonly length?: undefined;
  readonly excerpt?: undefined;
}

export type RuleError = TextRuleError | FilterRuleError;

/** A rule, or all that is wrong with it (at least one error). */
export type RuleResult<E extends RuleError = RuleError> =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly errors: readonly E[] };

/** What a reader of values found wrong, before it is known where. */
export interface Fault<C extends RuleErrorCode = RuleErrorCode> {
  readonly code: C;
  readonly parameters: RuleErrorParameters<C>;
  readonly suggestions?: readonly string[];
}

/** Either the value that was read, or why it cannot be. */
export type Reading<T> = { readonly value: T } | { readonly fault: Fault };

export function fault<C extends RuleErrorCode>(
  code: C,
  parameters: RuleErrorParameters<C>,
  suggestions: readonly string[] = [],
): { readonly fault: Fault } {
  // A union of codes cannot be correlated with its parameters; the signature has checked them.
  return { fault: { code, parameters, suggestions } as unknown as Fault };
}

/** Gathers what is wrong, wherever `W` says it is. */
export interface Report<W> {
  readonly add: <C extends RuleErrorCode>(
    where: W,
    code: C,
    parameters: RuleErrorParameters<C>,
    suggestions?: readonly string[],
  ) => void;
  readonly addFault: (where: W, found: Fault) => void;
}

interface Reported extends Problem, Piece {}

/** Errors of a text. Of several at one place only the first is kept: the others follow from it. */
export interface TextReport extends Report<Piece> {
  readonly errors: () => TextRuleError[];
  /** Whether as much was reported as will be shown, so that hints need not be looked for. */
  readonly isFull: () => boolean;
  /** Whether something of this code was reported at or after an offset. */
  readonly hasFrom: (code: RuleErrorCode, start: number) => boolean;
}

export function createTextReport(text: string): TextReport {
  const reported = new Map<number, Reported>();
  const report: TextReport = {
    add: ({ start, end }, code, parameters, suggestions = []) => {
      if (reported.has(start) || report.isFull()) return;
      reported.set(start, { code, message: messageOf(code, parameters, suggestions), suggestions, start, end });
    },
    addFault: (piece, { code, parameters, suggestions }) => report.add(piece, code, parameters, suggestions),
    errors: () =>
      [...reported.values()]
        .sort((a, b) => a.start - b.start)
        .map(({ code, message, suggestions, ...piece }) => ({ code, message, suggestions, ...locate(text, piece) })),
    isFull: () => reported.size >= ruleLimits.errors,
    hasFrom: (code, start) => [...reported.values()].some((error) => error.code === code && error.start >= start),
  };
  return report;
}

export interface FilterReport extends Report<readonly string[]> {
  readonly errors: () => FilterRuleError[];
}

export function createFilterReport(): FilterReport {
  const errors: FilterRuleError[] = [];
  const report: FilterReport = {
    add: (path, code, parameters, suggestions = []) => {
      if (errors.length >= ruleLimits.errors) return;
      errors.push({ code, message: messageOf(code, parameters, suggestions), suggestions, path });
    },
    addFault: (path, { code, parameters, suggestions }) => report.add(path, code, parameters, suggestions),
    errors: () => errors,
  };
  return report;
}
