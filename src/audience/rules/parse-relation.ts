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
import type { Piece } from './locate.ts';
import { measuredFields, measureNames } from './operators.ts';
import { operatorWords, parseDuration, parsePath } from './parse-comparison.ts';
import { nearest } from './suggest.ts';
import type { MeasureSyntax, RuleSyntax, StepSyntax } from './syntax.ts';
import type { MeasureName } from './tree.ts';

/** relation = [ "no" ] path [ "where" "(" rule ")" ] { measure operator number }   ("no" and the path have been read) */
export function parseRelation(
  cursor: Cursor,
  no: Token | null,
  path: readonly Token[],
  parseGroup: (cursor: Cursor) => RuleSyntax,
): RuleSyntax {
  const name = path.at(-1) as Token;
  const start = no?.start ?? path[0]?.start ?? name.start;
  const where = parseWhere(cursor, parseGroup);
  if (where === undefined) return { kind: 'broken', start, end: name.end };
  if (isWord(peek(cursor), 'then') && no === null) {
    return parseSequence(cursor, { path, where, absent: false, within: null }, parseGroup);
  }
  const measures: MeasureSyntax[] = [];
  while (isMeasure(cursor) || looksLikeMeasure(cursor)) {
    const measure = parseMeasure(cursor);
    if (measure === null) return { kind: 'broken', start, end: name.end };
    measures.push(measure);
  }
  const last: Piece = cursor.tokens[cursor.at - 1] ?? name;
  return { kind: 'related', no, path, where, measures, start, end: last.end };
}

/** [ "where" "(" rule ")" ]   (undefined when it was reported) */
export function parseWhere(cursor: Cursor, parseGroup: (cursor: Cursor) => RuleSyntax): RuleSyntax | null | undefined {
  if (!startsWhere(cursor)) return null;
  acceptWhere(cursor);
  if (isMark(peek(cursor), '(')) return parseGroup(cursor);
  unexpected(cursor, '`(` after `where`');
  skipToStop(cursor);
  return undefined;
}

/**
 * sequence = step "then" step { "then" step }
 * step = [ "no" ] name [ "where" "(" rule ")" ] [ "within" ( amount unit | $name ) ]   (the first step has been read)
 */
function parseSequence(cursor: Cursor, first: StepSyntax, parseGroup: (cursor: Cursor) => RuleSyntax): RuleSyntax {
  const start = first.path[0]?.start ?? 0;
  const steps = [first];
  const broken: RuleSyntax = { kind: 'broken', start, end: first.path.at(-1)?.end ?? start };
  while (acceptWord(cursor, 'then')) {
    if (steps.at(-1)?.absent) cursor.report.add(previous(cursor) ?? peek(cursor), 'SEQUENCE_GOES_ON', {});
    const no = acceptWord(cursor, 'no');
    if (peek(cursor).kind !== 'name' || isStop(peek(cursor))) {
      unexpected(cursor, 'events, orders or purchases after `then`');
      skipToStop(cursor);
      return broken;
    }
    const name = advance(cursor);
    const where = parseWhere(cursor, parseGroup);
    if (where === undefined) return broken;
    const within = acceptWord(cursor, 'within') === null ? null : parseSpan(cursor);
    if (within === undefined) {
      skipToStop(cursor);
      return broken;
    }
    steps.push({ path: [name], where, absent: no !== null, within });
  }
  return { kind: 'sequence', steps, start, end: previous(cursor)?.end ?? start };
}

/** amount unit | $name   (undefined when it was reported) */
function parseSpan(cursor: Cursor): string | undefined {
  if (peek(cursor).kind === 'parameter') return `$${advance(cursor).text}`;
  return parseDuration(cursor, 'within')?.duration ?? undefined;
}

/** Whether what follows a name makes it a relation rather than a comparison. */
export function startsRelation(cursor: Cursor): boolean {
  return (
    isStop(peek(cursor)) ||
    isWord(peek(cursor), 'then') ||
    startsWhere(cursor) ||
    isMeasure(cursor) ||
    looksLikeMeasure(cursor)
  );
}

/** Whether a measure comes next. */
export function isMeasure(cursor: Cursor): boolean {
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

/** A name where only a measure could be, before a sign of comparison (`counts >= 3`) or a value's name (`summ total`). */
function looksLikeMeasure(cursor: Cursor): boolean {
  const [token, next] = [peek(cursor), peek(cursor, 1)];
  const ofValue = next.kind === 'name' && !isStop(next) && !isWord(token, ...operatorWords);
  if (token.kind !== 'name' || isStop(token) || !(next.kind === 'operator' || ofValue)) return false;
  return meantMeasures(token).some((name) => next.kind === 'operator' || takesValue(name));
}

/** What other languages call our measures. */
const foreignMeasures: Readonly<Partial<Record<string, MeasureName>>> = {
  avg: 'average',
  mean: 'average',
  min: 'minimum',
  max: 'maximum',
  unique: 'distinct',
};

function meantMeasures(token: Token): readonly MeasureName[] {
  const foreign = foreignMeasures[token.text.toLowerCase()];
  return foreign === undefined ? (nearest(token.text, measureNames) as MeasureName[]) : [foreign];
}

/** Whether a measure is of a value: `sum total`. */
export const takesValue = (name: string): boolean => measuredFields[name.toLowerCase() as MeasureName] !== undefined;

/**
 * measure = "count" | "total" | "quantity" | "share" | figure path
 * figure = "sum" | "average" | "minimum" | "maximum" | "distinct"   (then an operator and a number, of a share with a %)
 */
function parseMeasure(cursor: Cursor): MeasureSyntax | null {
  const [meant = peek(cursor).text] = isMeasure(cursor) ? [] : meantMeasures(peek(cursor));
  if (!isMeasure(cursor)) {
    unexpected(cursor, 'a measure, `and`, `or` or the end of the rule', meantMeasures(peek(cursor)));
  }
  const measure = advance(cursor);
  const of = takesValue(meant) ? parseMeasured(cursor, measure) : null;
  if (of === null && takesValue(meant)) return null;
  if (peek(cursor).kind === 'operator') {
    const operator = advance(cursor);
    const token = peek(cursor);
    if (token.kind === 'number' || token.kind === 'parameter' || token.kind === 'broken') {
      const number = advance(cursor);
      const percent = acceptMark(cursor, '%');
      return {
        measure,
        of,
        operator,
        number,
        percent: percent !== null,
        start: measure.start,
        end: percent?.end ?? token.end,
      };
    }
    unexpected(cursor, 'a number');
  } else {
    unexpected(cursor, 'a sign of comparison, such as `>=`');
  }
  skipToStop(cursor);
  return null;
}

/** The value that is summed, averaged, … */
export function parseMeasured(cursor: Cursor, measure: Token): Token[] | null {
  if (peek(cursor).kind === 'name' && !isStop(peek(cursor))) {
    const path = parsePath(cursor);
    if (path !== null) return path;
  } else {
    unexpected(cursor, `the name of a value after \`${measure.text}\``);
  }
  skipToStop(cursor);
  return null;
}
