import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/platform/neo4j/database.ts';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest, dumpCustomers } from '../support/intake.ts';
import { arbitraryWorldSeed, worldRecords } from '../support/reference/arbitrary-world.ts';

// The batches of a file are written in two transactions side by side, and the next one follows before both are through.
const seed = Number(process.env.PROPERTY_SEED ?? 20_261_122);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 3);
const database = useDatabase();
const sideBySide = (on: Database) => createTestIngest(on, 40, {}, 2).service;
beforeEach(() => wipe(database));

/** Ids are made anew each time. */
const customersWithoutIds = async () => (await dumpCustomers(database)).map(({ id: _, ...customer }) => customer);

async function* lines(records: readonly object[]) {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}

it('gives the customers that all at once give', { timeout: 60_000 * numRuns }, async () => {
  const property = fc.asyncProperty(arbitraryWorldSeed, async (world) => {
    const records = worldRecords(world);
    const isOfCatalogue = (record: object) => ['store', 'staff', 'product'].some((kind) => kind in record);
    await wipe(database);
    const whole = await createTestIngest(database).service.ingest(records);
    const expected = await customersWithoutIds();
    await wipe(database);
    const first = await sideBySide(database).ingest(records.filter(isOfCatalogue));
    const rest = await sideBySide(database).importLines(lines(records.filter((record) => !isOfCatalogue(record))));
    expect(await customersWithoutIds()).toEqual(expected);
    expect(first.rejected + rest.rejected).toBe(whole.rejected);
  });
  await fc.assert(property, { seed, numRuns, endOnFailure: true });
});

it('tells how far it is only where all before is in the graph, and can be taken up there', async () => {
  const person = (number: number) => ({
    customer: {
      ...{ source: 'crm', recordId: String(number), observedAt: '2026-06-18T11:02:00+08:00' },
      identifiers: [{ kind: 'phone', value: String(13_800_000_000 + number) }],
    },
  });
  const file = Array.from({ length: 160 }, (_, number) => person(number));
  let written = 0;
  const failing: Database = {
    ...database,
    writeTransaction: (name, work, options) =>
      database.writeTransaction(
        name,
        async (transaction) => {
          const outcome = await work(transaction);
          written += name === 'intake.loadBatch' ? 1 : 0;
          if (written === 4) throw new Error('the server stops before it commits');
          return outcome;
        },
        options,
      ),
  };
  const told: number[] = [];
  const sent = sideBySide(failing).importLines(lines(file), {
    onProgress: ({ line }) => void told.push(line),
  });
  await expect(sent).rejects.toThrow('the server stops');
  expect(told.every((line) => line <= 80)).toBe(true);
  const kept = (await dumpCustomers(database)).length;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(160);
  const report = await sideBySide(database).importLines(lines(file));
  expect(report).toMatchObject({ received: 160, created: 160 - kept, unchanged: kept, rejected: 0 });
  expect(await dumpCustomers(database)).toHaveLength(160);
});
