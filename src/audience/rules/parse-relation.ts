import { acceptWord, advance, type Cursor, isMark, isStop, isWord, peek, skipToStop, unexpected } from './cursor.ts';
import type { Token } from './lexer.ts';
import type { Piece } from './locate.ts';
import { measureNames } from './operators.ts';
import { nearest } from './suggest.ts';
import type { MeasureSyntax, RuleSyntax } from './syntax.ts';

/** relation = [ "no" ] name [ "where" "(" rule ")" ] { measure operator number }   ("no" and name have been read) */
export function parseRelation(
  cursor: Cursor,
  no: Token | null,
  name: Token,
  parseGroup: (cursor: Cursor) => RuleSyntax,
): RuleSyntax {
  let where: RuleSyntax | null = null;
  const start = no?.start ?? name.start;
  if (startsWhere(cursor)) {
    acceptWhere(cursor);
    if (!isMark(peek(cursor), '(')) {
      unexpected(cursor, '`(` after `where`');
      skipToStop(cursor);
      return { kind: 'broken', start, end: name.end };
    }
    where = parseGroup(cursor);
  }
  const measures: MeasureSyntax[] = [];
  while (isMeasure(cursor) || looksLikeMeasure(cursor)) {
    const measure = parseMeasure(cursor);
    if (measure === null) return { kind: 'broken', start, end: name.end };
    measures.push(measure);
  }
  const last: Piece = cursor.tokens[cursor.at - 1] ?? name;
  return { kind: 'related', no, name, where, measures, start, end: last.end };
}

/** Whether what follows a name makes it a relation rather than a comparison. */
export function startsRelation(cursor: Cursor): boolean {
  return isStop(peek(cursor)) || startsWhere(cursor) || isMeasure(cursor) || looksLikeMeasure(cursor);
}

function isMeasure(cursor: Cursor): boolean {
  return isWord(peek(cursor), ...measureNames);
}

/** `where (`, or what must have been meant by it: `wher (`, or a bracket alone. */
function startsWhere(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (isWord(token, 'where') || isMark(token, '(')) return true;
  return token.kind === 'name' && isMark(peek(cursor, 1), '(') && nearest(token.text, ['where']).length > 0;
}

function acceptWhere(cursor: Cursor): void {
  if (acceptWord(cursor, 'where')) return;
  unexpected(cursor, '`where` before the bracket', ['where']);
  if (peek(cursor).kind === 'name') advance(cursor);
}

/** A name before a sign of comparison, where only a measure could be: `counts >= 3`. */
function looksLikeMeasure(cursor: Cursor): boolean {
  const token = peek(cursor);
  return token.kind === 'name' && peek(cursor, 1).kind === 'operator' && meantMeasures(token).length > 0;
}

function meantMeasures(token: Token): string[] {
  return nearest(token.text, measureNames);
}

/** measure operator number */
function parseMeasure(cursor: Cursor): MeasureSyntax | null {
  if (!isMeasure(cursor)) {
    unexpected(cursor, 'a measure, `and`, `or` or the end of the rule', meantMeasures(peek(cursor)));
  }
  const measure = advance(cursor);
  if (peek(cursor).kind === 'operator') {
    const operator = advance(cursor);
    const token = peek(cursor);
    if (token.kind === 'number' || token.kind === 'broken') {
      return { measure, operator, number: advance(cursor), start: measure.start, end: token.end };
    }
    unexpected(cursor, 'a number');
  } else {
    unexpected(cursor, 'a sign of comparison, such as `>=`');
  }
  skipToStop(cursor);
  return null;
}
