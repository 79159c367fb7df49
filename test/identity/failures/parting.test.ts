import { beforeEach, describe, expect, it } from 'vitest';
import { useApp } from '../../support/app.ts';
import { wipe } from '../../support/database.ts';
import { event, order, record } from '../people.ts';
import { decisionsOn, everyone, factsOf, possibleMatches, survivorsOf } from '../tell-people.ts';

/** Splits have said yes and done nothing, lost what the parts had, or were undone by the next import. */
const app = useApp();
const decisions = decisionsOn(app);
beforeEach(() => wipe(app.database));
const phone = ['phone', '13800138001'] as const;
const id = (name: string | number) => ['tmall_id', `t-${name}`] as const;
const member = (number: string) => ['member_number', number] as const;

const household = [
  record('crm|lin', 1, [phone, id('lin')], 'Lin', { tags: ['hiker'] }),
  record('crm|wang', 2, [phone, id('wang')], 'Wang', { tags: ['camper'] }),
  record('web|wang', 3, [id('wang')], 'Wang Wei', { tags: ['vip'] }),
  order('pos|1', 4, 'crm|lin', '10.00'),
  order('pos|2', 5, 'crm|wang', '20.00'),
  order('pos|3', 6, [id('wang')], '30.00'),
  event('app|1', 7, [id('lin')]),
];
const parted = [
  { facts: 'app|1 crm|lin pos|1', name: 'Lin', tags: ['hiker'], stage: 'FIRST_TIME', purchases: 1, spent: '10.00' },
  {
    facts: 'crm|wang pos|2 pos|3 web|wang',
    name: 'Wang Wei',
    tags: ['camper', 'vip'],
    stage: 'REPEAT',
    purchases: 2,
    spent: '50.00',
  },
];

describe('a split', () => {
  it('gives either part its properties, tags, stage and figures, and really is one, also after the next import', async () => {
    await app.ingest(...household);
    const [whole] = await everyone(app);
    expect(whole).toMatchObject({ name: 'Wang Wei', tags: ['camper', 'hiker', 'vip'], purchases: 3, spent: '60.00' });
    const { customers } = await decisions.split(whole?.id as string, 'crm|wang', 'web|wang');
    const after = await everyone(app);
    expect(after).toMatchObject(parted);
    expect(customers.map(({ id }) => id).sort()).toEqual(after.map(({ id }) => id).sort());
    expect(after[0]?.id).toBe(whole?.id);
    expect(await app.ingest(...household)).toMatchObject({ unchanged: 7 });
    expect(await everyone(app)).toEqual(after);
    await app.ingest(record('crm|wang', 8, [phone, id('wang')], 'Wang', { tags: ['camper'] }));
    expect((await everyone(app)).map(({ facts }) => facts)).toEqual(parted.map(({ facts }) => facts));
  });

  it('of the record that the customer began with works like any other, and the rest keeps the id', async () => {
    await app.ingest(...household);
    const [whole] = await everyone(app);
    await decisions.split(whole?.id as string, 'crm|lin');
    const after = await everyone(app);
    expect(after).toMatchObject(parted);
    expect(after[1]?.id).toBe(whole?.id);
  });

  it('takes a heap of people apart one by one, and all of them answer', async () => {
    const heap = Array.from({ length: 6 }, (_, at) => record(`crm|${at}`, at + 1, [phone, id(at)], `Name ${at}`));
    await app.ingest(...heap, ...heap.map((_, at) => order(`pos|${at}`, 9, [id(at)])));
    const [whole] = await everyone(app);
    expect(whole?.purchases).toBe(6);
    for (let at = 1; at < heap.length; at++) await decisions.split(whole?.id as string, `crm|${at}`);
    const after = await everyone(app);
    expect(after.map(({ facts }) => facts)).toEqual(heap.map((_, at) => `crm|${at} pos|${at}`));
    expect(after.map(({ purchases, spent, name }) => [purchases, spent, name])).toEqual(
      heap.map((_, at) => [1, '10.00', `Name ${at}`]),
    );
    const ids = after.map((one) => one.id);
    expect(await survivorsOf(app, ids)).toEqual(ids);
    await app.ingest(record('web|late', 20, [phone, id(3), id(4)]));
    expect(await everyone(app)).toHaveLength(6);
  });

  it('taken back gives exactly what was there before', async () => {
    await app.ingest(...household);
    const before = await everyone(app);
    const { decisionId } = await decisions.split(before[0]?.id as string, 'crm|lin');
    await decisions.revoke(decisionId);
    expect(await everyone(app)).toEqual(before);
    expect(await possibleMatches(app)).toEqual([]);
  });
});

describe('undoing a merge', () => {
  const mergesOf = async () => {
    const { customers } = await app.data<{ customers: { nodes: { mergedFrom: { id: string; mergeId: string }[] }[] } }>(
      '{ customers { nodes { mergedFrom { id mergeId } } } }',
    );
    return customers.nodes.flatMap(({ mergedFrom }) => mergedFrom);
  };

  it('restores both, with what came since on the right side, and is not undone by sending the bridge again', async () => {
    await app.ingest(...household.filter((_, at) => [0, 3, 6].includes(at)));
    await app.ingest(
      record('crm|wang', 2, [id('wang')], 'Wang', { tags: ['camper'] }),
      order('pos|2', 5, 'crm|wang', '20.00'),
    );
    const before = await everyone(app);
    const bridge = order('pos|both', 8, [id('lin'), id('wang')], '1.00');
    await app.ingest(bridge);
    await app.ingest(order('pos|3', 9, [id('wang')], '30.00'), event('app|2', 9, [phone]));
    expect(await everyone(app)).toMatchObject([{ purchases: 4, spent: '61.00' }]);
    const [merge] = await mergesOf();
    await decisions.undoMerge(merge?.mergeId as string);
    const after = await everyone(app);
    expect(after.map(({ facts, spent }) => [facts, spent])).toEqual([
      ['app|1 app|2 crm|lin pos|1 pos|both', '11.00'],
      ['crm|wang pos|2 pos|3', '50.00'],
    ]);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    await app.ingest(bridge, order('pos|both2', 10, [id('lin'), id('wang')], '2.00'));
    expect((await factsOf(app)).length).toBe(2);
  });

  it('can be taken back like any other decision', async () => {
    await app.ingest(record('crm|lin', 1, [id('lin')], 'Lin'), record('crm|wang', 2, [id('wang')], 'Wang'));
    await app.ingest(order('pos|both', 3, [id('lin'), id('wang')], '1.00'), order('pos|2', 4, [id('wang')], '2.00'));
    const joined = await everyone(app);
    const [merge] = await mergesOf();
    const { decisionId } = await decisions.undoMerge(merge?.mergeId as string);
    expect((await everyone(app)).map(({ facts, spent }) => [facts, spent])).toEqual([
      ['crm|lin pos|both', '1.00'],
      ['crm|wang pos|2', '2.00'],
    ]);
    await decisions.revoke(decisionId);
    expect(await everyone(app)).toEqual(joined);
    expect(joined).toMatchObject([{ facts: 'crm|lin crm|wang pos|2 pos|both', purchases: 2, spent: '3.00' }]);
  });

  it('that hung on what a bridge said of old goes by what either side was known by', async () => {
    // The bridge tells of a time before anything else was seen; each side has an order that only its own identifiers name.
    await app.ingest(
      record('crm|a', 11, [id('a')]),
      order('pos|a', 12, [id('a'), id('a2')]),
      order('pos|a2', 13, [id('a2')]),
    );
    await app.ingest(
      record('crm|b', 14, [id('b')]),
      order('pos|b', 15, [id('b'), id('b2')]),
      order('pos|b2', 16, [id('b2')]),
    );
    const before = await everyone(app);
    await app.ingest(record('old|1', 1, [id('a2'), id('b2')]));
    const [merge] = await mergesOf();
    await decisions.undoMerge(merge?.mergeId as string);
    const after = await everyone(app);
    expect(after.map(({ id, purchases }) => [id, purchases])).toEqual(before.map(({ id }) => [id, 2]));
    expect(after.map(({ facts }) => facts.replace(' old|1', ''))).toEqual(before.map(({ facts }) => facts));
  });
});

describe('what people decide', () => {
  const cookie = ['cookie', 'c-1'] as const;
  const refused = async (decision: Promise<unknown>) => expect(decision).rejects.toThrow(/CANNOT_(DECIDE|UNDO)/);

  it('of a record that only a cookie ties takes its orders along, until it is taken back', async () => {
    await app.ingest(
      record('crm|lin', 2, [id('lin')], 'Lin'),
      record('web|1', 1, [cookie], 'L'),
      order('web|o', 3, 'web|1'),
    );
    const before = await everyone(app);
    expect(before.map(({ facts }) => facts)).toEqual(['crm|lin', 'web|1 web|o']);
    const { decisionId, customers } = await decisions.keepTogether('web|1', 'crm|lin');
    expect(customers).toHaveLength(1);
    expect(await everyone(app)).toMatchObject([{ facts: 'crm|lin web|1 web|o', purchases: 1, stage: 'FIRST_TIME' }]);
    await app.ingest(record('web|1', 4, [cookie], 'L'), order('web|p', 5, 'web|1'));
    expect(await everyone(app)).toMatchObject([{ facts: 'crm|lin web|1 web|o web|p', purchases: 2 }]);
    await decisions.revoke(decisionId);
    const after = await everyone(app);
    expect(after.map(({ facts, stage }) => [facts, stage])).toEqual([
      ['crm|lin', 'WINDOW'],
      ['web|1 web|o web|p', 'ANONYMOUS'],
    ]);
    expect(after[0]?.id).toBe(before[0]?.id);
  });

  it('is refused, and changes nothing, where it would say yes and do nothing', async () => {
    await app.ingest(record('crm|lin', 2, [id('lin'), cookie], 'Lin'), record('web|1', 1, [cookie], 'L'));
    await app.ingest(record('web|2', 1, [['cookie', 'c-2']]), record('web|3', 1, [['cookie', 'c-3']]));
    const before = await everyone(app);
    expect(before.map(({ facts }) => facts)).toEqual(['crm|lin web|1', 'web|2', 'web|3']);
    await refused(decisions.keepApart('crm|lin', 'web|1'));
    await refused(decisions.split(before[0]?.id as string, 'web|1'));
    await refused(decisions.split(before[0]?.id as string, 'crm|lin'));
    await refused(decisions.keepTogether('web|2', 'web|3'));
    await refused(decisions.merge(before[1]?.id as string, before[2]?.id as string));
    expect(await everyone(app)).toEqual(before);
  });

  it('parts and joins the same people as often as they like, under the same ids', async () => {
    for (const name of ['a', 'b'])
      await app.ingest(record(`crm|${name}`, 1, [id(name)], name), record(`web|${name}`, 2, [id(name)], name));
    const apart = await everyone(app);
    const ids = apart.map((one) => one.id);
    for (const _ of [1, 2]) {
      await decisions.merge(...ids);
      expect(await factsOf(app)).toEqual(['crm|a crm|b web|a web|b']);
      const { customer } = await app.data<{ customer: { mergedFrom: { mergeId: string }[] } }>(
        'query ($id: ID!) { customer(id: $id) { mergedFrom { mergeId } } }',
        { id: ids[0] },
      );
      await decisions.undoMerge(customer.mergedFrom[0]?.mergeId as string);
      expect(await everyone(app)).toEqual(apart);
    }
    const { decisionId } = await decisions.merge(...ids);
    await decisions.revoke(decisionId);
    expect(await everyone(app)).toEqual(apart);
  });

  it('wins over every limit, and the newest decision over those before', async () => {
    await app.ingest(record('crm|1', 1, [member('1')], 'Lin'), record('crm|2', 2, [member('2')], 'Lin'));
    await decisions.keepTogether('crm|1', 'crm|2');
    expect(await factsOf(app)).toEqual(['crm|1 crm|2']);
    await app.ingest(order('pos|1', 3, [member('2')]));
    expect(await everyone(app)).toMatchObject([{ facts: 'crm|1 crm|2 pos|1', purchases: 1 }]);
    await decisions.keepApart('crm|2', 'crm|1');
    expect(await factsOf(app)).toEqual(['crm|1', 'crm|2 pos|1']);
  });
});
