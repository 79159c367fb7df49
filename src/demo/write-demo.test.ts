import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateDemo } from './generate-demo.ts';
import { writeDemo } from './write-demo.ts';

const options = { customers: 300, seed: 5, until: new Date('2026-11-22T06:00:00Z') };
const linesOf = (entries: Iterable<unknown>) => [...entries].map((entry) => `${JSON.stringify(entry)}\n`);
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demo-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('writing the demo', () => {
  it('writes what is generated, a line each, into a directory that it makes', async () => {
    const written = await writeDemo({ ...options, directory: join(directory, 'new', 'place') });
    const demo = generateDemo(options);
    const records = linesOf(demo.records);
    const truth = linesOf(demo.truth);
    expect(written).toEqual({
      records: { path: join(directory, 'new', 'place', 'demo.ndjson'), count: records.length },
      truth: { path: join(directory, 'new', 'place', 'demo-truth.ndjson'), count: truth.length },
    });
    expect(await readFile(written.records.path, 'utf8')).toBe(records.join(''));
    expect(await readFile(written.truth.path, 'utf8')).toBe(truth.join(''));
  });

  it('writes the same bytes again over what was there', async () => {
    const first = await writeDemo({ ...options, customers: 301, directory });
    const longer = await readFile(first.records.path, 'utf8');
    const second = await writeDemo({ ...options, directory });
    expect(await readFile(second.records.path, 'utf8')).toBe(linesOf(generateDemo(options).records).join(''));
    await writeDemo({ ...options, customers: 301, directory });
    expect(await readFile(first.records.path, 'utf8')).toBe(longer);
  });

  it('says so when it cannot write', async () => {
    const file = join(directory, 'file');
    await writeFile(file, 'mine');
    await expect(writeDemo({ ...options, directory: file })).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('touches nothing when the options are no good', async () => {
    const { records } = await writeDemo({ ...options, customers: 1, directory });
    const before = await readFile(records.path, 'utf8');
    await expect(writeDemo({ ...options, customers: 0, directory })).rejects.toThrow(RangeError);
    expect(await readFile(records.path, 'utf8')).toBe(before);
  });
});
