import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest } from '../support/intake.ts';
import { limitedRules, meaningOf, readMeaning, recordOf, someLimitedFact } from './limited-facts.ts';

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_122);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 25);
const database = useDatabase();

describe(`limits on joining (seed ${seed})`, () => {
  it('give the same people, golden names and possible matches in any order and any portions', {
    timeout: 20_000 * numRuns,
  }, async () => {
    const arrivals = fc
      .array(someLimitedFact, { minLength: 2, maxLength: 9 })
      .chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray([...facts.keys()], { minLength: facts.length }),
          fc.integer({ min: 1, max: 4 }),
        ),
      );
    const property = fc.asyncProperty(arrivals, async ([facts, order, portion]) => {
      await wipe(database);
      const { service } = createTestIngest(database, portion, limitedRules);
      const report = await service.ingest(order.map((position) => recordOf(facts, position)));
      expect(report.rejected).toBe(0);
      expect(await readMeaning(database)).toEqual(meaningOf(facts));
    });
    await fc.assert(property, { seed, numRuns });
  });
});
