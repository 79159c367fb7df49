import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Driver } from 'neo4j-driver';
import type { Application } from '../../src/application.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { UNTIL } from '../dataset.ts';
import { applicationOn, onFreshGraph, plainDriver } from '../fresh-graph.ts';
import { median } from '../measure.ts';
import { ourLoad } from '../our-load.ts';
import { say, writeResults } from '../report.ts';
import { openRival } from './rival.ts';
import { rules } from './rules.ts';

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '100000' },
    orders: { type: 'string' },
    runs: { type: 'string', default: '15' },
  },
});
const customers = Number(values.customers);
const sizes = { customers, orders: Number(values.orders ?? customers * 5) };
const runs = Number(values.runs);
const warmUp = 5;
const asOf = new Date(UNTIL);

await onFreshGraph(async ({ database }, dataDir) => {
  const application = applicationOn(database, fixedClock(asOf), { dataDir });
  await ourLoad(application, sizes);
  await application.statistics.refresh();
  const driver = await plainDriver(dataDir, { disableLosslessIntegers: true });
  try {
    await compareAll(application, driver);
  } finally {
    await application.settle();
    await driver.close();
  }
});

type Way = () => Promise<number>;

/** Every rule by all who can say it, in turn within one run; all must find the same number of customers. */
async function compareAll(application: Application, driver: Driver): Promise<void> {
  const rival = await openRival(driver);
  say(`${sizes.customers} customers, ${sizes.orders} orders, ${availableParallelism()} cores, ${runs} runs`);
  say(rival ? '' : '@neo4j/graphql is not installed in bench/segments/rival: left out.');
  const results: object[] = [];
  for (const { name, rule, cypher, parameters = {}, rival: where } of rules) {
    const text = `${cypher}\nRETURN count(DISTINCT c) AS count`;
    const byHand = async () => {
      const { records } = await driver.executeQuery(text, { ...parameters }, { database: 'neo4j', routing: 'READ' });
      return records[0]?.get('count') as number;
    };
    const ways: Record<string, Way> = {
      ours: () => application.selection.countCustomers({ rule, asOf }),
      byHand,
      ...(rival && where && { rival: () => rival(where) }),
    };
    const { counts, medians } = await measure(ways);
    if (new Set(Object.values(counts)).size !== 1) throw new Error(`${name}: ${JSON.stringify(counts)}`);
    const { ours = Number.NaN, byHand: hand = Number.NaN, rival: theirs } = medians;
    const third = theirs === undefined ? '' : `, @neo4j/graphql ${theirs.toFixed(1)}`;
    say(
      `${name} (${counts.ours}): ours ${ours.toFixed(1)} ms, by hand ${hand.toFixed(1)}${third}; ratio ${(ours / hand).toFixed(2)}`,
    );
    results.push({ name, rule, customers: counts.ours, medians });
  }
  await writeResults(`segments-${sizes.customers}`, { sizes, runs, results });
}

async function measure(ways: Readonly<Record<string, Way>>) {
  const times: Record<string, number[]> = {};
  const counts: Record<string, number> = {};
  for (let run = -warmUp; run < runs; run++) {
    for (const [name, way] of Object.entries(ways)) {
      const began = performance.now();
      counts[name] = await way();
      if (run >= 0) times[name] = [...(times[name] ?? []), performance.now() - began];
    }
  }
  const medians: Record<string, number> = Object.fromEntries(
    Object.entries(times).map(([name, values]) => [name, median(values)]),
  );
  return { counts, medians };
}
