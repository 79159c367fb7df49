import { parseArgs } from 'node:util';
import type { Application } from '../src/application.ts';
import { readIdentityRules } from '../src/intake/identity/rules-file/read-rules-file.ts';
import { createIngestService, type IngestService } from '../src/intake/ingest.service.ts';
import { fixedClock } from '../src/platform/clock.ts';
import type { Database, Query } from '../src/platform/neo4j/database.ts';
import { createRandom, phoneOf, products, staff, UNTIL } from './dataset.ts';
import { applicationOn, onFreshGraph } from './fresh-graph.ts';
import { median, timed } from './measure.ts';
import { ourLoad } from './our-load.ts';
import { machine, say, writeResults } from './report.ts';

// What it costs to keep all derived values right, for each order and event that comes in, against taking it in without any; and
// what it takes to make all of them anew that the clock moves, as a server does at night.

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '100000' },
    segments: { type: 'string', default: '20' },
    batches: { type: 'string', default: '12' },
    'batch-size': { type: 'string', default: '1000' },
  },
});
const sizes = { customers: Number(values.customers), orders: Number(values.customers) * 5 };
const [batches, batchSize] = [Number(values.batches), Number(values['batch-size'])];
const WARM_UP = 4;

const random = createRandom(618);
const whole = (below: number) => Math.floor(random() * below);
const someone = () => ({ identifiers: [{ kind: 'phone', value: phoneOf(whole(sizes.customers)) }] });
let made = 0;

function orderNow(at: Date): object {
  const lines = Array.from({ length: 1 + whole(3) }, () => ({
    ...{ sku: products[whole(products.length)]?.sku, quantity: 1, unitPrice: '199.00' },
  }));
  const { code, store } = staff[whole(staff.length)] ?? {};
  const order = {
    source: 'bench',
    number: `n${made++}`,
    placedAt: at.toISOString(),
    currency: 'CNY',
    store,
    staff: code,
  };
  return { order: { ...order, customer: someone(), lines } };
}

function eventNow(at: Date): object {
  const name = random() < 0.5 ? 'product_view' : 'add_to_cart';
  const event = { source: 'bench', eventId: `e${made++}`, name, occurredAt: at.toISOString() };
  return { event: { ...event, customer: someone(), sku: products[whole(products.length)]?.sku } };
}

/** Rules of the kinds that segments have: figures, windows, stages, what was bought. */
const rules = [
  'lifecycleStage = LOYAL and lastPurchaseAt within 90 days',
  'lifecycleStage = INDECISIVE',
  'purchases where (placedAt within 30 days) count >= 2',
  'purchases where (lines where (product.category = "Trekking poles")) and no orders where (placedAt within 180 days)',
  'totalSpent > 5000 and tags has "hiker"',
];

/** Intake without anything that rooms further down derive: the same rules of identity, the same transactions. */
function plainIngest({ config, clock }: Application, database: Database): IngestService {
  const identityRules = readIdentityRules(config.identityRules);
  return createIngestService({
    ...{ database, clock, money: config, derivations: [], afterIngest: async () => undefined },
    rules: { ...identityRules, defaultCountry: config.defaultCountry ?? identityRules.defaultCountry },
  });
}

const forgetCount: Query = { name: 'bench.forgetCount', text: 'MATCH (state:LifecycleState) DETACH DELETE state' };

interface Cost {
  readonly plainMs: number;
  readonly derivedMs: number;
  readonly segmentsMs: number;
  /** What is derived, in transactions and right after, to what is taken in. */
  readonly ratio: number;
  readonly ratioWithSegments: number;
}

await onFreshGraph(async ({ database }, dataDir) => {
  const clock = fixedClock(new Date(UNTIL));
  const application = applicationOn(database, clock, { dataDir });
  const plain = plainIngest(application, database);
  await ourLoad(application, sizes);
  for (let number = 0; number < Number(values.segments); number++) {
    const rule = `${rules[number % rules.length]} and totalSpent > ${Math.floor(number / rules.length)}`;
    await application.segments.save({ name: `segment ${number}`, rule });
  }
  await application.live.catchUp();
  say(`${sizes.customers} customers, ${sizes.orders} orders, ${values.segments} live segments; ${machine()}`);

  /** Median milliseconds for each record, in turn on the same graph; segments follow after either. */
  async function costOf(what: string, recordAt: (at: Date) => object, size: number, rounds: number): Promise<Cost> {
    const taken: Record<'plain' | 'derived' | 'segments', number[]> = { plain: [], derived: [], segments: [] };
    const take = async (service: IngestService) => {
      clock.advance('PT1S');
      const records = Array.from({ length: size }, () => recordAt(clock.now()));
      return (
        (await timed(async () => {
          const { created } = await service.ingest(records);
          if (created !== size) throw new Error(`Only ${created} of ${size} were created.`);
        })) / size
      );
    };
    for (let round = -WARM_UP; round < rounds; round++) {
      const plainMs = await take(plain);
      await application.live.catchUp();
      const derivedMs = await take(application.ingest);
      const segmentsMs = (await timed(() => application.live.catchUp())) / size;
      if (round < 0) continue;
      taken.plain.push(plainMs);
      taken.derived.push(derivedMs);
      taken.segments.push(segmentsMs);
    }
    const [plainMs, derivedMs, segmentsMs] = [median(taken.plain), median(taken.derived), median(taken.segments)];
    const [ratio, ratioWithSegments] = [derivedMs / plainMs - 1, (derivedMs + segmentsMs) / plainMs - 1];
    say(
      `${what}: ${plainMs.toFixed(2)} ms plain, ${derivedMs.toFixed(2)} ms with all that is derived: ${ratio.toFixed(2)} extra; ${segmentsMs.toFixed(2)} ms for live segments behind it: ${ratioWithSegments.toFixed(2)} extra with these`,
    );
    return { plainMs, derivedMs, segmentsMs, ratio, ratioWithSegments };
  }
  const cost = {
    orders: await costOf(`orders, ${batchSize} at once, each`, orderNow, batchSize, batches),
    oneOrder: await costOf('one order', orderNow, 1, batches * 10),
    events: await costOf(`events, ${batchSize} at once, each`, eventNow, batchSize, batches),
  };

  // A night later: windows have moved, purchases have grown old.
  clock.advance('P1D');
  const steps: readonly [string, () => Promise<unknown>][] = [
    ['performance', () => application.performance.refreshPerformance()],
    ['value', () => application.value.refresh()],
    ['recommendations', () => application.recommendations.refresh()],
    ['liveSegments', () => application.live.catchUp()],
  ];
  const night: Record<string, number> = {};
  for (const [name, work] of steps) night[name] = (await timed(work)) / 1000;
  const nightSeconds = Object.values(night).reduce((sum, seconds) => sum + seconds, 0);
  const told = Object.entries(night).map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`);
  say(`a nightly recompute of everything: ${nightSeconds.toFixed(1)} s (${told.join(', ')})`);

  await database.write(forgetCount);
  const interestSeconds = (await timed(() => application.lifecycle.bringUpToDate())) / 1000;
  say(`interest counted anew, only when its rules change: ${interestSeconds.toFixed(1)} s`);
  await application.settle();
  const name = `derived-${sizes.customers}`;
  await writeResults(name, { sizes, segments: Number(values.segments), cost, night, nightSeconds, interestSeconds });
});
