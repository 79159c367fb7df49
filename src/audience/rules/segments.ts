import { isWord } from './cursor.ts';
import { createFilterReport, createTextReport, type RuleError } from './errors.ts';
import { asList, isObject } from './json.ts';
import { readTokens, type Token } from './lexer.ts';
import { locate, type Piece, type TextLocation } from './locate.ts';
import { nearest } from './suggest.ts';

/** Where a rule came from: the text or the filter as given. */
export type RuleSource = { readonly text: string } | { readonly filter: unknown };

/** Where a text says `in segment "…"` of this id or name; null when it does not. */
export function locateSegment(text: string, segment: string): TextLocation | null {
  const piece = findInText(text, segment);
  return piece === null ? null : locate(text, piece);
}

/** A segment that nobody has saved, marked where the rule names it. `known`: names that may have been meant. */
export function unknownSegmentError(segment: string, known: readonly string[], source: RuleSource): RuleError {
  return segmentError('UNKNOWN_SEGMENT', segment, { segment }, nearest(segment, known), source);
}

/** A segment that would contain itself, by way of `segments` (from it back to it), marked where the rule enters the way. */
export function segmentCycleError(segment: string, segments: readonly string[], source: RuleSource): RuleError {
  return segmentError('SEGMENT_CYCLE', segment, { segments }, [], source);
}

function segmentError(
  code: 'UNKNOWN_SEGMENT' | 'SEGMENT_CYCLE',
  segment: string,
  parameters: { readonly segment: string } | { readonly segments: readonly string[] },
  suggestions: readonly string[],
  source: RuleSource,
): RuleError {
  if ('text' in source) {
    const report = createTextReport(source.text);
    report.add(findInText(source.text, segment) ?? { start: 0, end: 0 }, code, parameters as never, suggestions);
    return report.errors()[0] as RuleError;
  }
  const report = createFilterReport();
  report.add(findInFilter(source.filter, segment.normalize('NFKC')) ?? [], code, parameters as never, suggestions);
  return report.errors()[0] as RuleError;
}

function findInText(text: string, segment: string): Piece | null {
  const tokens = readTokens(text, createTextReport(text));
  const wanted = segment.normalize('NFKC');
  const index = tokens.findIndex(
    (token, at) =>
      isWord(token, 'in') && isWord(tokens[at + 1] as Token, 'segment') && isString(tokens[at + 2], wanted),
  );
  return index === -1 ? null : { start: tokens[index]?.start ?? 0, end: tokens[index + 2]?.end ?? 0 };
}

function isString(token: Token | undefined, text: string): boolean {
  return token?.kind === 'string' && token.text === text;
}

/** `inSegment` stands only at the customer's own level, so only and, or and not lead to it. */
function findInFilter(filter: unknown, segment: string): string[] | null {
  if (!isObject(filter)) return null;
  if (typeof filter.inSegment === 'string' && filter.inSegment.normalize('NFKC') === segment) return ['inSegment'];
  for (const word of ['and', 'or', 'not']) {
    if (filter[word] == null) continue;
    for (const [index, element] of asList(filter[word]).entries()) {
      const found = findInFilter(element, segment);
      if (found !== null) return Array.isArray(filter[word]) ? [word, String(index), ...found] : [word, ...found];
    }
  }
  return null;
}
