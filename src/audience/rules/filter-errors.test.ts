import { describe, expect, it } from 'vitest';
import { filterToRule } from './from-filter.ts';
import type { Scope } from './tree.ts';

const timeZone = 'Asia/Shanghai';
const cityFilter = { city: { eq: 'Shanghai' } };

/** Each error as `CODE path: message`. */
function refused(filter: unknown, scope: Scope = 'customer'): string[] {
  const result = filterToRule(filter, scope, { timeZone });
  return result.ok ? [] : result.errors.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
}

describe('a filter that is wrong', () => {
  it.each<readonly [unknown, string]>([
    [null, 'NOT_A_VALUE : Expected an object with names and conditions, but found null.'],
    ['city', 'NOT_A_VALUE : Expected an object with names and conditions, but found "city".'],
    [[cityFilter], 'NOT_A_VALUE : Expected an object with names and conditions, but found a list.'],
    [{ citty: { eq: 'a' } }, 'UNKNOWN_NAME citty: `citty` is not a name of a customer. Did you mean `city`?'],
    [{ constructor: {} }, 'UNKNOWN_NAME constructor: `constructor` is not a name of a customer.'],
    [
      { purchases: { where: { city: { eq: 'a' } } } },
      'UNKNOWN_NAME purchases.where.city: `city` is not a name of an order. Did you mean `customer.city`, `store.city` or `staff.store.city`?',
    ],
    [
      { purchases: { sum: { gt: '3' } } },
      'NOT_A_VALUE purchases.sum.of: Expected the name of a field, such as "store.city", but found nothing.',
    ],
    [
      { purchases: { average: [{ of: 'store.city', gt: '3' }] } },
      'MEASURE_NOT_ALLOWED purchases.average.0.of: `average store.city` cannot follow `purchases`: `store.city` is a text, and this measure is of numbers only.',
    ],
    [
      { purchases: { sum: [{ of: 'totel', gt: '3' }] } },
      'UNKNOWN_NAME purchases.sum.0.of: `totel` is not a name of an order. Did you mean `total`?',
    ],
    [
      { purchases: { distinct: [] } },
      'EMPTY_LIST purchases.distinct: The list of `distinct` is empty: give at least one value, or leave it out.',
    ],
    [
      { lastSeenAt: { field: { before: 'city' } } },
      'INCOMPARABLE_FIELDS lastSeenAt.field.before: `lastSeenAt` is an instant and `city` is a text: they cannot be compared with each other.',
    ],
    [
      { lastSeenAt: { field: { eq: 'createdAt' } } },
      'WRONG_OPERATOR lastSeenAt.field.eq: `eq` does not apply to `lastSeenAt`, which is an instant and takes before, after.',
    ],
    [
      { city: { field: { eq: 'orders' } } },
      'NOT_A_FIELD city.field.eq: `orders` is a relation, which has no value of its own.',
    ],
    [
      { city: { field: {} } },
      'EMPTY_FILTER city.field: `city` is empty and would select nothing clear: compare it, or leave it out.',
    ],
    [
      { birthDate: { anniversaryWithin: 'PT48H' } },
      'INVALID_DURATION birthDate.anniversaryWithin: 48 hours is not a duration: anniversaries are whole days, so the units are days, weeks, months and years.',
    ],
    [{ city: null }, 'NOT_A_VALUE city: Expected an object such as { eq: … }, but found null.'],
    [{ city: 'Shanghai' }, 'NOT_A_VALUE city: Expected an object such as { eq: … }, but found "Shanghai".'],
    [{ city: {} }, 'EMPTY_FILTER city: `city` is empty and would select nothing clear: compare it, or leave it out.'],
    [{ city: { eq: null } }, 'NOT_A_VALUE city.eq: Expected a string, but found null.'],
    [{ city: { eq: 5 } }, 'WRONG_VALUE_TYPE city.eq: `city` needs a string, not 5.'],
    [{ city: { eq: 'a\nb' } }, 'INVALID_STRING city.eq: The text cannot be kept: it has a line break.'],
    [
      { city: { in: [] } },
      'EMPTY_LIST city.in: The list of `city` is empty: give at least one value, or leave it out.',
    ],
    [{ city: { in: ['a', null] } }, 'NOT_A_VALUE city.in.1: Expected a string, but found null.'],
    [{ city: { exists: 'yes' } }, 'NOT_A_VALUE city.exists: Expected true or false, but found "yes".'],
    [
      { tags: { eq: 'a' } },
      'WRONG_OPERATOR tags.eq: `eq` does not apply to `tags`, which is a list of tags and takes has, hasAny, hasAll, hasNone. Did you mean `has`?',
    ],
    [
      { id: { exists: true } },
      'WRONG_OPERATOR id.exists: `exists` does not apply to `id`, which is an id and takes eq, ne, in, notIn.',
    ],
    [
      { purchaseCount: { notIn: [1] } },
      'WRONG_OPERATOR purchaseCount.notIn: `notIn` does not apply to `purchaseCount`, which is a whole number and takes eq, ne, lt, lte, gt, gte, in.',
    ],
    [
      { gender: { eq: 'female' } },
      'UNKNOWN_ENUM_VALUE gender.eq: "female" is not a value of `gender`, which is one of FEMALE, MALE, OTHER, UNKNOWN. Did you mean `FEMALE`?',
    ],
    [
      { totalSpent: { gt: 5000 } },
      'WRONG_VALUE_TYPE totalSpent.gt: `totalSpent` needs a decimal number as a string, such as "199.00", not 5000. Did you mean `"5000"`?',
    ],
    [
      { totalSpent: { gt: '5e3' } },
      'INVALID_NUMBER totalSpent.gt: 5e3 cannot stand here: write a number such as 5000 or 199.5.',
    ],
    [
      { purchaseCount: { gt: '5' } },
      'WRONG_VALUE_TYPE purchaseCount.gt: `purchaseCount` needs a whole number, not "5".',
    ],
    [
      { purchaseCount: { gt: 1.5 } },
      'INVALID_NUMBER purchaseCount.gt: 1.5 cannot stand here: a whole number is needed. Did you mean `2`?',
    ],
    [
      { purchaseCount: { gt: 1e21 } },
      'INVALID_NUMBER purchaseCount.gt: 1e+21 cannot stand here: write a number such as 5000 or 199.5.',
    ],
    [
      { birthDate: { before: '2026-02-30' } },
      'INVALID_DATE birthDate.before: 2026-02-30 is not a date: the calendar has no such day.',
    ],
    [
      { lastSeenAt: { after: 'yesterday' } },
      'INVALID_DATE lastSeenAt.after: yesterday is not a date: write a full instant, such as 2026-06-18T09:30:00+08:00.',
    ],
    [
      { lastSeenAt: { within: 'P1M15D' } },
      'INVALID_DURATION lastSeenAt.within: P1M15D is not a duration: rules count back in one unit, and this is not a whole number of hours, days, weeks, months or years.',
    ],
    [
      { lastSeenAt: { within: 'PT30M' } },
      'INVALID_DURATION lastSeenAt.within: PT30M is not a duration: rules count back in one unit, and this is not a whole number of hours, days, weeks, months or years.',
    ],
    [
      { lastSeenAt: { notWithin: '-P1D' } },
      'INVALID_DURATION lastSeenAt.notWithin: -P1D is not a duration: write ISO 8601 in whole units, such as P90D, P6M or PT48H.',
    ],
    [
      { lastSeenAt: { within: 6 } },
      'WRONG_VALUE_TYPE lastSeenAt.within: `lastSeenAt` needs an ISO 8601 duration as a string, such as "P6M", not 6.',
    ],
    [
      { lastSeenAt: { within: null } },
      'NOT_A_VALUE lastSeenAt.within: Expected an ISO 8601 duration as a string, such as "P6M", but found null.',
    ],
    [{ inSegment: null }, 'NOT_A_VALUE inSegment: Expected the id or name of a segment, but found null.'],
    [
      { orders: { where: { inSegment: 'a' } } },
      'MISPLACED_SEGMENT orders.where.inSegment: Only customers are in segments; here the rule speaks of an order.',
    ],
    [{ and: null }, 'NOT_A_VALUE and: Expected a list of filters, but found null.'],
    [{ and: [cityFilter, null] }, 'NOT_A_VALUE and.1: Expected an object with names and conditions, but found null.'],
    [
      { or: [] },
      'EMPTY_FILTER or: `or` is empty and would select nothing clear: give at least one filter, or leave it out.',
    ],
    [
      { or: [cityFilter, {}] },
      'EMPTY_FILTER or.1: `or` is empty and would select nothing clear: put a condition into it, or take it away.',
    ],
    [
      { not: {} },
      'EMPTY_FILTER not: `not` is empty and would select nothing clear: put a condition into it, or leave it out.',
    ],
    [
      { orders: { where: { store: {} } } },
      'EMPTY_FILTER orders.where.store: `store` is empty and would select nothing clear: leave it out, or compare one of its names.',
    ],
    [
      { orders: null },
      'NOT_A_VALUE orders: Expected an object with where, count, total, sum, average, minimum, maximum, distinct, share, but found null.',
    ],
    [
      { orders: { where: null } },
      'NOT_A_VALUE orders.where: Expected an object with names and conditions, but found null.',
    ],
    [
      { orders: { count: {} } },
      'EMPTY_FILTER orders.count: `count` is empty and would select nothing clear: compare it, or leave it out.',
    ],
    [{ orders: { count: 3 } }, 'NOT_A_VALUE orders.count: Expected an object such as { eq: … }, but found 3.'],
    [
      { events: { total: { gt: '3' } } },
      'MEASURE_NOT_ALLOWED events.total: `total` cannot follow `events`: it can be measured by count, sum, average, minimum, maximum, distinct, share.',
    ],
    [
      { events: { wher: {} } },
      'UNKNOWN_NAME events.wher: `wher` is not a name of a condition on events. Did you mean `where`?',
    ],
  ])('%j', (filter, error) => {
    expect(refused(filter)).toEqual([error]);
  });

  it('reports all that is wrong, with the place of each', () => {
    const filter = {
      and: [cityFilter, { totalSpent: { gte: '5x' } }, { or: [{ citty: {} }, { gender: { in: ['MALE', 'X'] } }] }],
      purchases: { where: { store: { not: { performance: { eq: 'BAD' } } } }, count: { gte: 'many' } },
    };
    expect(refused(filter).map((error) => error.split(':')[0])).toEqual([
      'INVALID_NUMBER and.1.totalSpent.gte',
      'UNKNOWN_NAME and.2.or.0.citty',
      'UNKNOWN_ENUM_VALUE and.2.or.1.gender.in.1',
      'UNKNOWN_ENUM_VALUE purchases.where.store.not.performance.eq',
      'WRONG_VALUE_TYPE purchases.count.gte',
    ]);
  });

  it('carries a path and no line', () => {
    const result = filterToRule({ and: [{ totalSpent: { gte: 1 } }] }, 'customer', { timeZone });
    expect(result).toEqual({
      ok: false,
      errors: [
        {
          code: 'WRONG_VALUE_TYPE',
          message: expect.any(String),
          path: ['and', '0', 'totalSpent', 'gte'],
          suggestions: ['"1"'],
        },
      ],
    });
  });
});

describe('limits of a filter', () => {
  const codes = (filter: unknown) => refused(filter).map((error) => error.split(':')[0]);
  const nested = (levels: number): unknown => (levels === 0 ? cityFilter : { not: nested(levels - 1) });

  it('are those of the text', () => {
    expect(codes(nested(49))).toEqual([]);
    expect(codes(nested(50))).toEqual([`RULE_TOO_DEEP ${Array(50).fill('not').join('.')}`]);
    expect(codes({ or: Array.from({ length: 1_000 }, () => ({ city: { eq: 'a' } })) })).toEqual([]);
    expect(codes({ or: Array.from({ length: 1_001 }, () => ({ city: { eq: 'a' } })) })).toEqual([
      'TOO_MANY_CONDITIONS ',
    ]);
    expect(codes({ city: { in: Array(1_001).fill('a') } })).toEqual(['LIST_TOO_LONG city.in']);
    expect(codes({ city: { eq: 'x'.repeat(20_000) } })).toEqual(['RULE_TOO_LONG ']);
  });

  it('hold before lists of measures are multiplied', () => {
    const many = Array.from({ length: 100 }, (_, index) => index);
    const where = { lines: { count: { in: many }, quantity: { in: many } } };
    expect(codes({ orders: { where } })).toEqual(['TOO_MANY_CONDITIONS orders.where.lines']);
    expect(codes({ orders: { where: { lines: { count: { in: many } } }, count: { in: many } } })).toEqual([
      'TOO_MANY_CONDITIONS orders',
    ]);
  });

  it('hold for filters that would exhaust the stack', () => {
    let filter: unknown = cityFilter;
    for (let level = 0; level < 100_000; level++) filter = { and: [filter] };
    expect(codes(filter)).toEqual([`RULE_TOO_DEEP ${Array(50).fill('and.0').join('.')}`]);
  });
});
