import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/audience/selection/connection.ts';
import type { OrderBy } from '../../src/audience/selection/ordering.ts';
import type { CustomerRow } from '../../src/profile/customer360/customer-row.ts';
import { useDatabase } from '../support/database.ts';
import { createAudience } from './audience.ts';
import { type CustomerFixture, createCustomers } from './world.ts';

const database = useDatabase();
const { selection } = createAudience(database);

const day = (number: number) => new Date(Date.UTC(2026, 0, number, 0, 0, 0, number % 3));
const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

/** 41 customers full of ties and missing values. */
const customers: CustomerFixture[] = Array.from({ length: 41 }, (_, at) => ({
  id: `cus_${String((at * 17) % 41).padStart(3, '0')}`,
  city: pick([null, '上海', 'Beijing', 'beijing', 'Zürich', null, '上海'], at),
  displayName: pick([null, 'A', 'B', 'b', 'Ä'], at * 3),
  lastPurchaseAt: pick([null, day(1), day(2), day(2), null, day(40)], at),
  averagePurchaseMinor: pick([null, 0, 5, 5, -1], at),
  purchaseCount: at % 4,
  createdAt: day(at % 5),
}));

const fields = [
  'ID',
  'CITY',
  'DISPLAY_NAME',
  'LAST_PURCHASE_AT',
  'AVERAGE_PURCHASE_VALUE',
  'PURCHASE_COUNT',
  'CREATED_AT',
];
const properties: Record<string, keyof CustomerFixture> = {
  ID: 'id',
  CITY: 'city',
  DISPLAY_NAME: 'displayName',
  LAST_PURCHASE_AT: 'lastPurchaseAt',
  AVERAGE_PURCHASE_VALUE: 'averagePurchaseMinor',
  PURCHASE_COUNT: 'purchaseCount',
  CREATED_AT: 'createdAt',
};

const orderings = fc.array(
  fc.record<OrderBy>({ field: fc.constantFrom(...fields), direction: fc.constantFrom('ASC', 'DESC', null) }),
  { maxLength: 3 },
);
const sizes = fc.integer({ min: 6, max: 45 });

function compareValues(left: unknown, right: unknown, descending: boolean): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  const [a, b] = [left, right].map((value) => (value instanceof Date ? value.getTime() : value)) as [string, string];
  if (a === b) return 0;
  return a < b === descending ? 1 : -1;
}

/** Ids in the order that the contract says: as asked, missing values last in either direction, then by id. */
function inOrder(rows: readonly CustomerFixture[], orderBy: readonly OrderBy[]): string[] {
  const compare = (left: CustomerFixture, right: CustomerFixture) => {
    for (const { field, direction } of [...orderBy, { field: 'ID', direction: 'ASC' as const }]) {
      const property = properties[field] as keyof CustomerFixture;
      const order = compareValues(left[property] ?? null, right[property] ?? null, direction === 'DESC');
      if (order !== 0) return order;
    }
    return 0;
  };
  return [...rows].sort(compare).map((row) => row.id);
}

const idsOf = (connection: Connection<CustomerRow>) => connection.nodes.map((node) => node.id);

beforeAll(async () => createCustomers(database, customers));

describe('pages of customers', () => {
  it('put together from the first on are the whole list, in order', async () => {
    await fc.assert(
      fc.asyncProperty(orderings, sizes, async (orderBy, first) => {
        const found: string[] = [];
        let after: string | null = null;
        for (;;) {
          const page: Connection<CustomerRow> = await selection.customers({ orderBy, first, after });
          expect(await page.pageInfo.hasPreviousPage()).toBe(found.length > 0);
          found.push(...idsOf(page));
          const more = await page.pageInfo.hasNextPage();
          expect(more).toBe(found.length < customers.length);
          expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
          after = page.pageInfo.endCursor;
          if (!more) break;
        }
        expect(found).toEqual(inOrder(customers, orderBy));
      }),
      { numRuns: 15 },
    );
  });

  it('put together from the last on are the whole list, in order', async () => {
    await fc.assert(
      fc.asyncProperty(orderings, sizes, async (orderBy, last) => {
        let found: string[] = [];
        let before: string | null = null;
        for (;;) {
          const page: Connection<CustomerRow> = await selection.customers({ orderBy, last, before });
          expect(await page.pageInfo.hasNextPage()).toBe(found.length > 0);
          found = [...idsOf(page), ...found];
          const more = await page.pageInfo.hasPreviousPage();
          expect(more).toBe(found.length < customers.length);
          before = page.pageInfo.startCursor;
          if (!more) break;
        }
        expect(found).toEqual(inOrder(customers, orderBy));
      }),
      { numRuns: 15 },
    );
  });

  it('between two cursors hold what stands between them', async () => {
    const place = fc.integer({ min: 0, max: customers.length - 1 });
    await fc.assert(
      fc.asyncProperty(orderings, place, place, sizes, fc.boolean(), async (orderBy, one, other, size, forward) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const all = await selection.customers({ orderBy, first: 50 });
        const bounds = { after: all.edges[from]?.cursor ?? null, before: all.edges[to]?.cursor ?? null };
        const page = await selection.customers({ orderBy, ...bounds, ...(forward ? { first: size } : { last: size }) });
        const between = idsOf(all).slice(from + 1, to);
        expect(idsOf(page)).toEqual(forward ? between.slice(0, size) : between.slice(-size));
        expect(await page.pageInfo.hasPreviousPage()).toBe(true);
        expect(await page.pageInfo.hasNextPage()).toBe(true);
        expect(await page.totalCount()).toBe(customers.length);
      }),
      { numRuns: 12 },
    );
  });

  it('of a rule hold what the rule selects, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(orderings, sizes, async (orderBy, first) => {
        const found: string[] = [];
        let after: string | null = null;
        do {
          const rule = 'purchaseCount >= 2 or not city = "上海"';
          const page: Connection<CustomerRow> = await selection.customers({ rule, orderBy, first, after });
          found.push(...idsOf(page));
          after = (await page.pageInfo.hasNextPage()) ? page.pageInfo.endCursor : null;
        } while (after !== null);
        const selected = customers.filter((row) => (row.purchaseCount ?? 0) >= 2 || row.city !== '上海');
        expect(found).toEqual(inOrder(selected, orderBy));
      }),
      { numRuns: 10 },
    );
  });

  it('never show a customer twice or skip one when others are added in between', async () => {
    let added = 0;
    await fc.assert(
      fc.asyncProperty(
        orderings,
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 12 }),
        async (orderBy, like) => {
          const before = idsOf(await selection.customers({ orderBy, first: 250 }));
          const found: string[] = [];
          let after: string | null = null;
          for (const at of like) {
            const page: Connection<CustomerRow> = await selection.customers({ orderBy, first: 20, after });
            found.push(...idsOf(page));
            if (!(await page.pageInfo.hasNextPage())) break;
            after = page.pageInfo.endCursor;
            added += 1;
            await createCustomers(database, [
              { ...(customers[at] as CustomerFixture), id: `cus_${(at * 7) % 41}x${added}` },
            ]);
          }
          expect(new Set(found).size).toBe(found.length);
          expect(found.filter((id) => before.includes(id))).toEqual(before);
        },
      ),
      { numRuns: 6 },
    );
  });
});
