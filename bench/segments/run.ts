import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import neo4j from 'neo4j-driver';
import { createApplication } from '../../src/application.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { createLogger } from '../../src/platform/log.ts';
import { readState } from '../../src/platform/neo4j/local/state-file.ts';
import { applyMigrations } from '../../src/platform/neo4j/migrations.ts';
import { openDatabase } from '../../src/platform/neo4j/open-database.ts';
import { UNTIL } from '../dataset.ts';
import { ourLoad } from '../our-load.ts';
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
const say = (text: string) => void process.stdout.write(`${text}\n`);

const dataDir = await mkdtemp(join(tmpdir(), 'customer-graph-bench-segments-'));
const config = { ...readConfig({ NEO4J_HEAP: '2g', LOG_LEVEL: 'warn' }), dataDir };
const log = createLogger(config);
const { database, close } = await openDatabase(config, log);
try {
  await applyMigrations(database);
  const application = createApplication({ config, database, clock: fixedClock(asOf), log });
  await ourLoad(application, sizes);
  await application.statistics.refresh();
  const state = await readState(dataDir);
  if (!state) throw new Error('The local Neo4j left no state file.');
  const driver = neo4j.driver(state.uri, neo4j.auth.basic(state.user, state.password), {
    disableLosslessIntegers: true,
  });
  try {
    await compareAll(application, driver);
  } finally {
    await application.settle();
    await driver.close();
  }
} finally {
  await close();
  await rm(dataDir, { recursive: true, force: true });
}

type Application = ReturnType<typeof createApplication>;
type Way = () => Promise<number>;

/** Every rule by all who can say it, in turn within one run; all must find the same number of customers. */
async function compareAll(application: Application, driver: ReturnType<typeof neo4j.driver>): Promise<void> {
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
  const folder = new URL('../results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const content = { at: new Date().toISOString(), sizes, runs, node: process.version, results };
  await writeFile(new URL(`segments-${sizes.customers}.json`, folder), `${JSON.stringify(content, null, 2)}\n`);
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
  const medians: Record<string, number> = {};
  for (const [name, values] of Object.entries(times)) {
    medians[name] = values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
  }
  return { counts, medians };
}
