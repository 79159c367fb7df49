import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLifecycleRules as settings } from './lifecycle-rules.ts';
import { type LifecycleFigures, lifecycleStages, meetsConditions, stageConditions, stageOf } from './stages.ts';

const at = new Date('2026-06-18T04:00:00.000Z');
const recent = new Date('2026-06-01T00:00:00.000Z');

function stage(known: boolean, purchaseCount: number, lastPurchaseAt: Date | null): string {
  return stageOf({ known, purchaseCount, lastPurchaseAt, interestAt: null }, at, settings);
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
    const lastPurchaseAt = new Date('2024-02-01T00:00:00.000Z');
    const figures = { known: true, purchaseCount: 1, lastPurchaseAt, interestAt: null };
    expect(stageOf(figures, new Date('2025-01-31T00:00:00.000Z'), settings)).toBe('FIRST_TIME');
    expect(stageOf(figures, new Date('2025-01-31T00:00:00.001Z'), settings)).toBe('LAPSED');
  });

  it('take the number of days from the settings', () => {
    const figures = { known: true, purchaseCount: 1, lastPurchaseAt: recent, interestAt: null };
    expect(stageOf(figures, at, { ...settings, lapsedAfterDays: 18 })).toBe('FIRST_TIME');
    expect(stageOf(figures, at, { ...settings, lapsedAfterDays: 17 })).toBe('LAPSED');
  });

  it('call a buyer indecisive who shows interest again and again, and has bought nothing for a while', () => {
    const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);
    const justOver = (days: number) => new Date(daysAgo(days).getTime() - 1);
    const stageFor = (purchaseCount: number, lastPurchaseAt: Date | null, interestAt: Date | null) =>
      stageOf({ known: true, purchaseCount, lastPurchaseAt, interestAt }, at, settings);
    expect(stageFor(1, justOver(60), daysAgo(30))).toBe('INDECISIVE');
    expect(stageFor(7, daysAgo(300), at)).toBe('INDECISIVE');
    // what they showed is too old, or they bought after all
    expect(stageFor(1, justOver(60), justOver(30))).toBe('FIRST_TIME');
    expect(stageFor(3, daysAgo(60), daysAgo(1))).toBe('REPEAT');
    expect(stageFor(7, justOver(60), null)).toBe('LOYAL');
    // who never bought looks around, and who has not for a year is lapsed
    expect(stageFor(0, null, at)).toBe('WINDOW');
    expect(stageFor(2, justOver(365), at)).toBe('LAPSED');
    expect(stageOf({ known: false, purchaseCount: 2, lastPurchaseAt: daysAgo(90), interestAt: at }, at, settings)).toBe(
      'ANONYMOUS',
    );
  });

  it('give INDECISIVE to nobody where the rules do not have it', () => {
    const rules = { ...settings, indecisive: null };
    expect(stageConditions('INDECISIVE', at, rules)).toBeNull();
    expect(stageConditions('LOYAL', at, rules)).toEqual({
      known: true,
      minPurchases: 5,
      lastPurchaseNotBefore: new Date('2025-06-18T04:00:00.000Z'),
    });
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
      notIndecisive: {
        lastPurchaseBefore: new Date('2026-04-19T04:00:00.000Z'),
        interestNotBefore: new Date('2026-05-19T04:00:00.000Z'),
      },
    });
  });

  it('hold one at a time, for any figures, and it is the one that stageOf names', () => {
    const instants = fc.oneof(
      ...[365, 60, 30].map((days) => {
        const bound = at.getTime() - days * 86_400_000;
        return fc.integer({ min: bound - 3, max: bound + 3 });
      }),
      fc.integer({ min: 0, max: at.getTime() + 1e9 }),
    );
    const figures = fc
      .record({ known: fc.boolean(), purchaseCount: fc.nat({ max: 8 }), last: instants, interest: fc.option(instants) })
      .map(({ known, purchaseCount, last, interest }): LifecycleFigures => {
        const lastPurchaseAt = purchaseCount === 0 ? null : new Date(last);
        return { known, purchaseCount, lastPurchaseAt, interestAt: interest === null ? null : new Date(interest) };
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
