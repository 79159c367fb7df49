import { parseArgs } from 'node:util';
import type { Driver } from 'neo4j-driver';
import type { Application } from '../src/application.ts';
import { fixedClock } from '../src/platform/clock.ts';
import { compositeKey } from '../src/platform/ids.ts';
import { products, staff, stores, UNTIL } from './dataset.ts';
import { applicationOn, onFreshGraph, plainDriver } from './fresh-graph.ts';
import { median, quantile, timed } from './measure.ts';
import { machine, say, writeResults } from './report.ts';

// How long one record takes that joins two customers with many orders each, against hand-written Cypher that does what a merge
// must: everything held moves, figures are counted anew, the old id leads to the survivor.

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '500' },
    runs: { type: 'string', default: '15' },
    'warm-up': { type: 'string', default: '10' },
  },
});
const [ordersEach, runs, warmUp] = [Number(values.orders), Number(values.runs), Number(values['warm-up'])];
const pairs = 2 * (runs + warmUp);

const phoneOf = (pair: number) => `+86${13_812_340_000 + pair * 7}`;
const emailOf = (pair: number) => `pair-${pair}@mail.example`;
const day = (number: number) => new Date(UNTIL - (number % 700) * 86_400_000).toISOString();

/** One of a pair is known in the shop by phone, the other on the web by e-mail address. */
function* factsOf(pair: number): Generator<object> {
  const sides = [
    { source: 'pos', identifier: { kind: 'phone', value: phoneOf(pair) } },
    { source: 'web', identifier: { kind: 'email', value: emailOf(pair) } },
  ];
  for (const { source, identifier } of sides) {
    const profile = { displayName: `${source} ${pair}`, address: { city: `City ${pair % 20}` } };
    const identifiers = [identifier];
    yield { customer: { source, recordId: `r${pair}`, observedAt: day(699), identifiers, profile, tags: [source] } };
    for (let number = 0; number < ordersEach; number++) {
      const at = pair * ordersEach + number;
      const lines = [0, 1].map((line) => ({
        sku: products[(at * 2 + line) % products.length]?.sku,
        quantity: 1,
        unitPrice: '199.00',
      }));
      const { code: seller, store } = staff[at % staff.length] ?? { code: 'e0', store: stores[0]?.code };
      const whole = { source, number: String(at), placedAt: day(number), currency: 'CNY', store, staff: seller, lines };
      yield { order: { ...whole, customer: { identifiers } } };
    }
  }
}

async function* chunks(): AsyncGenerator<string> {
  for (let pair = 0; pair < pairs; pair++) yield [...factsOf(pair)].map((fact) => `${JSON.stringify(fact)}\n`).join('');
}

/** Another system's record, which names a phone and an e-mail address. */
const bridge = (pair: number) => ({
  customer: {
    source: 'app',
    recordId: `bridge-${pair}`,
    observedAt: new Date(UNTIL).toISOString(),
    identifiers: [
      { kind: 'phone', value: phoneOf(pair) },
      { kind: 'email', value: emailOf(pair) },
    ],
    profile: { displayName: `Whole ${pair}` },
  },
});

async function joinByImport({ ingest }: Application, pair: number): Promise<void> {
  const { customersMerged } = await ingest.ingest([bridge(pair)]);
  if (customersMerged !== 1) throw new Error(`The record merged ${customersMerged} customers.`);
}

/** One statement, as one would write it by hand who knows what the two hold. */
const byHand = `
MATCH (:Identifier {key: $phone})-[:IDENTIFIES]->(one:Customer)
MATCH (:Identifier {key: $email})-[:IDENTIFIES]->(other:Customer)
WITH CASE WHEN one.id < other.id THEN one ELSE other END AS survivor, CASE WHEN one.id < other.id THEN other ELSE one END AS loser
SET survivor.id = survivor.id, loser.id = loser.id
CREATE (survivor)-[:HAS_RECORD]->(record:SourceRecord {key: $key, source: $source, recordId: $recordId, observedAt: $at, profile: $profile})
WITH survivor, loser, record
CALL (record) { MATCH (identifier:Identifier) WHERE identifier.key IN [$phone, $email] CREATE (record)-[:STATES]->(identifier) }
CALL (survivor, loser) { MATCH (loser)<-[on:IDENTIFIES]-(held) CREATE (held)-[:IDENTIFIES]->(survivor) DELETE on }
CALL (survivor, loser) { MATCH (loser)-[has:HAS_RECORD]->(held) CREATE (survivor)-[:HAS_RECORD]->(held) DELETE has }
CALL (survivor, loser) { MATCH (loser)-[placed:PLACED]->(held) CREATE (survivor)-[:PLACED]->(held) DELETE placed }
CALL (survivor) {
  MATCH (survivor)-[:PLACED]->(o:Order) WHERE o.isPurchase
  RETURN count(*) AS purchases, sum(o.netMinor) AS spent, min(o.placedAt) AS first, max(o.placedAt) AS last
}
SET survivor.purchaseCount = purchases, survivor.totalSpentMinor = spent, survivor.averagePurchaseMinor = spent / purchases,
  survivor.firstPurchaseAt = first, survivor.lastPurchaseAt = last, survivor.displayName = $name,
  survivor.tags = survivor.tags + [tag IN loser.tags WHERE NOT tag IN survivor.tags]
CREATE (loser)-[:MERGED_INTO]->(survivor)
WITH survivor, loser, loser.id AS id
REMOVE loser:Customer
SET loser = {id: id}
SET loser:MergedCustomer`;

async function joinByHand(driver: Driver, pair: number): Promise<void> {
  const { customer } = bridge(pair);
  const parameters = {
    phone: compositeKey('phone', '', phoneOf(pair)),
    email: compositeKey('email', '', emailOf(pair)),
    key: compositeKey(customer.source, customer.recordId),
    source: customer.source,
    recordId: customer.recordId,
    at: new Date(UNTIL).toISOString(),
    profile: JSON.stringify(customer.profile),
    name: customer.profile.displayName,
  };
  const { summary } = await driver.executeQuery(byHand, parameters, { database: 'neo4j' });
  const moved = summary.counters.updates().relationshipsDeleted;
  if (moved !== ordersEach + 2) throw new Error(`By hand ${moved} relationships were moved.`);
}

/** Either way must have left the same. */
async function check(driver: Driver): Promise<void> {
  const { records } = await driver.executeQuery(
    `MATCH (c:Customer)
     RETURN count(*) AS customers, min(c.purchaseCount) AS fewest, max(c.purchaseCount) AS most,
       min(c.totalSpentMinor) AS least, max(c.totalSpentMinor) AS greatest, min(COUNT { (c)-[:PLACED]->() }) AS held`,
    {},
    { database: 'neo4j' },
  );
  const found = Object.values(records[0]?.toObject() ?? {}).map(Number);
  const [count, spent] = [2 * ordersEach, 2 * ordersEach * 2 * 19_900];
  const expected = [pairs, count, count, spent, spent, count];
  if (String(found) !== String(expected)) throw new Error(`The graph has ${found}, not ${expected}.`);
}

say(`${pairs} pairs of customers with ${ordersEach} orders each; ${machine()}`);
const measured = await onFreshGraph(async ({ database }, dataDir) => {
  const application = applicationOn(database, fixedClock(new Date(UNTIL)), { dataDir });
  const report = await application.ingest.importLines(chunks());
  if (report.customersCreated !== 2 * pairs) throw new Error(`${report.customersCreated} customers were made.`);
  const driver = await plainDriver(dataDir);
  try {
    const ours: number[] = [];
    const yardstick: number[] = [];
    // In turn, so that a slow moment hits both.
    for (let run = 0; run < runs + warmUp; run++) {
      const times = [
        await timed(() => joinByImport(application, 2 * run)),
        await timed(() => joinByHand(driver, 2 * run + 1)),
      ] as const;
      if (run < warmUp) continue;
      ours.push(times[0]);
      yardstick.push(times[1]);
    }
    await check(driver);
    return { ours, yardstick };
  } finally {
    await driver.close();
    await application.settle();
  }
});

const summary = (list: readonly number[]) => ({ medianMs: median(list), p90Ms: quantile(list, 0.9) });
const [ours, yardstick] = [summary(measured.ours), summary(measured.yardstick)];
const ratio = ours.medianMs / yardstick.medianMs;
say(
  `one record that joins the two: ${ours.medianMs.toFixed(1)} ms (p90 ${ours.p90Ms.toFixed(1)}) against ${yardstick.medianMs.toFixed(1)} ms (p90 ${yardstick.p90Ms.toFixed(1)}) by hand, ratio ${ratio.toFixed(2)}`,
);
await writeResults('bridge', { ordersEach, runs, warmUp, ours, yardstick, ratio });
