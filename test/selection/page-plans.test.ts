import { beforeAll, describe, expect, it } from 'vitest';
import type { OrderBy } from '../../src/audience/selection/ordering.ts';
import { useDatabase } from '../support/database.ts';
import { createAudience } from './audience.ts';
import { profileOf } from './profile.ts';
import { createCustomers, createOrders } from './world.ts';

const database = useDatabase();
const { selection } = createAudience(database);

const COUNT = 2_000;
/** Far less than the list, and room for the ties of a page. */
const FEW = 250;

const numbered = (at: number) => `cus_${String(at).padStart(5, '0')}`;

beforeAll(async () => {
  await createCustomers(
    database,
    Array.from({ length: COUNT }, (_, at) => ({
      id: numbered(at),
      city: at % 3 === 0 ? null : `City ${at % 100}`,
      lastPurchaseAt: at % 2 === 0 ? null : new Date(Date.UTC(2026, 0, 1, at)),
    })),
  );
  await createOrders(
    database,
    Array.from({ length: COUNT }, (_, at) => ({
      customer: numbered(at),
      number: String(at),
      placedAt: new Date(Date.UTC(2026, 0, 1, at)).toISOString(),
    })),
  );
  await database.write({
    name: 'test.possibleMatches',
    text: `MATCH (one:Customer) WITH one ORDER BY one.id WITH collect(one) AS people UNWIND range(0, size(people) - 2) AS at
WITH people[at] AS one, people[at + 1] AS other, at
CREATE (one)-[:POSSIBLE_MATCH {reason: 'ALIKE', via: '', one: one.id, other: other.id, oneFact: 'customer:s|' + at,
  otherFact: 'customer:t|' + at, scoreMillionths: 500000 + at / 4, comparison: '{"prior":0,"fields":[]}'}]->(other)`,
  });
  // Plans follow what is known of the indexes, which is else brought up to date in the background, some time later.
  await database.write({ name: 'test.replan', text: 'CALL db.prepareForReplanning(120)' });
});

/** The most rows that any step of the statement handled. */
async function mostRows(work: () => Promise<unknown>): Promise<number> {
  const operators = await profileOf(database, work);
  expect(operators.length).toBeGreaterThan(0);
  return Math.max(...operators.map((operator) => operator.rows));
}

describe('a page of a long list reads little more than the page', () => {
  const orderings: [string, OrderBy[]][] = [
    ['id', []],
    ['a time that many do not have', [{ field: 'LAST_PURCHASE_AT', direction: 'DESC' }]],
    ['a text with many ties', [{ field: 'CITY', direction: 'ASC' }]],
  ];

  it.each(orderings)('by %s, from either end and in the middle', async (_, orderBy) => {
    const middle = async () => {
      let page = await selection.customers({ orderBy, first: 250 });
      for (let turn = 0; turn < 3; turn += 1) {
        page = await selection.customers({ orderBy, first: 250, after: page.pageInfo.endCursor });
      }
      return page.pageInfo.endCursor;
    };
    const cursor = await middle();
    expect(await mostRows(() => selection.customers({ orderBy, first: 50 }))).toBeLessThan(FEW);
    expect(await mostRows(() => selection.customers({ orderBy, first: 50, after: cursor }))).toBeLessThan(FEW);
    expect(await mostRows(() => selection.customers({ orderBy, last: 50 }))).toBeLessThan(FEW);
    expect(await mostRows(() => selection.customers({ orderBy, last: 50, before: cursor }))).toBeLessThan(FEW);
  });

  it('of orders, newest first', async () => {
    const first = await selection.orders({ first: 250 });
    expect(await mostRows(() => selection.orders({ first: 50 }))).toBeLessThan(FEW);
    expect(await mostRows(() => selection.orders({ first: 50, after: first.pageInfo.endCursor }))).toBeLessThan(FEW);
  });

  it('of possible matches, the likeliest first', async () => {
    const first = await selection.possibleMatches({ first: 250 });
    const after = first.pageInfo.endCursor;
    expect(await mostRows(() => selection.possibleMatches({ first: 50 }))).toBeLessThan(FEW);
    expect(await mostRows(() => selection.possibleMatches({ first: 50, after }))).toBeLessThan(FEW);
    expect(await mostRows(() => selection.possibleMatches({ first: 50, reason: 'ALIKE' }))).toBeLessThan(FEW);
  });

  it('of the filtered orders of fifty customers', async () => {
    const ids = Array.from({ length: 50 }, (_, at) => numbered(at));
    const filter = { status: { eq: 'PAID' } };
    expect(await mostRows(() => selection.ordersOfCustomers(ids, { filter }))).toBeLessThan(FEW);
    expect(await mostRows(() => selection.ordersOfCustomers(ids, {}))).toBeLessThan(FEW);
  });

  it('and what stands before it is found by one look', async () => {
    const first = await selection.customers({ first: 250 });
    const page = await selection.customers({ first: 50, after: first.pageInfo.endCursor });
    expect(await mostRows(() => page.pageInfo.hasPreviousPage())).toBeLessThan(5);
  });

  it('and the total of all comes from the count that the graph keeps', async () => {
    const page = await selection.customers({ first: 1 });
    const operators = await profileOf(database, () => page.totalCount());
    expect(operators.map((operator) => operator.name)).toContain('NodeCountFromCountStore');
    expect(await page.totalCount()).toBe(COUNT);
  });
});
