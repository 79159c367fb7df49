import { TextDecoder } from 'node:util';

/** One line of an NDJSON stream; `text` is null when the line was longer than the limit and was skipped. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string | null;
  /** Bytes of the stream up to and including this line, for resuming. */
  readonly endOffset: number;
}

/** How far a stream has been read: lines and bytes. */
export interface StreamPosition {
  readonly line: number;
  readonly offset: number;
}

/** A record is a few hundred bytes; a line beyond this is not one. */
export const MAX_LINE_BYTES = 4 * 1024 * 1024;
const NEWLINE = 10;

/**
 * Cuts a stream of bytes into lines with flat memory. Blank lines are counted and skipped; a byte order mark is dropped.
 * Bytes that are not UTF-8 become U+FFFD and are kept, so that the faulty line can be reported.
 * @param start what came before the first chunk, when a file is read from the middle
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string>,
  start: StreamPosition = { line: 0, offset: 0 },
): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8');
  let pieces: Uint8Array[] = [];
  let held = 0;
  let number = start.line;
  let offset = start.offset;
  let tooLong = false;

  function* finish(): Generator<Line> {
    number += 1;
    const text = tooLong ? null : decoder.decode(Buffer.concat(pieces));
    pieces = [];
    held = 0;
    tooLong = false;
    if (text === null || text.trim() !== '') yield { number, text, endOffset: offset };
  }

  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      hold(bytes.subarray(from, at));
      offset += at + 1 - from;
      from = at + 1;
      yield* finish();
    }
    hold(bytes.subarray(from));
    offset += bytes.length - from;
  }
  if (held > 0 || tooLong) yield* finish();

  function hold(piece: Uint8Array) {
    if (tooLong || piece.length === 0) return;
    held += piece.length;
    if (held > MAX_LINE_BYTES) {
      tooLong = true;
      pieces = [];
    } else pieces.push(piece);
  }
}
