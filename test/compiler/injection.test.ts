import { beforeAll, describe, expect, it } from 'vitest';
import { compileRule } from '../../src/audience/compiler/index.ts';
import { and, compare, type Operator, type Rule, relation, type Scope } from '../../src/audience/rules/index.ts';
import { useDatabase } from '../support/database.ts';
import { context, createFixture } from './fixture.ts';
import { select, variants } from './select.ts';

const database = useDatabase();
beforeAll(() => createFixture(database));

const hostile = [
  `x' OR true OR 'a' = 'a`,
  '"}) RETURN node //',
  '`) DETACH DELETE node //',
  'first\nline // MATCH (n) DETACH DELETE n',
  "\\' OR 1 = 1 /*",
  '$ids',
  '\u0000\u2028{city}',
];

const textOperators = ['eq', 'ne', 'contains', 'startsWith'] as const satisfies Operator[];
const listOperators = ['in', 'notIn'] as const satisfies Operator[];

const on = (path: string[], value: string): Rule[] => [
  ...textOperators.map((operator) => compare(path, operator, value)),
  ...listOperators.map((operator) => compare(path, operator, [value, 'other'])),
];

/** Rules with the text in every place that takes one. */
function rulesWith(value: string): Rule[] {
  const tags = (path: string[]) => [
    compare(path, 'has', value),
    ...(['hasAny', 'hasAll', 'hasNone'] as const).map((operator) => compare(path, operator, [value, 'other'])),
  ];
  const inOrders = [...on(['promotion'], value), ...on(['store', 'city'], value), ...tags(['store', 'tags'])];
  const inLines = [
    ...on(['product', 'category'], value),
    ...on(['product', 'sku'], value),
    ...tags(['product', 'tags']),
  ];
  return [
    ...on(['city'], value),
    ...tags(['tags']),
    ...inOrders.map((rule) => relation('orders', rule, [])),
    ...inLines.map((rule) => relation('purchases', relation('lines', rule, []), [])),
    ...on(['name'], value).map((rule) => relation('events', rule, [])),
    ...on(['scope'], value).map((rule) => relation('identifiers', rule, [])),
    ...on(['platform'], value).map((rule) => relation('devices', rule, [])),
  ];
}

/** All texts of one shape. */
const textOf = (rule: Rule, variant: object) => compileRule(rule, { ...context, ...variant }).text;

describe('values never reach the text', () => {
  it.each(hostile)('%j', async (value) => {
    const harmless = rulesWith('harmless');
    for (const [index, rule] of rulesWith(value).entries()) {
      for (const variant of Object.values(variants)) {
        expect(textOf(rule, variant)).toBe(textOf(harmless[index] as Rule, variant));
      }
    }
    const nobody = relation(
      'orders',
      and([compare(['promotion'], 'eq', value), compare(['store', 'city'], 'eq', value)]),
      [],
    );
    expect(await select(database, nobody)).toEqual([]);
    expect(await select(database, compare(['id'], 'known'))).toEqual(['ann', 'bob', 'cid', 'dot', 'eve', 'fay', 'gus']);
  });
});

describe('names that are not of the vocabulary are refused', () => {
  const paths: readonly (readonly [Scope, string[]])[] = [
    ['customer', ['passwordHash']],
    ['customer', ['city`) DETACH DELETE node //']],
    ['customer', ['constructor']],
    ['customer', ['__proto__', 'city']],
    ['customer', ['orders', 'total']],
    ['customer', ['toString', 'length']],
    ['customer', []],
    ['order', ['netMinor']],
    ['order', ['store', 'revenueMinor']],
    ['order', ['lines', 'quantity']],
    ['staff', ['manager']],
  ];
  it.each(paths)('%s %j', (scope, path) => {
    expect(() => compileRule(compare(path, 'eq', 'x'), { ...context, scope })).toThrow(
      expect.objectContaining({ code: 'INVALID_RULE', details: { path } }),
    );
  });

  it('relations of another scope', () => {
    const lines = relation('lines', null, []);
    expect(() => compileRule(lines, context)).toThrow(expect.objectContaining({ code: 'INVALID_RULE' }));
    const devices = relation('devices', null, []);
    expect(() => compileRule(devices, { ...context, scope: 'store' })).toThrow(
      expect.objectContaining({ code: 'INVALID_RULE' }),
    );
  });

  it.each([
    ['city', 'lt', 'x'],
    ['city', 'eq', 5],
    ['city', 'in', 'x'],
    ['city', 'bogus', 'x'],
    ['tags', 'eq', 'x'],
    ['purchaseCount', 'eq', '1 OR 1=1'],
    ['totalSpent', 'gt', '1e9'],
    ['lastPurchaseAt', 'before', 'yesterday'],
    ['lastPurchaseAt', 'within', '6 months'],
    ['birthDate', 'eq', '2026-02-30'],
    ['lifecycleStage', 'eq', 'BEST'],
  ])('%s %s %j', (name, operator, value) => {
    expect(() => compileRule(compare([name], operator as Operator, value), context)).toThrow(
      expect.objectContaining({ code: 'INVALID_RULE' }),
    );
  });
});
