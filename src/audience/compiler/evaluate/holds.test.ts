import fc from 'fast-check';
import { expect, it } from 'vitest';
import { termOf } from '../../../intake/records/tag-term.ts';
import { parsed } from '../../rules/testing/parsed.ts';
import { movedTo } from '../clock/moved-to.ts';
import { conditionOf } from '../compile.ts';
import { instants, rules, settings } from '../testing/rules-in-time.ts';
import { canJudge } from './can-judge.ts';
import { type Facts, testOf } from './holds.ts';

const monthly = Array.from({ length: 48 }, (_, month) => new Date(Date.UTC(2024, month, 15, 4)));
const orders: Facts[] = monthly
  .filter((_, month) => month % 5 < 2)
  .map((placedAt) => ({ properties: { placedAt, isPurchase: true, status: 'PAID', netMinor: 19_900 }, steps: {} }));
const purchasedAt = (until: Date) => ({ properties: { lastPurchaseAt: until, purchaseCount: 3, known: true } });
const customers: Facts[] = [
  ...monthly.map((until) => ({ ...purchasedAt(until), steps: { orders } })),
  { properties: { known: false, tagTerms: [termOf('vip', new Date('2026-02-01T00:00:00Z'))] }, steps: {} },
];

it('judges at any instant what a rule means at that instant', () => {
  const property = fc.property(rules, instants, instants, (rule, one, other) => {
    const condition = conditionOf(rule, { ...settings, asOf: one });
    fc.pre(canJudge(condition));
    const moved = testOf(movedTo(condition, other));
    expect(customers.map((facts) => testOf(condition)(facts, other))).toEqual(customers.map((facts) => moved(facts)));
    expect(customers.map((facts) => testOf(condition)(facts, one))).toEqual(
      customers.map((facts) => testOf(condition)(facts)),
    );
  });
  fc.assert(property, { numRuns: 300 });
});

it.each([
  ['lastPurchaseAt within 48 days', 2],
  ['purchases where (placedAt within 120 days) count >= 2', 48],
  ['no orders where (placedAt within 365 days)', 1],
])('%s holds of %i on New Year', (text, expected) => {
  const condition = conditionOf(parsed(text), { ...settings, asOf: new Date('2020-01-01T00:00:00Z') });
  const test = testOf(condition);
  const newYear = new Date('2026-01-01T00:00:00Z');
  expect(customers.filter((facts) => test(facts, newYear))).toHaveLength(expected);
});

it('heeds when tags end', () => {
  const asOf = '2020-01-01T00:00:00.000Z';
  const test = testOf({ kind: 'TermHolds', property: 'tagTerms', values: ['vip'], asOf });
  const holdsAt = (at: string) => customers.some((facts) => test(facts, new Date(at)));
  expect([holdsAt('2026-01-31T23:59:59Z'), holdsAt('2026-02-01T00:00:00Z')]).toEqual([true, false]);
});
