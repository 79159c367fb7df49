import { createHash } from 'node:crypto';
import { coerceInputValue, isInputType } from 'graphql';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { toMinor } from '../platform/money.ts';
import { schema } from '../platform/schema.ts';
import { defaultCustomers, defaultSeed, generateDemo } from './generate-demo.ts';
import type { DemoIdentifier, DemoOrder, DemoRecord, TruthEntry } from './types.ts';

const until = new Date('2026-11-22T06:00:00Z');
const generate = (customers: number, seed: number, at = until) => generateDemo({ customers, seed, until: at });
const hashOf = (entries: Iterable<unknown>): string => {
  const hash = createHash('sha256');
  for (const entry of entries) hash.update(`${JSON.stringify(entry)}\n`);
  return hash.digest('hex');
};
const demo = generate(defaultCustomers, defaultSeed);
const records = [...demo.records];
const truth = [...demo.truth];

const fen = (amount: string): number => {
  const minor = toMinor(amount, 'CNY');
  if (minor === null) throw new Error(`no amount: ${amount}`);
  return Number(minor);
};
const totalOf = ({ lines }: DemoOrder): number =>
  lines.reduce((sum, line) => sum + fen(line.unitPrice) * line.quantity - fen(line.discount ?? '0'), 0);
const orders = records.flatMap((record) => ('order' in record ? [record.order] : []));
const customers = records.flatMap((record) => ('customer' in record ? [record.customer] : []));
const recordTruths = truth.flatMap((entry) => (entry.kind === 'record' ? [entry] : []));
const people = truth.flatMap((entry) => (entry.kind === 'person' ? [entry] : []));

function keyOf({ kind, value }: DemoIdentifier): string {
  if (kind === 'phone') return `phone|${parsePhoneNumberFromString(value, 'CN')?.number ?? value}`;
  return kind === 'email' ? `email|${value.trim().toLowerCase()}` : `${kind}|${value}`;
}

function countKinds(entries: readonly DemoRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const entry of entries) {
    for (const kind of Object.keys(entry)) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** An instant as ms, from the text of a record. */
function timesOf(record: DemoRecord): string[] {
  if ('customer' in record) return [record.customer.observedAt];
  if ('event' in record) return [record.event.occurredAt];
  if ('order' in record) return [record.order.placedAt, record.order.updatedAt ?? record.order.placedAt];
  return [];
}

describe('the demo', () => {
  it('is byte for byte the same for the same seed, and another for another', () => {
    expect(hashOf(generate(200, 7).records)).toBe(hashOf(generate(200, 7).records));
    expect(hashOf(generate(200, 7).truth)).toBe(hashOf(generate(200, 7).truth));
    expect(hashOf(generate(200, 7).records)).not.toBe(hashOf(generate(200, 8).records));
  });

  it('can be gone through again', () => {
    expect(hashOf(demo.records)).toBe(hashOf(records));
  });

  it('has the catalogue and exactly as many people as asked for, at any size', () => {
    expect(countKinds([...generate(1, 1).records])).toEqual({
      store: 24,
      staff: 140,
      product: 120,
      customer: 4,
      order: 3,
      event: 7,
    });
    for (const size of [1, 2, 3, 50, 51]) {
      expect([...generate(size, 3).truth].filter(({ kind }) => kind === 'person')).toHaveLength(size);
    }
    expect(people).toHaveLength(2000);
  });

  it('has about five orders and five events a person at the default size', () => {
    const counts = countKinds(records);
    expect(counts.order).toBeGreaterThan(9000);
    expect(counts.order).toBeLessThan(11_000);
    expect(counts.event).toBeGreaterThan(9000);
    expect(counts.event).toBeLessThan(12_500);
  });

  it('refuses sizes, seeds and dates it cannot make', () => {
    expect(() => generate(0, 1)).toThrow(RangeError);
    expect(() => generate(1_000_001, 1)).toThrow(RangeError);
    expect(() => generate(1.5, 1)).toThrow(RangeError);
    expect(() => generate(10, 0.5)).toThrow(RangeError);
    expect(() => generate(10, 1, new Date('no date'))).toThrow(RangeError);
  });

  it('has records of the shape that an import takes', () => {
    const type = schema.getType('RecordInput');
    if (!isInputType(type)) throw new Error('RecordInput is no input type');
    const faults: string[] = [];
    for (const record of records) {
      coerceInputValue(record, type, (path, _value, error) => faults.push(`${path.join('.')}: ${error.message}`));
    }
    expect(faults).toEqual([]);
  });

  it('has keys that occur once only', () => {
    const keys = records.map((record) => {
      if ('store' in record) return `store ${record.store.code}`;
      if ('staff' in record) return `staff ${record.staff.code}`;
      if ('product' in record) return `product ${record.product.sku}`;
      if ('customer' in record) return `customer ${record.customer.source} ${record.customer.recordId}`;
      return 'order' in record
        ? `order ${record.order.source} ${record.order.number}`
        : `event ${record.event.source} ${record.event.eventId}`;
    });
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('speaks only of shops, staff and products that it has', () => {
    const stores = new Set(records.flatMap((record) => ('store' in record ? [record.store.code] : [])));
    const storeOf = new Map(
      records.flatMap((record) => ('staff' in record ? [[record.staff.code, record.staff.store] as const] : [])),
    );
    const skus = new Set(records.flatMap((record) => ('product' in record ? [record.product.sku] : [])));
    for (const order of orders) {
      expect(order.store !== undefined).toBe(order.channel === 'store');
      if (order.store !== undefined) expect(storeOf.get(order.staff ?? '')).toBe(order.store);
      expect(order.lines.every((line) => skus.has(line.sku))).toBe(true);
    }
    for (const record of records) {
      if (!('event' in record)) continue;
      if (record.event.store !== undefined) expect(stores).toContain(record.event.store);
      if (record.event.sku !== undefined) expect(skus).toContain(record.event.sku);
    }
  });

  it('lets nothing happen after its end, or more than two and a half years before', () => {
    const times = records.flatMap(timesOf).map((text) => {
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
      return Date.parse(text);
    });
    expect(times.reduce((late, time) => Math.max(late, time))).toBeLessThanOrEqual(until.getTime());
    const early = times.reduce((first, time) => Math.min(first, time));
    expect(early).toBeGreaterThan(Date.parse('2024-05-19T00:00:00+08:00'));
  });

  it('has orders that add up to the fen', () => {
    for (const order of orders) {
      const total = totalOf(order);
      expect(order.lines.length).toBeGreaterThan(0);
      expect(total).toBeGreaterThan(0);
      if (order.total !== undefined) expect(fen(order.total)).toBe(total);
      const refunded = fen(order.refunded ?? '0');
      if (order.status === 'REFUNDED') expect(refunded).toBe(total);
      else if (order.status === 'PARTIALLY_REFUNDED') expect(refunded > 0 && refunded < total).toBe(true);
      else expect(refunded).toBe(0);
    }
    expect(new Set(orders.map(({ status }) => status)).size).toBe(5);
    expect(orders.filter(({ total }) => total !== undefined).length / orders.length).toBeCloseTo(0.5, 1);
  });

  it('gives promotions only in their days', () => {
    const wrong = orders.filter(({ promotion, placedAt }) => {
      const day = placedAt.slice(5, 10);
      if (promotion === '618') return day < '06-01' || day > '06-18';
      return promotion === '11.11' && (day < '11-01' || day > '11-11');
    });
    expect(wrong).toEqual([]);
    expect(new Set(orders.map(({ promotion }) => promotion))).toEqual(
      new Set([undefined, '618', '11.11', 'first-online']),
    );
  });
});

describe('the truth', () => {
  it('has each source record once, and no other', () => {
    const told = recordTruths.map(({ source, recordId }) => `${source} ${recordId}`);
    const made = customers.map(({ source, recordId }) => `${source} ${recordId}`);
    expect([...told].sort()).toEqual([...made].sort());
    const known = new Set(people.map(({ person }) => person));
    expect(recordTruths.every(({ person }) => known.has(person))).toBe(true);
  });

  it('has phones that are valid, and one for each person but for couples that share one', () => {
    const owners = new Map<string, string[]>();
    for (const { phone, person } of people) {
      expect(parsePhoneNumberFromString(phone)?.isValid()).toBe(true);
      owners.set(phone, [...(owners.get(phone) ?? []), person]);
    }
    const shared = people.filter(({ sharesPhoneWith }) => sharesPhoneWith !== null);
    for (const { phone, person, sharesPhoneWith } of shared)
      expect(owners.get(phone)?.toSorted()).toEqual([person, sharesPhoneWith].toSorted());
    expect([...owners.values()].filter((list) => list.length > 1)).toHaveLength(shared.length / 2);
    expect(shared.length / people.length).toBeGreaterThan(0.01);
    expect(shared.length / people.length).toBeLessThan(0.05);
  });

  it('finds each phone in a record to be its owner’s, unless it says why not', () => {
    const phoneOf = new Map(people.map(({ person, phone }) => [person, phone]));
    const truthOf = new Map(recordTruths.map((entry) => [`${entry.source} ${entry.recordId}`, entry]));
    const counts = { right: 0, mistyped: 0, junk: 0, second: 0 };
    for (const { source, recordId, identifiers } of customers) {
      const entry = truthOf.get(`${source} ${recordId}`);
      const phone = identifiers.find(({ kind }) => kind === 'phone');
      if (!phone || !entry) continue;
      const parsed = parsePhoneNumberFromString(phone.value, 'CN');
      const isRight = parsed?.number === phoneOf.get(entry.person);
      if (entry.faults.includes('mistyped-phone')) counts.mistyped++;
      else if (entry.faults.includes('junk-phone')) counts.junk++;
      else if (entry.faults.includes('second-phone')) counts.second++;
      else counts.right++;
      expect(isRight).toBe(
        !entry.faults.some((fault) => fault === 'mistyped-phone' || fault === 'junk-phone' || fault === 'second-phone'),
      );
      if (isRight || entry.faults.includes('second-phone')) expect(parsed?.isValid()).toBe(true);
    }
    expect(counts.mistyped / counts.right).toBeGreaterThan(0.005);
    expect(counts.mistyped / counts.right).toBeLessThan(0.02);
    expect(counts.junk).toBeGreaterThan(5);
    expect(counts.second).toBeGreaterThan(20);
  });

  it('tells what each person bought, as the orders add up', () => {
    const ownerOfRecord = new Map(
      recordTruths.map(({ source, recordId, person }) => [`${source} ${recordId}`, person]),
    );
    const ownerOfKey = new Map<string, string>();
    for (const { source, recordId, identifiers } of customers) {
      const owner = ownerOfRecord.get(`${source} ${recordId}`) as string;
      for (const identifier of identifiers) ownerOfKey.set(keyOf(identifier), owner);
    }
    const bought = new Map(people.map(({ person }) => [person, { count: 0, fen: 0 }]));
    for (const order of orders) {
      const { record, identifiers } = order.customer;
      const owner = record
        ? ownerOfRecord.get(`${record.source} ${record.recordId}`)
        : ownerOfKey.get(keyOf(identifiers?.[0] as DemoIdentifier));
      const sum = bought.get(owner ?? '');
      expect(sum).toBeDefined();
      if (!sum || (order.status !== 'PAID' && order.status !== 'PARTIALLY_REFUNDED')) continue;
      sum.count += 1;
      sum.fen += totalOf(order) - fen(order.refunded ?? '0');
    }
    for (const { person, purchaseCount, totalSpent } of people) {
      expect(bought.get(person)).toEqual({ count: purchaseCount, fen: fen(totalSpent) });
    }
  });

  it('tells of each cookie and each anonymous device who used it, and if that can be found out', () => {
    const devices = truth.flatMap((entry) => (entry.kind === 'device' ? [entry] : []));
    const told = new Set(devices.map(({ identifier }) => keyOf(identifier)));
    expect(told.size).toBe(devices.length);
    const weak = records.flatMap((record) => ('event' in record ? (record.event.customer.identifiers ?? []) : []));
    const seen = weak.filter(({ kind }) => kind === 'cookie' || kind === 'device_id');
    for (const identifier of seen) expect(told).toContain(keyOf(identifier));
    const count = (test: (entry: TruthEntry & { kind: 'device' }) => boolean) => devices.filter(test).length;
    expect(count(({ person }) => person === null)).toBeGreaterThanOrEqual(8);
    expect(count(({ person }) => person?.startsWith('v-') ?? false)).toBeGreaterThan(100);
    expect(count(({ handedOver }) => handedOver)).toBeGreaterThan(300);
    expect(devices.some(({ person, handedOver }) => handedOver && !person?.startsWith('p-'))).toBe(false);
  });

  it('has people whose records all hang together, and some whose do not', () => {
    const split = new Set(recordTruths.filter(({ group }) => group > 1).map(({ person }) => person));
    expect(split.size / people.length).toBeGreaterThan(0.1);
    expect(split.size / people.length).toBeLessThan(0.3);
  });
});
