import {
  acceptMark,
  acceptWord,
  advance,
  type Cursor,
  isMark,
  isStop,
  isWord,
  peek,
  previous,
  skipToStop,
  unexpected,
} from './cursor.ts';
import type { Token } from './lexer.ts';
import { parsePath } from './parse-comparison.ts';
import { isMeasure, parseMeasured, parseWhere, takesValue } from './parse-relation.ts';
import type { RuleSyntax } from './syntax.ts';

/** Whether `in top …` or `in bottom …` comes next. */
export function startsRank(cursor: Cursor): boolean {
  return isWord(peek(cursor), 'in') && isWord(peek(cursor, 1), 'top', 'bottom');
}

/**
 * rank = [ path ] "in" ( "top" | "bottom" ) ( number | $name ) [ "%" ] "by" ranked [ "among" "(" rule ")" ]   (the path has been read)
 * ranked = path | name [ "where" "(" rule ")" ] measure
 */
export function parseRank(
  cursor: Cursor,
  path: readonly Token[],
  parseGroup: (cursor: Cursor) => RuleSyntax,
): RuleSyntax {
  const word = advance(cursor);
  const start = path[0] ?? word;
  const side = advance(cursor).text.toLowerCase() === 'top' ? 'top' : 'bottom';
  const broken: RuleSyntax = { kind: 'broken', start: start.start, end: start.end };
  const refuse = (expected: string): RuleSyntax => {
    unexpected(cursor, expected);
    skipToStop(cursor);
    return broken;
  };
  if (!['number', 'parameter', 'broken'].includes(peek(cursor).kind)) return refuse('how many, such as 1000 or 10 %');
  const size = advance(cursor);
  const percent = acceptMark(cursor, '%') !== null;
  if (acceptWord(cursor, 'by') === null) return refuse('`by` and what they are ranked by');
  if (peek(cursor).kind !== 'name' || isStop(peek(cursor))) return refuse('a value or a relation with a measure');
  const by = parsePath(cursor);
  const where = by === null ? undefined : isWord(peek(cursor), 'among') ? null : parseWhere(cursor, parseGroup);
  if (by === null || where === undefined) {
    skipToStop(cursor);
    return broken;
  }
  const measure = isMeasure(cursor) ? advance(cursor) : null;
  const ofValue = measure !== null && takesValue(measure.text);
  const of = ofValue ? parseMeasured(cursor, measure) : null;
  if (ofValue && of === null) return broken;
  if (where !== null && measure === null) return refuse('a measure, such as `count` or `total`');
  let among: RuleSyntax | null = null;
  if (acceptWord(cursor, 'among')) {
    if (!isMark(peek(cursor), '(')) return refuse('`(` after `among`');
    among = parseGroup(cursor);
  }
  const end = previous(cursor)?.end ?? size.end;
  return { kind: 'rank', path, side, size, percent, by, where, measure, of, among, start: start.start, end };
}
