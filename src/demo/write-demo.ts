import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { generateBatches } from './generate-demo.ts';
import type { DemoOptions } from './types.ts';

/** Where the demo went, and how much of it. */
interface WrittenDemo {
  records: { path: string; count: number };
  truth: { path: string; count: number };
}

const chunkLength = 1 << 18;

/** A file that takes objects as lines and makes the giver wait while the disk is behind. */
function openLines(path: string) {
  const stream: WriteStream = createWriteStream(path);
  const done = finished(stream);
  done.catch(() => {}); // reported by the next write or by close
  let text = '';
  let count = 0;
  const flush = async (): Promise<void> => {
    const chunk = text;
    text = '';
    if (stream.errored) throw stream.errored;
    if (chunk !== '' && !stream.write(chunk)) await once(stream, 'drain');
  };
  return {
    path,
    add(entries: readonly unknown[]): Promise<void> | null {
      for (const entry of entries) text += `${JSON.stringify(entry)}\n`;
      count += entries.length;
      return text.length < chunkLength ? null : flush();
    },
    async close(): Promise<{ path: string; count: number }> {
      await flush();
      stream.end();
      await done;
      return { path, count };
    },
    destroy: () => stream.destroy(),
  };
}

/**
 * Writes `demo.ndjson` (one record a line, ready to import) and `demo-truth.ndjson` into `directory`, which is made if
 * it is missing; files of these names are replaced.
 *
 * @throws RangeError for bad options (see `generateDemo`), or the file system's error.
 */
export async function writeDemo({ directory, ...options }: DemoOptions & { directory: string }): Promise<WrittenDemo> {
  const batches = generateBatches(options);
  await mkdir(directory, { recursive: true });
  const records = openLines(join(directory, 'demo.ndjson'));
  const truth = openLines(join(directory, 'demo-truth.ndjson'));
  try {
    for (const batch of batches) {
      const waits = [records.add(batch.records), truth.add(batch.truth)];
      if (waits.some((wait) => wait !== null)) await Promise.all(waits);
    }
    return { records: await records.close(), truth: await truth.close() };
  } catch (error) {
    records.destroy();
    truth.destroy();
    throw error;
  }
}
