import { describe, expect, it } from 'vitest';
import { orderFromNode } from './orders/order-row.ts';
import { productFromNode } from './products/product-row.ts';
import {
  readChoice,
  readFlag,
  readInstant,
  readInteger,
  readJsonObject,
  readOptionalInstant,
  readOptionalInteger,
  readOptionalText,
  readText,
  readTexts,
} from './read-properties.ts';
import { staffFromNode } from './staff/staff-row.ts';
import { storeFromNode } from './stores/store-row.ts';

describe('reading properties', () => {
  it('takes values of the right type', () => {
    const at = new Date('2026-06-18T03:02:00.000Z');
    const row = { text: 'a', number: -3, at, flag: true, list: ['b', 'a'], json: '{"size":42}', band: 'LOW' };
    expect(readText(row, 'text')).toBe('a');
    expect(readInteger(row, 'number')).toBe(-3);
    expect(readInstant(row, 'at')).toEqual(at);
    expect(readFlag(row, 'flag')).toBe(true);
    expect(readTexts(row, 'list')).toEqual(['b', 'a']);
    expect(readJsonObject(row, 'json')).toEqual({ size: 42 });
    expect(readChoice(row, 'band', ['LOW', 'HIGH'])).toBe('LOW');
  });

  it('has a value for what is missing', () => {
    const row = { none: null };
    expect(readOptionalText(row, 'none')).toBeNull();
    expect(readOptionalInteger(row, 'absent')).toBeNull();
    expect(readOptionalInstant(row, 'none')).toBeNull();
    expect(readFlag(row, 'none')).toBe(false);
    expect(readTexts(row, 'none')).toEqual([]);
    expect(readJsonObject(row, 'none')).toEqual({});
  });

  it('names the property that is wrong', () => {
    const row = { wrong: 'x', list: ['a', 1], json: '[1]' };
    expect(() => readInteger(row, 'wrong')).toThrow('Property "wrong" should be a whole number, found string.');
    expect(() => readInteger({ wrong: 1.5 }, 'wrong')).toThrow(TypeError);
    expect(() => readInstant(row, 'wrong')).toThrow('Property "wrong" should be an instant, found string.');
    expect(() => readText({}, 'gone')).toThrow('Property "gone" should be a text, found undefined.');
    expect(() => readTexts(row, 'list')).toThrow('Property "list" should be a list of texts, found object.');
    expect(() => readJsonObject(row, 'json')).toThrow('Property "json" should be a JSON object, found string.');
    expect(() => readChoice(row, 'wrong', ['LOW', 'HIGH'])).toThrow('should be one of LOW, HIGH');
    expect(() => readFlag(row, 'wrong')).toThrow('Property "wrong" should be true or false, found string.');
  });
});

describe('rows of placeholders', () => {
  it('know nothing but their key', () => {
    expect(storeFromNode({ code: 'sh-01' })).toEqual({
      code: 'sh-01',
      name: null,
      format: null,
      city: null,
      province: null,
      country: null,
      region: null,
      openedOn: null,
      tags: [],
      tagTerms: [],
      performance: null,
      revenueMinor: null,
    });
    expect(staffFromNode({ code: 'e-1' })).toMatchObject({ code: 'e-1', name: null, tags: [], performance: null });
    expect(productFromNode({ sku: 'p-1' })).toMatchObject({
      sku: 'p-1',
      category: [],
      priceMinor: null,
      attributes: null,
    });
  });

  it('keep a wrong status from passing as an order', () => {
    expect(() =>
      orderFromNode({ key: 'pos|1', source: 'pos', number: '1', placedAt: new Date(0), status: 'LOST' }),
    ).toThrow('Property "status" should be one of PENDING, PAID');
  });
});
