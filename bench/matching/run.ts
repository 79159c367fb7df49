import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Application } from '../../src/application.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import type { Database, Query } from '../../src/platform/neo4j/database.ts';
import { applicationOn, onFreshGraph } from '../fresh-graph.ts';
import { readDemo } from './demo-set.ts';
import { fetchFebrl, readFebrl } from './febrl.ts';
import type { LabelledSet } from './labelled-set.ts';
import { measurePartition, type PairQuality } from './measure-partition.ts';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: 'febrl1,febrl2,febrl3,febrl4,febrl3-,demo' },
    thresholds: { type: 'string', default: '0.999,0.99,0.95,0.9,0.8' },
    wheels: { type: 'string', default: join(tmpdir(), 'customer-graph-febrl') },
  },
});

const owners: Query = {
  name: 'bench.owners',
  text: 'MATCH (customer:Customer)-[:HAS_RECORD]->(record:SourceRecord) RETURN customer.id AS customer, record.source + "|" + record.recordId AS record',
};

/** The application under some rules, on a graph that is there. */
async function applicationUnder(database: Database, folder: string, rules: object): Promise<Application> {
  const identityRules = join(folder, 'identity-rules.json');
  await writeFile(identityRules, JSON.stringify(rules));
  return applicationOn(database, fixedClock(new Date('2026-07-01T00:00:00Z')), { identityRules });
}

interface Result {
  readonly set: string;
  readonly about: string;
  /** Null: the default rules, which accept nothing. */
  readonly acceptAbove: number | null;
  readonly quality: PairQuality;
  /** Pairs of customers left to be reviewed. */
  readonly toReview: number;
  readonly seconds: number;
}

/** Loads a set, compares it, and accepts what is above each threshold in turn, from the highest. */
function evaluate(set: LabelledSet, thresholds: readonly number[]): Promise<Result[]> {
  return onFreshGraph(async ({ database }, folder) => {
    const results: Result[] = [];
    for (const acceptAbove of [null, ...thresholds]) {
      const started = performance.now();
      const possibleMatches = { reviewAbove: 0.8, acceptAbove };
      const application = await applicationUnder(database, folder, { ...set.rules, possibleMatches });
      if (acceptAbove === null) {
        const report = await application.ingest.ingest(set.records);
        if (report.rejected > 0) throw new Error(`${set.name}: ${JSON.stringify(report.errors[0])}`);
      }
      await application.matching.drain();
      const seconds = (performance.now() - started) / 1000;
      const rows = await database.read<{ customer: string; record: string }>(owners);
      const customerOf = new Map(rows.map(({ customer, record }) => [record, customer]));
      const alike = await application.selection.possibleMatches({ reason: 'ALIKE', first: 1, withTotal: true });
      const toReview = await alike.totalCount();
      const quality = measurePartition(customerOf, set.personOf);
      results.push({ set: set.name, about: set.about, acceptAbove, quality, toReview, seconds });
      say(results.at(-1) as Result);
      await application.settle();
    }
    return results;
  });
}

function say({ set, about, acceptAbove, quality, toReview, seconds }: Result): void {
  const rule = acceptAbove === null ? `default rules, ${about}` : `acceptAbove ${acceptAbove}`;
  const { precision, recall, joined, right, wanted } = quality;
  process.stdout.write(
    `${set}: ${rule}: precision ${precision.toFixed(4)} (${right} of ${joined}), recall ${recall.toFixed(4)} (of ${wanted}), ${toReview} to review, ${seconds.toFixed(0)} s\n`,
  );
}

const thresholds = values.thresholds.split(',').map(Number);
const names = values.sets.split(',');
const folder = names.some((name) => name.startsWith('febrl')) ? await fetchFebrl(values.wheels) : '';
const target = new URL('../results/matching.json', import.meta.url);
for (const name of names) {
  const febrl = /^(febrl[1-4])(-?)$/.exec(name);
  if (!febrl && name !== 'demo')
    throw new Error(`There is no set ${name}: febrl1 to febrl4, febrl1- without numbers, demo.`);
  const set = febrl ? await readFebrl(folder, febrl[1] as 'febrl1', febrl[2] === '') : readDemo(2_000);
  const results = await evaluate(set, thresholds);
  // What was measured of other sets stays.
  const others = (await readResults()).filter((result) => result.set !== set.name);
  await writeFile(target, `${JSON.stringify([...others, ...results], null, 2)}\n`);
}

async function readResults(): Promise<Result[]> {
  const text = await readFile(target, 'utf8').catch(() => '[]');
  return JSON.parse(text);
}
