import neo4j, { type Driver } from 'neo4j-driver';
import { orders, phoneOf, products, type Sizes, staff, stores, tagsOf } from './dataset.ts';
import { inBatches, type Timing, time } from './measure.ts';

const BATCH = 5000;
const int = neo4j.int;
const instant = (date: Date) => neo4j.types.DateTime.fromStandardDate(date);

/**
 * The yardstick: the same facts written by plain UNWIND statements, as one would for a one-off load. The rows already know
 * their customer; nothing is checked, stitched, versioned or counted.
 */
export async function rawLoad(driver: Driver, sizes: Sizes): Promise<Record<'customers' | 'orders', Timing>> {
  const run = (text: string, rows: readonly unknown[]) =>
    driver.executeQuery(text, { rows }, { database: 'neo4j' }).then(() => undefined);
  await run('UNWIND $rows AS row CREATE (s:Store) SET s = row', stores);
  await run(
    'UNWIND $rows AS row MATCH (s:Store {code: row.store}) CREATE (:Staff {code: row.code})-[:WORKS_AT]->(s)',
    staff,
  );
  await run(
    'UNWIND $rows AS row CREATE (p:Product) SET p = row',
    products.map((product) => ({ ...product, price: int(product.price) })),
  );

  function* customerRows() {
    for (let customer = 0; customer < sizes.customers; customer++)
      yield {
        id: `cus_${customer}`,
        displayName: `Customer ${customer}`,
        city: `City ${customer % 20}`,
        phone: phoneOf(customer),
        tags: tagsOf(customer),
      };
  }
  function* orderRows() {
    for (const { number, customer, placedAt, status, promotion, store, staff: seller, lines } of orders(sizes)) {
      const total = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice * 100, 0);
      yield {
        customer: `cus_${customer}`,
        store,
        staff: seller,
        properties: {
          key: `pos|${number}`,
          source: 'pos',
          number,
          channel: 'store',
          currency: 'CNY',
          totalMinor: int(total),
          placedAt: instant(placedAt),
          status,
          isPurchase: status === 'PAID',
          promotion,
          netMinor: int(total),
        },
        lines: lines.map((line) => ({
          sku: line.sku,
          quantity: int(line.quantity),
          unitPriceMinor: int(line.unitPrice * 100),
        })),
      };
    }
  }
  return {
    customers: await time(sizes.customers, async () => {
      for (const rows of inBatches(customerRows(), BATCH))
        await run('UNWIND $rows AS row CREATE (c:Customer) SET c = row', rows);
    }),
    orders: await time(sizes.orders, async () => {
      for (const rows of inBatches(orderRows(), BATCH))
        await run(
          `UNWIND $rows AS row
           MATCH (c:Customer {id: row.customer})
           MATCH (s:Store {code: row.store})
           MATCH (e:Staff {code: row.staff})
           CREATE (c)-[:PLACED]->(o:Order)-[:AT]->(s), (o)-[:SOLD_BY]->(e)
           SET o = row.properties
           WITH o, row
           UNWIND row.lines AS line
           MATCH (p:Product {sku: line.sku})
           CREATE (o)-[:CONTAINS {quantity: line.quantity, unitPriceMinor: line.unitPriceMinor}]->(p)`,
          rows,
        );
    }),
  };
}
