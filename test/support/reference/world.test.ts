import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryWorld, worldRecords, worldSettings } from './arbitrary-world.ts';
import { bandAmong } from './bands.ts';
import { diceOf } from './dice.ts';
import { stageAt } from './figures.ts';
import { portraitOf } from './portrait.ts';
import type { OrderFact, RecordJson } from './record-input.ts';
import { buildWorld, type Person } from './world.ts';

const lin = { identifiers: [{ kind: 'phone', value: '13800138000' }] };
const order = (number: string, placedAt: string, more: Partial<OrderFact> = {}): RecordJson => ({
  order: {
    source: 'pos',
    number,
    placedAt,
    currency: 'CNY',
    customer: lin,
    lines: [{ sku: 'bag', quantity: 1, unitPrice: '100.00' }],
    ...more,
  },
});
const onlyPerson = (...records: RecordJson[]): Person => {
  const { persons } = buildWorld(records, worldSettings);
  expect(persons).toHaveLength(1);
  return persons[0] as Person;
};
const stage = (instant: string, ...records: RecordJson[]): string =>
  stageAt(onlyPerson(...records), new Date(instant), worldSettings);

describe('figures', () => {
  it('sums what was kept of purchases only, in the reporting currency', () => {
    const person = onlyPerson(
      order('1', '2026-01-01T00:00:00Z', {
        lines: [{ sku: 'bag', quantity: 3, unitPrice: '10.10', discount: '0.30' }],
      }), // 30.00
      order('2', '2026-02-01T00:00:00Z', { status: 'PARTIALLY_REFUNDED', refunded: '40.01' }), // 59.99
      order('3', '2026-03-01T00:00:00Z', { currency: 'USD', total: '1.00' }), // 7.155 -> 7.16
      order('4', '2026-04-01T00:00:00Z', { status: 'REFUNDED', refunded: '100.00' }),
      order('5', '2025-05-01T00:00:00Z', { status: 'CANCELLED' }),
      order('6', '2026-06-01T00:00:00Z', { status: 'PENDING' }),
    );
    expect(person.purchaseCount).toBe(3);
    expect(person.totalSpent.toFixed(2)).toBe('97.15');
    expect(person.averagePurchaseValue?.toFixed(2)).toBe('32.38');
    expect(person.firstPurchaseAt?.toISOString()).toBe('2026-01-01T00:00:00.000Z');
    expect(person.lastPurchaseAt?.toISOString()).toBe('2026-03-01T00:00:00.000Z');
    expect(person.lastSeenAt?.toISOString()).toBe('2026-06-01T00:00:00.000Z');
  });

  it('takes the newest version of an order, whichever comes first', () => {
    const versions = [
      order('1', '2026-01-01T00:00:00Z'),
      order('1', '2026-01-01T00:00:00Z', { total: '5', updatedAt: '2026-01-02T00:00:00Z' }),
    ];
    expect(onlyPerson(...versions).totalSpent.toFixed(2)).toBe('5.00');
    expect(onlyPerson(...versions.reverse()).totalSpent.toFixed(2)).toBe('5.00');
  });

  it('takes the newest stated value and all tags of the newest versions', () => {
    const record = (recordId: string, observedAt: string, city: string | undefined, tags: string[]): RecordJson => ({
      customer: {
        source: 'pos',
        recordId,
        observedAt,
        ...lin,
        tags,
        profile: { ...(city ? { address: { city } } : {}), familyName: observedAt },
      },
    });
    const person = onlyPerson(
      record('1', '2026-01-01T00:00:00Z', 'Hangzhou', ['b']),
      record('1', '2025-01-01T00:00:00Z', 'Beijing', ['old']),
      record('2', '2026-02-01T00:00:00Z', undefined, ['a', 'b']),
    );
    expect([person.city, person.familyName, person.tags]).toEqual(['Hangzhou', '2026-02-01T00:00:00Z', ['a', 'b']]);
  });
});

describe('lifecycle stage', () => {
  const bought = '2026-01-01T00:00:00Z';
  it('follows the number of purchases', () => {
    const orders = (count: number): RecordJson[] =>
      Array.from({ length: count }, (_, index) => order(`${index}`, bought));
    expect([1, 2, 4, 5].map((count) => stage('2026-02-01T00:00:00Z', ...orders(count)))).toEqual([
      'FIRST_TIME',
      'REPEAT',
      'REPEAT',
      'LOYAL',
    ]);
    expect(stage('2026-02-01T00:00:00Z', order('1', bought, { status: 'CANCELLED' }))).toBe('WINDOW');
  });

  it('lapses when the last purchase is more than 365 days back', () => {
    expect(stage('2027-01-01T00:00:00Z', order('1', bought))).toBe('FIRST_TIME');
    expect(stage('2027-01-01T00:00:00.001Z', order('1', bought))).toBe('LAPSED');
  });

  it('is anonymous without a strong identifier, whatever was bought', () => {
    expect(stage(bought, order('1', bought, { customer: { identifiers: [{ kind: 'cookie', value: 'c' }] } }))).toBe(
      'ANONYMOUS',
    );
  });
});

describe('performance', () => {
  const bands = (...revenues: number[]): (string | null)[] =>
    revenues.map((own) =>
      bandAmong(
        Big(own),
        revenues.map((one) => Big(one)),
      ),
    );
  it('calls at most a quarter low and at most a quarter high', () => {
    expect(bands(7)).toEqual([null]);
    expect(bands(1, 2)).toEqual(['LOW', 'HIGH']);
    expect(bands(3, 3)).toEqual(['MEDIUM', 'MEDIUM']);
    expect(bands(1, 2, 3, 4)).toEqual(['LOW', 'MEDIUM', 'MEDIUM', 'HIGH']);
    expect(bands(0, 0, 1, 2, 3, 4, 5, 5)).toEqual([
      'LOW',
      'LOW',
      'MEDIUM',
      'MEDIUM',
      'MEDIUM',
      'MEDIUM',
      'HIGH',
      'HIGH',
    ]);
    expect(bands(0, 0, 0, 1)).toEqual(['MEDIUM', 'MEDIUM', 'MEDIUM', 'HIGH']);
  });
});

describe('generated worlds', () => {
  it('are the same for the same seed and differ for another', () => {
    expect(worldRecords(7)).toEqual(worldRecords(7));
    expect(worldRecords(7)).not.toEqual(worldRecords(8));
  });

  it('read the same in any order, and give no fact to two persons', () => {
    const property = fc.property(arbitraryWorld, fc.integer(), (records, seed) => {
      const world = buildWorld(records, worldSettings);
      expect(portraitOf(buildWorld(diceOf(seed).shuffle(records), worldSettings))).toEqual(portraitOf(world));
      const facts = world.persons.flatMap((person) => [person.records, person.orders, person.events].flat());
      expect(new Set(facts).size).toBe(facts.length);
      const strong = world.persons
        .flatMap(({ identifiers }) => identifiers.filter((one) => one.strong))
        .map(({ key }) => key);
      expect(new Set(strong).size).toBe(strong.length);
    });
    fc.assert(property, { seed: 7, numRuns: 10 });
  });

  it('hold what readings go apart on', () => {
    const worlds = Array.from({ length: 10 }, (_, seed) => buildWorld(worldRecords(seed + 1), worldSettings));
    const persons = worlds.flatMap((world) => world.persons);
    const stages = new Set(persons.map((person) => stageAt(person, worldSettings.now, worldSettings)));
    expect(stages).toEqual(new Set(['ANONYMOUS', 'WINDOW', 'FIRST_TIME', 'REPEAT', 'LOYAL', 'LAPSED']));
    expect(persons.some(({ records }) => records.length > 3)).toBe(true);
    expect(persons.some(({ records, orders }) => records.length === 0 && orders.length > 0)).toBe(true);
    const ownerless = worlds.some((world) => world.orders.size > world.persons.flatMap(({ orders }) => orders).length);
    expect(ownerless).toBe(true);
  });
});
