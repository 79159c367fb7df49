/** A stretch of source text, by offsets; end is excluded. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Where a piece of text stands. Line and column count from 1, column and length in UTF-16 units, as editors do. */
export interface TextLocation {
  readonly line: number;
  readonly column: number;
  /** At least 1, also at the end of a line; never beyond the line. */
  readonly length: number;
  /** The source line (cut to what is near, if long), and below it carets under the piece. */
  readonly excerpt: string;
}

const lineBreak = /\r\n|\n|\r/g;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
/** Source shown to each side of a piece in a long line. */
const around = 60;

/** Line, column and excerpt of a piece; of a piece over several lines, its part in the first. */
export function locate(text: string, piece: Piece): TextLocation {
  let line = 1;
  let lineStart = 0;
  let lineEnd = text.length;
  for (const match of text.matchAll(lineBreak)) {
    if (match.index >= piece.start) {
      lineEnd = match.index;
      break;
    }
    line += 1;
    lineStart = match.index + match[0].length;
  }
  // Between \r and \n there is no place of its own.
  const start = Math.max(piece.start, lineStart) - lineStart;
  const length = Math.max(1, Math.min(piece.end, lineEnd) - lineStart - start);
  return { line, column: start + 1, length, excerpt: drawExcerpt(text.slice(lineStart, lineEnd), start, length) };
}

function drawExcerpt(line: string, start: number, length: number): string {
  const from = line.length > 2 * around && start > around ? start - around : 0;
  const to = line.length > from + 2 * around ? Math.min(line.length, start + around) : line.length;
  const before = `${from > 0 ? '…' : ''}${line.slice(from, start)}`;
  const marked = line.slice(start, Math.min(to, start + length));
  const after = `${line.slice(start + marked.length, to)}${to < line.length ? '…' : ''}`;
  return `${before}${marked}${after}\n${blank(before)}${'^'.repeat(Math.max(1, cells(marked)))}`;
}

/** White space as wide as the text above it: a Chinese character takes two cells. */
function blank(text: string): string {
  return [...text].map((character) => (character === '\t' ? '\t' : wide.test(character) ? '\u3000' : ' ')).join('');
}

function cells(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}
