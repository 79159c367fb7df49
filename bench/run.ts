import { parseArgs } from 'node:util';
import { fixedClock } from '../src/platform/clock.ts';
import { UNTIL } from './dataset.ts';
import { applicationOn, onFreshGraph, plainDriver } from './fresh-graph.ts';
import { ourLoad } from './our-load.ts';
import { type Answered, askQuestions } from './questions.ts';
import { rawLoad } from './raw-load.ts';
import { machine, say, writeResults } from './report.ts';

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '100000' },
    orders: { type: 'string' },
    runs: { type: 'string', default: '40' },
  },
});
const customers = Number(values.customers);
const sizes = { customers, orders: Number(values.orders ?? customers * 5) };

const rate = (timing: { count: number; seconds: number; perSecond: number }) =>
  `${timing.count} in ${timing.seconds.toFixed(1)} s, ${Math.round(timing.perSecond)}/s`;

say(`${sizes.customers} customers, ${sizes.orders} orders; ${machine()}`);
const raw = await onFreshGraph(async (_, dataDir) => {
  const driver = await plainDriver(dataDir);
  try {
    return await rawLoad(driver, sizes);
  } finally {
    await driver.close();
  }
});
say(`plain driver: customers ${rate(raw.customers)}; orders ${rate(raw.orders)}`);

const { ours, answers } = await onFreshGraph(async ({ database }, dataDir) => {
  const application = applicationOn(database, fixedClock(new Date(UNTIL)), { dataDir });
  const loaded = await ourLoad(application, sizes);
  say(`customer-graph: customers ${rate(loaded.customers)}; orders ${rate(loaded.orders)}`);
  const driver = await plainDriver(dataDir);
  try {
    return { ours: loaded, answers: await askQuestions(application, driver, Number(values.runs)) };
  } finally {
    await driver.close();
  }
});

const loadRatio = ours.orders.perSecond / raw.orders.perSecond;
say(`orders per second, ours against the plain load: ${loadRatio.toFixed(2)} (goal: at least 0.5)`);
const line = (answer: Answered) =>
  `${answer.name}: ${answer.oursMs.toFixed(1)} ms against ${answer.yardstickMs.toFixed(1)} ms by hand, ratio ${answer.ratio.toFixed(2)} (goal: at most 1.2)`;
for (const answer of answers) say(line(answer));

await writeResults(`${sizes.customers}-customers`, { sizes, raw, ours, loadRatio, answers });
