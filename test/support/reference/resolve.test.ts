import { describe, expect, it } from 'vitest';
import { latestVersions } from './latest-versions.ts';
import type {
  CustomerFact,
  CustomerRefJson,
  EventFact,
  IdentifierJson,
  OrderFact,
  RecordJson,
} from './record-input.ts';
import { resolve } from './resolve.ts';

const phone = (value: string): IdentifierJson => ({ kind: 'phone', value });
const email = (value: string): IdentifierJson => ({ kind: 'email', value });
const cookie = (value: string): IdentifierJson => ({ kind: 'cookie', value });
const [first, second] = ['13800138000', '13900139000'];

const customer = (recordId: string, identifiers: IdentifierJson[], more: Partial<CustomerFact> = {}): RecordJson => ({
  customer: { source: 'pos', recordId, observedAt: '2026-06-01T00:00:00Z', identifiers, ...more },
});
const order = (number: string, ref: CustomerRefJson, more: Partial<OrderFact> = {}): RecordJson => ({
  order: {
    source: 'pos',
    number,
    placedAt: '2026-06-02T00:00:00Z',
    currency: 'CNY',
    customer: ref,
    lines: [],
    ...more,
  },
});
const event = (eventId: string, ref: CustomerRefJson, more: Partial<EventFact> = {}): RecordJson => ({
  event: { source: 'web', eventId, name: 'view', occurredAt: '2026-06-03T00:00:00Z', customer: ref, ...more },
});

/** Each person as the facts that are theirs, `*` in front of a known one. */
function people(...records: RecordJson[]): string[] {
  return resolve(latestVersions(records))
    .map((one) => `${one.known ? '*' : ''}${[...one.records, ...one.orders, ...one.events].join(' ')}`)
    .sort();
}

describe('who is one person', () => {
  it('joins records over differently spelled strong identifiers, through a chain', () => {
    const chain = [
      customer('1', [phone('138 0013 8000'), email('lin@example.com')]),
      customer('2', [phone('+86 13800138000')]),
      customer('3', [email(' LIN@Example.com')]),
      customer('4', [phone(second)]),
    ];
    expect(people(...chain)).toEqual(['*pos|1 pos|2 pos|3', '*pos|4']);
  });

  it('tells equal values of different kinds and scopes apart, and reads a missing scope as the default one', () => {
    const stated = (recordId: string, kind: string, scope?: string): RecordJson =>
      customer(recordId, [{ kind, value: 'x1', ...(scope ? { scope } : {}) }]);
    expect(
      people(
        stated('1', 'member_number'),
        stated('2', 'member_number', 'brand'),
        stated('3', 'member_number', 'other'),
        stated('4', 'tmall_id'),
        stated('5', 'tmall_id', 'shop'),
        stated('6', 'jd_id'),
      ),
    ).toEqual(['*pos|1 pos|2', '*pos|3', '*pos|4', '*pos|5', '*pos|6']);
  });

  it('lets junk link nobody', () => {
    const junk = [
      phone('12345'),
      phone('0000000'),
      email('nobody'),
      email('Test@test.com'),
      { kind: 'jd_id', value: 'NULL' },
    ];
    expect(people(customer('1', junk), customer('2', junk), order('A', { identifiers: junk }))).toEqual([
      'pos|1',
      'pos|2',
    ]);
  });

  it('takes what one order names as one person', () => {
    const ref = { identifiers: [phone(first), phone(second)] };
    expect(people(customer('1', [phone(first)]), customer('2', [phone(second)]), order('A', ref))).toEqual([
      '*pos|1 pos|2 pos|A',
    ]);
  });

  it('ties a fact to the record it refers to, also to one that was never taken in', () => {
    const ref = (recordId: string): CustomerRefJson => ({ record: { source: 'pos', recordId } });
    expect(
      people(
        customer('1', [phone(first)]),
        order('A', ref('1')),
        order('B', ref('2')),
        event('e', { ...ref('2'), identifiers: [phone(second)] }),
      ),
    ).toEqual(['*pos|1 pos|A', '*pos|B web|e']);
  });

  it('keeps what older versions of a record stated as evidence, and takes the newest reference of an order', () => {
    expect(
      people(
        customer('1', [phone(first)], { observedAt: '2026-06-02T00:00:00Z' }),
        customer('1', [email('lin@example.com')], { observedAt: '2026-06-01T00:00:00Z' }),
        customer('2', [phone(second)]),
        order('A', { identifiers: [phone(second)] }, { updatedAt: '2026-06-09T00:00:00Z' }),
        order('A', { identifiers: [phone(first)] }),
        order('B', { identifiers: [email('lin@example.com')] }),
      ),
    ).toEqual(['*pos|1 pos|B', '*pos|2 pos|A']);
  });
});

describe('anonymous activity', () => {
  it('groups by shared weak identifiers, a device of an event among them', () => {
    const device = { deviceId: 'd1' };
    expect(
      people(
        event('a', { identifiers: [cookie('c1')] }, { device }),
        event('b', { identifiers: [{ kind: 'device_id', value: 'd1' }] }),
        event('c', { identifiers: [cookie('c2')] }),
      ),
    ).toEqual(['web|a web|b', 'web|c']);
  });

  it('belongs to the one known person seen on it', () => {
    expect(people(event('a', { identifiers: [cookie('c1')] }), customer('1', [phone(first), cookie('c1')]))).toEqual([
      '*pos|1 web|a',
    ]);
  });

  it('stays on its own when two known persons were seen on it, and joins neither of them', () => {
    const both = [customer('1', [phone(first), cookie('c1')]), customer('2', [phone(second), cookie('c1')])];
    expect(people(...both, event('a', { identifiers: [cookie('c1')] }))).toEqual(['*pos|1', '*pos|2', 'web|a']);
  });

  it('stays on its own when its identifiers lead to two persons one by one', () => {
    const known = [customer('1', [phone(first), cookie('c1')]), customer('2', [phone(second), cookie('c2')])];
    expect(people(...known, event('a', { identifiers: [cookie('c1'), cookie('c2')] }))).toEqual([
      '*pos|1',
      '*pos|2',
      'web|a',
    ]);
  });

  it('belongs to nobody when it names nothing usable', () => {
    expect(people(event('a', { identifiers: [cookie('none')] }), customer('1', []))).toEqual(['pos|1']);
  });
});
