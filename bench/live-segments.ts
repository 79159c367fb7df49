import { parseArgs } from 'node:util';
import type { Application } from '../src/application.ts';
import { fixedClock } from '../src/platform/clock.ts';
import { createRandom, phoneOf, products, UNTIL } from './dataset.ts';
import { applicationOn, onFreshGraph } from './fresh-graph.ts';
import { inBatches, median, timed } from './measure.ts';
import { ourLoad } from './our-load.ts';
import { say, writeResults } from './report.ts';

// What it costs to keep 200 live segments up, for each order that comes in, against the cost of writing that order.

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '10000' }, segments: { type: 'string', default: '200' } },
});
const sizes = { customers: Number(values.customers), orders: Number(values.customers) * 5 };
const count = Number(values.segments);
const WARM_UP = 400;
const ONE_BY_ONE = 300;
const BATCHES = 5;
const BATCH = 1_000;

const random = createRandom(618);
const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
const days = [7, 14, 30, 60, 90, 180, 365];
const categories = ['Trekking poles', 'Shell jackets', 'Hiking shoes', 'Tents', 'Lamps'];
const kinds: readonly (() => string)[] = [
  () => `tags has "${pick(['hiker', 'camper'])}" and purchases count >= ${1 + Math.floor(random() * 6)}`,
  () => `purchases where (placedAt within ${pick(days)} days) count >= ${1 + Math.floor(random() * 3)}`,
  () => `purchases and no orders where (placedAt within ${pick(days)} days)`,
  () => `purchases where (lines where (product.category = "${pick(categories)}"))`,
  () => `purchases where (store.performance = ${pick(['LOW', 'HIGH'])} and promotion = "${pick(['618', '1111'])}")`,
  () => `totalSpent > ${Math.floor(random() * 20) * 500} and lifecycleStage = ${pick(['REPEAT', 'LOYAL', 'LAPSED'])}`,
  () => `purchases where (store.city = "City ${Math.floor(random() * 20)}") total > ${Math.floor(random() * 5_000)}`,
  () => `city = "City ${Math.floor(random() * 20)}" and lastPurchaseAt within ${pick(days)} days`,
  () => `no purchases where (lines where (product.category in ("Tents", "${pick(categories)}"))) and tags has "hiker"`,
  () => `in segment "segment ${Math.floor(random() * 9)}" and not in segment "segment ${Math.floor(random() * 9)}"`,
];

function orderOf(number: number) {
  const lines = [{ sku: pick(products).sku, quantity: 1, unitPrice: '199.00' }];
  return {
    order: {
      ...{ source: 'bench', number: String(number), placedAt: new Date(UNTIL).toISOString(), currency: 'CNY' },
      ...{ store: `s${Math.floor(random() * 100)}`, lines },
      customer: { identifiers: [{ kind: 'phone', value: phoneOf(Math.floor(random() * sizes.customers)) }] },
    },
  };
}

async function follow({ ingest, live }: Application, orders: readonly object[]) {
  const write = await timed(() => ingest.ingest(orders));
  return { write, follow: await timed(() => live.catchUp()) };
}

await onFreshGraph(async ({ database }, dataDir) => {
  const clock = fixedClock(new Date(UNTIL));
  const application = applicationOn(database, clock, { dataDir });
  await ourLoad(application, sizes);
  for (let number = 0; number < count; number++) {
    const rule = (kinds[number < 9 ? number : number % kinds.length] as () => string)();
    await application.segments.save({ name: `segment ${number}`, rule });
  }
  const fill = await timed(() => application.live.catchUp());
  say(
    `${sizes.customers} customers, ${sizes.orders} orders, ${count} live segments filled in ${(fill / 1000).toFixed(1)} s`,
  );

  let number = 0;
  const single = { write: [] as number[], follow: [] as number[] };
  for (let round = -WARM_UP; round < ONE_BY_ONE; round++) {
    // a second goes by between two orders, as in a shop
    clock.advance('PT1S');
    const cost = await follow(application, [orderOf(number++)]);
    if (round < 0) continue;
    single.write.push(cost.write);
    single.follow.push(cost.follow);
  }
  const one = { writeMs: median(single.write), followMs: median(single.follow) };
  say(
    `one order: written in ${one.writeMs.toFixed(1)} ms, followed in ${one.followMs.toFixed(1)} ms, ratio ${(one.followMs / one.writeMs).toFixed(2)} (goal: under 1)`,
  );

  const many = { write: 0, follow: 0 };
  const orders = Array.from({ length: BATCH * (BATCHES + 1) }, () => orderOf(number++));
  for (const [round, batch] of [...inBatches(orders, BATCH)].entries()) {
    const cost = await follow(application, batch);
    if (round === 0) continue;
    many.write += cost.write;
    many.follow += cost.follow;
  }
  const each = { writeMs: many.write / (BATCH * BATCHES), followMs: many.follow / (BATCH * BATCHES) };
  say(
    `${BATCH} at once, each: written in ${each.writeMs.toFixed(2)} ms, followed in ${each.followMs.toFixed(2)} ms, ratio ${(each.followMs / each.writeMs).toFixed(2)}`,
  );

  await writeResults('live-segments', { sizes, segments: count, fillSeconds: fill / 1000, one, each });
});
