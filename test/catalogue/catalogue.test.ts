import { beforeAll, describe, expect, it } from 'vitest';
import { createOrdersService } from '../../src/catalogue/orders/orders.service.ts';
import { createOrdersStore } from '../../src/catalogue/orders/orders.store.ts';
import { createProductsService } from '../../src/catalogue/products/products.service.ts';
import { createProductsStore } from '../../src/catalogue/products/products.store.ts';
import { createStaffService } from '../../src/catalogue/staff/staff.service.ts';
import { createStaffStore } from '../../src/catalogue/staff/staff.store.ts';
import { createStoresService } from '../../src/catalogue/stores/stores.service.ts';
import { createStoresStore } from '../../src/catalogue/stores/stores.store.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { useDatabase } from '../support/database.ts';
import { fixture, observed } from './observed.ts';

const database = useDatabase();
const clock = fixedClock('2026-06-18T04:00:00.000Z');
const stores = createStoresService({ store: createStoresStore(database), clock, timeZone: 'Asia/Shanghai' });
const staff = createStaffService({ store: createStaffStore(database) });
const products = createProductsService({ store: createProductsStore(database) });
const orders = createOrdersService({ store: createOrdersStore(database) });

beforeAll(async () => {
  await database.write(
    fixture(`
CREATE (sh:Store {code: 'sh-01', name: 'Jing\\'an', format: 'flagship', city: 'Shanghai', province: 'Shanghai', country: 'CN',
  region: 'East', openedOn: date('2019-05-01'), tags: ['mall'], updatedAt: datetime('2026-01-01T00:00:00Z'),
  performance: 'LOW', revenueMinor: 39900})
CREATE (:Store {code: 'bj-01'})
CREATE (boss:Staff {code: 'e-1', name: 'Chen Jie', title: 'manager', hiredOn: date('2018-03-01'), tags: ['fluent'],
  updatedAt: datetime('2026-01-01T00:00:00Z'), performance: 'HIGH', revenueMinor: 5})
CREATE (clerk:Staff {code: 'e-2', tags: []})
CREATE (clerk)-[:WORKS_AT]->(sh), (clerk)-[:REPORTS_TO]->(boss)
CREATE (pole:Product {sku: 'pole', name: 'Carbon pole pair', category: ['Outdoor', 'Trekking'], brand: 'Northridge',
  currency: 'USD', priceMinor: 5000, priceValueMinor: 35500, tags: ['new'], attributes: '{"grams":210}',
  updatedAt: datetime('2026-01-01T00:00:00Z')})
CREATE (sock:Product {sku: 'sock'})
CREATE (one:Order {key: 'pos|1', source: 'pos', number: '1', placedAt: datetime('2026-06-18T11:02:00+08:00'), status: 'PAID',
  isPurchase: true, channel: 'store', promotion: '618', currency: 'USD', totalMinor: 9000, refundedMinor: 1000,
  valueMinor: 63900, netMinor: 56800,
  storeCode: 'sh-01', staffCode: 'e-2'})
CREATE (one)-[:AT]->(sh), (one)-[:SOLD_BY]->(clerk)
CREATE (one)-[:CONTAINS {line: 2, quantity: 1, unitPriceMinor: 5000, discountMinor: 1000, unitValueMinor: 35500}]->(pole)
CREATE (one)-[:CONTAINS {line: 1, quantity: 5, unitPriceMinor: 1000, unitValueMinor: 7100}]->(sock)
CREATE (one)-[:CONTAINS {line: 10, quantity: 0, unitPriceMinor: 5000, unitValueMinor: 35500}]->(pole)
CREATE (:Customer {id: 'cus_a', tags: []})-[:PLACED]->(one)
CREATE (:Order {key: 'pos|2', source: 'pos', number: '2', placedAt: datetime('2026-06-17T00:00:00Z'), status: 'PENDING',
  isPurchase: false, currency: 'CNY', totalMinor: 100, refundedMinor: 0, valueMinor: 100, netMinor: 100,
  storeCode: 'sh-01'})`),
  );
});

describe('stores', () => {
  it('come in the order of the codes, null where there is none, in one statement', async () => {
    const { result, statements } = await observed(database, () =>
      stores.storesByCode(['bj-01', 'nowhere', 'sh-01', 'bj-01']),
    );
    expect(statements).toEqual(['stores.byCode']);
    expect(result.map((store) => store?.code ?? null)).toEqual(['bj-01', null, 'sh-01', 'bj-01']);
    expect(result[0]).toMatchObject({ name: null, tags: [], performance: null, revenueMinor: null });
    expect(result[2]).toEqual({
      code: 'sh-01',
      name: "Jing'an",
      format: 'flagship',
      city: 'Shanghai',
      province: 'Shanghai',
      country: 'CN',
      region: 'East',
      openedOn: '2019-05-01',
      tags: ['mall'],
      tagTerms: [],
      performance: 'LOW',
      revenueMinor: 39900,
    });
  });

  it('need no result for no codes', async () => {
    expect(await stores.storesByCode([])).toEqual([]);
  });
});

describe('store revenue', () => {
  beforeAll(async () => {
    await database.write(
      fixture(`
UNWIND [
  ['a', '2026-03-20T04:00:00.000Z', 1, true],
  ['a', '2026-03-20T04:00:00.001Z', 20, true],
  ['a', '2026-06-18T04:00:00.000Z', 300, true],
  ['a', '2026-06-18T04:00:00.001Z', 4000, true],
  ['a', '2026-06-01T00:00:00.000Z', 50000, false],
  ['a', '2026-06-02T00:00:00.000Z', -7, true],
  ['b', '2026-06-01T00:00:00.000Z', 9007199254740000, true],
  ['c', '2026-02-28T00:00:00.000Z', 9, true]
] AS row
CREATE (:Order {key: 'revenue|' + row[0] + row[1], storeCode: row[0], placedAt: datetime(row[1]), netMinor: row[2], isPurchase: row[3]})`),
    );
  });

  it('sums the purchases later than the start, up to and including the end', async () => {
    const { result, statements } = await observed(database, () =>
      stores.storeRevenue(['b', 'none', 'a', 'b'], { within: 'P90D' }),
    );
    expect(statements).toEqual(['stores.revenue']);
    expect(result).toEqual([9007199254740000, 0, 313, 9007199254740000]);
  });

  it('is counted back from the instant asked for', async () => {
    const asOf = new Date('2026-03-20T04:00:00.000Z');
    expect(await stores.storeRevenue(['a'], { within: 'PT1H', asOf })).toEqual([1]);
    expect(await stores.storeRevenue(['a'], { within: 'P1M', asOf: new Date('2026-07-02T00:00:00Z') })).toEqual([4300]);
  });

  it('counts calendar months in the time zone', async () => {
    // 31 March in Shanghai, so the month starts on 28 February there, a day before it would in UTC.
    expect(await stores.storeRevenue(['c'], { within: 'P1M', asOf: new Date('2026-03-30T16:30:00Z') })).toEqual([9]);
  });

  it('counts net of refunds, and no order that is not a purchase', async () => {
    expect(await stores.storeRevenue(['sh-01'], { within: 'P7D' })).toEqual([56800]);
  });
});

describe('staff', () => {
  it('come in the order of the codes', async () => {
    const { result, statements } = await observed(database, () => staff.staffByCode(['e-2', 'nobody', 'e-1']));
    expect(statements).toEqual(['staff.byCode']);
    expect(result.map((member) => member?.code ?? null)).toEqual(['e-2', null, 'e-1']);
    expect(result[2]).toEqual({
      code: 'e-1',
      name: 'Chen Jie',
      title: 'manager',
      hiredOn: '2018-03-01',
      tags: ['fluent'],
      tagTerms: [],
      performance: 'HIGH',
      revenueMinor: 5,
    });
  });

  it('know their store and their manager', async () => {
    const found = await observed(database, async () => [
      (await staff.storeOfStaff(['e-1', 'e-2', 'nobody', 'e-2'])).map((store) => store?.code ?? null),
      (await staff.managerOfStaff(['e-1', 'e-2', 'nobody'])).map((manager) => manager?.code ?? null),
    ]);
    expect(found.statements).toEqual(['staff.stores', 'staff.managers']);
    expect(found.result).toEqual([
      [null, 'sh-01', null, 'sh-01'],
      [null, 'e-1', null],
    ]);
  });
});

describe('products', () => {
  it('come in the order of the skus', async () => {
    const { result, statements } = await observed(database, () => products.productsBySku(['sock', 'gone', 'pole']));
    expect(statements).toEqual(['products.bySku']);
    expect(result.map((product) => product?.sku ?? null)).toEqual(['sock', null, 'pole']);
    expect(result[2]).toEqual({
      sku: 'pole',
      name: 'Carbon pole pair',
      category: ['Outdoor', 'Trekking'],
      brand: 'Northridge',
      currency: 'USD',
      priceMinor: 5000,
      priceValueMinor: 35500,
      tags: ['new'],
      tagTerms: [],
      attributes: { grams: 210 },
    });
  });
});

describe('orders', () => {
  it('come in the order of the keys', async () => {
    const { result, statements } = await observed(database, () => orders.ordersByKey(['pos|2', 'pos|3', 'pos|1']));
    expect(statements).toEqual(['orders.byKey']);
    expect(result.map((order) => order?.key ?? null)).toEqual(['pos|2', null, 'pos|1']);
    expect(result[0]).toMatchObject({
      status: 'PENDING',
      isPurchase: false,
      channel: null,
      promotion: null,
      staffCode: null,
    });
    expect(result[2]).toEqual({
      key: 'pos|1',
      source: 'pos',
      number: '1',
      placedAt: new Date('2026-06-18T03:02:00.000Z'),
      status: 'PAID',
      isPurchase: true,
      channel: 'store',
      promotion: '618',
      currency: 'USD',
      totalMinor: 9000,
      refundedMinor: 1000,
      valueMinor: 63900,
      netMinor: 56800,
      storeCode: 'sh-01',
      staffCode: 'e-2',
    });
  });

  it('have their lines by position, a product twice where it was bought twice', async () => {
    const { result, statements } = await observed(database, () => orders.linesOfOrders(['pos|2', 'pos|1', 'gone']));
    expect(statements).toEqual(['orders.lines']);
    const pole = { sku: 'pole', unitPriceMinor: 5000, unitValueMinor: 35500, currency: 'USD' };
    expect(result).toEqual([
      [],
      [
        {
          line: 1,
          sku: 'sock',
          quantity: 5,
          unitPriceMinor: 1000,
          discountMinor: null,
          unitValueMinor: 7100,
          currency: 'USD',
        },
        { ...pole, line: 2, quantity: 1, discountMinor: 1000 },
        { ...pole, line: 10, quantity: 0, discountMinor: null },
      ],
      [],
    ]);
  });

  it('know who placed them', async () => {
    const { result, statements } = await observed(database, () => orders.customerIdsOfOrders(['pos|2', 'pos|1']));
    expect(statements).toEqual(['orders.customers']);
    expect(result).toEqual([null, 'cus_a']);
  });
});
