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
  skipBrackets,
  skipToStop,
  unclosed,
  unexpected,
} from './cursor.ts';
import type { TextReport } from './errors.ts';
import type { Token } from './lexer.ts';
import { ruleLimits } from './limits.ts';
import { parseComparison, parsePath, startsOperator } from './parse-comparison.ts';
import { parseMatches, startsMatches } from './parse-fragment.ts';
import { parseRank, startsRank } from './parse-rank.ts';
import { parseRelation, startsRelation } from './parse-relation.ts';
import { editDistance, nearest } from './suggest.ts';
import type { Broken, RuleSyntax } from './syntax.ts';

/** Reads a whole text. What cannot be read is reported and becomes a broken part, so that the rest is read as well. */
export function parseSyntax(tokens: readonly Token[], report: TextReport): RuleSyntax {
  const cursor: Cursor = { tokens, report, at: 0, depth: 0 };
  const rules = [parseRule(cursor)];
  while (peek(cursor).kind !== 'end') {
    // Only a closing bracket ends a rule early.
    unexpected(cursor, '`and`, `or` or the end of the rule');
    const extra = advance(cursor);
    rules.push(broken(extra));
    if (isWord(peek(cursor), 'and', 'or')) advance(cursor);
    if (!isStop(peek(cursor))) rules.push(parseRule(cursor));
  }
  return join('and', rules);
}

/** rule = conjunct { "or" conjunct } */
function parseRule(cursor: Cursor): RuleSyntax {
  const parts = [parseConjunct(cursor)];
  while (acceptWord(cursor, 'or')) parts.push(parseConjunct(cursor));
  return join('or', parts);
}

/** conjunct = term { "and" term } */
function parseConjunct(cursor: Cursor): RuleSyntax {
  const parts = [parseTerm(cursor)];
  while (acceptWord(cursor, 'and') || acceptMissingAnd(cursor)) parts.push(parseTerm(cursor));
  return join('and', parts);
}

/** Where `and` or `or` should stand: reports what does, and says whether it looks like one more term. */
function acceptMissingAnd(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (isStop(token)) return false;
  const meant = ['and', 'or'].filter((word) => token.kind === 'name' && isTypingError(token.text, word));
  unexpected(cursor, '`and`, `or` or the end of the rule', meant);
  if (meant.length > 0) advance(cursor);
  else if (token.kind !== 'name' && !isMark(token, '(')) skipToStop(cursor);
  return !isStop(peek(cursor)) || acceptWord(cursor, 'and') !== null;
}

/** `adn`, `andd`; but two letters of `or` are too few for one of them to be wrong. */
function isTypingError(text: string, word: string): boolean {
  return text.length > 2 && editDistance(text.toLowerCase(), word) === 1;
}

/** term = [ "not" ] ( "(" rule ")" | condition ) */
function parseTerm(cursor: Cursor): RuleSyntax {
  const not = acceptWord(cursor, 'not');
  if (not === null) return parsePositive(cursor);
  if (isWord(peek(cursor), 'not')) unexpected(cursor, 'a condition or an opening bracket', ['not (not …)']);
  while (isWord(peek(cursor), 'not')) advance(cursor);
  const part = parsePositive(cursor);
  return { kind: 'not', part, start: not.start, end: part.end };
}

function parsePositive(cursor: Cursor): RuleSyntax {
  const token = peek(cursor);
  if (isStop(token)) return missingTerm(cursor, token);
  if (isMark(token, '(')) return parseGroup(cursor);
  if (token.kind === 'name') return parseCondition(cursor);
  unexpected(cursor, 'a condition');
  skipToStop(cursor);
  return broken(token);
}

/** "(" rule ")" */
function parseGroup(cursor: Cursor): RuleSyntax {
  const open = advance(cursor);
  if (cursor.depth + 1 >= ruleLimits.depth) {
    cursor.report.add(open, 'RULE_TOO_DEEP', {});
    skipBrackets(cursor);
    return broken(open);
  }
  cursor.depth += 1;
  const rule = parseRule(cursor);
  cursor.depth -= 1;
  if (acceptMark(cursor, ')') === null) unclosed(cursor, open);
  return rule;
}

/** condition = relation | sequence | rank | comparison | matches | [ path ] "in" "segment" string */
function parseCondition(cursor: Cursor): RuleSyntax {
  const first = peek(cursor);
  if (startsRank(cursor)) return parseRank(cursor, [], parseGroup);
  if (startsMatches(cursor)) return parseMatches(cursor, []);
  if (isWord(first, 'in')) return parseSegment(cursor, []);
  const no = isWord(first, 'no') && peek(cursor, 1).kind === 'name' ? advance(cursor) : null;
  const path = parsePath(cursor);
  if (path === null) {
    skipToStop(cursor);
    return broken(first);
  }
  if (no === null && startsRank(cursor)) return parseRank(cursor, path, parseGroup);
  if (no === null && startsMatches(cursor)) return parseMatches(cursor, path);
  if (no === null && isWord(peek(cursor), 'in') && isWord(peek(cursor, 1), 'segment')) {
    return parseSegment(cursor, path);
  }
  const compared = no === null ? !startsRelation(cursor) : startsOperator(cursor);
  if (!compared) return parseRelation(cursor, no, path, parseGroup);
  if (no !== null) cursor.report.add(no, 'NOT_A_RELATION', { path: path.map((part) => part.text).join('.') });
  return parseComparison(cursor, path);
}

/** "in" "segment" string   (the path has been read) */
function parseSegment(cursor: Cursor, path: readonly Token[]): RuleSyntax {
  const word = advance(cursor);
  const start = path[0] ?? word;
  if (acceptWord(cursor, 'segment')) {
    const token = peek(cursor);
    if (token.kind === 'string')
      return { kind: 'segment', path, segment: advance(cursor), start: start.start, end: token.end };
    if (token.kind === 'broken') return broken(advance(cursor));
    const meant = token.kind === 'name' && !isStop(token) ? [`"${token.text}"`] : [];
    unexpected(cursor, "the segment's name or id in double quotes", meant);
  } else {
    unexpected(cursor, '`segment` after `in`', nearest(peek(cursor).text, ['segment']));
  }
  skipToStop(cursor);
  return broken(start);
}

function missingTerm(cursor: Cursor, found: Token): Broken {
  const before = previous(cursor);
  if (before !== undefined && isMark(before, '(') && isMark(found, ')')) {
    const piece = { start: before.start, end: found.end };
    cursor.report.add(piece, 'MISSING_TERM', { side: 'inside', of: 'the brackets' });
  } else if (before !== undefined) {
    cursor.report.add(before, 'MISSING_TERM', { side: 'after', of: `\`${before.text}\`` });
  } else {
    cursor.report.add(found, 'MISSING_TERM', { side: 'before', of: `\`${found.text}\`` });
  }
  return broken(found);
}

function join(kind: 'and' | 'or', parts: readonly RuleSyntax[]): RuleSyntax {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const first = flat[0] as RuleSyntax;
  const last = flat.at(-1) as RuleSyntax;
  return flat.length === 1 ? first : { kind, parts: flat, start: first.start, end: last.end };
}

function broken({ start, end }: Token): Broken {
  return { kind: 'broken', start, end };
}
