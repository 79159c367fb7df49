import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { wipe } from '../support/database.ts';
import { arbitraryWorldSeed, worldRecords, worldSettings } from '../support/reference/arbitrary-world.ts';
import { diceOf } from '../support/reference/dice.ts';
import { type Portrait, portraitOf } from '../support/reference/portrait.ts';
import { readPortrait } from '../support/reference/read-portrait.ts';
import type { RecordJson } from '../support/reference/record-input.ts';
import { sendLines, sendRecords } from '../support/reference/send.ts';
import { smallestFailure } from '../support/reference/smallest-failure.ts';
import { buildWorld } from '../support/reference/world.ts';
import { type Arrival, arrivals, oneByOne, only } from './arrivals.ts';

// PROPERTY_SEED and PROPERTY_RUNS hunt further than the default does; docs/testing.md.
const seed = Number(process.env.PROPERTY_SEED ?? 20_260_831);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 4);
const app = useApp({ config: { currencyRates: worldSettings.rates } });

const expected = (records: readonly RecordJson[]): Portrait => portraitOf(buildWorld(records, worldSettings));

/** What the graph holds after the records arrived in this way, in an empty graph. */
async function arrive({ asLines, batches }: Arrival): Promise<Portrait> {
  await wipe(app.database);
  app.clock.set(worldSettings.now);
  for (const batch of batches) {
    const report = asLines ? await sendLines(await app.url(), batch) : await sendRecords(app.data, batch);
    expect(report).toMatchObject({ received: batch.length, rejected: 0, errors: [] });
    expect(report.created + report.updated + report.unchanged).toBe(batch.length);
  }
  return (await readPortrait(app.data, app.database)).portrait;
}

/** Compares what arrived with the reference; a difference is told with the fewest records that show it. */
async function check(records: readonly RecordJson[], ways: readonly Arrival[]): Promise<void> {
  for (const way of ways) {
    const portrait = await arrive(way);
    if (same(portrait, expected(records))) continue;
    const differs = async (fewer: readonly RecordJson[]): Promise<boolean> =>
      !same(await arrive(only(way, fewer)), expected(fewer));
    const fewest = await smallestFailure(records, differs, 100);
    const { batches } = only(way, fewest);
    const story = `${way.name}\n${batches.map((batch) => batch.map((record) => JSON.stringify(record)).join('\n')).join('\nand then\n')}\n`;
    expect(await arrive(only(way, fewest)), story).toEqual(expected(fewest));
    expect(portrait, way.name).toEqual(expected(records));
  }
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

describe(`however the same records arrive (seed ${seed})`, () => {
  it('they end in the customers, figures and bands that they speak of', {
    timeout: 60_000 * numRuns + 60_000,
  }, async () => {
    const property = fc.asyncProperty(arbitraryWorldSeed, (world) => {
      const records = worldRecords(world);
      return check(records, arrivals(records, diceOf(world)));
    });
    await fc.assert(property, { seed, numRuns, endOnFailure: true });
  });

  it('they may as well come one by one', { timeout: 300_000 }, async () => {
    const property = fc.asyncProperty(arbitraryWorldSeed, (world) => {
      const records = worldRecords(world).slice(0, 80);
      return check(records, [oneByOne(records, diceOf(world))]);
    });
    await fc.assert(property, { seed, numRuns: 1, endOnFailure: true });
  });

  it('and sent again they change nothing', { timeout: 300_000 }, async () => {
    const records = worldRecords(seed);
    const before = await arrive({ name: 'all at once', asLines: false, batches: [records] });
    expect(await sendRecords(app.data, diceOf(seed).shuffle(records))).toMatchObject({
      received: records.length,
      created: 0,
      updated: 0,
      unchanged: records.length,
      customersCreated: 0,
      customersMerged: 0,
    });
    expect((await readPortrait(app.data, app.database)).portrait).toEqual(before);
  });
});
