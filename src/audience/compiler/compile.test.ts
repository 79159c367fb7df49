import { describe, expect, it } from 'vitest';
import { defaultLifecycleRules } from '../../profile/lifecycle/lifecycle-rules.ts';
import { parsed } from '../rules/testing/parsed.ts';
import { type CompileContext, compileRule } from './compile.ts';
import { printPlan } from './print-plan.ts';
import { defaultStatistics } from './statistics/statistics.ts';

const context: CompileContext = {
  asOf: new Date('2026-07-01T00:00:00Z'),
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  lifecycle: defaultLifecycleRules,
  phoneKinds: ['phone'],
};

const compile = (text: string, options: Partial<CompileContext> = {}) =>
  compileRule(parsed(text), { ...context, ...options });
const filterOf = (text: string) =>
  printPlan(compile(text).plan)
    .replace(/^find customer\n {2}everything\n {2}where /, '')
    .trim();

describe('compileRule', () => {
  it('gives everyone for the empty rule', () => {
    expect(compileRule({ kind: 'And', rules: [] }, context)).toEqual({
      text: 'MATCH (node:Customer)',
      parameters: {},
      plan: {
        kind: 'Find',
        scope: 'customer',
        source: { kind: 'Everything' },
        filter: { kind: 'Constant', value: true },
      },
      cost: 100_001,
    });
  });

  it('gives one text to rules that differ in values only, lists of any length among them', () => {
    const text = compile(
      'city in ("a", "b") and orders where (promotion = "618") total > 10 and birthDate after 1990-01-01',
    ).text;
    const other = compile(
      'city in ("c", "d", "e") and orders where (promotion = "x") total > 1 and birthDate after 2000-01-01',
    ).text;
    expect(other).toBe(text);
  });

  it('keeps the plan storable as JSON', () => {
    const { plan } = compile('orders total > 90071992547409.93 and lastPurchaseAt within 3 days and tags has "x"');
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it('sends values as what they are compared with', () => {
    const { parameters } = compile(
      'totalSpent > 12.345 and orders total > 123456789012345.67 and lastSeenAt before 2026-06-18T12:00:00+08:00',
    );
    expect(parameters).toEqual({
      totalSpentMinor: 1234,
      netMinor: 12345678901234567n,
      lastSeenAt: new Date('2026-06-18T04:00:00Z'),
    });
  });

  it('reckons money in the minor units of the reporting currency', () => {
    expect(compile('totalSpent = 5', { currency: 'JPY' }).parameters).toEqual({ totalSpentMinor: 5 });
    expect(compile('totalSpent = 5', { currency: 'KWD' }).parameters).toEqual({ totalSpentMinor: 5000 });
  });

  it('counts back calendar months in the time zone', () => {
    const within = (timeZone: string) =>
      compile('lastSeenAt within 1 month', { timeZone, asOf: new Date('2026-03-31T02:00:00Z') }).parameters.lastSeenAt;
    expect(within('Asia/Shanghai')).toEqual(new Date('2026-02-28T02:00:00Z'));
    expect(within('America/Los_Angeles')).toEqual(new Date('2026-03-01T03:00:00Z'));
  });

  it('compares text after NFKC, wherever the tree comes from', () => {
    const rule = { kind: 'Compare', path: ['city'], operator: 'eq', value: 'ＡＢＣ' } as const;
    expect(compileRule(rule, context).parameters).toEqual({ city: 'ABC' });
  });
});

describe('figures instead of purchases', () => {
  it.each([
    ['purchases', 'purchaseCount >= 1'],
    ['no purchases', 'not purchaseCount >= 1'],
    ['purchases count = 3', 'purchaseCount = 3'],
    ['purchases where (placedAt after 2026-01-01T00:00:00Z)', 'lastPurchaseAt > 2026-01-01T00:00:00.000Z'],
    ['no purchases where (placedAt before 2026-01-01T00:00:00Z)', 'not firstPurchaseAt < 2026-01-01T00:00:00.000Z'],
  ])('%s', (rule, filter) => {
    expect(filterOf(rule)).toBe(filter);
  });

  it.each([
    'orders count >= 3',
    'purchases where (channel = "jd") count >= 3',
    'purchases where (placedAt within 3 days) count = 3',
  ])('not for %s', (rule) => {
    expect(printPlan(compile(rule).plan)).toMatch(/orders/);
  });
});

describe('where a plan begins', () => {
  const frequency = (objects: number, links: number) => ({
    frequencies: new Map([['x', { objects, links }]]),
    complete: true,
  });
  const startOf = (rule: string, values: Record<string, readonly [number, number]>, firstRows?: number) => {
    const statistics = {
      ...defaultStatistics,
      values: new Map(Object.entries(values).map(([name, [objects, links]]) => [name, frequency(objects, links)])),
    };
    const { text } = compile(rule, { statistics, firstRows });
    return /^MATCH \(\w+:(\w+)\)/.exec(text)?.[1] ?? text.split(' ')[0];
  };
  const bought =
    'purchases where (store.performance = LOW and promotion = "x" and lines where (product.brand = "x")) and city = "x"';
  const low = { frequencies: new Map([['LOW', { objects: 1, links: 100 }]]), complete: true };

  it('is what the fewest objects have', () => {
    const many = [40_000, 400_000] as const;
    expect(startOf(bought, { 'product.brand': [3, 50], 'order.promotion': many, 'customer.city': many })).toBe(
      'Product',
    );
    expect(startOf(bought, { 'product.brand': many, 'order.promotion': [9, 9], 'customer.city': many })).toBe('Order');
    expect(startOf(bought, { 'product.brand': many, 'order.promotion': many, 'customer.city': [5, 5] })).toBe(
      'Customer',
    );
    const statistics = {
      ...defaultStatistics,
      values: new Map([
        ['store.performance', low],
        ['order.promotion', frequency(...many)],
      ]),
    };
    expect(compile(bought, { statistics }).text).toMatch(/^MATCH \(store:Store\)/);
  });

  it('is the whole list where only its first rows are wanted and most pass', () => {
    const absent = 'no orders where (promotion = "x")';
    expect(startOf(absent, { 'order.promotion': [9_000, 9_000] })).toBe('CALL');
    expect(startOf(absent, { 'order.promotion': [9_000, 9_000] }, 20)).toBe('Customer');
  });
});
