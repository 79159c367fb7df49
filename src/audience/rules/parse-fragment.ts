import {
  acceptMark,
  acceptWord,
  advance,
  type Cursor,
  isMark,
  isWord,
  peek,
  skipToStop,
  unexpected,
} from './cursor.ts';
import type { Token } from './lexer.ts';
import type { GivenSyntax, RuleSyntax } from './syntax.ts';

/** Whether `matches "…"` comes next. */
export function startsMatches(cursor: Cursor): boolean {
  return isWord(peek(cursor), 'matches') && ['string', 'broken'].includes(peek(cursor, 1).kind);
}

/**
 * matches = [ path ] "matches" string [ "with" "(" name "=" given { "," name "=" given } ")" ]   (the path has been read)
 * given = string | number | date | NAME | "(" given { "," given } ")"
 */
export function parseMatches(cursor: Cursor, path: readonly Token[]): RuleSyntax {
  const word = advance(cursor);
  const start = (path[0] ?? word).start;
  const fragment = advance(cursor);
  const broken: RuleSyntax = { kind: 'broken', start, end: fragment.end };
  if (fragment.kind === 'broken') return broken;
  if (acceptWord(cursor, 'with') === null)
    return { kind: 'matches', path, fragment, values: [], start, end: fragment.end };
  const refuse = (expected: string): RuleSyntax => {
    unexpected(cursor, expected);
    skipToStop(cursor);
    if (isMark(peek(cursor), ')')) advance(cursor);
    return broken;
  };
  if (acceptMark(cursor, '(') === null) return refuse('`(` after `with`');
  const values: GivenSyntax[] = [];
  do {
    const name = peek(cursor);
    const isNew = values.every((value) => value.name.text !== name.text);
    if (name.kind !== 'name' || !isNew) return refuse('the name of another parameter of the fragment');
    advance(cursor);
    if (peek(cursor).text !== '=' || peek(cursor).kind !== 'operator') return refuse('`=` and a value');
    advance(cursor);
    const given = parseGiven(cursor);
    if (given === null) return refuse('a text, a number, or a list of them in brackets');
    values.push({ name, ...given });
  } while (acceptMark(cursor, ','));
  const end = peek(cursor);
  if (acceptMark(cursor, ')') === null) return refuse('`,` or `)`');
  return { kind: 'matches', path, fragment, values, start, end: end.end };
}

function parseGiven(cursor: Cursor): Omit<GivenSyntax, 'name'> | null {
  if (acceptMark(cursor, '(') === null)
    return isGiven(peek(cursor)) ? { values: [advance(cursor)], list: false } : null;
  const values: Token[] = [];
  do {
    if (!isGiven(peek(cursor))) return null;
    values.push(advance(cursor));
  } while (acceptMark(cursor, ','));
  return acceptMark(cursor, ')') === null ? null : { values, list: true };
}

const isGiven = ({ kind }: Token) => kind === 'string' || kind === 'number' || kind === 'date' || kind === 'name';
