import { beforeEach, describe, expect, it } from 'vitest';
import type { SaveSegmentInput } from '../../src/audience/segments/save-segment.ts';
import { createAudience, refusalOf, statementsOf } from '../selection/audience.ts';
import { createCustomers } from '../selection/world.ts';
import { useDatabase, wipe } from '../support/database.ts';

const database = useDatabase();
const { clock, segments } = createAudience(database);

const stored = () =>
  database.read({
    name: 'test.segments',
    text: `MATCH (s:Segment) RETURN s AS segment, COLLECT { MATCH (s)-[:USES]->(u) RETURN u.name ORDER BY u.name } AS uses
ORDER BY s.name`,
  });

/** What is refused, once it is sure that nothing changed. */
async function refused(work: () => Promise<unknown>) {
  const before = await stored();
  const { code, message, details } = await refusalOf(work);
  expect(await stored()).toEqual(before);
  return { code, message, details };
}

const save = (input: SaveSegmentInput) => segments.save(input);
const memberIds = async (name: string) => {
  const segment = await segments.get({ name });
  if (!segment) throw new Error(`no segment ${name}`);
  return (await segments.members(segment)).nodes.map((customer) => customer.id);
};

beforeEach(async () => {
  await wipe(database);
  clock.set('2026-06-18T04:00:00Z');
  await createCustomers(database, [
    {
      id: 'cus_1',
      tags: ['hiker'],
      purchaseCount: 3,
      lastPurchaseAt: new Date('2026-06-01T00:00:00Z'),
      city: 'Shanghai',
    },
    { id: 'cus_2', tags: ['hiker', 'vip'], purchaseCount: 0 },
    { id: 'cus_3', city: 'Shanghai' },
    { id: 'cus_4', known: false },
  ]);
});

describe('a saved segment', () => {
  it('keeps its rule as canonical text, and is found by id and by name', async () => {
    const saved = await save({ name: ' Hikers ', description: ' go up ', rule: 'tags   HAS "hiker"' });
    expect(saved).toEqual({
      id: expect.stringMatching(/^seg_[0-9A-Z]{26}$/),
      name: 'Hikers',
      description: 'go up',
      rule: 'tags has "hiker"',
      holdout: null,
      status: 'PUBLISHED',
      version: 1,
      latestVersion: 1,
      draftVersion: null,
      createdAt: new Date('2026-06-18T04:00:00Z'),
      updatedAt: new Date('2026-06-18T04:00:00Z'),
      publishedAt: new Date('2026-06-18T04:00:00Z'),
      archivedAt: null,
    });
    expect(await segments.get({ id: saved.id })).toEqual(saved);
    expect(await segments.get({ name: 'Hikers' })).toEqual(saved);
    expect(await segments.byIds(['seg_none', saved.id, saved.id])).toEqual([null, saved, saved]);
    expect(segments.filterOf(saved)).toEqual({ tags: { has: 'hiker' } });
    expect(await memberIds('Hikers')).toEqual(['cus_1', 'cus_2']);
  });

  it('can be given as a filter, also one that selects everyone', async () => {
    const hikers = await save({ name: 'filter', filter: { tags: { has: 'hiker' }, purchaseCount: { gte: 1 } } });
    expect(hikers.rule).toBe('tags has "hiker" and purchaseCount >= 1');
    await save({ name: 'everyone', filter: {} });
    expect(await memberIds('everyone')).toEqual(['cus_1', 'cus_2', 'cus_3', 'cus_4']);
  });

  it('is changed by id; what it was made of is gone', async () => {
    const base = await save({ name: 'base', rule: 'tags has "vip"' });
    const saved = await save({ name: 'first', description: 'x', rule: 'in segment "base"' });
    clock.advance('P1D');
    const changed = await save({ id: saved.id, name: 'second', rule: 'tags has "hiker"' });
    expect(changed).toEqual({
      ...saved,
      name: 'second',
      description: null,
      rule: 'tags has "hiker"',
      version: 2,
      latestVersion: 2,
      updatedAt: new Date('2026-06-19T04:00:00Z'),
      publishedAt: new Date('2026-06-19T04:00:00Z'),
    });
    expect(await segments.get({ name: 'first' })).toBeNull();
    expect(await segments.delete(base.id)).toBe(base.id);
  });

  it('is listed by name, in pages', async () => {
    for (const name of ['b', 'c', 'a']) await save({ name, rule: 'purchases' });
    const first = await segments.list({ first: 2 });
    expect(first.nodes.map((segment) => segment.name)).toEqual(['a', 'b']);
    const next = await segments.list({ first: 2, after: first.pageInfo.endCursor });
    expect(next.nodes.map((segment) => segment.name)).toEqual(['c']);
    expect(await next.totalCount()).toBe(3);
  });

  it('takes in another one by name, or by id', async () => {
    const vip = await save({ name: 'vip', rule: 'tags has "vip"' });
    await save({ name: 'by name', rule: 'tags has "hiker" and not in segment "vip"' });
    await save({ name: 'by id', rule: `in segment "${vip.id}"` });
    await save({ name: 'twice', rule: 'in segment "by name" or in segment "by id"' });
    expect([await memberIds('by name'), await memberIds('by id'), await memberIds('twice')]).toEqual([
      ['cus_1'],
      ['cus_2'],
      ['cus_1', 'cus_2'],
    ]);
    const sent = await statementsOf(database, () => memberIds('twice'));
    expect(sent).toEqual(['segments.byName', 'segments.namedInRules', 'tags.all', 'customers.page']);
  });

  it('keeps its users when it is renamed', async () => {
    const vip = await save({ name: 'vip', rule: 'tags has "vip"' });
    await save({ name: 'user', rule: 'no purchases and in segment "vip"' });
    await save({ id: vip.id, name: 'best', rule: 'tags has "hiker"' });
    expect((await segments.get({ name: 'user' }))?.rule).toBe('no purchases and in segment "best"');
    await save({ name: 'vip', rule: 'purchaseCount >= 9' });
    expect(await memberIds('user')).toEqual(['cus_2']);
  });
});

describe('saving is refused, and nothing is stored,', () => {
  it('unless exactly one of rule and filter is given', async () => {
    for (const input of [{}, { rule: 'purchases', filter: {} }]) {
      expect(await refused(() => save({ name: 'x', ...input }))).toMatchObject({
        code: 'BAD_USER_INPUT',
        message: 'Give exactly one of rule and filter.',
      });
    }
  });

  it.each(['', '   ', 'two\nlines', 'x'.repeat(201)])('for the name %j', async (name) => {
    expect(await refused(() => save({ name, rule: 'purchases' }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { argument: 'name' },
    });
  });

  it('for a name that another has, or that is the id of another', async () => {
    const taken = await save({ name: 'taken', rule: 'purchases' });
    const other = await save({ name: 'other', rule: 'purchases' });
    for (const input of [{ name: 'taken' }, { name: ' taken' }, { name: taken.id }, { name: 'taken', id: other.id }]) {
      expect(await refused(() => save({ rule: 'no orders', ...input }))).toMatchObject({
        code: 'CONFLICT',
        details: { reason: 'SEGMENT_NAME_TAKEN' },
      });
    }
  });

  it('for an unknown id', async () => {
    expect(await refused(() => save({ id: 'seg_none', name: 'x', rule: 'purchases' }))).toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no segment with the id seg_none.',
    });
  });

  it('for a faulty rule or filter', async () => {
    expect(await refused(() => save({ name: 'x', rule: 'tags has' }))).toMatchObject({ code: 'INVALID_RULE' });
    expect(await refused(() => save({ name: 'x', filter: { nonsense: 1 } }))).toMatchObject({ code: 'INVALID_RULE' });
  });

  it('for a segment that does not exist, with its place and the nearest names', async () => {
    await save({ name: 'lapsed buyers', rule: 'purchases' });
    const { code, details } = await refused(() =>
      save({ name: 'x', rule: 'purchases\nand in segment "lapsd buyers"' }),
    );
    expect(code).toBe('INVALID_RULE');
    expect(details.problems).toMatchObject([
      { code: 'UNKNOWN_SEGMENT', line: 2, column: 5, suggestions: ['lapsed buyers'] },
    ]);
    const filter = { and: [{ not: { inSegment: 'nobody' } }] };
    expect((await refused(() => save({ name: 'x', filter }))).details.problems).toMatchObject([
      { code: 'UNKNOWN_SEGMENT', path: ['and', '0', 'not', 'inSegment'] },
    ]);
  });

  it('for a cycle, which is named', async () => {
    const a = await save({ name: 'a', rule: 'purchases' });
    await save({ name: 'b', rule: 'in segment "a"' });
    await save({ name: 'c', rule: `not (in segment "b" or in segment "${a.id}")` });
    const { code, message, details } = await refused(() =>
      save({ id: a.id, name: 'a', rule: 'orders or in segment "c"' }),
    );
    expect(code).toBe('INVALID_RULE');
    expect(message).toContain('"a" -> "c"');
    expect(details).toMatchObject({
      reason: 'SEGMENT_CYCLE',
      problems: [{ code: 'SEGMENT_CYCLE', line: 1, column: 11 }],
    });
    expect((details.cycle as string[]).at(0)).toBe('a');
    expect((details.cycle as string[]).at(-1)).toBe('a');
    const self = await refused(() => save({ name: 'self', rule: 'in segment "self"' }));
    expect(self.details).toMatchObject({ reason: 'SEGMENT_CYCLE', cycle: ['self', 'self'] });
  });

  it('when it grows too large through others', async () => {
    const ten = (part: string) => Array.from({ length: 10 }, () => part).join(' or ');
    await save({ name: 'ten', rule: ten('tags has "x"') });
    await save({ name: 'hundred', rule: ten('in segment "ten"') });
    await save({ name: 'thousand', rule: ten('in segment "hundred"') });
    const { code, details } = await refused(() => save({ name: 'more', rule: 'purchases or in segment "thousand"' }));
    expect(code).toBe('INVALID_RULE');
    expect(details.problems).toMatchObject([{ code: 'TOO_MANY_CONDITIONS', line: 1, column: 14 }]);
  });

  it('to one of two that would make a cycle together at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [
        await save({ name: `a${round}`, rule: 'purchases' }),
        await save({ name: `b${round}`, rule: 'purchases' }),
      ];
      const outcomes = await Promise.allSettled([
        save({ id: a.id, name: a.name, rule: `in segment "${b.name}"` }),
        save({ id: b.id, name: b.name, rule: `in segment "${a.name}"` }),
      ]);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('to all but one of those that take a new name at the same moment', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => save({ name: 'wanted', rule: 'purchases' })));
    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason);
    expect(refusals.map((error) => [error.code, error.details.reason])).toEqual([
      ['CONFLICT', 'SEGMENT_NAME_TAKEN'],
      ['CONFLICT', 'SEGMENT_NAME_TAKEN'],
    ]);
    expect((await stored()).length).toBe(1);
  });
});

describe('deleting', () => {
  it('gives the id back', async () => {
    const saved = await save({ name: 'x', rule: 'purchases' });
    expect(await segments.delete(saved.id)).toBe(saved.id);
    expect(await stored()).toEqual([]);
  });

  it('is refused for an unknown id', async () => {
    await save({ name: 'x', rule: 'purchases' });
    expect(await refused(() => segments.delete('seg_none'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused while others use it, which are named', async () => {
    const used = await save({ name: 'used', rule: 'purchases' });
    await save({ name: 'one', rule: 'in segment "used"' });
    const two = await save({ name: 'two', rule: `orders and not in segment "${used.id}"` });
    expect(await refused(() => segments.delete(used.id))).toMatchObject({
      code: 'CONFLICT',
      message: '"used" is used by "one", "two": change or delete these first.',
      details: { reason: 'SEGMENT_IN_USE', usedBy: ['one', 'two'] },
    });
    await segments.delete(two.id);
    expect((await stored()).length).toBe(2);
  });
});

describe('asking for a segment', () => {
  it('takes exactly one of id and name', async () => {
    for (const key of [{}, { id: 'seg_1', name: 'x' }]) {
      expect((await refusalOf(() => segments.get(key))).code).toBe('BAD_USER_INPUT');
    }
    expect(await segments.get({ id: 'seg_none' })).toBeNull();
  });
});
