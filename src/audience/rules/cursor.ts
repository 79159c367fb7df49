import type { TextReport } from './errors.ts';
import type { Token } from './lexer.ts';

/** A place in the tokens, and where to say what is wrong there. */
export interface Cursor {
  readonly tokens: readonly Token[];
  readonly report: TextReport;
  /** Index of the token to read next. */
  at: number;
  /** Brackets open here. */
  depth: number;
}

/** The token to read next, or one further on. */
export function peek(cursor: Cursor, ahead = 0): Token {
  return (cursor.tokens[cursor.at + ahead] ?? cursor.tokens.at(-1)) as Token;
}

export function previous(cursor: Cursor): Token | undefined {
  return cursor.tokens[cursor.at - 1];
}

/** Reads one token; the end stays. */
export function advance(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== 'end') cursor.at += 1;
  return token;
}

/** Keywords are words in their places, in any case: `WHERE` is `where`. */
export function isWord(token: Token, ...words: readonly string[]): boolean {
  return token.kind === 'name' && words.includes(token.text.toLowerCase());
}

export function isMark(token: Token, mark: string): boolean {
  return token.kind === 'punctuation' && token.text === mark;
}

export function acceptWord(cursor: Cursor, word: string): Token | null {
  return isWord(peek(cursor), word) ? advance(cursor) : null;
}

export function acceptMark(cursor: Cursor, mark: string): Token | null {
  return isMark(peek(cursor), mark) ? advance(cursor) : null;
}

/** Where a term ends, come what may: `and`, `or`, a closing bracket, the end. */
export function isStop(token: Token): boolean {
  return token.kind === 'end' || isWord(token, 'and', 'or') || isMark(token, ')');
}

/** Passes over what cannot be read, brackets and all, up to the next stop. */
export function skipToStop(cursor: Cursor): void {
  while (!isStop(peek(cursor))) {
    if (isMark(advance(cursor), '(')) skipBrackets(cursor);
  }
}

/** Passes over the rest of a bracket whose `(` has been read, its `)` included. */
export function skipBrackets(cursor: Cursor): void {
  for (let open = 1; open > 0 && peek(cursor).kind !== 'end'; ) {
    const token = advance(cursor);
    if (isMark(token, '(')) open += 1;
    if (isMark(token, ')')) open -= 1;
  }
}

/** Reports what stands here instead of what was expected. */
export function unexpected(cursor: Cursor, expected: string, suggestions: readonly string[] = []): void {
  const token = peek(cursor);
  // The end may be lines away, behind comments: right after the last word is where something is missing.
  const last = previous(cursor);
  const piece = token.kind === 'end' && last !== undefined ? { start: last.end, end: last.end } : token;
  cursor.report.add(piece, 'UNEXPECTED_TOKEN', { expected, found: describe(token) }, suggestions);
}

/** Reports a bracket without its end, unless a text without its end has swallowed it. */
export function unclosed(cursor: Cursor, open: Token): void {
  if (!cursor.report.hasFrom('UNCLOSED_STRING', open.start)) cursor.report.add(open, 'UNCLOSED_BRACKET', {});
}

/** How messages speak of a token. */
export function describe(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'the end of the rule';
    case 'string':
      return `the text "${token.text}"`;
    case 'number':
      return `the number ${token.text}`;
    case 'parameter':
      return `\`$${token.text}\``;
    case 'date':
      return `the date ${token.text}`;
    default:
      return `\`${token.text}\``;
  }
}
