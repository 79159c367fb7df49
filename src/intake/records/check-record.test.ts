import { describe, expect, it } from 'vitest';
import { schema } from '../../platform/schema.ts';
import { createRecordCheck } from './check-record.ts';

const check = createRecordCheck(schema);
const faultsOf = (value: unknown) => {
  const checked = check(value);
  return 'faults' in checked ? checked.faults.map(({ code, path }) => `${code} ${path.join('.')}`) : [];
};
const order = {
  source: 'pos',
  number: 'A-1',
  placedAt: '2026-06-18T11:02:00+08:00',
  currency: 'CNY',
  customer: { identifiers: [{ kind: 'phone', value: '13800138000' }] },
  lines: [{ sku: 'pole', quantity: 1, unitPrice: '399.00' }],
};

describe('checking a record', () => {
  it('fills in defaults and drops nulls', () => {
    expect(check({ order: { ...order, channel: null } })).toEqual({ record: { order: { ...order, status: 'PAID' } } });
  });

  it.each([
    ['a value that is no object', 7, ['WRONG_TYPE ']],
    ['no key', {}, ['NOT_ONE_RECORD ']],
    ['two keys', { order, store: { code: 's' } }, ['NOT_ONE_RECORD ']],
    ['an unknown kind of record', { invoice: {} }, ['UNKNOWN_FIELD invoice']],
    ['null for the record', { order: null }, ['MISSING_FIELD order']],
    ['an unknown field', { order: { ...order, colour: 'red' } }, ['UNKNOWN_FIELD order.colour']],
    ['a missing field', { order: { ...order, currency: undefined } }, ['MISSING_FIELD order.currency']],
    ['an empty key', { order: { ...order, number: ' ' } }, ['EMPTY_KEY order.number']],
    ['a number for a string', { order: { ...order, channel: 5 } }, ['WRONG_TYPE order.channel']],
    ['an object for a list', { order: { ...order, lines: {} } }, ['WRONG_TYPE order.lines']],
    ['null in a list', { order: { ...order, lines: [null] } }, ['WRONG_TYPE order.lines.0']],
    [
      'half a piece',
      { order: { ...order, lines: [{ sku: 'p', quantity: 1.5, unitPrice: '1' }] } },
      ['WRONG_TYPE order.lines.0.quantity'],
    ],
    ['a float for money', { order: { ...order, total: 399 } }, ['WRONG_TYPE order.total']],
    ['text for money', { order: { ...order, total: '39,90' } }, ['INVALID_DECIMAL order.total']],
    ['an impossible date', { store: { code: 's', openedOn: '2026-02-30' } }, ['INVALID_DATE store.openedOn']],
    [
      'an instant without offset',
      { order: { ...order, placedAt: '2026-06-18T11:02:00' } },
      ['INVALID_DATE_TIME order.placedAt'],
    ],
    ['an unknown status', { order: { ...order, status: 'SENT' } }, ['UNKNOWN_ENUM_VALUE order.status']],
    [
      'several faults at once',
      { order: { ...order, status: 'SENT', total: 'x' } },
      ['UNKNOWN_ENUM_VALUE order.status', 'INVALID_DECIMAL order.total'],
    ],
  ])('refuses %s', (_, value, expected) => {
    expect(faultsOf(value).sort()).toEqual([...expected].sort());
  });

  it('names the fields there are when one is unknown', () => {
    const checked = check({ store: { code: 's', town: 'x' } });
    expect('faults' in checked && checked.faults[0]?.message).toBe(
      'StoreRecord has no field "town". Its fields are code, name, format, city, province, country, region, openedOn, tags, updatedAt.',
    );
  });
});
