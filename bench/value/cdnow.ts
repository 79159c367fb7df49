import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expectedPurchases } from '../../src/profile/value/bg-nbd.ts';
import { fitBgNbd, fitGammaGamma } from '../../src/profile/value/fit.ts';

// `npm run bench:value`: our estimates of the CDNOW buyers against the published ones. The data comes with a package of PyPI.
const PACKAGE = 'lifetimes==0.11.3';
const PUBLISHED = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, p: 6.25, q: 3.74, v: 15.44 } as const;
const run = promisify(execFile);

async function fetchTables(): Promise<{ times: number[][]; spending: number[][] }> {
  const folder = await mkdtemp(join(tmpdir(), 'cdnow-'));
  try {
    await run('python3', ['-m', 'pip', 'download', PACKAGE, '--no-deps', '--quiet', '--dest', folder]);
    const [wheel] = await readdir(folder);
    await run('python3', ['-m', 'zipfile', '-e', join(folder, wheel as string), folder]);
    const read = async (name: string) => {
      const text = await readFile(join(folder, 'lifetimes', 'datasets', name), 'utf8');
      return text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').map(Number));
    };
    return {
      times: await read('cdnow_customers_summary.csv'),
      spending: await read('cdnow_customers_summary_with_transactions.csv'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const history = ([, repeats = 0, recency = 0, age = 0, meanValue = 0]: readonly number[]) => ({
  repeats,
  recency,
  age,
  meanValue,
});

const { times, spending } = await fetchTables();
const began = performance.now();
const buying = await fitBgNbd(times.map(history));
const spent = await fitGammaGamma(spending.map(history));
const seconds = (performance.now() - began) / 1000;
if (!buying || !spent) throw new Error('No parameters were found.');

const found = { ...buying, ...spent };
const say = (text: string) => void process.stdout.write(`${text}\n`);
say(`${times.length} buyers of CDNOW, ${seconds.toFixed(1)} s`);
for (const [name, published] of Object.entries(PUBLISHED)) {
  const ours = found[name as keyof typeof PUBLISHED];
  say(
    `${name}: ${ours.toFixed(3)}, published ${published}, off by ${(100 * Math.abs(ours / published - 1)).toFixed(2)} %`,
  );
}
const first = expectedPurchases(buying, { repeats: 2, recency: 30.43, age: 38.86 }, 39);
say(`the paper's first customer in 39 weeks: ${first.toFixed(3)}, published 1.226`);
const off = Math.max(
  ...Object.entries(PUBLISHED).map(([name, value]) => Math.abs(found[name as keyof typeof PUBLISHED] / value - 1)),
);
const results = { package: PACKAGE, buyers: times.length, found, published: PUBLISHED, off };
await writeFile(new URL('../results/cdnow.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
if (off > 0.01) throw new Error('More than 1 % off.');
