import fc from 'fast-check';
import { expect } from 'vitest';
import { buildIdentityRules } from '../../src/intake/identity/identity-rules.ts';
import { linkFacts } from '../../src/intake/identity/linking/link-facts.ts';
import { createReadLinkKey } from '../../src/intake/identity/linking/link-limits.ts';
import { compositeKey } from '../../src/platform/ids.ts';
import type { Database, Query } from '../../src/platform/neo4j/database.ts';
import { dumpCustomers } from '../support/intake.ts';

/** Rules under which the few values of the facts below meet every limit. */
export const limitedRules = {
  kinds: {
    phone: { normaliser: 'trim', scoped: false, strength: 'strong', priority: 30, sharedAbove: 2 },
    email: { normaliser: 'trim', scoped: false, strength: 'strong', priority: 40, maxPerCustomer: 2 },
    card: { normaliser: 'trim', scoped: false, strength: 'strong', priority: 10, exclusive: true },
  },
};
const readKey = createReadLinkKey(buildIdentityRules(limitedRules, 'the rules of the test'));

/** A record or order, told by its place in a list. */
export interface LimitedFact {
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
/** Any of them. */
export const someLimitedFact: fc.Arbitrary<LimitedFact> = fc.record({
  at: fc.integer({ min: 0, max: 20 }),
  values: fc.uniqueArray(someValue, { minLength: 1, maxLength: 3, selector: ([kind, value]) => `${kind} ${value}` }),
  name: fc.constantFrom(null, 'Lin', 'Wang', 'Zhao', 'Zhou'),
  order: fc.boolean(),
  record: fc.option(fc.nat({ max: 5 }), { freq: 4 }),
});

const instantOf = (at: number) => new Date(Date.UTC(2026, 0, 1 + at));
/** Key of the fact at a position: `s|r3`, or `s|o3` of an order. */
export const keyOf = (fact: LimitedFact, position: number) => compositeKey('s', `${fact.order ? 'o' : 'r'}${position}`);
const refersTo = (facts: readonly LimitedFact[], fact: LimitedFact) =>
  fact.order && fact.record !== null && facts[fact.record]?.order === false ? fact.record : null;

/** The fact at a position, as an import file has it. */
export function recordOf(facts: readonly LimitedFact[], position: number): object {
  const fact = facts[position] as LimitedFact;
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

/** What somebody decided of the records at two positions. */
export interface DecidedPair {
  readonly one: number;
  readonly other: number;
  readonly verdict: 'APART' | 'TOGETHER';
}

/** The name that the newest of the records that state one gives a person. */
function nameOf(facts: readonly LimitedFact[], positions: readonly number[]): string | null {
  const named = positions.filter((at) => !facts[at]?.order && facts[at]?.name !== null);
  const newest = named.sort((one, other) => (facts[other]?.at ?? 0) - (facts[one]?.at ?? 0) || other - one)[0];
  return newest === undefined ? null : (facts[newest]?.name ?? null);
}

/** What facts and the decisions that stand mean, decided at once from all of them. */
export function meaningOf(facts: readonly LimitedFact[], decided: readonly DecidedPair[] = []) {
  const node = (position: number) =>
    `${facts[position]?.order ? 'order' : 'customer'}:${keyOf(facts[position] as LimitedFact, position)}`;
  const pairs = (verdict: DecidedPair['verdict']) =>
    decided
      .filter((pair) => pair.verdict === verdict)
      .map(({ one, other }): [string, string] => [node(one), node(other)]);
  const linked = linkFacts(
    facts.map((fact, position) => ({
      node: node(position),
      strongKeys: fact.values.map(([kind, value]) => compositeKey(kind, '', value)),
      seenAt: instantOf(fact.at),
      name: fact.order || fact.name === null ? null : fact.name.toLowerCase(),
      isRecord: !fact.order,
    })),
    {
      together: [
        ...facts.flatMap((fact, position): [string, string][] => {
          const record = refersTo(facts, fact);
          return record === null ? [] : [[node(position), node(record)]];
        }),
        ...pairs('TOGETHER'),
      ],
      apart: pairs('APART'),
    },
    readKey,
    new Set(),
  );
  return {
    people: linked.groups
      .map((nodes) => {
        const positions = [...facts.keys()].filter((position) => nodes.has(node(position)));
        return `${[...nodes].sort().join(' ')} ${nameOf(facts, positions)}`;
      })
      .sort(),
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

/** The same of the graph; figures must be what a recount gives. */
export async function readMeaning(database: Database) {
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
      .map(({ records, orders, displayName }) => {
        const nodes = [...records.map((key) => `customer:${key}`), ...orders.map((key) => `order:${key}`)];
        return `${nodes.sort().join(' ')} ${displayName}`;
      })
      .sort(),
    refusals: rows.map(({ reason, via, one, other }) => `${reason} ${via} ${one} ${other}`).sort(),
    shared: shared.map(({ key }) => key).sort(),
  };
}
