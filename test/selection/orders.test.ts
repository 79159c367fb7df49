import { beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/audience/selection/connection.ts';
import type { OrderRow } from '../../src/catalogue/orders/order-row.ts';
import { useDatabase } from '../support/database.ts';
import { createAudience, refusalOf, statementsOf } from './audience.ts';
import { createCustomers, createOrders, createProducts, createStaff, createStores } from './world.ts';

const database = useDatabase();
const { selection } = createAudience(database);

const customerIds = Array.from({ length: 50 }, (_, at) => `cus_${at + 100}`);
const numbersOf = (page: Connection<OrderRow> | undefined) => page?.nodes.map((order) => order.number);

beforeAll(async () => {
  await createCustomers(
    database,
    customerIds.map((id) => ({ id })),
  );
  await createStores(database, [
    { code: 's-1', name: 'One', performance: 'LOW', revenueMinor: 5 },
    { code: 's-2', name: 'Two', performance: 'HIGH' },
    { code: 's-3' },
  ]);
  await createStaff(database, [
    { code: 'e-2', name: 'Bo' },
    { code: 'e-1', name: 'An' },
  ]);
  await createProducts(database, [{ sku: 'p-2', category: ['Outdoor', 'Poles'] }, { sku: 'p-1' }]);
  await createOrders(database, [
    // three a customer, two of them at the same instant, the newest refunded
    ...customerIds.flatMap((customer) => [
      { customer, number: `${customer}-a`, placedAt: '2026-05-01T00:00:00Z', store: 's-1', skus: ['p-2'] },
      { customer, number: `${customer}-b`, placedAt: '2026-05-01T00:00:00Z', store: 's-2', promotion: '618' },
      { customer, number: `${customer}-c`, placedAt: '2026-06-17T00:00:00Z', status: 'REFUNDED', totalMinor: 5 },
    ]),
    { customer: null, number: 'nobody', placedAt: '2026-06-18T00:00:00Z', skus: ['p-1'] },
  ]);
});

describe('orders of customers', () => {
  it('come newest first, then by key, in one statement for fifty customers', async () => {
    const sent = await statementsOf(database, async () => {
      const pages = await selection.ordersOfCustomers(customerIds);
      expect([...pages.keys()]).toEqual(customerIds);
      for (const [id, page] of pages) expect(numbersOf(page)).toEqual([`${id}-c`, `${id}-a`, `${id}-b`]);
    });
    expect(sent).toEqual(['ordersOfCustomers.page']);
  });

  it('are counted in one more statement for all, and only when asked', async () => {
    const sent = await statementsOf(database, async () => {
      const pages = [...(await selection.ordersOfCustomers(customerIds, { first: 1 })).values()];
      const counts = await Promise.all(pages.map((page) => page.totalCount()));
      expect(counts).toEqual(customerIds.map(() => 3));
      expect(await pages[0]?.totalCount()).toBe(3);
      expect(await pages[0]?.pageInfo.hasNextPage()).toBe(true);
      expect(await pages[0]?.pageInfo.hasPreviousPage()).toBe(false);
    });
    expect(sent).toEqual(['ordersOfCustomers.page', 'ordersOfCustomers.count']);
  });

  it('continue after a cursor, and know what stands before it', async () => {
    const [id = ''] = customerIds;
    const first = (await selection.ordersOfCustomers([id], { first: 2 })).get(id);
    const sent = await statementsOf(database, async () => {
      const pages = await selection.ordersOfCustomers([id, 'cus_149', 'cus_none'], {
        first: 2,
        after: first?.pageInfo.endCursor,
      });
      expect(numbersOf(pages.get(id))).toEqual([`${id}-b`]);
      expect(await pages.get(id)?.pageInfo.hasNextPage()).toBe(false);
      expect(await pages.get(id)?.pageInfo.hasPreviousPage()).toBe(true);
      expect(await pages.get('cus_149')?.pageInfo.hasPreviousPage()).toBe(true);
      expect(await pages.get('cus_none')?.pageInfo.hasPreviousPage()).toBe(false);
    });
    expect(sent).toEqual(['ordersOfCustomers.page', 'ordersOfCustomers.beyondPage']);
    const back = (await selection.ordersOfCustomers([id], { last: 1, before: first?.pageInfo.endCursor })).get(id);
    expect(numbersOf(back)).toEqual([`${id}-c`]);
    expect(await back?.pageInfo.hasNextPage()).toBe(true);
    expect(await back?.pageInfo.hasPreviousPage()).toBe(false);
  });

  it('are filtered, in one statement', async () => {
    const filter = {
      or: [{ store: { performance: { eq: 'LOW' } } }, { status: { eq: 'REFUNDED' } }],
      lines: { count: { gte: 0 } },
    };
    const sent = await statementsOf(database, async () => {
      const pages = await selection.ordersOfCustomers(customerIds, { filter });
      for (const [id, page] of pages) expect(numbersOf(page)).toEqual([`${id}-c`, `${id}-a`]);
      expect(await pages.get('cus_120')?.totalCount()).toBe(2);
    });
    expect(sent).toEqual(['ordersOfCustomers.page', 'ordersOfCustomers.count']);
  });

  it('are reckoned from asOf, by default from now', async () => {
    const filter = { placedAt: { within: 'P7D' } };
    const count = async (asOf?: Date) =>
      numbersOf((await selection.ordersOfCustomers(['cus_100'], { filter, asOf })).get('cus_100'));
    expect(await count()).toEqual(['cus_100-c']);
    expect(await count(new Date('2026-05-03T00:00:00Z'))).toEqual(['cus_100-a', 'cus_100-b', 'cus_100-c'].slice(0, 2));
  });

  it('of nobody are nothing', async () => {
    expect(await selection.ordersOfCustomers([])).toEqual(new Map());
    expect(numbersOf((await selection.ordersOfCustomers(['cus_none'])).get('cus_none'))).toEqual([]);
  });

  it('refuse a faulty filter or page', async () => {
    expect((await refusalOf(() => selection.ordersOfCustomers(['cus_100'], { first: 0 }))).code).toBe('BAD_USER_INPUT');
    expect((await refusalOf(() => selection.ordersOfCustomers(['cus_100'], { filter: { x: 1 } }))).code).toBe(
      'INVALID_RULE',
    );
    expect((await refusalOf(() => selection.ordersOfCustomers(['cus_100'], { after: 'x' }))).code).toBe(
      'INVALID_CURSOR',
    );
  });
});

describe('lists', () => {
  it('of orders hold those of nobody too, newest first', async () => {
    const page = await selection.orders({ first: 2 });
    expect(numbersOf(page)).toEqual(['nobody', 'cus_100-c']);
    expect(await page.totalCount()).toBe(151);
    expect(
      numbersOf(
        await selection.orders({ filter: { lines: { where: { product: { category: { eq: 'Outdoor' } } } } }, last: 1 }),
      ),
    ).toEqual(['cus_149-a']);
  });

  it('of stores, staff and products come by key', async () => {
    expect((await selection.stores({})).nodes.map((store) => store.code)).toEqual(['s-1', 's-2', 's-3']);
    expect((await selection.staffMembers({})).nodes.map((member) => member.code)).toEqual(['e-1', 'e-2']);
    expect((await selection.products({})).nodes.map((product) => product.sku)).toEqual(['p-1', 'p-2']);
    expect((await selection.products({ filter: { category: { eq: 'Poles' } } })).nodes.map(({ sku }) => sku)).toEqual([
      'p-2',
    ]);
    expect((await selection.staffMembers({ filter: { name: { eq: 'An' } } })).nodes.map(({ code }) => code)).toEqual([
      'e-1',
    ]);
  });

  it('of stores are sorted as asked, those without the value last', async () => {
    const codes = async (direction: 'ASC' | 'DESC') =>
      (await selection.stores({ orderBy: [{ field: 'NAME', direction }] })).nodes.map((store) => store.code);
    expect([await codes('ASC'), await codes('DESC')]).toEqual([
      ['s-1', 's-2', 's-3'],
      ['s-2', 's-1', 's-3'],
    ]);
    const found = await selection.stores({
      filter: { performance: { in: ['LOW', 'HIGH'] } },
      orderBy: [{ field: 'REVENUE' }],
    });
    expect(found.nodes.map((store) => store.code)).toEqual(['s-1', 's-2']);
  });

  it('take one statement, and one more for the total', async () => {
    const page = () => selection.customers({ first: 10, rule: 'orders count >= 3' });
    expect(await statementsOf(database, page)).toEqual(['customers.page']);
    const counted = async () => expect(await (await page()).totalCount()).toBe(50);
    expect(await statementsOf(database, counted)).toEqual(['customers.page', 'customers.count']);
    expect(await selection.countCustomers({ rule: 'orders count >= 4' })).toBe(0);
  });
});
