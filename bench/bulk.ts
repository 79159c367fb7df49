import { parseArgs } from 'node:util';
import type { Driver } from 'neo4j-driver';
import { buildIdentityRules } from '../src/intake/identity/identity-rules.ts';
import { createIdentityRulesService } from '../src/intake/identity-rules.service.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createLogger } from '../src/platform/log.ts';
import type { Database } from '../src/platform/neo4j/database.ts';
import { applicationOn, onFreshGraph, plainDriver } from './fresh-graph.ts';
import { inBatches, type Timing, time } from './measure.ts';
import { lineOf, type PersonRecord, personRecords } from './people.ts';
import { machine, say, writeResults } from './report.ts';

// A first import of customer records from several systems, then other rules for the same graph.
const { values } = parseArgs({ options: { records: { type: 'string', default: '200000' } } });
const count = Number(values.records);
const rate = ({ seconds, perSecond }: Timing) => `${seconds.toFixed(1)} s, ${Math.round(perSecond)} records/s`;

/** The yardstick: the same records by plain statements whose rows know their customer; nothing is checked or stitched. */
async function loadPlain(driver: Driver, records: readonly PersonRecord[]): Promise<void> {
  const text = `UNWIND $rows AS row
    MERGE (c:Customer {id: row.customer})
    SET c.displayName = row.name, c.city = row.city
    CREATE (c)-[:HAS_RECORD]->(r:SourceRecord {key: row.key, source: row.source, recordId: row.recordId, profile: row.profile})
    WITH c, r, row
    UNWIND row.identifiers AS identifier
    MERGE (i:Identifier {key: identifier.key})
    ON CREATE SET i.kind = identifier.kind, i.value = identifier.value
    MERGE (i)-[:IDENTIFIES]->(c)
    CREATE (r)-[:STATES]->(i)`;
  const rows = records.map(({ person, source, recordId, identifiers }) => ({
    customer: `cus_${person}`,
    name: `Person ${person}`,
    city: `City ${person % 20}`,
    key: `${source}|${recordId}`,
    source,
    recordId,
    profile: JSON.stringify({ displayName: `Person ${person}`, address: { city: `City ${person % 20}` } }),
    identifiers: identifiers.map(({ kind, value }) => ({ kind, value, key: `${kind}||${value}` })),
  }));
  for (const batch of inBatches(rows, 5000)) await driver.executeQuery(text, { rows: batch }, { database: 'neo4j' });
}

async function* chunksOf(records: readonly PersonRecord[]): AsyncGenerator<string> {
  for (const batch of inBatches(records.entries(), 2000))
    yield batch.map(([at, record]) => lineOf(record, at)).join('');
}

async function importAll(database: Database, records: readonly PersonRecord[]): Promise<Timing> {
  const { ingest } = applicationOn(database, systemClock);
  const people = new Set(records.map(({ person }) => person)).size;
  return time(records.length, async () => {
    const report = await ingest.importLines(chunksOf(records));
    if (report.created !== records.length) throw new Error(`Only ${report.created} of ${records.length} were created.`);
    const customers = report.customersCreated - report.customersMerged;
    if (customers < people) throw new Error(`${people} people became ${customers} customers.`);
    say(`${records.length} records of ${people} people became ${customers} customers`);
  });
}

function rulesService(database: Database, rules: object) {
  return createIdentityRulesService({
    database,
    clock: systemClock,
    log: createLogger({ logLevel: 'silent' }),
    rules: buildIdentityRules(rules, 'the rules of the benchmark'),
    origin: null,
    defaultCountry: null,
    afterRestitch: () => undefined,
  });
}
async function restitchTo(database: Database, rules: object): Promise<Timing> {
  const service = rulesService(database, rules);
  return time(count, async () => {
    await service.putInForce();
    await service.restitch();
  });
}

say(`${count} records; ${machine()}`);
const shared = personRecords(count, true);
const plain = await onFreshGraph(async (_, dataDir) => {
  const driver = await plainDriver(dataDir);
  try {
    return await time(count, () => loadPlain(driver, shared));
  } finally {
    await driver.close();
  }
});
say(`plain driver, customers known: ${rate(plain)}`);
const strangers = await onFreshGraph(({ database }) => importAll(database, personRecords(count, false)));
say(`import of strangers: ${rate(strangers)}`);

const weaker = { kinds: { email: { normaliser: 'email', strength: 'weak', priority: 40 } } };
const tighter = { kinds: { tmall_id: { normaliser: 'none', strength: 'strong', priority: 25, maxPerCustomer: 1 } } };
const results = await onFreshGraph(async ({ database }) => {
  const stitched = await importAll(database, shared);
  say(`import of people known by several: ${rate(stitched)}`);
  const preview = await time(count, () => rulesService(database, {}).preview(weaker, 5));
  say(`preview of e-mail addresses that join nobody: ${rate(preview)}`);
  const limits = await restitchTo(database, tighter);
  say(`other limits in force: ${rate(limits)}`);
  const making = await restitchTo(database, weaker);
  say(`e-mail addresses join nobody, in force: ${rate(making)}`);
  return { stitched, preview, limits, making };
});

const ratios = {
  importToPlain: results.stitched.perSecond / plain.perSecond,
  sharedToStrangers: results.stitched.perSecond / strangers.perSecond,
  previewToImport: results.preview.seconds / results.stitched.seconds,
  limitsToImport: results.limits.seconds / results.stitched.seconds,
  makingToImport: results.making.seconds / results.stitched.seconds,
};
say(JSON.stringify(ratios, null, 2));
await writeResults(`bulk-${count}-records`, { count, plain, strangers, ...results, ratios });
