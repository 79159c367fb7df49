import { beforeAll, describe, expect, it } from 'vitest';
import { compileRule } from '../../src/audience/compiler/index.ts';
import { and, compare, everyone, not, type Rule, relation, type Scope } from '../../src/audience/rules/index.ts';
import { useDatabase } from '../support/database.ts';
import { context, createFixture } from './fixture.ts';
import { inAllVariants, ruleOf, select, selectAll } from './select.ts';

const database = useDatabase();
beforeAll(() => createFixture(database));

const cases: readonly (readonly [scope: Scope, rule: Rule, keys: string])[] = [
  ['order', everyone, 'g1 g2 g3 g4 g5 o1 o2 o3 o4 o5 o6 o7 o8'],
  ['order', compare(['status'], 'notIn', ['PAID']), 'o3 o5 o8'],
  ['order', compare(['store', 'performance'], 'eq', 'LOW'), 'o1 o3 o6'],
  ['order', not(compare(['store', 'tags'], 'has', 'outlet')), 'g1 g2 g3 g4 g5 o2 o4 o5 o7 o8'],
  ['order', relation('lines', compare(['product', 'sku'], 'eq', 'poles'), []), 'o1 o3 o4 o6 o7'],
  [
    'order',
    relation('lines', compare(['product', 'sku'], 'eq', 'poles'), [
      { measure: 'quantity', operator: 'gt', value: '2' },
    ]),
    'o7',
  ],
  [
    'order',
    relation('lines', compare(['product', 'sku'], 'eq', 'poles'), [{ measure: 'count', operator: 'gte', value: '2' }]),
    'o7',
  ],
  ['order', and([compare(['placedAt'], 'within', 'P2W'), compare(['total'], 'gte', '299')]), 'o1 o3'],
  ['order', compare(['staff', 'manager', 'store', 'code'], 'eq', 'high'), 'o1 o3'],
  ['store', everyone, 'bare high low'],
  ['store', compare(['performance'], 'ne', 'LOW'), 'high'],
  ['store', not(compare(['performance'], 'eq', 'LOW')), 'bare high'],
  ['store', compare(['tags'], 'hasNone', ['outlet']), 'bare high'],
  ['store', not(compare(['tags'], 'hasAll', ['outlet', 'old'])), 'bare high'],
  ['staff', compare(['store', 'city'], 'eq', 'Shanghai'), 'sam'],
  ['staff', compare(['manager', 'tags'], 'has', 'coach'), 'sam'],
  ['staff', compare(['manager', 'name'], 'unknown'), 'mia'],
  ['staff', compare(['performance'], 'known'), 'mia'],
  ['product', compare(['category'], 'eq', 'Gear'), 'poles'],
  ['product', compare(['category'], 'ne', 'Gear'), 'jacket'],
  ['product', not(compare(['category'], 'eq', 'Gear')), 'bare jacket'],
  ['product', compare(['category'], 'unknown'), 'bare'],
  ['product', not(compare(['category'], 'contains', 'shell')), 'bare poles'],
  ['product', compare(['price'], 'gt', '299'), 'jacket'],
  ['product', compare(['tags'], 'hasNone', ['new']), 'bare jacket'],
  // what hangs on other objects than customers
  ['store', ruleOf('purchases', 'store'), 'bare high low'],
  ['store', ruleOf('purchases total > 1000', 'store'), 'high'],
  ['store', ruleOf('orders count >= 3', 'store'), 'high low'],
  ['store', ruleOf('customers count >= 2', 'store'), 'high low'],
  ['store', ruleOf('customers where (lifecycleStage = LAPSED)', 'store'), 'low'],
  ['store', ruleOf('customers where (lifecycleStage = LAPSED) share = 50 %', 'store'), 'low'],
  ['store', ruleOf('customers where (tags has "hiker") share < 51 %', 'store'), 'high low'],
  ['store', ruleOf('customers sum purchaseCount = 7', 'store'), 'high'],
  ['store', ruleOf('no customers where (city = "Shanghai")', 'store'), 'bare'],
  ['store', ruleOf('staffMembers where (title = "Manager")', 'store'), 'high'],
  ['store', ruleOf('events where (customer.id = "ann")', 'store'), 'low'],
  ['staff', ruleOf('customers where (city = "Shanghai")', 'staff'), 'mia sam'],
  ['staff', ruleOf('purchases count = 1 and no reports', 'staff'), 'sam'],
  ['staff', ruleOf('reports where (orders count >= 2)', 'staff'), 'mia'],
  ['staff', ruleOf('store.customers count >= 2', 'staff'), 'mia sam'],
  ['product', ruleOf('customers where (lifecycleStage = LAPSED)', 'product'), 'poles'],
  ['product', ruleOf('customers count = 3', 'product'), 'jacket poles'],
  ['product', ruleOf('purchasedLines quantity >= 10', 'product'), 'poles'],
  ['product', ruleOf('purchasedLines where (order.store.code = "low") count = 2', 'product'), 'poles'],
  ['product', ruleOf('purchasedLines where (order.channel = "jd") share > 50 %', 'product'), 'bare jacket'],
  ['product', ruleOf('no purchasedLines where (unitPrice < 200)', 'product'), ''],
  ['product', ruleOf('events distinct customer.id = 1', 'product'), 'jacket poles'],
  ['store', ruleOf('in bottom 10 % by purchases where (placedAt within 90 days) total', 'store'), 'bare'],
  ['store', ruleOf('in top 1 by customers count', 'store'), 'high'],
  ['product', ruleOf('in top 1 by purchasedLines quantity', 'product'), 'poles'],
  ['staff', ruleOf('in top 1 by customers count among (reports)', 'staff'), 'mia'],
  ['order', ruleOf('in top 2 by netTotal', 'order'), 'o2 o4'],
  ['order', ruleOf('customer.lifecycleStage = LAPSED', 'order'), 'o6'],
  ['order', ruleOf('customer.orders count = 2 and not customer.city = store.city', 'order'), 'o2 o3 o4 o5 o8'],
  ['order', ruleOf('no customer.orders', 'order'), ''],
  ['order', ruleOf('not customer.orders', 'order'), 'o7'],
];

describe('other kinds of objects are selected by the same rules', () => {
  it.each(cases)('%s where %j', async (scope, rule, keys) => {
    expect(await selectAll(database, rule, { scope })).toEqual(inAllVariants(keys));
  });
});

describe('what a caller adds', () => {
  const bought = ruleOf('purchases where (lines where (product.category = "Gear"))');

  it('restricts to the ids it gives', async () => {
    const ids = { restrictToIds: true, parameters: { ids: ['ann', 'eve', 'fay', 'nobody', 'ann'] } };
    expect(await selectAll(database, bought, ids)).toEqual(inAllVariants('ann eve'));
    expect(compileRule(bought, { ...context, ...ids }).text).toMatch(
      /^MATCH \(node:Customer\)\nUSING INDEX SEEK node:Customer\(id\)\nWHERE \(node\.id IN \$ids AND /,
    );
  });

  it('restricts to nobody when it gives none', async () => {
    expect(await select(database, everyone, { restrictToIds: true, parameters: { ids: [] } })).toEqual([]);
  });

  it('adds predicates and their parameters, which keep their names', async () => {
    const added = { and: ['node.city = $city OR node.id = $one'], parameters: { city: 'Shanghai', one: 'cid' } };
    expect(await selectAll(database, bought, added)).toEqual(inAllVariants('ann eve'));
    const absent = ruleOf('no purchases where (lines where (product.category = "Gear"))');
    expect(await selectAll(database, absent, added)).toEqual(inAllVariants('cid'));
    const either = ruleOf('city = "shanghai" or purchases where (lines where (product.category = "Gear"))');
    expect(await selectAll(database, either, added)).toEqual(inAllVariants('ann eve'));
    const compiled = compileRule(ruleOf('city = "Beijing"'), { ...context, ...added });
    expect(compiled.parameters).toEqual({ city: 'Shanghai', one: 'cid', city2: 'Beijing' });
  });
});

describe('segments', () => {
  const segments = new Map([
    ['vip', ruleOf('tags has "vip"')],
    ['lapsed vip', ruleOf('in segment "vip" and lifecycleStage = LAPSED')],
  ]);

  it('stand for their rules, however deep', async () => {
    expect(await selectAll(database, ruleOf('in segment "lapsed vip"'), { segments })).toEqual(inAllVariants('eve'));
    const others = ruleOf('orders and not in segment "lapsed vip"');
    expect(await selectAll(database, others, { segments })).toEqual(inAllVariants('ann bob cid gus'));
  });

  it('are refused when unknown or holding themselves', () => {
    const compile = (text: string, rules = segments) => compileRule(ruleOf(text), { ...context, segments: rules });
    expect(() => compile('in segment "nobody"')).toThrow(
      expect.objectContaining({ code: 'INVALID_RULE', details: { segment: 'nobody' } }),
    );
    const cycle = new Map([
      ['a', ruleOf('orders or in segment "b"')],
      ['b', ruleOf('not in segment "a"')],
    ]);
    expect(() => compile('in segment "a"', cycle)).toThrow(
      expect.objectContaining({ code: 'INVALID_RULE', details: { cycle: ['a', 'b', 'a'] } }),
    );
  });
});
