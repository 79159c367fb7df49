import { describe, expect, it } from 'vitest';
import { and, compare, everyone, inSegment, not, or, relation } from './build.ts';
import { parseRule } from './parse-rule.ts';
import { printRule } from './print.ts';
import { parsed } from './testing/parsed.ts';
import type { Measure, Scope } from './tree.ts';

const timeZone = 'Asia/Shanghai';

const count = (operator: Measure['operator'], value: string): Measure => ({ measure: 'count', operator, value });
const total = (operator: Measure['operator'], value: string): Measure => ({ measure: 'total', operator, value });
const none = [count('eq', '0')];
const city = compare(['city'], 'eq', 'Shanghai');
const female = compare(['gender'], 'eq', 'FEMALE');
const loyal = compare(['lifecycleStage'], 'eq', 'LOYAL');

describe('joining', () => {
  const texts = { city: 'city = "Shanghai"', female: 'gender = FEMALE', loyal: 'lifecycleStage = LOYAL' };

  it('binds and tighter than or', () => {
    expect(parsed(`${texts.city} or ${texts.female} and ${texts.loyal}`)).toEqual(or([city, and([female, loyal])]));
    expect(parsed(`${texts.city} and ${texts.female} or ${texts.loyal}`)).toEqual(or([and([city, female]), loyal]));
    expect(parsed(`${texts.city} and (${texts.female} or ${texts.loyal})`)).toEqual(and([city, or([female, loyal])]));
  });

  it('binds not to one term', () => {
    expect(parsed(`not ${texts.city} and ${texts.female}`)).toEqual(and([not(city), female]));
    expect(parsed(`not (${texts.city} and ${texts.female})`)).toEqual(not(and([city, female])));
    expect(parsed(`not (not ${texts.city})`)).toEqual(not(not(city)));
    expect(parsed(`not no purchases`)).toEqual(not(relation('purchases', null, none)));
  });

  it('forgets brackets that change nothing', () => {
    expect(parsed(`((${texts.city}) and (${texts.female} and (${texts.loyal})))`)).toEqual(and([city, female, loyal]));
    expect(parsed(`(${texts.city} or ${texts.female}) or ${texts.loyal}`)).toEqual(or([city, female, loyal]));
  });

  it('takes keywords in any case, but names as they are', () => {
    expect(
      parsed(
        'NOT Tags HAS ANY ("a") AND No Purchases WHERE (placedAt Within 1 DAY)'
          .replace('Tags', 'tags')
          .replace('Purchases', 'purchases'),
      ),
    ).toEqual(
      and([
        not(compare(['tags'], 'hasAny', ['a'])),
        relation('purchases', compare(['placedAt'], 'within', 'P1D'), none),
      ]),
    );
    expect(parsed('purchases COUNT >= 2')).toEqual(relation('purchases', null, [count('gte', '2')]));
    expect(parseRule('City = "x"', { timeZone }).ok).toBe(false);
  });

  it('passes over comments and any white space', () => {
    expect(parsed('# who\r\ncity\u3000=\t"Shanghai" # where\rand\ngender=FEMALE#end')).toEqual(and([city, female]));
    expect(parsed('city = "a # b"')).toEqual(compare(['city'], 'eq', 'a # b'));
  });

  it('reads names that are also keywords, in their scope', () => {
    expect(parsed('orders where (total > 5 and number = "1") total > 6')).toEqual(
      relation('orders', and([compare(['total'], 'gt', '5'), compare(['number'], 'eq', '1')]), [total('gt', '6')]),
    );
    expect(parsed('orders where (lines where (quantity > 1) quantity >= 3 count = 1)')).toEqual(
      relation(
        'orders',
        relation('lines', compare(['quantity'], 'gt', 1), [
          count('eq', '1'),
          { measure: 'quantity', operator: 'gte', value: '3' },
        ]),
        [],
      ),
    );
  });
});

describe('comparing', () => {
  const at = (text: string) => parsed(`city ${text}`) as { operator: string; value: unknown };

  it('reads every operator of a text', () => {
    expect(at('!= "a"')).toMatchObject({ operator: 'ne', value: 'a' });
    expect(at('in ("a", "b")')).toMatchObject({ operator: 'in', value: ['a', 'b'] });
    expect(at('not in ("a")')).toMatchObject({ operator: 'notIn', value: ['a'] });
    expect(at('contains "a"')).toMatchObject({ operator: 'contains', value: 'a' });
    expect(at('starts with "a"')).toMatchObject({ operator: 'startsWith', value: 'a' });
    expect(at('is known')).toMatchObject({ operator: 'known', value: null });
    expect(at('is not known')).toMatchObject({ operator: 'unknown', value: null });
  });

  it('reads strings with escapes and normalises them', () => {
    expect(at(String.raw`= "say \"hi\" \\ bye"`).value).toBe('say "hi" \\ bye');
    expect(at('= "Ｓｈａｎｇｈａｉ ①"').value).toBe('Shanghai 1');
    expect(at('= "ｓａｙ＂"').value).toBe('say"');
    expect(at('= ""').value).toBe('');
    expect(parsed('in segment "ＶＩＰ"')).toEqual(inSegment('VIP'));
  });

  it('reads tags', () => {
    expect(parsed('tags has "a" and tags has any ("a", "b") and tags has all ("a") and tags has none ("b")')).toEqual(
      and([
        compare(['tags'], 'has', 'a'),
        compare(['tags'], 'hasAny', ['a', 'b']),
        compare(['tags'], 'hasAll', ['a']),
        compare(['tags'], 'hasNone', ['b']),
      ]),
    );
  });

  it('reads numbers in their one spelling', () => {
    const value = (text: string) => (parsed(`totalSpent > ${text}`) as { value: unknown }).value;
    expect(['5000.00', '199.50', '-0.0', '007', '-3.10', '0.001'].map(value)).toEqual([
      '5000',
      '199.5',
      '0',
      '7',
      '-3.1',
      '0.001',
    ]);
    expect(parsed('purchaseCount >= 3.0')).toEqual(compare(['purchaseCount'], 'gte', 3));
    expect(parsed('purchaseCount=-0')).toEqual(compare(['purchaseCount'], 'eq', 0));
    expect(parsed('purchases total > 5000.00 count >= 03')).toEqual(
      relation('purchases', null, [count('gte', '3'), total('gt', '5000')]),
    );
  });

  it('spells out lists of numbers that filters do not have, keeping their meaning where the value is missing', () => {
    const path = ['averagePurchaseValue'];
    expect(parsed('averagePurchaseValue in (5, 6.50)')).toEqual(
      or([compare(path, 'eq', '5'), compare(path, 'eq', '6.5')]),
    );
    expect(parsed('averagePurchaseValue not in (5, 6)')).toEqual(
      and([compare(path, 'ne', '5'), compare(path, 'ne', '6')]),
    );
    expect(parsed('averagePurchaseValue in (5)')).toEqual(compare(path, 'eq', '5'));
    expect(parsed('purchaseCount in (1, 2)')).toEqual(compare(['purchaseCount'], 'in', [1, 2]));
    expect(parsed('purchaseCount not in (1, 2)')).toEqual(not(compare(['purchaseCount'], 'in', [1, 2])));
  });

  it('reads a day as its first instant in the time zone', () => {
    expect(parsed('lastSeenAt before 2026-06-18')).toEqual(
      compare(['lastSeenAt'], 'before', '2026-06-17T16:00:00.000Z'),
    );
    expect(parsed('birthDate before 2026-06-18')).toEqual(compare(['birthDate'], 'before', '2026-06-18'));
    expect(parsed('birthDate = 2024-02-29')).toEqual(compare(['birthDate'], 'eq', '2024-02-29'));
    // Clocks went from 0:00 to 1:00 that day.
    expect(parseRule('lastSeenAt after 2018-11-04', { timeZone: 'America/Sao_Paulo' })).toEqual({
      ok: true,
      rule: compare(['lastSeenAt'], 'after', '2018-11-04T03:00:00.000Z'),
    });
  });

  it('reads instants of any offset as UTC', () => {
    const value = (text: string) => (parsed(`lastSeenAt after ${text}`) as { value: unknown }).value;
    expect(value('2026-06-18T00:30:00+08:00')).toBe('2026-06-17T16:30:00.000Z');
    expect(value('2026-06-18t09:30:00.25z')).toBe('2026-06-18T09:30:00.250Z');
    expect(value('2026-06-18T09:30:00.123999-00:30')).toBe('2026-06-18T10:00:00.123Z');
  });

  it('keeps the unit of a duration', () => {
    const value = (text: string) => (parsed(`lastSeenAt within ${text}`) as { value: unknown }).value;
    const texts = ['48 hours', '1 hour', '14 days', '2 weeks', '06 months', '1 Year', '0 days', '1 days'];
    expect(texts.map(value)).toEqual(['PT48H', 'PT1H', 'P14D', 'P2W', 'P6M', 'P1Y', 'P0D', 'P1D']);
    expect(parsed('lastSeenAt not within 2 weeks')).toEqual(compare(['lastSeenAt'], 'notWithin', 'P2W'));
  });

  it('reads measures in any order, and an operator twice as two relations', () => {
    expect(parsed('purchases total < 9 count >= 3 total > 5')).toEqual(
      relation('purchases', null, [count('gte', '3'), total('lt', '9'), total('gt', '5')]),
    );
    expect(parsed('purchases count != 3 count != 5 total > 2')).toEqual(
      and([
        relation('purchases', null, [count('ne', '3'), total('gt', '2')]),
        relation('purchases', null, [count('ne', '5'), total('gt', '2')]),
      ]),
    );
    expect(parsed('purchases count = 0')).toEqual(parsed('no purchases'));
  });

  it('reads rules of other scopes', () => {
    expect(parsed('staff.manager.store.city = "a" and lines', 'order')).toEqual(
      and([compare(['staff', 'manager', 'store', 'city'], 'eq', 'a'), relation('lines', null, [])]),
    );
    expect(parsed('performance is not known', 'store')).toEqual(compare(['performance'], 'unknown'));
  });
});

describe('printing', () => {
  const text = (source: string, scope?: Scope) => printRule(parsed(source, scope), { scope });

  it('writes the canonical text', () => {
    const same = [
      'city = "Shanghai" or gender = FEMALE and lifecycleStage = LOYAL',
      '(city = "Shanghai" or gender = FEMALE) and lifecycleStage = LOYAL',
      'not city = "Shanghai" and not (city = "a" and city = "b")',
      'not (not city = "Shanghai")',
      'no purchases where (lines where (product.sku = "a") quantity >= 3) and orders',
      'purchases where (total >= 99.5) count >= 3 total > 5000',
      'purchases count = 0 total = 0',
      'purchaseCount not in (1, 2) and not purchaseCount not in (3)',
      'tags has "a" and tags has any ("a", "b") and tags has all ("c") and tags has none ("d")',
      'city is known and city is not known and city starts with "a" and city contains "b" and city not in ("c")',
      'lastSeenAt within 1 day and lastSeenAt not within 2 weeks and lastSeenAt within 48 hours',
      'lastSeenAt before 2026-06-17T16:00:00Z and lastSeenAt after 2026-06-17T16:00:00.001Z and birthDate = 2000-01-01',
      String.raw`in segment "say \"hi\" \\" and not in segment "b"`,
    ];
    expect(same.map((source) => text(source))).toEqual(same);
  });

  it('says of everyone what holds for all', () => {
    expect(printRule(everyone)).toBe('createdAt is known');
    const scopes: Scope[] = ['order', 'line', 'product', 'store', 'staff', 'event', 'identifier', 'device'];
    for (const scope of scopes) expect(parseRule(printRule(everyone, { scope }), { timeZone, scope }).ok).toBe(true);
  });

  it('writes long rules over several lines', () => {
    const rule = parsed(`
      tags has "hiker" and no events where (name = "store_visit" and occurredAt within 6 months)
      and (purchases where (promotion = "618" and store.tags has "sales-capability-low" and lines where (product.sku = "model-a")) or city = "Shanghai")`);
    expect(printRule(rule, { pretty: true })).toBe(`tags has "hiker"
and no events where (name = "store_visit" and occurredAt within 6 months)
and (
  purchases where (
    promotion = "618"
    and store.tags has "sales-capability-low"
    and lines where (product.sku = "model-a")
  )
  or city = "Shanghai"
)`);
    expect(printRule(city, { pretty: true })).toBe('city = "Shanghai"');
  });

  it('refuses trees with names that the scope does not have', () => {
    expect(() => printRule(compare(['sku'], 'eq', 'a'))).toThrow(new TypeError('customer has no value sku'));
    expect(() => printRule(relation('lines', city, []))).toThrow(new TypeError('customer has no relation lines'));
  });
});
