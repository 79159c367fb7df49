import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIdentityRules } from '../../src/intake/identity/identity-rules.ts';
import { linkFacts } from '../../src/intake/identity/linking/link-facts.ts';
import { createReadLinkKey } from '../../src/intake/identity/linking/link-limits.ts';
import { compositeKey } from '../../src/platform/ids.ts';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest, dumpCustomers } from '../support/intake.ts';

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_122);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 25);
const database = useDatabase();
const rules = {
  kinds: {
    phone: { normaliser: 'trim', scoped: false, strength: 'strong', priority: 30, sharedAbove: 2 },
    email: { normaliser: 'trim', scoped: false, strength: 'strong', priority: 40, maxPerCustomer: 2 },
    card: { normaliser: 'trim', scoped: false, strength: 'strong', priority: 10, exclusive: true },
  },
};
const readKey = createReadLinkKey(buildIdentityRules(rules, 'the rules of the test'));

interface Fact {
  readonly at: number;
  readonly values: readonly (readonly [kind: string, value: string])[];
  readonly name: string | null;
  /** An order names its person by these values, or by the record of that number. */
  readonly order: boolean;
  readonly record: number | null;
}

const someValue = fc.oneof(
  fc.tuple(fc.constant('phone'), fc.constantFrom('p1', 'p2', 'p3')),
  fc.tuple(fc.constant('email'), fc.constantFrom('e1', 'e2', 'e3', 'e4')),
  fc.tuple(fc.constant('card'), fc.constantFrom('c1', 'c2', 'c3')),
);
const someFact: fc.Arbitrary<Fact> = fc.record({
  at: fc.integer({ min: 0, max: 20 }),
  values: fc.uniqueArray(someValue, { minLength: 1, maxLength: 3, selector: ([kind, value]) => `${kind} ${value}` }),
  name: fc.constantFrom(null, 'Lin', 'Wang', 'Zhao', 'Zhou'),
  order: fc.boolean(),
  record: fc.option(fc.nat({ max: 5 }), { freq: 4 }),
});

const instantOf = (at: number) => new Date(Date.UTC(2026, 0, 1 + at));
const keyOf = (fact: Fact, position: number) => compositeKey('s', `${fact.order ? 'o' : 'r'}${position}`);
const refersTo = (facts: readonly Fact[], fact: Fact) =>
  fact.order && fact.record !== null && facts[fact.record]?.order === false ? fact.record : null;

function recordOf(facts: readonly Fact[], position: number): object {
  const fact = facts[position] as Fact;
  const identifiers = fact.values.map(([kind, value]) => ({ kind, value }));
  const at = instantOf(fact.at).toISOString();
  if (!fact.order)
    return {
      customer: {
        source: 's',
        recordId: `r${position}`,
        observedAt: at,
        identifiers,
        ...(fact.name === null ? {} : { profile: { displayName: fact.name } }),
      },
    };
  const record = refersTo(facts, fact);
  return {
    order: {
      source: 's',
      number: `o${position}`,
      placedAt: at,
      currency: 'CNY',
      customer: record === null ? { identifiers } : { record: { source: 's', recordId: `r${record}` }, identifiers },
      lines: [],
      total: '10.00',
    },
  };
}

/** What the facts mean, decided at once from all of them. */
function expected(facts: readonly Fact[]) {
  const node = (position: number) =>
    `${facts[position]?.order ? 'order' : 'customer'}:${keyOf(facts[position] as Fact, position)}`;
  const linked = linkFacts(
    facts.map((fact, position) => ({
      node: node(position),
      strongKeys: fact.values.map(([kind, value]) => compositeKey(kind, '', value)),
      seenAt: instantOf(fact.at),
      name: fact.order || fact.name === null ? null : fact.name.toLowerCase(),
    })),
    {
      together: facts.flatMap((fact, position): [string, string][] => {
        const record = refersTo(facts, fact);
        return record === null ? [] : [[node(position), node(record)]];
      }),
      apart: [],
    },
    readKey,
    new Set(),
  );
  return {
    people: linked.groups.map((nodes) => [...nodes].sort().join(' ')).sort(),
    refusals: linked.refusals.map(({ reason, key, one, other }) => `${reason} ${key} ${one} ${other}`).sort(),
    shared: [...linked.shared.keys()].sort(),
  };
}

const matches: Query = {
  name: 'test.possibleMatches',
  text: `MATCH (:Customer)-[match:POSSIBLE_MATCH]->(:Customer)
RETURN match.reason AS reason, match.via AS via, match.oneFact AS one, match.otherFact AS other`,
};
const sharedOnes: Query = {
  name: 'test.shared',
  text: 'MATCH (identifier:Identifier {shared: true}) RETURN identifier.key AS key',
};

async function actual() {
  const customers = await dumpCustomers(database);
  const rows = await database.read<Record<'reason' | 'via' | 'one' | 'other', string>>(matches);
  const shared = await database.read<{ key: string }>(sharedOnes);
  for (const { orders, purchaseCount, totalSpentMinor } of customers)
    expect({ purchaseCount, totalSpentMinor }).toEqual({
      purchaseCount: orders.length,
      totalSpentMinor: orders.length * 1000,
    });
  return {
    people: customers
      .map(({ records, orders }) =>
        [...records.map((key) => `customer:${key}`), ...orders.map((key) => `order:${key}`)].sort().join(' '),
      )
      .sort(),
    refusals: rows.map(({ reason, via, one, other }) => `${reason} ${via} ${one} ${other}`).sort(),
    shared: shared.map(({ key }) => key).sort(),
  };
}

describe(`limits on joining (seed ${seed})`, () => {
  it('give the same people and possible matches in any order and any portions', {
    timeout: 20_000 * numRuns,
  }, async () => {
    const arrivals = fc
      .array(someFact, { minLength: 2, maxLength: 9 })
      .chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray([...facts.keys()], { minLength: facts.length }),
          fc.integer({ min: 1, max: 4 }),
        ),
      );
    const property = fc.asyncProperty(arrivals, async ([facts, order, portion]) => {
      await wipe(database);
      const { service } = createTestIngest(database, portion, rules);
      const report = await service.ingest(order.map((position) => recordOf(facts, position)));
      expect(report.rejected).toBe(0);
      expect(await actual()).toEqual(expected(facts));
    });
    await fc.assert(property, { seed, numRuns });
  });
});
