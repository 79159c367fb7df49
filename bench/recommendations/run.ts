import { parseArgs } from 'node:util';
import { fixedClock } from '../../src/platform/clock.ts';
import type { Database, Query } from '../../src/platform/neo4j/database.ts';
import { applicationOn, onFreshGraph } from '../fresh-graph.ts';
import { inBatches, timed } from '../measure.ts';
import { machine, say, writeResults } from '../report.ts';
import { splitDemo } from './split-demo.ts';

// How often one of ten products that are offered is among those that a person buys next for the first time, against what most buy.

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '5000' },
    cuts: { type: 'string', default: '2025-11-17,2026-01-30,2026-04-01' },
    days: { type: 'string', default: '90' },
  },
});
const [customers, days] = [Number(values.customers), Number(values.days)];
const LIST = 10;
const DAY_MS = 86_400_000;

const customersOf: Query = {
  name: 'bench.customersOf',
  text: `UNWIND $orders AS key
MATCH (order:Order {key: key})<-[:PLACED]-(customer:Customer)
CALL (customer) {
  MATCH (customer)-[:PLACED]->(bought:Order)-[:CONTAINS]->(product:Product)
  WHERE bought.isPurchase
  RETURN collect(DISTINCT product.sku) AS skus
}
RETURN key, customer.id AS id, skus`,
};
const buyersOf: Query = {
  name: 'bench.buyersOf',
  text: `MATCH (customer:Customer)-[:PLACED]->(order:Order)-[:CONTAINS]->(product:Product)
WHERE order.isPurchase AND order.placedAt > $since
WITH product.sku AS sku, count(DISTINCT customer) AS buyers
RETURN sku ORDER BY buyers DESC, sku`,
};
const popularSince = async (database: Database, since: Date) =>
  (await database.read<{ sku: string }>(buyersOf, { since })).map(({ sku }) => sku);

function evaluate(cut: Date) {
  const { before, people } = splitDemo(customers, cut, new Date(cut.getTime() + days * DAY_MS));
  return onFreshGraph(async ({ database }, dataDir) => {
    const application = applicationOn(database, fixedClock(cut), { dataDir });
    for (const batch of inBatches(before, 5_000)) {
      const report = await application.ingest.ingest(batch);
      if (report.rejected > 0) throw new Error(JSON.stringify(report.errors[0]));
    }
    const refreshMs = await timed(() => application.recommendations.refresh());
    const ever = await popularSince(database, new Date(0));
    const lately = await popularSince(database, new Date(cut.getTime() - 90 * DAY_MS));
    const hits = { ours: 0, popular: 0, popularLately: 0 };
    for (const some of inBatches(people, 250)) {
      const orders = some.map(({ order }) => order);
      const rows = await database.read<{ key: string; id: string; skus: string[] }>(customersOf, { orders });
      const found = new Map(rows.map((row) => [row.key, row]));
      const lists = await application.recommendations.recommendationsOf(
        some.map(({ order }) => found.get(order)?.id ?? ''),
        { first: LIST },
      );
      for (const [index, { order, later }] of some.entries()) {
        // both lists go by what the graph knows: a person may be several customers there
        const known = found.get(order)?.skus ?? [];
        const isHit = (skus: readonly string[]) => Number(skus.some((sku) => later.has(sku)));
        const firstNew = (skus: readonly string[]) => skus.filter((sku) => !known.includes(sku)).slice(0, LIST);
        hits.ours += isHit((lists[index] ?? []).map(({ sku }) => sku));
        hits.popular += isHit(firstNew(ever));
        hits.popularLately += isHit(firstNew(lately));
      }
    }
    await application.settle();
    const rate = (count: number) => count / people.length;
    const result = {
      cut: cut.toISOString().slice(0, 10),
      people: people.length,
      ours: rate(hits.ours),
      popular: rate(hits.popular),
      popularLately: rate(hits.popularLately),
      refreshMs: Math.round(refreshMs),
    };
    const shown = [result.ours, result.popular, result.popularLately].map((share) => share.toFixed(4));
    say(
      `${result.cut}: ${result.people} people, hit-rate@${LIST} ${shown[0]}, popularity ${shown[1]}, of 90 days ${shown[2]}`,
    );
    return result;
  });
}

say(`${customers} customers of the demo retailer, ${days} days after each cut; ${machine()}`);
const splits = [];
for (const cut of values.cuts.split(',')) splits.push(await evaluate(new Date(`${cut}T00:00:00Z`)));
await writeResults('recommendations', { customers, days, splits });
