import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlainEntry, type PlainOrder, plainAccount, plainTiers } from '../../../test/support/reference/loyalty.ts';
import { buildLedger } from './build-ledger.ts';
import { entriesOf } from './ledger.ts';
import { parseLoyaltyRules, readLoyaltyRules } from './loyalty-rules.ts';
import type { AccountFacts, PaidOrder, PointsEntry } from './movements.ts';
import { tierStatus } from './tiers.ts';

const timeZone = 'Asia/Shanghai';
const settings = { rules: readLoyaltyRules(null, 'CNY'), currency: 'CNY', timeZone };
const at = (text: string) => new Date(`${text}T12:00:00+08:00`);

const order = (key: string, day: string, paid: string, kept = paid, changed: string | null = null): PaidOrder => ({
  key,
  placedAt: at(day),
  changedAt: changed === null ? null : at(changed),
  valueMinor: Math.round(Number(paid) * 100),
  keptMinor: Math.round(Number(kept) * 100),
  channel: null,
  promotion: null,
  storeCode: null,
});
const entry = (
  key: string,
  kind: PointsEntry['kind'],
  points: number,
  day: string,
  more: object = {},
): PointsEntry => ({
  ...{ key, kind, points, at: at(day), orderKey: null, reverses: null, expiresAt: null, reason: null },
  ...more,
});
const ledger = (orders: PaidOrder[], entries: PointsEntry[], now: string, under = settings) =>
  buildLedger({ id: 'cus_1', known: true, orders, entries }, under, at(now));
const told = ({ transactions }: ReturnType<typeof ledger>) =>
  transactions.map(({ kind, points, balance }) => `${kind} ${points} = ${balance}`);

describe('an account', () => {
  it('earns a point for each whole unit, and gives back what a refund takes from the order itself first', () => {
    const orders = [order('a', '2026-01-10', '99.90'), order('b', '2026-01-20', '50.00', '20.50', '2026-02-01')];
    const burned = ledger(orders, [entry('x', 'BURN', 100, '2026-01-25')], '2026-03-01');
    expect(told(burned)).toEqual(['EARN 99 = 99', 'EARN 50 = 149', 'BURN -100 = 49', 'REFUND -30 = 19']);
    expect(burned.lots.map(({ id, left }) => [id, left])).toEqual([['EARN|b', 19]]);
  });

  it('loses what is not used by the end of the month two years after', () => {
    const orders = [order('a', '2026-01-10', '100.00'), order('b', '2026-02-20', '50.00')];
    const entries = [entry('x', 'BURN', 30, '2027-01-01')];
    const end = new Date('2028-02-01T00:00:00+08:00');
    expect(told(ledger(orders, entries, '2028-01-31'))).toEqual(['EARN 100 = 100', 'EARN 50 = 150', 'BURN -30 = 120']);
    const after = ledger(orders, entries, '2028-02-01');
    expect(after.transactions.at(-1)).toMatchObject({ kind: 'EXPIRE', points: -70, balance: 50, at: end });
    expect(ledger(orders, entries, '2028-03-01').balance).toBe(0);
  });

  it('never falls below nothing: what is not there is lent, and paid back first', () => {
    const orders = [order('a', '2026-01-10', '100.00', '0', '2026-03-01'), order('b', '2026-04-01', '150.00')];
    const lent = ledger(orders, [entry('x', 'BURN', 80, '2026-02-01')], '2026-03-02');
    expect(told(lent)).toEqual(['EARN 100 = 100', 'BURN -80 = 20', 'DEBT 80 = 100', 'REFUND -100 = 0']);
    expect(lent).toMatchObject({ balance: 0, debt: 80 });
    const repaid = ledger(orders, [entry('x', 'BURN', 80, '2026-02-01')], '2026-04-02');
    expect(told(repaid).slice(4)).toEqual(['EARN 150 = 150', 'REPAY -80 = 70']);
    expect(repaid).toMatchObject({ balance: 70, debt: 0 });
  });

  it('gets back what a reversed redemption took, for thirty days at least', () => {
    const entries = [
      entry('x', 'BURN', 60, '2028-01-10'),
      entry('y', 'REVERSE', 0, '2028-02-20', { reverses: 'x' }),
      entry('z', 'REVERSE', 0, '2028-02-21', { reverses: 'x' }),
    ];
    const returned = ledger([order('a', '2026-01-10', '100.00')], entries, '2028-02-25');
    expect(told(returned)).toEqual(['EARN 100 = 100', 'BURN -60 = 40', 'EXPIRE -40 = 0', 'REVERSE 60 = 60']);
    expect(returned.lots.map(({ expiresAt, left }) => [expiresAt, left])).toEqual([
      [new Date('2028-03-22T00:00:00+08:00'), 60],
    ]);
  });

  it('earns the greatest bonus that applies', () => {
    const rules = parseLoyaltyRules(
      `{ "earn": { "pointsPerUnit": 0.5, "mostPerOrder": 900, "bonuses": [
        { "name": "online", "multiplier": 1.5, "channels": ["mini-program"] },
        { "name": "618", "multiplier": 3, "promotions": ["618"], "from": "2026-06-18", "until": "2026-06-18" } ] } }`,
      'rules.json',
      'CNY',
    );
    const online = { channel: 'mini-program', promotion: '618' };
    const orders = [
      { ...order('a', '2026-06-17', '101.00'), ...online },
      { ...order('b', '2026-06-18', '101.00'), ...online },
      { ...order('c', '2026-06-18', '101.00'), channel: 'store' },
      { ...order('d', '2026-06-19', '10000.00'), ...online },
    ];
    const earned = ledger(orders, [], '2026-07-01', { ...settings, rules });
    expect(told(earned).map((one) => one.split(' ')[1])).toEqual(['75', '151', '50', '900']);
  });
});

describe('a tier', () => {
  const changes = (orders: PaidOrder[], now: string) =>
    tierStatus(orders, settings.rules, timeZone, at(now)).history.map(
      ({ at: when, tier, cause, spentMinor }) => `${when.toISOString().slice(0, 10)} ${tier} ${cause} ${spentMinor}`,
    );

  it('is entered at once, kept by half of it, and lost to the highest that is kept', () => {
    const orders = [
      order('a', '2026-01-10', '1999.99'),
      order('b', '2026-03-10', '9000.00'),
      order('c', '2026-08-10', '5000.00'),
      order('d', '2027-09-10', '1500.00'),
      order('gone', '2026-02-10', '50000.00', '0'),
    ];
    expect(changes(orders, '2030-01-01')).toEqual([
      '2026-03-10 GOLD ENTERED 1099999',
      '2027-03-10 GOLD KEPT 500000',
      '2028-03-10 SILVER LOST 150000',
      '2029-03-10 MEMBER LOST 0',
    ]);
  });

  it('tells how far the next one is', () => {
    const status = tierStatus([order('a', '2026-01-10', '2500.00')], settings.rules, timeZone, at('2026-02-01'));
    expect(status).toMatchObject({
      tier: 'SILVER',
      since: at('2026-01-10'),
      validUntil: at('2027-01-10'),
      spentMinor: 250_000,
      next: { tier: 'GOLD', missingMinor: 750_000 },
    });
    expect(tierStatus([], settings.rules, timeZone, at('2026-02-01'))).toEqual({
      tier: 'MEMBER',
      since: null,
      validUntil: null,
      spentMinor: 0,
      next: { tier: 'SILVER', missingMinor: 200_000 },
      history: [],
    });
  });
});

describe('any history', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((days) => new Date(Date.UTC(2025, 0, 1, 5) + days * 86_400_000));
  const somePaid = fc.record({
    placedAt: day,
    changedAt: fc.option(day),
    paid: fc.integer({ min: 0, max: 12 }),
    kept: fc.integer({ min: 0, max: 12 }),
  });
  const someEntry = fc.record({
    kind: fc.constantFrom('EARN', 'BURN', 'BURN', 'ADJUST', 'REVERSE'),
    points: fc.integer({ min: 1, max: 15 }),
    negative: fc.boolean(),
    at: day,
    reverses: fc.nat({ max: 7 }),
    expiresAt: fc.option(day, { freq: 3 }),
  });
  const facts = fc.tuple(fc.array(somePaid, { maxLength: 7 }), fc.array(someEntry, { maxLength: 8 }), day);

  it('ends with the points, the debt and the tiers that a plain reading of the rules gives', () => {
    const property = fc.property(facts, ([paid, some, now]) => {
      const orders: PlainOrder[] = paid.map((one, index) => ({
        ...one,
        key: `o${index}`,
        kept: Math.min(one.kept, one.paid),
      }));
      const entries: PlainEntry[] = some.map(({ kind, points, negative, at: when, reverses, expiresAt }, index) => ({
        key: `e${index}`,
        kind: kind as PlainEntry['kind'],
        points: kind === 'REVERSE' ? 0 : kind === 'ADJUST' && negative ? -points : points,
        at: when,
        reverses: kind === 'REVERSE' ? `e${reverses}` : null,
        expiresAt: kind === 'EARN' || (kind === 'ADJUST' && !negative) ? expiresAt : null,
      }));
      const account: AccountFacts = {
        id: 'cus_1',
        known: true,
        orders: orders.map(({ key, placedAt, changedAt, paid: value, kept }) => ({
          ...order(key, '2026-01-01', '0'),
          ...{ placedAt, changedAt, valueMinor: value * 100, keptMinor: kept * 100 },
        })),
        entries: entries.map((one) => ({ ...one, orderKey: null, reason: null })),
      };
      const built = buildLedger(account, settings, now);
      const totals = { ISSUED: 0, REDEEMED: 0, EXPIRED: 0, ADJUSTED: 0, DEBT: 0 };
      let balance = 0;
      for (const transaction of built.transactions) {
        const [own, other] = entriesOf(transaction);
        if (!own || !other || other.account === 'CUSTOMER') throw new Error('two entries were expected');
        expect(own.points + other.points).toBe(0);
        totals[other.account] += other.points;
        balance += own.points;
        expect(transaction.balance).toBe(balance);
        expect(balance).toBeGreaterThanOrEqual(0);
      }
      const times = built.transactions.map((transaction) => transaction.at.getTime());
      expect(times).toEqual([...times].sort((one, other) => one - other));
      expect(new Set(built.transactions.map(({ id }) => id)).size).toBe(times.length);
      const ends = new Map<string, number>();
      for (const { expiresAt, left } of built.lots) {
        const end = (expiresAt as Date).toISOString();
        ends.set(end, (ends.get(end) ?? 0) + left);
      }
      expect({ balance: built.balance, debt: built.debt, ends: [...ends], totals }).toEqual(
        plainAccount(orders, entries, now),
      );
      const dear = orders.map((one) => ({ ...one, kept: one.kept * 1_000 }));
      const history = tierStatus(
        dear.map(({ placedAt, kept }) => ({ placedAt, keptMinor: kept * 100 })),
        settings.rules,
        timeZone,
        now,
      ).history.map((change) => `${change.at.toISOString()} ${change.tier} ${change.cause}`);
      expect(history).toEqual(plainTiers(dear, now));
    });
    fc.assert(property, { seed: 20_261_123, numRuns: 300 });
  });
});
