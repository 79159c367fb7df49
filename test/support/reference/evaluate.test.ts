import { describe, expect, it } from 'vitest';
import type { Measure, Operator, Relation, Rule } from '../../../src/audience/rules/tree.ts';
import { worldSettings } from './arbitrary-world.ts';
import { evaluate } from './evaluate.ts';
import type { CustomerRefJson, OrderFact, RecordJson } from './record-input.ts';
import { buildWorld, type Person } from './world.ts';

const lin: CustomerRefJson = { identifiers: [{ kind: 'phone', value: '13800138000' }] };
const order = (number: string, more: Partial<OrderFact>): RecordJson => ({
  order: {
    source: 'pos',
    number,
    placedAt: '2026-06-18T00:00:00+08:00',
    currency: 'CNY',
    customer: lin,
    lines: [],
    ...more,
  },
});
const world = buildWorld(
  [
    { store: { code: 'low', city: 'Ｈangzhou', tags: ['mall'] } },
    { product: { sku: 'pole', category: ['Outdoor', 'Trekking poles'] } },
    order('1', { store: 'low', lines: [{ sku: 'pole', quantity: 2, unitPrice: '10.00' }] }),
    order('2', { promotion: '618', lines: [{ sku: 'bag', quantity: 1, unitPrice: '5.50' }] }),
    order('3', { status: 'CANCELLED', promotion: '618' }),
  ],
  worldSettings,
);
const person = world.persons[0] as Person;
const reading = { settings: worldSettings, asOf: new Date('2026-12-18T00:00:00+08:00') };

const holds = (rule: Rule, asOf = reading.asOf): boolean => evaluate(rule, person, { ...reading, asOf });
const compare = (path: string, operator: Operator, value: string | string[] | null): Rule => ({
  kind: 'Compare',
  path: path.split('.'),
  operator,
  value,
});
const some = (relation: Relation['relation'], where: Rule | null, ...measures: Measure[]): Rule => ({
  kind: 'Relation',
  relation,
  where,
  measures,
});
const no = (relation: Relation['relation'], where: Rule | null): Rule =>
  some(relation, where, { measure: 'count', operator: 'eq', value: '0' });
const not = (rule: Rule): Rule => ({ kind: 'Not', rule });

describe('the reading of a rule', () => {
  it('finds every comparison with a missing value false, and its negation true', () => {
    for (const operator of ['eq', 'ne', 'contains', 'startsWith', 'known'] as const) {
      expect(holds(compare('city', operator, 'Shanghai'))).toBe(false);
      expect(holds(not(compare('city', operator, 'Shanghai')))).toBe(true);
    }
    expect(holds(compare('city', 'notIn', ['Shanghai']))).toBe(false);
    expect(holds(compare('city', 'unknown', null))).toBe(true);
  });

  it('compares text exactly after NFKC, and without case where it searches', () => {
    const inCity = (operator: Operator, value: string): boolean =>
      holds(some('orders', compare('store.city', operator, value)));
    expect(inCity('eq', 'Hangzhou')).toBe(true);
    expect(inCity('eq', 'hangzhou')).toBe(false);
    expect(inCity('startsWith', 'hANG')).toBe(true);
  });

  it('takes a path through a missing object as a missing value', () => {
    const second = (rule: Rule): boolean =>
      holds(some('orders', { kind: 'And', rules: [compare('number', 'eq', '2'), rule] }));
    expect(second(compare('store.city', 'ne', 'x'))).toBe(false);
    expect(second(compare('store.tags', 'hasNone', ['x']))).toBe(false);
    expect(second(not(compare('store.tags', 'has', 'x')))).toBe(true);
    expect(second(compare('store.city', 'unknown', null))).toBe(true);
  });

  it('matches any level of a category, and is without one only when it is known', () => {
    const category = (operator: Operator, value: string | string[]): boolean =>
      holds(some('purchases', some('lines', compare('product.category', operator, value))));
    expect(category('eq', 'Outdoor')).toBe(true);
    expect(category('in', ['Bags', 'Trekking poles'])).toBe(true);
    expect(category('ne', 'Outdoor')).toBe(false); // the bag has no category
    expect(category('ne', 'Bags')).toBe(true);
  });

  it('speaks of one object inside one where', () => {
    const promotion = compare('promotion', 'eq', '618');
    const pole = some('lines', compare('product.sku', 'eq', 'pole'));
    expect(holds(some('purchases', { kind: 'And', rules: [promotion, pole] }))).toBe(false);
    expect(holds({ kind: 'And', rules: [some('purchases', promotion), some('purchases', pole)] })).toBe(true);
  });

  it('counts and sums what where selects, and asks for one at least unless it counts', () => {
    const total = (value: string): Measure => ({ measure: 'total', operator: 'eq', value });
    expect(holds(some('purchases', null, total('25.5')))).toBe(true);
    expect(holds(some('purchases', compare('promotion', 'eq', '618'), total('5.5')))).toBe(true);
    expect(holds(some('orders', compare('promotion', 'eq', 'none'), total('0')))).toBe(false);
    expect(holds(some('orders', null, { measure: 'count', operator: 'eq', value: '3' }))).toBe(true);
    expect(holds(no('events', null))).toBe(true);
    expect(holds(no('purchases', compare('status', 'eq', 'CANCELLED')))).toBe(true);
  });

  it('counts months back in the calendar, without the start and with the end', () => {
    const within = compare('lastPurchaseAt', 'within', 'P6M');
    expect(holds(within, new Date('2026-12-18T00:00:00+08:00'))).toBe(false);
    expect(holds(within, new Date('2026-12-17T23:59:59.999+08:00'))).toBe(true);
    expect(holds(within, new Date('2026-06-18T00:00:00+08:00'))).toBe(true);
    expect(holds(within, new Date('2026-06-17T23:59:59.999+08:00'))).toBe(false);
    expect(holds(some('orders', compare('placedAt', 'notWithin', 'P6M')))).toBe(true);
  });
});
