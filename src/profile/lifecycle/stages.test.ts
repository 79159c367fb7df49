import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LifecycleFigures, lifecycleStages, meetsConditions, stageConditions, stageOf } from './stages.ts';

const at = new Date('2026-06-18T04:00:00.000Z');
const settings = { lapsedAfterDays: 365 };
const recent = new Date('2026-06-01T00:00:00.000Z');

function stage(known: boolean, purchaseCount: number, lastPurchaseAt: Date | null): string {
  return stageOf({ known, purchaseCount, lastPurchaseAt }, at, settings);
}

describe('lifecycle stages', () => {
  it('follow the number of purchases of a known customer', () => {
    const counts = [1, 2, 3, 4, 5, 6, 500];
    expect(counts.map((count) => stage(true, count, recent))).toEqual([
      'FIRST_TIME',
      'REPEAT',
      'REPEAT',
      'REPEAT',
      'LOYAL',
      'LOYAL',
      'LOYAL',
    ]);
    expect(stage(true, 0, null)).toBe('WINDOW');
  });

  it('call a customer without a strong identifier anonymous, whatever was bought', () => {
    expect(stage(false, 0, null)).toBe('ANONYMOUS');
    expect(stage(false, 7, new Date('2020-01-01T00:00:00.000Z'))).toBe('ANONYMOUS');
  });

  it('lapse a customer the millisecond after 365 days, not on it', () => {
    expect(stage(true, 1, new Date('2025-06-18T04:00:00.000Z'))).toBe('FIRST_TIME');
    expect(stage(true, 1, new Date('2025-06-18T03:59:59.999Z'))).toBe('LAPSED');
    expect(stage(true, 9, new Date('2025-06-18T03:59:59.999Z'))).toBe('LAPSED');
  });

  it('count days, so a year with a leap day is not 365 of them', () => {
    const figures = { known: true, purchaseCount: 1, lastPurchaseAt: new Date('2024-02-01T00:00:00.000Z') };
    expect(stageOf(figures, new Date('2025-01-31T00:00:00.000Z'), settings)).toBe('FIRST_TIME');
    expect(stageOf(figures, new Date('2025-01-31T00:00:00.001Z'), settings)).toBe('LAPSED');
  });

  it('take the number of days from the settings', () => {
    const figures = { known: true, purchaseCount: 1, lastPurchaseAt: recent };
    expect(stageOf(figures, at, { lapsedAfterDays: 18 })).toBe('FIRST_TIME');
    expect(stageOf(figures, at, { lapsedAfterDays: 17 })).toBe('LAPSED');
  });

  it('give INDECISIVE to nobody', () => {
    expect(stageConditions('INDECISIVE', at, settings)).toBeNull();
  });

  it('refuse figures that contradict each other', () => {
    expect(() => stage(true, 2, null)).toThrow(RangeError);
  });

  it('state the conditions that a query can use', () => {
    const lapsed = new Date('2025-06-18T04:00:00.000Z');
    expect(stageConditions('ANONYMOUS', at, settings)).toEqual({ known: false });
    expect(stageConditions('WINDOW', at, settings)).toEqual({ known: true, maxPurchases: 0 });
    expect(stageConditions('LAPSED', at, settings)).toEqual({
      known: true,
      minPurchases: 1,
      lastPurchaseBefore: lapsed,
    });
    expect(stageConditions('REPEAT', at, settings)).toEqual({
      known: true,
      minPurchases: 2,
      maxPurchases: 4,
      lastPurchaseNotBefore: lapsed,
    });
  });

  it('hold one at a time, for any figures, and it is the one that stageOf names', () => {
    const lapsed = at.getTime() - 365 * 86_400_000;
    const instants = fc.oneof(
      fc.integer({ min: lapsed - 3, max: lapsed + 3 }),
      fc.integer({ min: 0, max: at.getTime() + 1e9 }),
    );
    const figures = fc
      .record({ known: fc.boolean(), purchaseCount: fc.nat({ max: 8 }), last: instants })
      .map(({ known, purchaseCount, last }): LifecycleFigures => {
        return { known, purchaseCount, lastPurchaseAt: purchaseCount === 0 ? null : new Date(last) };
      });
    fc.assert(
      fc.property(figures, (customer) => {
        const holding = lifecycleStages.filter((name) => {
          const conditions = stageConditions(name, at, settings);
          return conditions !== null && meetsConditions(customer, conditions);
        });
        expect(holding).toEqual([stageOf(customer, at, settings)]);
      }),
      { numRuns: 2000 },
    );
  });
});
