import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const shape = z.object({
  file: z.string(),
  bytes: z.number(),
  changedAt: z.number(),
  line: z.number(),
  offset: z.number(),
});

/** How far a file is in the graph. */
export type Committed = Pick<z.infer<typeof shape>, 'line' | 'offset'>;

/** Remembers how far the import of one file came, so that an interrupted one goes on where it stopped. */
export interface ImportProgress {
  readonly bytes: number;
  /** Where to go on; the beginning when the file was never imported, or has changed since. */
  readonly start: Committed;
  save(committed: Committed): Promise<void>;
  finish(): Promise<void>;
}

/**
 * Opens the memory of a file's import in DATA_DIR.
 * @param file path of the import file; the same path, size and time of change make it the same file
 */
export async function openProgress(dataDir: string, file: string, graph: string): Promise<ImportProgress> {
  const path = resolve(file);
  const { size, mtimeMs } = await stat(path);
  const name = createHash('sha1').update(`${graph}\n${path}`).digest('hex').slice(0, 16);
  const memory = join(dataDir, 'imports', `${name}.json`);
  const identity = { file: path, bytes: size, changedAt: mtimeMs };
  const text = await readFile(memory, 'utf8').catch(() => 'null');
  const saved = shape.safeParse(parse(text)).data;
  const same = saved?.file === path && saved.bytes === size && saved.changedAt === mtimeMs;
  return {
    bytes: size,
    start: same ? { line: saved.line, offset: saved.offset } : { line: 0, offset: 0 },
    async save(committed) {
      await mkdir(dirname(memory), { recursive: true });
      await writeFile(`${memory}.new`, JSON.stringify({ ...identity, ...committed }));
      await rename(`${memory}.new`, memory);
    },
    finish: () => rm(memory, { force: true }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
