import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { order, record } from '../identity/people.ts';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest, type DumpedCustomer, dumpCustomers } from '../support/intake.ts';

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_122);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 8);
const database = useDatabase();
const stamp = { actor: 'mei@brand.example', reason: 'she called us' };

/** Somebody with values of their own: `both` is stated by a record, `ordered` only named by orders. */
interface Person {
  readonly records: number;
  readonly orders: number;
  readonly at: number;
}
/** Two people become one: by a fact that names a value of each, or because somebody says so. */
interface Join {
  readonly pair: readonly [number, number];
  readonly by: 'RECORD' | 'ORDER' | 'DECISION';
  /** Which of their values the fact names. */
  readonly values: readonly [boolean, boolean];
  /** It may tell of a time before everything else. */
  readonly at: number;
  /** A fact of the first that comes afterwards, and names only what was the first one's. */
  readonly since: boolean;
  readonly undoneBy: 'UNDO' | 'REVOKE';
}
const someDay = fc.integer({ min: 1, max: 20 });
const someJoin: fc.Arbitrary<Join> = fc.record({
  pair: fc.tuple(fc.nat(), fc.nat()),
  by: fc.constantFrom('RECORD', 'ORDER', 'DECISION'),
  values: fc.tuple(fc.boolean(), fc.boolean()),
  at: someDay,
  since: fc.boolean(),
  undoneBy: fc.constantFrom('UNDO', 'REVOKE'),
});
const someHistory = fc.record({
  people: fc.array(fc.record({ records: fc.integer({ min: 1, max: 2 }), orders: fc.nat({ max: 2 }), at: someDay }), {
    minLength: 3,
    maxLength: 4,
  }),
  joins: fc.array(someJoin, { minLength: 1, maxLength: 3 }),
});

const stated = (person: number) => ['tmall_id', `t${person}`] as const;
const ordered = (person: number) => ['email', `only-ordered-${person}@mail.example`] as const;

/** Everything of one person, one of the records being tied to the other by an order only. */
function factsOf({ records, orders, at }: Person, person: number): RecordInput[] {
  const more = { tags: [`p${person}`] };
  return [
    record(`a|${person}`, at, [stated(person)], `Name ${person}`, more),
    order(`tie|${person}`, at, [stated(person), ordered(person)]),
    ...(records === 2 ? [record(`b|${person}`, at + 1, [ordered(person)], `Newer ${person}`, more)] : []),
    ...Array.from({ length: orders }, (_, number) => order(`o${number}|${person}`, at + 2, [ordered(person)])),
  ];
}

const merges: Query = {
  name: 'test.merges',
  text: 'MATCH (merged:MergedCustomer) RETURN merged.mergeId AS id ORDER BY id',
};
const mergeIds = async () => (await database.read<{ id: string }>(merges)).map(({ id }) => id);

/** Customers as far as they are made of some facts, and figures recounted from all of theirs. */
function told(customers: readonly DumpedCustomer[], known: ReadonlySet<string>) {
  for (const { orders, purchaseCount, totalSpentMinor } of customers)
    expect({ purchaseCount, totalSpentMinor }).toEqual({
      purchaseCount: orders.length,
      totalSpentMinor: orders.length * 1000,
    });
  return customers
    .map(({ id, records, orders, displayName, tags }) => ({
      id,
      facts: [...records, ...orders].filter((key) => known.has(key)).sort(),
      displayName,
      tags,
    }))
    .filter(({ facts }) => facts.length > 0)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

describe(`undoing merges (seed ${seed})`, () => {
  it('one after the other, newest first, gives what was before each, and keeps what came since with whom it names', {
    timeout: 60_000 + 60_000 * numRuns,
  }, async () => {
    const property = fc.asyncProperty(someHistory, async ({ people, joins }) => {
      await wipe(database);
      const { service, decisions } = createTestIngest(database);
      await service.ingest(people.flatMap(factsOf));
      const known = new Set((await dumpCustomers(database)).flatMap(({ records, orders }) => [...records, ...orders]));
      const before: { undo: () => Promise<void>; customers: ReturnType<typeof told>; known: Set<string> }[] = [];
      const since = new Map<string, string>();

      for (const [number, join] of joins.entries()) {
        const [one, other] = join.pair.map((at) => at % people.length) as [number, number];
        const customers = await dumpCustomers(database);
        const ids = [one, other].map(
          (person) => customers.find((held) => held.records.includes(`a|${person}`))?.id as string,
        );
        if (ids[0] === ids[1]) continue;
        const merged = new Set(await mergeIds());
        let decisionId: string | null = null;
        const names = [
          join.values[0] ? stated(one) : ordered(one),
          join.values[1] ? stated(other) : ordered(other),
        ] as const;
        if (join.by === 'RECORD') await service.ingest([record(`join|${number}`, join.at, names)]);
        if (join.by === 'ORDER') await service.ingest([order(`join|${number}`, join.at, names)]);
        if (join.by === 'DECISION') ({ decisionId } = await decisions.merge(ids, stamp));
        const made = (await mergeIds()).filter((id) => !merged.has(id));
        expect(made).toHaveLength(1);
        const undo = async () => {
          if (decisionId !== null && join.undoneBy === 'REVOKE') await decisions.revoke(decisionId, stamp);
          else await decisions.undoMerge(made[0] as string, stamp);
        };
        before.push({ undo, customers: told(customers, known), known: new Set(known) });
        if (join.since) {
          await service.ingest([order(`since|${number}`, join.at, [join.values[0] ? ordered(one) : stated(one)])]);
          since.set(`since|${number}`, `a|${one}`);
        }
        for (const key of [`join|${number}`, `since|${number}`]) known.add(key);
      }

      for (const { undo, customers, known: then } of before.reverse()) {
        await undo();
        const after = await dumpCustomers(database);
        expect(told(after, then)).toEqual(customers);
        for (const [fact, owner] of since)
          expect(after.find(({ orders }) => orders.includes(fact))?.records).toContain(owner);
      }
    });
    await fc.assert(property, { seed, numRuns });
  });
});
