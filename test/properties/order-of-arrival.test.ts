import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { wipe } from '../support/database.ts';
import { arbitraryWorldSeed, worldRecords, worldSettings } from '../support/reference/arbitrary-world.ts';
import { type Dice, diceOf } from '../support/reference/dice.ts';
import { type Portrait, portraitOf } from '../support/reference/portrait.ts';
import { readPortrait } from '../support/reference/read-portrait.ts';
import type { RecordJson } from '../support/reference/record-input.ts';
import { sendLines, sendRecords } from '../support/reference/send.ts';
import { smallestFailure } from '../support/reference/smallest-failure.ts';
import { buildWorld } from '../support/reference/world.ts';
import { type Arrival, arrivals, oneByOne } from './arrivals.ts';

const seed = 20_260_831;
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
async function check(
  records: readonly RecordJson[],
  ways: (records: readonly RecordJson[], dice: Dice) => Arrival[],
  dice: number,
): Promise<void> {
  for (const [index, way] of ways(records, diceOf(dice)).entries()) {
    const portrait = await arrive(way);
    if (same(portrait, expected(records))) continue;
    const differs = async (fewer: readonly RecordJson[]): Promise<boolean> => {
      const sameWay = ways(fewer, diceOf(dice))[index];
      return sameWay !== undefined && !same(await arrive(sameWay), expected(fewer));
    };
    const fewest = await smallestFailure(records, differs, 60);
    const lines = fewest.map((record) => JSON.stringify(record)).join('\n');
    expect(await arrive(ways(fewest, diceOf(dice))[index] as Arrival), `${way.name}, of\n${lines}`).toEqual(
      expected(fewest),
    );
    expect(portrait, way.name).toEqual(expected(records));
  }
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

describe(`however the same records arrive (seed ${seed})`, () => {
  it('they end in the customers, figures and bands that they speak of', { timeout: 300_000 }, async () => {
    const property = fc.asyncProperty(arbitraryWorldSeed, (world) => check(worldRecords(world), arrivals, world));
    await fc.assert(property, { seed, numRuns: 5, endOnFailure: true });
  });

  it('they may as well come one by one', { timeout: 300_000 }, async () => {
    const property = fc.asyncProperty(arbitraryWorldSeed, (world) =>
      check(worldRecords(world).slice(0, 60), (records, dice) => [oneByOne(records, dice)], world),
    );
    await fc.assert(property, { seed, numRuns: 2, endOnFailure: true });
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
