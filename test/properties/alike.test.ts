import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIdentityRules } from '../../src/intake/identity/identity-rules.ts';
import { createIdentityDecisionsService } from '../../src/intake/identity-decisions.service.ts';
import { createMatchingService } from '../../src/intake/matching.service.ts';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest, dumpCustomers } from '../support/intake.ts';

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_201);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 6);
const database = useDatabase();

interface Person {
  readonly recordId: string;
  readonly at: number;
  readonly name: string;
  readonly birthDate: string | null;
  readonly phone: string;
}

const somePerson = fc.record({
  recordId: fc.constantFrom(...Array.from({ length: 14 }, (_, at) => `r${at}`)),
  at: fc.integer({ min: 1, max: 28 }),
  name: fc.constantFrom('王伟', '王偉', 'Wang Wei', 'Wei Wang', 'John Smith', 'Jon Smith', '李娜'),
  birthDate: fc.constantFrom(null, '1990-01-01', '1990-01-01', '1990-01-02', '1985-07-09'),
  phone: fc.constantFrom('13812345678', '13812345679', '13812345670', '13900000001', '13900000010'),
});

const toRecord = ({ recordId, at, name, birthDate, phone }: Person) => ({
  customer: {
    source: 's',
    recordId,
    observedAt: `2026-05-${String(at).padStart(2, '0')}T00:00:00Z`,
    identifiers: [{ kind: 'phone', value: phone }],
    profile: { displayName: name, ...(birthDate === null ? {} : { birthDate }) },
  },
});

const matches: Query = {
  name: 'test.alike',
  text: `MATCH (:Customer)-[match:POSSIBLE_MATCH {reason: 'ALIKE'}]->(:Customer)
RETURN match.oneFact AS one, match.otherFact AS other, match.scoreMillionths AS score, match.comparison AS comparison
ORDER BY one, other`,
};
const accepted: Query = {
  name: 'test.accepted',
  text: 'MATCH ()-[decision:DECIDED]->() WHERE decision.scoreMillionths IS NOT NULL RETURN decision.id AS id',
};
const left: Query = {
  name: 'test.left',
  text: 'MATCH (node) WHERE node:KeysDue OR node:ScoresDue RETURN count(node) AS due',
};

/** What the graph holds after portions came, each compared before the next or only at the end. */
async function arrive(portions: readonly (readonly Person[])[], compareBetween: boolean, rules: object = {}) {
  await wipe(database);
  const { service, clock } = createTestIngest(database, 1_000, rules);
  const fail = (error: unknown) => {
    throw error;
  };
  const built = buildIdentityRules(rules, 'the rules of the test');
  const afterDecision = () => matching.markStale();
  const { decideByRule } = createIdentityDecisionsService({ database, clock, rules: built, afterDecision });
  const matching = createMatchingService({ database, rules: built, onError: fail, decide: decideByRule });
  for (const portion of portions) {
    expect((await service.ingest(portion.map(toRecord))).rejected).toBe(0);
    matching.markStale();
    if (compareBetween) await matching.drain();
  }
  await matching.drain();
  expect(await database.read(left)).toEqual([{ due: 0 }]);
  const customers = await dumpCustomers(database);
  return {
    people: customers.map(({ records, identifiers, displayName }) => ({ records, identifiers, displayName })),
    matches: await database.read(matches),
    accepted: (await database.read(accepted)).length,
  };
}

function inPortions<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size));
}

describe(`customers who are alike (seed ${seed})`, () => {
  it('are the same with the same scores in any order, any portions, sent once or twice', {
    timeout: 60_000 * numRuns,
  }, async () => {
    const arrivals = fc
      .array(somePerson, { minLength: 6, maxLength: 24 })
      .chain((people) =>
        fc.tuple(
          fc.constant(people),
          fc.shuffledSubarray(people, { minLength: people.length }),
          fc.integer({ min: 1, max: 9 }),
        ),
      );
    const most = { matches: 0, people: 0 };
    const accept = { possibleMatches: { acceptAbove: 0.999 } };
    const property = fc.asyncProperty(arrivals, fc.boolean(), async ([people, shuffled, size], isAccepting) => {
      const rules = isAccepting ? accept : {};
      const atOnce = await arrive([people], false, rules);
      most.matches = Math.max(most.matches, atOnce.matches.length);
      if (isAccepting) most.people = Math.max(most.people, atOnce.accepted);
      expect(await arrive(inPortions([...shuffled, ...shuffled.slice(0, 5)], size), true, rules)).toMatchObject({
        people: atOnce.people,
        matches: atOnce.matches,
      });
    });
    await fc.assert(property, { seed, numRuns });
    expect(most.matches).toBeGreaterThan(0);
    expect(most.people).toBeGreaterThan(0);
  });

  it('are the same when a name turns out to be too frequent to compare by', { timeout: 300_000 }, async () => {
    const people = Array.from({ length: 70 }, (_, at) => ({
      recordId: `r${at}`,
      at: 1,
      name: '王伟',
      birthDate: at < 3 ? '1990-01-01' : null,
      phone: `139${String(10_000_000 + at * 137_911)}`,
    }));
    const atOnce = await arrive([people], false);
    const pairs = atOnce.matches.map(({ one, other }) => `${one} ${other}`.replace(/customer:s\|/g, ''));
    expect(pairs).toEqual(['r0 r1', 'r0 r2', 'r1 r2']);
    expect(await arrive(inPortions([...people].reverse(), 31), true)).toEqual(atOnce);
  });
});
