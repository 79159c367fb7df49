import {
  acceptMark,
  acceptWord,
  advance,
  type Cursor,
  describe,
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
import { durationOf, readDuration, spellDuration } from './durations.ts';
import { fault } from './errors.ts';
import type { Token } from './lexer.ts';
import { operatorOfSign, operatorSpellings } from './operators.ts';
import { nearest } from './suggest.ts';
import type { RuleSyntax } from './syntax.ts';
import type { Operator } from './tree.ts';

const quantifiers: Readonly<Record<string, Operator>> = { any: 'hasAny', all: 'hasAll', none: 'hasNone' };
/** The words that an operator can begin with. */
export const operatorWords = [
  'in',
  'not',
  'contains',
  'starts',
  'is',
  'before',
  'after',
  'within',
  'anniversary',
  'has',
];

/** What stands after an operator. */
interface Operand {
  readonly values: readonly Token[];
  readonly duration: string | null;
  readonly other: readonly Token[] | null;
}

/** path = name { "." name } */
export function parsePath(cursor: Cursor): Token[] | null {
  const path = [advance(cursor)];
  while (acceptMark(cursor, '.')) {
    if (peek(cursor).kind !== 'name') {
      unexpected(cursor, 'a name after the dot');
      return null;
    }
    path.push(advance(cursor));
  }
  return path;
}

/** comparison = path operator ( value | path ) | … (each form is quoted at its operator below; the path has been read) */
export function parseComparison(cursor: Cursor, path: readonly Token[]): RuleSyntax {
  const start = path[0]?.start ?? 0;
  const first = peek(cursor);
  const operator = parseOperator(cursor, path);
  const operatorAt = { start: first.start, end: previous(cursor)?.end ?? first.end };
  const operand = operator === null ? null : parseOperand(cursor, operator);
  if (operator === null || operand === null) {
    skipToStop(cursor);
    return { kind: 'broken', start, end: first.end };
  }
  return { kind: 'comparison', path, operator, operatorAt, ...operand, start, end: previous(cursor)?.end ?? first.end };
}

/** "=" | "!=" | "<" | "<=" | ">" | ">=" | [ "not" ] "in" | [ "not" ] "within" | … */
function parseOperator(cursor: Cursor, path: readonly Token[]): Operator | null {
  const token = peek(cursor);
  const sign = token.kind === 'operator' ? operatorOfSign[token.text] : undefined;
  if (sign !== undefined) {
    advance(cursor);
    return sign;
  }
  if (!isWord(token, ...operatorWords)) return noOperator(cursor, path);
  switch (advance(cursor).text.toLowerCase()) {
    case 'not':
      return parseNegatedOperator(cursor, path);
    case 'starts':
      return expectWord(cursor, 'with') ? 'startsWith' : null;
    case 'is':
      return parsePresence(cursor);
    case 'anniversary':
      return expectWord(cursor, 'within') && expectWord(cursor, 'next') ? 'anniversaryWithin' : null;
    case 'has':
      return isWord(peek(cursor), ...Object.keys(quantifiers))
        ? (quantifiers[advance(cursor).text.toLowerCase()] ?? 'has')
        : 'has';
    default:
      return token.text.toLowerCase() as 'in' | 'contains' | 'before' | 'after' | 'within';
  }
}

/** [ "not" ] "in" | [ "not" ] "within"   ("not" has been read) */
function parseNegatedOperator(cursor: Cursor, path: readonly Token[]): Operator | null {
  if (acceptWord(cursor, 'in')) return 'notIn';
  if (acceptWord(cursor, 'within')) return 'notWithin';
  const token = peek(cursor);
  const meant = isWord(token, ...operatorWords) ? [`not ${spell(path)} ${token.text.toLowerCase()} …`] : [];
  unexpected(cursor, '`in` or `within` after `not`', meant);
  return null;
}

/** "is" [ "not" ] "known"   ("is" has been read) */
function parsePresence(cursor: Cursor): Operator | null {
  const not = acceptWord(cursor, 'not');
  if (acceptWord(cursor, 'known')) return not === null ? 'known' : 'unknown';
  const token = peek(cursor);
  const empty = isWord(token, 'null', 'empty', 'missing', 'unknown');
  const meant = empty ? `is ${not === null ? 'not ' : ''}known` : `${not === null ? '=' : '!='} ${spellValue(token)}`;
  unexpected(cursor, '`known`', isValue(token) ? [meant] : ['is known']);
  return null;
}

/** Whether a comparison can go on here. */
export function startsOperator(cursor: Cursor): boolean {
  return peek(cursor).kind === 'operator' || isWord(peek(cursor), ...operatorWords);
}

function noOperator(cursor: Cursor, path: readonly Token[]): null {
  const token = peek(cursor);
  if (isStop(token)) {
    const piece = { start: path[0]?.start ?? token.start, end: path.at(-1)?.end ?? token.end };
    cursor.report.add(piece, 'MISSING_OPERATOR', { path: spell(path) });
  } else {
    const meant = token.kind === 'name' ? nearest(token.text, operatorWords) : [];
    unexpected(cursor, `an operator after \`${spell(path)}\``, meant);
  }
  return null;
}

function parseOperand(cursor: Cursor, operator: Operator): Operand | null {
  const { operand } = operatorSpellings[operator];
  if (peek(cursor).kind === 'parameter' && operand !== 'nothing') {
    return { values: [advance(cursor)], duration: null, other: null };
  }
  switch (operatorSpellings[operator].operand) {
    case 'nothing':
      return { values: [], duration: null, other: null };
    case 'duration':
      return parseDuration(cursor, operator);
    case 'list':
      return parseList(cursor);
    case 'value':
      return isValue(peek(cursor)) ? parseValue(cursor) : unexpectedValue(cursor, operator);
  }
}

/** value = string | number | date | NAME | $name   (whether it fits is asked where the type is known) */
function isValue(token: Token): boolean {
  return !isStop(token) && token.kind !== 'punctuation' && token.kind !== 'operator';
}

/** value | path   (one name alone may be either: that is asked where the type is known) */
function parseValue(cursor: Cursor): Operand | null {
  const value = peek(cursor);
  if (value.kind !== 'name' || !isMark(peek(cursor, 1), '.'))
    return { values: [advance(cursor)], duration: null, other: null };
  const other = parsePath(cursor);
  return other === null ? null : { values: [value], duration: null, other };
}

function unexpectedValue(cursor: Cursor, operator: Operator): null {
  const meant: Partial<Record<Operator, string>> = { eq: 'in (…)', ne: 'not in (…)', has: 'has any (…)' };
  const forList = isMark(peek(cursor), '(') ? meant[operator] : undefined;
  unexpected(cursor, 'a value', forList === undefined ? [] : [forList]);
  return null;
}

/** "(" value { "," value } ")" */
function parseList(cursor: Cursor): Operand | null {
  const open = peek(cursor);
  if (!isMark(open, '(')) {
    unexpected(cursor, '`(` and a list of values', isValue(open) ? [`(${spellValue(open)})`] : []);
    return null;
  }
  advance(cursor);
  const values: Token[] = [];
  do {
    if (!isValue(peek(cursor))) {
      if (peek(cursor).kind === 'end') unclosed(cursor, open);
      else unexpected(cursor, 'a value');
      skipBrackets(cursor);
      return null;
    }
    values.push(advance(cursor));
  } while (acceptMark(cursor, ','));
  if (acceptMark(cursor, ')')) return { values, duration: null, other: null };
  if (isStop(peek(cursor))) {
    unclosed(cursor, open);
    return null;
  }
  unexpected(cursor, '`,` or `)`');
  skipBrackets(cursor);
  return null;
}

/** amount unit   (a duration that was reported is null) */
export function parseDuration(cursor: Cursor, operator: Operator): Operand | null {
  const amount = peek(cursor);
  const unit = peek(cursor, 1);
  if (amount.kind === 'number' && unit.kind === 'name' && !isStop(unit)) {
    advance(cursor);
    advance(cursor);
    const reading = durationOf(amount.text, unit.text);
    if ('value' in reading) return { values: [], duration: reading.value, other: null };
    cursor.report.addFault({ start: amount.start, end: unit.end }, reading.fault);
    return { values: [], duration: null, other: null };
  }
  if (amount.kind === 'broken') return { values: [advance(cursor)], duration: null, other: null };
  if (!isValue(amount)) return unexpectedValue(cursor, operator);
  const [, digits = '', word = ''] = /^([0-9]+) *([a-z]+)$/i.exec(amount.text) ?? [];
  const reading = word === '' ? readDuration(amount.text.toUpperCase()) : durationOf(digits, word);
  const meant = 'value' in reading ? [spellDuration(reading.value)] : [];
  const reason = 'write an amount and a unit, such as 6 months';
  cursor.report.addFault(amount, fault('INVALID_DURATION', { found: describe(amount), reason }, meant).fault);
  return null;
}

function expectWord(cursor: Cursor, word: string): boolean {
  if (acceptWord(cursor, word)) return true;
  unexpected(cursor, `\`${word}\``);
  return false;
}

function spell(path: readonly Token[]): string {
  return path.map((name) => name.text).join('.');
}

function spellValue(token: Token): string {
  return token.kind === 'string' ? `"${token.text}"` : token.text;
}
