import { describe, expect, it } from 'vitest';
import { and, compare, everyone, inSegment, not, or, relation } from './build.ts';
import { filterToRule } from './from-filter.ts';
import { parseRule } from './parse-rule.ts';
import { ruleToFilter } from './to-filter.ts';
import type { Measure, Rule, Scope } from './tree.ts';

const timeZone = 'Asia/Shanghai';

/** The tree of a filter that must be right. */
function read(filter: unknown, scope: Scope = 'customer'): Rule {
  const result = filterToRule(filter, scope, { timeZone });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.rule;
}

const city = compare(['city'], 'eq', 'Shanghai');
const female = compare(['gender'], 'eq', 'FEMALE');
const loyal = compare(['lifecycleStage'], 'eq', 'LOYAL');
const cityFilter = { city: { eq: 'Shanghai' } };
const count = (operator: Measure['operator'], value: string): Measure => ({ measure: 'count', operator, value });
const total = (operator: Measure['operator'], value: string): Measure => ({ measure: 'total', operator, value });

describe('a filter as a rule', () => {
  it('joins fields, operators and lists by and', () => {
    expect(read({ ...cityFilter, gender: { eq: 'FEMALE' } })).toEqual(and([city, female]));
    expect(read({ totalSpent: { gte: '5.0', lt: '9' } })).toEqual(
      and([compare(['totalSpent'], 'gte', '5'), compare(['totalSpent'], 'lt', '9')]),
    );
    expect(
      read({ and: [cityFilter, { and: [{ gender: { eq: 'FEMALE' } }] }], lifecycleStage: { eq: 'LOYAL' } }),
    ).toEqual(and([city, female, loyal]));
  });

  it('keeps or and not', () => {
    expect(
      read({ or: [{ ...cityFilter, gender: { eq: 'FEMALE' } }, { not: { lifecycleStage: { eq: 'LOYAL' } } }] }),
    ).toEqual(or([and([city, female]), not(loyal)]));
    expect(read({ or: [cityFilter] })).toEqual(city);
    expect(read({ not: { not: cityFilter } })).toEqual(not(not(city)));
    expect(read({ not: { ...cityFilter, gender: { eq: 'FEMALE' } } })).toEqual(not(and([city, female])));
  });

  it('is everyone when it asks nothing', () => {
    for (const filter of [{}, { and: [] }, { and: [{}] }, { and: [{ and: [] }, {}] }, { city: undefined }]) {
      expect(read(filter)).toEqual(everyone);
    }
    expect(read({ and: [{}, cityFilter, {}] })).toEqual(city);
    expect(ruleToFilter(everyone)).toEqual({});
  });

  it('distributes to-one steps over what is inside', () => {
    const inside = {
      store: { or: [{ city: { eq: 'a' } }, { not: { performance: { exists: false } } }], tags: { has: 'x' } },
      staff: { manager: { store: { code: { in: ['s-1'] } }, name: { startsWith: 'L' } } },
    };
    expect(read(inside, 'order')).toEqual(
      and([
        or([compare(['store', 'city'], 'eq', 'a'), not(compare(['store', 'performance'], 'unknown'))]),
        compare(['store', 'tags'], 'has', 'x'),
        compare(['staff', 'manager', 'store', 'code'], 'in', ['s-1']),
        compare(['staff', 'manager', 'name'], 'startsWith', 'L'),
      ]),
    );
  });

  it('reads relations with where and measures', () => {
    const where = {
      promotion: { eq: '618' },
      lines: { where: { product: { category: { eq: 'Poles' } } }, quantity: { gt: 2 } },
    };
    const lines = relation('lines', compare(['product', 'category'], 'eq', 'Poles'), [
      { measure: 'quantity', operator: 'gt', value: '2' },
    ]);
    expect(read({ purchases: { total: { gt: '5.00', lte: '9' }, count: { gte: 3 }, where } })).toEqual(
      relation('purchases', and([compare(['promotion'], 'eq', '618'), lines]), [
        count('gte', '3'),
        total('lte', '9'),
        total('gt', '5'),
      ]),
    );
    expect(read({ events: { count: { eq: 0 } } })).toEqual(relation('events', null, [count('eq', '0')]));
    for (const nothing of [{}, { where: {} }, { where: { and: [] } }]) {
      expect(read({ devices: nothing })).toEqual(relation('devices', null, []));
    }
  });

  it('spells out lists of measures', () => {
    const ofOrders = (measures: Measure[]) => relation('orders', null, measures);
    expect(read({ orders: { count: { in: [1, 2] }, total: { gt: '5' } } })).toEqual(
      or([ofOrders([count('eq', '1'), total('gt', '5')]), ofOrders([count('eq', '2'), total('gt', '5')])]),
    );
    expect(read({ orders: { count: { in: [3] } } })).toEqual(ofOrders([count('eq', '3')]));
    expect(read({ lines: { count: { in: [1, 2] }, quantity: { in: [3, 4] } } }, 'order')).toEqual(
      or(
        [
          ['1', '3'],
          ['1', '4'],
          ['2', '3'],
          ['2', '4'],
        ].map(([lines = '', pieces = '']) =>
          relation('lines', null, [count('eq', lines), { measure: 'quantity', operator: 'eq', value: pieces }]),
        ),
      ),
    );
  });

  it('brings values into their one form', () => {
    expect(read({ city: { eq: 'Ｓｈａｎｇｈａｉ' } })).toEqual(city);
    expect(read({ lastSeenAt: { before: '2026-06-18T00:00:00+08:00' } })).toEqual(
      compare(['lastSeenAt'], 'before', '2026-06-17T16:00:00.000Z'),
    );
    expect(read({ lastSeenAt: { after: '2026-06-18' } })).toEqual(
      compare(['lastSeenAt'], 'after', '2026-06-17T16:00:00.000Z'),
    );
    expect(read({ birthDate: { eq: '2000-02-29' } })).toEqual(compare(['birthDate'], 'eq', '2000-02-29'));
    expect(read({ id: { eq: 7 } })).toEqual(compare(['id'], 'eq', '7'));
    expect(read({ city: { in: 'a' } })).toEqual(compare(['city'], 'in', ['a']));
    expect(read({ purchaseCount: { in: [1, 2] } })).toEqual(compare(['purchaseCount'], 'in', [1, 2]));
    expect(read({ city: { exists: true }, gender: { exists: false } })).toEqual(
      and([compare(['city'], 'known'), compare(['gender'], 'unknown')]),
    );
    expect(read({ inSegment: 'ＶＩＰ' })).toEqual(inSegment('VIP'));
  });

  it('says durations in one unit', () => {
    const value = (within: string) => (read({ lastSeenAt: { within } }) as { value: unknown }).value;
    expect(
      ['P6M', 'P14D', 'P2W', 'PT48H', 'P1Y', 'P1Y6M', 'P1W1D', 'P1Y0M', 'P06M', 'P0D', 'PT0S', 'P1DT0H'].map(value),
    ).toEqual(['P6M', 'P14D', 'P2W', 'PT48H', 'P1Y', 'P18M', 'P8D', 'P1Y', 'P6M', 'P0D', 'PT0H', 'P1D']);
  });

  it('reads inputs without a prototype, as GraphQL makes them', () => {
    const bare = Object.assign(Object.create(null), { city: Object.assign(Object.create(null), { eq: 'Shanghai' }) });
    expect(read(bare)).toEqual(city);
  });

  it('says the same as the text', () => {
    const text = 'not (gender = FEMALE or purchases where (store.city != "a") count < 3) and tags has none ("a", "b")';
    const filter = {
      and: [
        {
          not: {
            or: [
              { gender: { eq: 'FEMALE' } },
              { purchases: { where: { store: { city: { ne: 'a' } } }, count: { lt: 3 } } },
            ],
          },
        },
        { tags: { hasNone: ['a', 'b'] } },
      ],
    };
    expect(parseRule(text, { timeZone })).toEqual({ ok: true, rule: read(filter) });
    expect(ruleToFilter(read(filter))).toEqual(filter);
  });
});
