import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsed } from '../../rules/testing/parsed.ts';
import { conditionOf } from '../compile.ts';
import { instants, rules, settings } from '../testing/rules-in-time.ts';
import { movedTo } from './moved-to.ts';

describe('movedTo', () => {
  it('says what the rule means at the other instant', () => {
    fc.assert(
      fc.property(rules, instants, instants, (rule, one, other) => {
        const moved = movedTo(conditionOf(rule, { ...settings, asOf: one }), other);
        expect(moved).toEqual(conditionOf(rule, { ...settings, asOf: other }));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'purchases where (placedAt within 30 days)',
    'lifecycleStage = LAPSED',
    'birthDate anniversary within next 7 days',
    'events where (name = "page_view") then no purchases within 7 days',
    'in top 10 by purchases where (placedAt within 90 days) total',
  ])('moves %s', (text) => {
    const [one, other] = [new Date('2026-03-01T00:00:00Z'), new Date('2026-07-01T00:00:00Z')];
    const condition = conditionOf(parsed(text), { ...settings, asOf: one });
    expect(movedTo(condition, other)).not.toEqual(condition);
    expect(movedTo(condition, other)).toEqual(conditionOf(parsed(text), { ...settings, asOf: other }));
  });

  it('gives a condition that reads no clock, and its parts, as they are', () => {
    const asOf = new Date('2026-03-01T00:00:00Z');
    const plain = conditionOf(parsed('city = "Shanghai" and purchaseCount > 2'), { ...settings, asOf });
    expect(movedTo(plain, new Date())).toBe(plain);
    const mixed = conditionOf(parsed('city = "Shanghai" and lastPurchaseAt within 3 days'), { ...settings, asOf });
    const moved = movedTo(mixed, new Date());
    if (mixed.kind !== 'All' || moved.kind !== 'All') throw new Error('both are conjunctions');
    expect(moved.conditions[0]).toBe(mixed.conditions[0]);
    expect(moved.conditions[1]).not.toEqual(mixed.conditions[1]);
  });
});
