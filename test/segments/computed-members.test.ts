import { beforeAll, describe, expect, it } from 'vitest';
import { createAudience, refusalOf, statementsOf } from '../selection/audience.ts';
import { createCustomers, createOrders } from '../selection/world.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const { clock, segments, selection } = createAudience(database);

const rules: Record<string, string> = {
  hikers: 'tags has "hiker"',
  'hikers who buy': 'in segment "hikers" and purchases',
  loyal: 'lifecycleStage = LOYAL',
  quiet: 'not in segment "hikers who buy"',
  recent: 'orders where (placedAt within 7 days)',
};

beforeAll(async () => {
  const at = new Date('2026-06-16T00:00:00Z');
  await createCustomers(database, [
    { id: 'cus_1', tags: ['hiker'], purchaseCount: 5, totalSpentMinor: 1, lastPurchaseAt: at },
    { id: 'cus_2', tags: ['hiker'] },
    { id: 'cus_3', purchaseCount: 1, totalSpentMinor: 1, lastPurchaseAt: at },
    { id: 'cus_4' },
  ]);
  await createOrders(database, [
    ...[1, 2, 3, 4, 5].map((number) => ({ customer: 'cus_1', number: `a${number}`, placedAt: at.toISOString() })),
    { customer: 'cus_3', number: 'b', placedAt: at.toISOString() },
    { customer: 'cus_4', number: 'c', placedAt: '2026-01-01T00:00:00Z', status: 'CANCELLED' },
  ]);
  for (const [name, rule] of Object.entries(rules)) await segments.save({ name, rule });
});

const named = async (name: string) => {
  const segment = await segments.get({ name });
  if (!segment) throw new Error(`no segment ${name}`);
  return segment;
};

describe('segments of customers', () => {
  it('are found for all customers and segments in one statement, beside those that read the segments and the tags', async () => {
    const ids = ['cus_1', 'cus_2', 'cus_3', 'cus_4', 'cus_none'];
    const sent = await statementsOf(database, async () => {
      const found = await segments.segmentsOfCustomers(ids);
      expect(Object.fromEntries([...found].map(([id, list]) => [id, list.map((segment) => segment.name)]))).toEqual({
        cus_1: ['hikers', 'hikers who buy', 'loyal', 'recent'],
        cus_2: ['hikers', 'quiet'],
        cus_3: ['quiet', 'recent'],
        cus_4: ['quiet'],
        cus_none: [],
      });
    });
    expect(sent).toEqual(['segments.all', 'tags.all', 'segments.ofCustomers']);
  });

  it('follow the clock', async () => {
    const found = await segments.segmentsOfCustomers(['cus_1'], new Date('2026-07-01T00:00:00Z'));
    expect(found.get('cus_1')?.map((segment) => segment.name)).toEqual(['hikers', 'hikers who buy', 'loyal']);
  });
});

describe('sizes of segments', () => {
  it('are counted for all in one statement, and say when', async () => {
    const all = (await segments.list({})).nodes;
    const sent = await statementsOf(database, async () => {
      const sizes = await segments.sizes(all);
      expect(all.map((segment) => [segment.name, sizes.get(segment.id)])).toEqual([
        ['hikers', { size: 2, computedAt: clock.now() }],
        ['hikers who buy', { size: 1, computedAt: clock.now() }],
        ['loyal', { size: 1, computedAt: clock.now() }],
        ['quiet', { size: 3, computedAt: clock.now() }],
        ['recent', { size: 2, computedAt: clock.now() }],
      ]);
    });
    expect(sent).toEqual(['segments.namedInRules', 'tags.all', 'segments.sizes']);
  });
});

describe('members', () => {
  it('come by id, in pages, and are counted only when asked', async () => {
    const quiet = await named('quiet');
    const sent = await statementsOf(database, async () => {
      const page = await segments.members(quiet, { first: 2 });
      expect(page.nodes.map((customer) => customer.id)).toEqual(['cus_2', 'cus_3']);
      expect(await page.totalCount()).toBe(3);
      const next = await segments.members(quiet, { first: 2, after: page.pageInfo.endCursor });
      expect(next.nodes.map((customer) => customer.id)).toEqual(['cus_4']);
    });
    expect(sent.filter((name) => name.startsWith('customers.'))).toEqual([
      'customers.page',
      'customers.count',
      'customers.page',
    ]);
  });

  it('are streamed by id for a segment, a rule or a filter', async () => {
    const idsOf = async (input: Parameters<typeof segments.openMembers>[0]) => {
      const ids: string[] = [];
      for await (const customer of (await segments.openMembers(input)).customers()) ids.push(customer.id);
      return ids;
    };
    expect(await idsOf({ segment: 'quiet' })).toEqual(['cus_2', 'cus_3', 'cus_4']);
    expect(await idsOf({ segment: (await named('hikers')).id })).toEqual(['cus_1', 'cus_2']);
    expect(await idsOf({ rule: 'in segment "recent"' })).toEqual(['cus_1', 'cus_3']);
    expect(await idsOf({ rule: 'in segment "recent"', asOf: new Date('2026-07-01T00:00:00Z') })).toEqual([]);
    expect(await idsOf({ filter: {} })).toEqual(['cus_1', 'cus_2', 'cus_3', 'cus_4']);
  });

  it('cannot be streamed of none, of two things or of an unknown segment', async () => {
    const drain = async (input: Parameters<typeof segments.openMembers>[0]) => {
      for await (const _ of (await segments.openMembers(input)).customers());
    };
    expect((await refusalOf(() => drain({}))).code).toBe('BAD_USER_INPUT');
    expect((await refusalOf(() => drain({ segment: 'quiet', rule: 'purchases' }))).code).toBe('BAD_USER_INPUT');
    expect((await refusalOf(() => drain({ segment: 'nobody' }))).code).toBe('NOT_FOUND');
  });

  it('of an unknown segment inside a rule are refused, with its place', async () => {
    const error = await refusalOf(() => selection.customers({ rule: 'in segment "hiker"' }));
    expect(error.code).toBe('INVALID_RULE');
    expect(error.details.problems).toMatchObject([
      { code: 'UNKNOWN_SEGMENT', line: 1, column: 1, suggestions: ['hikers'] },
    ]);
    const filter = { or: [{ inSegment: 'hikers' }, { inSegment: 'nobody' }] };
    expect((await refusalOf(() => selection.customers({ filter }))).details.problems).toMatchObject([
      { code: 'UNKNOWN_SEGMENT', path: ['or', '1', 'inSegment'] },
    ]);
  });
});

describe('a preview', () => {
  it('counts, samples by id and counts every clause alone, in one statement', async () => {
    const sent = await statementsOf(database, async () => {
      const rule = 'purchaseCount >= 1 and not tags has "hiker"';
      const preview = await segments.preview({ rule, sample: 1 });
      expect({ ...preview, sample: preview.sample.map((customer) => customer.id) }).toEqual({
        count: 1,
        sample: ['cus_3'],
        rule,
        filter: { and: [{ purchaseCount: { gte: 1 } }, { not: { tags: { has: 'hiker' } } }] },
        asOf: clock.now(),
        clauses: [
          { rule: 'purchaseCount >= 1', count: 2 },
          { rule: 'not tags has "hiker"', count: 2 },
        ],
        elapsedMs: expect.any(Number),
      });
    });
    expect(sent).toEqual(['tags.all', 'segments.preview']);
  });

  it('of a filter, with a segment, as of another time', async () => {
    const filter = { or: [{ inSegment: 'recent' }, { tags: { has: 'hiker' } }] };
    const asOf = new Date('2026-07-01T00:00:00Z');
    const preview = await segments.preview({ filter, asOf });
    expect([preview.count, preview.sample.length, preview.asOf, preview.clauses]).toEqual([
      2,
      2,
      asOf,
      [
        { rule: 'in segment "recent"', count: 0 },
        { rule: 'tags has "hiker"', count: 2 },
      ],
    ]);
  });

  it('of one clause alone, and of everyone', async () => {
    expect((await segments.preview({ rule: 'purchases' })).clauses).toEqual([{ rule: 'purchases', count: 2 }]);
    const everyone = await segments.preview({ sample: 0 });
    expect([everyone.count, everyone.sample, everyone.clauses]).toEqual([4, [], []]);
  });

  it('is refused for a faulty sample, rule or both inputs', async () => {
    for (const sample of [-1, 251, 0.5]) {
      expect((await refusalOf(() => segments.preview({ sample }))).details.argument).toBe('sample');
    }
    expect((await refusalOf(() => segments.preview({ rule: 'purchases', filter: {} }))).code).toBe('BAD_USER_INPUT');
    expect((await refusalOf(() => segments.preview({ rule: 'in segment "x"' }))).code).toBe('INVALID_RULE');
  });
});
