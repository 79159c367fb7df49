import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { createAudience, refusalOf, statementsOf } from './audience.ts';
import { createCustomers, createStores } from './world.ts';

const database = useDatabase();
const { selection } = createAudience(database);

const refusal = (input: Parameters<typeof selection.customers>[0]) => refusalOf(() => selection.customers(input));
const encoded = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');

beforeAll(async () => {
  await createCustomers(database, [{ id: 'cus_1' }, { id: 'cus_2' }, { id: 'cus_3' }]);
  await createStores(database, [{ code: 's-1' }]);
});

describe('a page that cannot be given', () => {
  it.each([
    [{ first: 0 }, 'first must be a whole number from 1 to 250, not 0.', 'first'],
    [{ first: -1 }, 'first must be a whole number from 1 to 250, not -1.', 'first'],
    [{ first: 251 }, 'first must be a whole number from 1 to 250, not 251.', 'first'],
    [{ first: 1.5 }, 'first must be a whole number from 1 to 250, not 1.5.', 'first'],
    [{ last: 0 }, 'last must be a whole number from 1 to 250, not 0.', 'last'],
    [{ last: -7 }, 'last must be a whole number from 1 to 250, not -7.', 'last'],
    [{ last: 251 }, 'last must be a whole number from 1 to 250, not 251.', 'last'],
    [{ first: 1, last: 1 }, 'first and last exclude each other: give one of them.', 'last'],
  ])('%j is refused by name of the argument', async (page, message, argument) => {
    const error = await refusal(page);
    expect([error.code, error.message, error.details.argument]).toEqual(['BAD_USER_INPUT', message, argument]);
  });

  it('is refused before anything is asked of the graph', async () => {
    expect(await statementsOf(database, () => refusal({ first: 0 }))).toEqual([]);
  });

  it('takes 250 and 1', async () => {
    expect((await selection.customers({ first: 250 })).nodes.length).toBe(3);
    expect((await selection.customers({ last: 1 })).nodes.map((node) => node.id)).toEqual(['cus_3']);
  });

  it('refuses a field that the list cannot be sorted by', async () => {
    for (const field of ['SHOE_SIZE', 'constructor']) {
      const error = await refusal({ orderBy: [{ field }] });
      expect([error.code, error.message]).toEqual(['BAD_USER_INPUT', `customers cannot be sorted by ${field}.`]);
    }
  });

  it('refuses filter together with rule', async () => {
    const error = await refusal({ filter: { known: true }, rule: 'purchases' });
    expect([error.code, error.message]).toEqual([
      'BAD_USER_INPUT',
      'filter and rule exclude each other: give one of them.',
    ]);
  });

  it('refuses a faulty rule with all its problems', async () => {
    const error = await refusal({ rule: 'citty = "x" and tags has' });
    expect(error.code).toBe('INVALID_RULE');
    expect(error.details.problems).toMatchObject([
      { code: 'UNKNOWN_NAME', line: 1, column: 1, length: 5, suggestions: ['city'] },
      { line: 1 },
    ]);
  });

  it('refuses a faulty filter with the path to the fault', async () => {
    const error = await refusal({ filter: { and: [{ citty: { eq: 'x' } }] } });
    expect(error.code).toBe('INVALID_RULE');
    expect(error.details.problems).toMatchObject([{ code: 'UNKNOWN_NAME', path: ['and', '0', 'citty'] }]);
  });
});

describe('a cursor', () => {
  it('of the same list and order is taken', async () => {
    const { pageInfo } = await selection.customers({ first: 1 });
    const next = await selection.customers({ first: 5, after: pageInfo.endCursor });
    expect(next.nodes.map((node) => node.id)).toEqual(['cus_2', 'cus_3']);
  });

  it('is opaque: base64url', async () => {
    const { pageInfo } = await selection.customers({ first: 1 });
    expect(pageInfo.endCursor).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('of another order or list is refused', async () => {
    const byCity = await selection.customers({ first: 1, orderBy: [{ field: 'CITY' }] });
    const byCityDown = await selection.customers({ first: 1, orderBy: [{ field: 'CITY', direction: 'DESC' }] });
    const stores = await selection.stores({ first: 1 });
    for (const page of [byCity, byCityDown, stores]) {
      const error = await refusal({ after: page.pageInfo.endCursor });
      expect([error.code, error.message, error.details]).toEqual([
        'INVALID_CURSOR',
        'The cursor given as after belongs to another list or order.',
        { argument: 'after' },
      ]);
    }
  });

  it.each([
    ['nothing', ''],
    ['not base64url', '%%%'],
    ['not JSON', Buffer.from('nonsense').toString('base64url')],
    ['another version', encoded([2, 'customers:id ASC', ['cus_1']])],
    ['too few values', encoded([1, 'customers:id ASC', []])],
    ['too many values', encoded([1, 'customers:id ASC', ['cus_1', 'cus_2']])],
    ['a value of the wrong type', encoded([1, 'customers:id ASC', [1]])],
    ['an object as value', encoded([1, 'customers:id ASC', [{ $gt: '' }]])],
    ['a missing key', encoded([1, 'customers:id ASC', [null]])],
    ['far too long', 'A'.repeat(10_000)],
  ])('that is %s is refused', async (_, cursor) => {
    for (const argument of ['after', 'before'] as const) {
      const error = await refusal({ [argument]: cursor });
      expect([error.code, error.message]).toEqual([
        'INVALID_CURSOR',
        `The cursor given as ${argument} is not a cursor.`,
      ]);
    }
  });

  it.each(['yesterday', '2026-02-30T00:00:00Z', '2026-01-01T00:00:00+08:00', 5])(
    'with the instant %s is refused',
    async (value) => {
      const after = encoded([1, 'customers:lastPurchaseAt ASC,id ASC', [value, 'cus_1']]);
      const error = await refusal({ orderBy: [{ field: 'LAST_PURCHASE_AT' }], after });
      expect(error.code).toBe('INVALID_CURSOR');
    },
  );
});
