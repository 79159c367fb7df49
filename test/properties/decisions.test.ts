import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest } from '../support/intake.ts';
import { type DecidedPair, limitedRules, meaningOf, readMeaning, recordOf, someLimitedFact } from './limited-facts.ts';

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_122);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 12);
const database = useDatabase();
const stamp = { actor: 'mei@brand.example', reason: 'she called us' };

/** What somebody does: decides on two of the records, or takes back one of the decisions made so far. */
interface Step {
  readonly pair: readonly [number, number];
  readonly verdict: DecidedPair['verdict'] | 'REVOKE';
  /** How many portions of the facts come before it, at least. */
  readonly after: number;
}
const someStep: fc.Arbitrary<Step> = fc.record({
  pair: fc.tuple(fc.nat(), fc.nat()),
  verdict: fc.constantFrom('APART', 'APART', 'TOGETHER', 'TOGETHER', 'REVOKE'),
  after: fc.nat({ max: 4 }),
});
const someHistory = fc.array(someLimitedFact, { minLength: 3, maxLength: 8 }).chain((facts) =>
  fc.record({
    facts: fc.constant(facts),
    order: fc.shuffledSubarray([...facts.keys()], { minLength: facts.length }),
    portion: fc.integer({ min: 1, max: 3 }),
    steps: fc.array(someStep, { minLength: 1, maxLength: 4 }),
  }),
);

/** Of one pair only the newest decision stands. */
const isOn =
  ({ one, other }: DecidedPair) =>
  (pair: DecidedPair) =>
    (pair.one === one && pair.other === other) || (pair.one === other && pair.other === one);

describe(`decisions among imports (seed ${seed})`, () => {
  it('leave what facts and decisions mean together, whichever facts came before which decision', {
    timeout: 60_000 + 60_000 * numRuns,
  }, async () => {
    const property = fc.asyncProperty(someHistory, async ({ facts, order, portion, steps }) => {
      await wipe(database);
      const { service, decisions } = createTestIngest(database, undefined, limitedRules);
      const records = [...facts.keys()].filter((position) => !facts[position]?.order);
      const nameOf = (position: number) => ({ source: 's', recordId: `r${position}` });
      const come = new Set<number>();
      const standing: (DecidedPair & { id: string })[] = [];
      const left = [...steps];

      async function decide({ pair, verdict }: Step): Promise<void> {
        if (verdict === 'REVOKE') {
          const [taken] = standing.splice(pair[0] % Math.max(1, standing.length), 1);
          if (taken) await decisions.revoke(taken.id, stamp);
          return;
        }
        const [one, other] = pair.map((number) => records[number % records.length] as number) as [number, number];
        if (one === other || !come.has(one) || !come.has(other)) return;
        const { decisionId } =
          verdict === 'APART'
            ? await decisions.keepApart(nameOf(one), nameOf(other), stamp)
            : await decisions.keepTogether(nameOf(one), nameOf(other), stamp);
        const replaced = standing.findIndex(isOn({ one, other, verdict }));
        if (replaced >= 0) standing.splice(replaced, 1);
        standing.push({ one, other, verdict, id: decisionId as string });
      }

      for (let from = 0, turn = 0; from < order.length; from += portion, turn++) {
        const now = order.slice(from, from + portion);
        expect(await service.ingest(now.map((position) => recordOf(facts, position)))).toMatchObject({ rejected: 0 });
        for (const position of now) come.add(position);
        while (left[0] && left[0].after <= turn) await decide(left.shift() as Step);
      }
      for (const step of left) await decide(step);
      expect(await readMeaning(database)).toEqual(meaningOf(facts, standing));
    });
    await fc.assert(property, { seed, numRuns });
  });
});
