import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';

/** Prints a line. */
export const say = (text: string) => void process.stdout.write(`${text}\n`);

/** What it is measured on, for the first line. */
export const machine = () => `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;

/** Writes results/<name>.json: what was measured, when, and by which Node. */
export async function writeResults(name: string, measured: object): Promise<void> {
  const folder = new URL('./results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const results = { at: new Date().toISOString(), node: process.version, ...measured };
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(results, null, 2)}\n`);
}
