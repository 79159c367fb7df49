import { fault, type TextReport } from './errors.ts';
import type { Piece } from './locate.ts';
import { readString } from './strings.ts';

export type TokenKind =
  | 'name'
  | 'parameter'
  | 'string'
  | 'number'
  | 'date'
  | 'operator'
  | 'punctuation'
  | 'broken'
  | 'end';

/**
 * text: of a string its content (NFKC), else as written. `broken` is a value that has been reported already.
 * A date is anything that looks like one; whether it is, is asked where its type is known.
 */
export interface Token extends Piece {
  readonly kind: TokenKind;
  readonly text: string;
}

const space = /(?:\s|\uFEFF|#[^\r\n]*)+/y;
const name = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const parameter = /\$[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const symbol = /!=|<=|>=|[=<>(),.%]/y;
const numeric = /-?[0-9](?:[\p{L}\p{N}_.:]|[-+/](?=[0-9]))*/uy;
const number = /^-?[0-9]+(?:\.[0-9]+)?$/;
const dateLike = /^[0-9]+[-/][0-9]+[-/][0-9]+|^[0-9]{4}[-/]/;
const strange = /[^\s\p{L}\p{N}_"#=<>(),.%]+|./suy;

/** What people write for our symbols: other languages' operators, and the full-width forms of Chinese keyboards. */
const lookalikes: readonly (readonly [written: string, meant: string])[] = [
  ['==', '='],
  ['<>', '!='],
  ['=<', '<='],
  ['=>', '>='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
  ['！＝', '!='],
  ['＜＝', '<='],
  ['＞＝', '>='],
  ['＝', '='],
  ['＜', '<'],
  ['＞', '>'],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['、', ','],
  ['。', '.'],
  ['．', '.'],
  ['％', '%'],
  ['&&', 'and'],
  ['||', 'or'],
];

/** Quotation marks that are not ours, with what closes them. */
const foreignQuotes: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '”',
  '＂': '＂',
  "'": "'",
  '‘': '’',
  '「': '」',
};

/** The tokens of a text, `end` last. Never gives up: what it cannot read is reported and passed over. */
export function readTokens(text: string, report: TextReport): Token[] {
  const tokens: Token[] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    const token = readToken(text, at, report);
    at = skip(text, token.end);
    if (token.kind !== 'punctuation' || token.text !== '') tokens.push(token);
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}

function skip(text: string, at: number): number {
  return at + match(space, text, at).length;
}

function readToken(text: string, at: number, report: TextReport): Token {
  const first = text[at] ?? '';
  if (first === '"') return readQuoted(text, at, report);
  if (Object.hasOwn(foreignQuotes, first)) return readForeignQuoted(text, at, foreignQuotes[first] ?? '', report);
  const digits = match(numeric, text, at);
  if (digits !== '') return readNumeric(digits, at, report);
  const word = match(name, text, at);
  if (word !== '') return { kind: 'name', text: word, start: at, end: at + word.length };
  const given = match(parameter, text, at);
  if (given !== '') return { kind: 'parameter', text: given.slice(1), start: at, end: at + given.length };
  return readSymbol(text, at, report);
}

/** string = '"' { character | '\"' | '\\' } '"'   on one line */
function readQuoted(text: string, start: number, report: TextReport): Token {
  let content = '';
  let at = start + 1;
  for (; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"') return stringToken(content, { start, end: at + 1 }, report);
    if (character === '\n' || character === '\r') break;
    if (character === '\\') {
      const escaped = text[at + 1] ?? '';
      if (escaped === '"' || escaped === '\\') {
        content += escaped;
        at += 1;
        continue;
      }
      const reason = '\\ may only stand before " or another \\';
      report.addFault({ start: at, end: at + 1 }, fault('INVALID_STRING', { reason }, ['\\\\']).fault);
    }
    content += character;
  }
  report.add({ start, end: at }, 'UNCLOSED_STRING', {});
  return { kind: 'broken', text: content, start, end: at };
}

/** Reported, then taken for a text in double quotes. */
function readForeignQuoted(text: string, start: number, close: string, report: TextReport): Token {
  const lineEnd = start + match(/[^\r\n]*/y, text, start).length;
  const closed = text.indexOf(close, start + 1);
  const end = closed === -1 || closed >= lineEnd ? lineEnd : closed + 1;
  report.add({ start, end: start + 1 }, 'UNEXPECTED_CHARACTER', { character: text[start] ?? '' }, ['"']);
  return { kind: 'broken', text: text.slice(start + 1, end - 1), start, end };
}

function stringToken(content: string, piece: Piece, report: TextReport): Token {
  const reading = readString(content);
  if ('value' in reading) return { kind: 'string', text: reading.value, ...piece };
  report.addFault(piece, reading.fault);
  return { kind: 'broken', text: content, ...piece };
}

/** number = [ '-' ] digits [ '.' digits ]; date = year '-' month '-' day [ 'T' time offset ] */
function readNumeric(digits: string, start: number, report: TextReport): Token {
  const piece = { start, end: start + digits.length };
  if (number.test(digits)) return { kind: 'number', text: digits, ...piece };
  if (dateLike.test(digits)) return { kind: 'date', text: digits, ...piece };
  const [, amount, unit] = /^([0-9]+)([a-z]+)$/i.exec(digits) ?? [];
  const meant = amount === undefined ? [] : [`${amount} ${unit}`];
  report.add(piece, 'INVALID_NUMBER', { found: digits, reason: 'this is neither a number nor a date' }, meant);
  return { kind: 'broken', text: digits, ...piece };
}

function readSymbol(text: string, start: number, report: TextReport): Token {
  const foreign = lookalikes.find(([written]) => text.startsWith(written, start));
  if (foreign !== undefined) {
    const [written, meant] = foreign;
    const piece = { start, end: start + written.length };
    report.add(piece, 'UNEXPECTED_CHARACTER', { character: written }, [meant]);
    return { kind: kindOfSymbol(meant), text: meant, ...piece };
  }
  const known = match(symbol, text, start);
  if (known !== '') return { kind: kindOfSymbol(known), text: known, start, end: start + known.length };
  const foreignDigits = match(/\p{N}+/uy, text, start);
  const unknown = foreignDigits || match(strange, text, start);
  const plain = unknown.normalize('NFKC');
  const piece = { start, end: start + unknown.length };
  report.add(piece, 'UNEXPECTED_CHARACTER', { character: unknown }, plain === unknown ? [] : [plain]);
  return foreignDigits === '' ? { kind: 'punctuation', text: '', ...piece } : { kind: 'broken', text: plain, ...piece };
}

function kindOfSymbol(text: string): TokenKind {
  if (/^[a-z]/.test(text)) return 'name';
  return /^[(),.%]$/.test(text) ? 'punctuation' : 'operator';
}

/** What a sticky expression matches at an offset; empty when it does not. */
function match(sticky: RegExp, text: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? '';
}
