import { describe, expect, it } from 'vitest';
import { type Line, MAX_LINE_BYTES, readLines } from './read-lines.ts';

async function read(...chunks: (string | Uint8Array)[]): Promise<Line[]> {
  const lines: Line[] = [];
  async function* stream() {
    yield* chunks;
  }
  for await (const line of readLines(stream())) lines.push(line);
  return lines;
}

describe('reading lines', () => {
  it('numbers lines from 1, skips blank ones and needs no last newline', async () => {
    expect(await read('a\n\n  \nb')).toEqual([
      { number: 1, text: 'a', endOffset: 2 },
      { number: 4, text: 'b', endOffset: 7 },
    ]);
  });

  it('joins a line and a character that were cut apart', async () => {
    const bytes = Buffer.from('林\n');
    expect(await read(bytes.subarray(0, 2), bytes.subarray(2))).toEqual([{ number: 1, text: '林', endOffset: 4 }]);
  });

  it('reports a line that is too long and goes on after it', async () => {
    const long = 'x'.repeat(MAX_LINE_BYTES + 1);
    expect(await read(`${long}\nb\n`)).toEqual([
      { number: 1, text: null, endOffset: long.length + 1 },
      { number: 2, text: 'b', endOffset: long.length + 3 },
    ]);
  });
});
