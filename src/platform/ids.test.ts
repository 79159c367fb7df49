import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compositeKey, newCustomerId, newId, nodeId, parseNodeId, splitKey } from './ids.ts';

describe('new ids', () => {
  test('have their prefix and a ULID', () => {
    expect(newCustomerId()).toMatch(/^cus_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(newId('seg')).toMatch(/^seg_[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  test('sort in the order they were made, also within a millisecond', () => {
    const ids = Array.from({ length: 5000 }, newCustomerId);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(5000);
  });
});

describe('composite keys', () => {
  test('join with | and escape it', () => {
    expect(compositeKey('phone', '', '+8613800138000')).toBe('phone||+8613800138000');
    expect(compositeKey('a|b', 'c\\')).toBe('a\\|b|c\\\\');
    expect(splitKey('a\\|b|c\\\\')).toEqual(['a|b', 'c\\']);
    expect(splitKey('')).toEqual(['']);
  });

  test('split gives back the parts, so different parts never share a key', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('a', '|', '\\', '长', '😀') }), { minLength: 1 });
    fc.assert(
      fc.property(parts, (list) => {
        expect(splitKey(compositeKey(...list))).toEqual(list);
      }),
    );
  });
});

describe('global node ids', () => {
  test.each([
    ['customer', 'cus_01', 'cus_01'],
    ['segment', 'seg_01', 'seg_01'],
    ['store', 'sh-01', 'store:sh-01'],
    ['staff', 'e:1', 'staff:e:1'],
    ['product', 'a b', 'product:a b'],
    ['device', 'd\n1', 'device:d\n1'],
    ['order', compositeKey('pos', 'A|1'), 'order:pos|A\\|1'],
  ] as const)('%s %s is %j', (kind, key, id) => {
    expect(nodeId(kind, key)).toBe(id);
    expect(parseNodeId(id)).toEqual({ kind, key });
  });

  test.each(['', 'cus_', 'store:', 'shop:1', 'Store:1', 'sh-01'])('%j is none', (id) => {
    expect(parseNodeId(id)).toBeNull();
  });
});
