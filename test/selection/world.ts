import type { Database } from '../../src/platform/neo4j/database.ts';

/** Properties of a customer node; what is left out takes a plain default. */
export interface CustomerFixture {
  readonly id: string;
  readonly displayName?: string | null;
  readonly city?: string | null;
  readonly tags?: readonly string[];
  readonly known?: boolean;
  readonly purchaseCount?: number;
  readonly totalSpentMinor?: number;
  readonly averagePurchaseMinor?: number | null;
  readonly lastPurchaseAt?: Date | null;
  readonly createdAt?: Date;
}

export interface OrderFixture {
  readonly customer: string | null;
  readonly number: string;
  readonly placedAt: string;
  readonly status?: string;
  readonly promotion?: string;
  readonly store?: string;
  readonly staff?: string;
  readonly totalMinor?: number;
  readonly skus?: readonly string[];
}

const made = new Date('2026-01-01T00:00:00Z');

export async function createCustomers(database: Database, customers: readonly CustomerFixture[]): Promise<void> {
  const rows = customers.map((customer) => ({
    createdAt: made,
    updatedAt: made,
    tags: [],
    known: true,
    purchaseCount: 0,
    totalSpentMinor: 0,
    ...customer,
  }));
  const text = 'UNWIND $rows AS row CREATE (customer:Customer) SET customer = row';
  await database.write({ name: 'fixture.customers', text }, { rows });
}

/** Orders of 'pos' with what they lead to; stores, staff and products must be there. */
export async function createOrders(database: Database, orders: readonly OrderFixture[]): Promise<void> {
  const rows = orders.map(({ customer, store, staff, skus = [], number, placedAt, ...rest }) => {
    const { status = 'PAID', promotion = null, totalMinor = 10_000 } = rest;
    const isPurchase = status === 'PAID' || status === 'PARTIALLY_REFUNDED';
    const instant = new Date(placedAt);
    return {
      customer,
      store: store ?? null,
      staff: staff ?? null,
      lines: skus.map((sku, index) => ({ sku, line: index + 1 })),
      order: {
        key: `pos|${number}`,
        source: 'pos',
        number,
        placedAt: instant,
        status,
        isPurchase,
        channel: 'store',
        promotion,
        currency: 'CNY',
        totalMinor,
        refundedMinor: 0,
        valueMinor: totalMinor,
        netMinor: totalMinor,
        storeCode: store ?? null,
        staffCode: staff ?? null,
      },
    };
  });
  const text = `UNWIND $rows AS row
CREATE (order:Order) SET order = row.order
WITH row, order
CALL (row, order) { MATCH (customer:Customer {id: row.customer}) CREATE (customer)-[:PLACED]->(order) }
CALL (row, order) { MATCH (store:Store {code: row.store}) CREATE (order)-[:AT]->(store) }
CALL (row, order) { MATCH (staff:Staff {code: row.staff}) CREATE (order)-[:SOLD_BY]->(staff) }
CALL (row, order) {
  UNWIND row.lines AS line
  MATCH (product:Product {sku: line.sku})
  CREATE (order)-[:CONTAINS {line: line.line, quantity: 1, unitPriceMinor: 10000, discountMinor: 0, unitValueMinor: 10000}]->(product)
}`;
  await database.write({ name: 'fixture.orders', text }, { rows });
}

export async function createStores(database: Database, stores: readonly Record<string, unknown>[]): Promise<void> {
  const text = 'UNWIND $rows AS row CREATE (store:Store) SET store = row';
  await database.write({ name: 'fixture.stores', text }, { rows: stores });
}

export async function createStaff(database: Database, staff: readonly Record<string, unknown>[]): Promise<void> {
  const text = 'UNWIND $rows AS row CREATE (staff:Staff) SET staff = row';
  await database.write({ name: 'fixture.staff', text }, { rows: staff });
}

/** A product with its category path, whose nodes are made as needed. */
export async function createProducts(
  database: Database,
  products: readonly { sku: string; name?: string; category?: readonly string[] }[],
): Promise<void> {
  const rows = products.map((product) => ({
    sku: product.sku,
    name: product.name ?? null,
    category: product.category ?? [],
    path: (product.category ?? []).map((name, index, all) => ({ name, path: all.slice(0, index + 1).join('|') })),
  }));
  const text = `UNWIND $rows AS row
CREATE (product:Product {sku: row.sku, name: row.name, category: row.category, tags: []})
WITH row, product
CALL (row) {
  UNWIND row.path AS level
  MERGE (category:Category {path: level.path}) ON CREATE SET category.name = level.name
}
CALL (row, product) {
  UNWIND row.path[-1..] AS level
  MATCH (category:Category {path: level.path})
  CREATE (product)-[:IN_CATEGORY]->(category)
}
CALL (row) {
  UNWIND range(1, size(row.path) - 1) AS index
  MATCH (child:Category {path: row.path[index].path}), (parent:Category {path: row.path[index - 1].path})
  MERGE (child)-[:CHILD_OF]->(parent)
}`;
  await database.write({ name: 'fixture.products', text }, { rows });
}
