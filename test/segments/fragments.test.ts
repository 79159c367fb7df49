import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';

// one history, told from top to bottom
const app = useApp({ now: '2026-06-18T04:00:00Z' });
const { segments, fragments, live } = app.application;

const order = (name: string, number: string, store: string, unitPrice: string): RecordInput => ({
  order: {
    ...{ source: 'pos', number, placedAt: app.clock.now().toISOString(), currency: 'CNY', store },
    customer: { record: { source: 'crm', recordId: name } },
    lines: [{ sku: 'pole', quantity: 1, unitPrice }],
  },
});

beforeAll(async () => {
  await app.ingest(
    { store: { code: 'sh', city: 'Shanghai', tags: ['weak'] } },
    { store: { code: 'bj', city: 'Beijing' } },
    ...['Ann', 'Bo', 'Cy'].map((name): RecordInput => {
      const identifiers = [{ kind: 'member_number', value: name }];
      const observedAt = '2026-06-01T00:00:00Z';
      return { customer: { source: 'crm', recordId: name, observedAt, identifiers, profile: { displayName: name } } };
    }),
    order('Ann', 'a', 'sh', '500.00'),
    order('Bo', 'b', 'bj', '900.00'),
    order('Cy', 'c', 'sh', '90.00'),
  );
});

const save = (input: object) =>
  app.graphql('mutation ($input: SaveFragmentInput!) { saveFragment(input: $input) { name rule } }', { input });
const drop = (name: string) => app.graphql('mutation ($name: String!) { deleteFragment(name: $name) }', { name });
const extensionsOf = ({ errors }: Awaited<ReturnType<typeof app.graphql>>) => errors?.[0]?.extensions;
const codesOf = (answer: Awaited<ReturnType<typeof app.graphql>>) =>
  (extensionsOf(answer)?.problems as { code: string }[] | undefined)?.map(({ code }) => code) ?? [];
const count = async (rule: string) => (await segments.preview({ rule })).count;
const saved = () =>
  app.data(
    '{ fragments { name scope rule filter description parameters { name type operand } usedBySegments usedByFragments } }',
  );

const large = 'matches "large order" with (amount = 100)';

describe('a fragment', () => {
  it('is kept, and used wherever a rule speaks of its kind of object', async () => {
    expect((await save({ name: 'weak', scope: 'STORE', filter: { tags: { has: 'weak' } } })).errors).toBeUndefined();
    const rule = 'store matches "weak"   and total >= $amount';
    expect((await save({ name: 'large order', scope: 'ORDER', rule, description: 'where it hurts' })).data).toEqual({
      saveFragment: { name: 'large order', rule: 'store matches "weak" and total >= $amount' },
    });
    expect(await count(`purchases where (${large})`)).toBe(1);
    expect(await count('purchases where (store matches "weak")')).toBe(2);
    expect(await count('no purchases where (not store matches "weak") and purchases')).toBe(2);
    const lists = await app.data(
      `query ($orders: String, $stores: StoreFilter) {
        orders(rule: $orders) { nodes { number } }
        stores(filter: $stores) { nodes { code } }
      }`,
      { orders: large, stores: { not: { matches: { fragment: 'weak' } } } },
    );
    expect(lists).toEqual({ orders: { nodes: [{ number: 'a' }] }, stores: { nodes: [{ code: 'bj' }] } });
  });

  it('is named by saved segments, which say so', async () => {
    await segments.save({ name: 'hurt', rule: `purchases where (${large})` });
    expect(await saved()).toEqual({
      fragments: [
        {
          name: 'large order',
          scope: 'ORDER',
          rule: 'store matches "weak" and total >= $amount',
          filter: {
            and: [{ store: { matches: { fragment: 'weak' } } }, { total: { parameter: { gte: 'amount' } } }],
          },
          description: 'where it hurts',
          parameters: [{ name: 'amount', type: 'Decimal', operand: 'VALUE' }],
          usedBySegments: ['hurt'],
          usedByFragments: [],
        },
        {
          name: 'weak',
          scope: 'STORE',
          rule: 'tags has "weak"',
          filter: { tags: { has: 'weak' } },
          description: null,
          parameters: [],
          usedBySegments: [],
          usedByFragments: ['large order'],
        },
      ],
    });
    expect(await app.data('{ fragment(name: "weak") { name } none: fragment(name: "nobody") { name } }')).toEqual({
      fragment: { name: 'weak' },
      none: null,
    });
  });

  it('changes whom live segments hold', async () => {
    await live.catchUp();
    const { cursor } = await live.feed({});
    expect(await live.isBehind()).toBe(false);
    await fragments.save({ name: 'weak', scope: 'store', rule: 'city = "Beijing"' });
    expect(await live.isBehind()).toBe(true);
    const { changes } = await live.feed({ after: cursor });
    expect(changes.map(({ kind, cause }) => `${kind} ${cause}`)).toEqual(['LEFT RULE', 'ENTERED RULE']);
    await app.ingest(order('Cy', 'c2', 'bj', '100.00'));
    const after = await live.feed({ after: String(changes.at(-1)?.number) });
    expect(after.changes.map(({ kind, cause }) => `${kind} ${cause}`)).toEqual(['ENTERED FACTS']);
    const hurt = await segments.get({ name: 'hurt' });
    expect(hurt && (await segments.members(hurt)).nodes.map(({ displayName }) => displayName).sort()).toEqual([
      'Bo',
      'Cy',
    ]);
  });

  it('is judged clause by clause where it speaks of the customer', async () => {
    await fragments.save({
      name: 'buyer',
      scope: 'customer',
      rule: `purchaseCount >= $least and purchases where (${large})`,
    });
    const [ann] = (await segments.preview({ rule: 'displayName = "Ann"' })).sample;
    const rule = 'matches "buyer" with (least = 1)';
    const { member, clause, excludedBy } = await segments.explain({ customer: ann?.id ?? '', rule });
    expect([member, clause.clauses.map((one) => [one.rule, one.matched])]).toEqual([
      false,
      [
        ['purchaseCount >= 1', true],
        [`purchases where (${large})`, false],
      ],
    ]);
    expect(excludedBy?.path).toEqual([1]);
    const plan = await segments.explainSegment({ rule });
    expect([plan.rule, plan.parameters.purchaseCount]).toEqual([rule, 1]);
  });

  it('is suggested by its name', async () => {
    const { items } = await segments.suggest({ text: 'matches "la', position: 11, scope: 'customer' });
    expect(items).toEqual([{ text: '"large order"', kind: 'FRAGMENT', type: null, description: null, count: null }]);
  });
});

describe('refused is', () => {
  it('a rule that names what there is not, or gives values that do not fit', async () => {
    const ask = (rule: string) =>
      app.graphql('query ($rule: String) { previewSegment(rule: $rule) { count } }', { rule });
    expect(extensionsOf(await ask('matches "byer" with (least = 1)'))?.problems).toMatchObject([
      { code: 'UNKNOWN_FRAGMENT', line: 1, column: 1, suggestions: ['buyer'] },
    ]);
    // it speaks of orders
    expect(codesOf(await ask('matches "large order" with (amount = 1)'))).toEqual(['UNKNOWN_FRAGMENT']);
    expect(codesOf(await ask('matches "buyer"'))).toEqual(['FRAGMENT_VALUES']);
    expect(codesOf(await ask('matches "buyer" with (least = "x")'))).toEqual(['FRAGMENT_VALUES']);
    expect(codesOf(await ask('matches "buyer" with (least = 1, most = 2)'))).toEqual(['FRAGMENT_VALUES']);
    const before = await segments.list({ first: 250 });
    await expect(segments.save({ name: 'new', rule: 'matches "nobody"' })).rejects.toMatchObject({
      code: 'INVALID_RULE',
    });
    expect((await segments.list({ first: 250 })).nodes).toEqual(before.nodes);
  });

  it('what would contain itself, name a segment, grow too large, or is at fault', async () => {
    const before = await saved();
    const round = await save({
      name: 'weak',
      scope: 'STORE',
      rule: 'orders where (matches "large order" with (amount = 1))',
    });
    expect(extensionsOf(round)).toMatchObject({
      code: 'INVALID_RULE',
      reason: 'FRAGMENT_CYCLE',
      cycle: ['weak', 'large order', 'weak'],
    });
    const refused: [object, string][] = [
      [{ name: 'x', rule: 'in segment "hurt"' }, 'BAD_USER_INPUT'],
      [{ name: 'x', rule: 'nonsense = 1' }, 'INVALID_RULE'],
      [{ name: 'x', rule: 'matches "nobody"' }, 'INVALID_RULE'],
      [{ name: 'x', scope: 'STORE', rule: 'purchaseCount = 1' }, 'INVALID_RULE'],
      [{ name: 'x' }, 'BAD_USER_INPUT'],
      [{ name: ' ', rule: 'purchases' }, 'BAD_USER_INPUT'],
    ];
    for (const [input, code] of refused) expect([input, extensionsOf(await save(input))?.code]).toEqual([input, code]);
    const many = Array.from({ length: 340 }, () => 'matches "buyer" with (least = 1)').join(' or ');
    expect(codesOf(await save({ name: 'x', rule: many }))).toEqual(['FRAGMENT_VALUES']);
    expect(await saved()).toEqual(before);
  });

  it('to delete or change what others name so that they could not go on', async () => {
    const before = await saved();
    const inUse = (usedBy: string[]) => ({ code: 'CONFLICT', reason: 'FRAGMENT_IN_USE', usedBy });
    expect(extensionsOf(await drop('weak'))).toEqual(inUse(['large order']));
    expect(extensionsOf(await drop('large order'))).toEqual(inUse(['hurt', 'buyer']));
    const other = { name: 'large order', scope: 'ORDER', rule: 'total >= $least' };
    expect(extensionsOf(await save(other))).toEqual(inUse(['hurt', 'buyer']));
    expect(extensionsOf(await save({ ...other, scope: 'CUSTOMER', rule: 'purchases' }))).toEqual(
      inUse(['hurt', 'buyer']),
    );
    expect(extensionsOf(await drop('nobody'))?.code).toBe('NOT_FOUND');
    expect(await saved()).toEqual(before);
    expect((await drop('buyer')).data).toEqual({ deleteFragment: 'buyer' });
    expect(await fragments.get('buyer')).toBeNull();
  });
});
