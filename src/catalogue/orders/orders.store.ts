import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import { align, alignLists, distinct } from '../align.ts';
import { readText } from '../read-properties.ts';
import { type LineRow, lineFromNode } from './line-row.ts';
import { type OrderRow, orderFromNode } from './order-row.ts';

const findByKey: Query = {
  name: 'orders.byKey',
  text: `UNWIND $keys AS key
MATCH (order:Order {key: key})
RETURN order`,
};

const findLines: Query = {
  name: 'orders.lines',
  text: `UNWIND $keys AS key
MATCH (order:Order {key: key})-[line:CONTAINS]->(product:Product)
WITH key, line {.*, sku: product.sku, currency: order.currency} AS line
ORDER BY line.line, line.sku
RETURN key, collect(line) AS lines`,
};

const findCustomers: Query = {
  name: 'orders.customers',
  text: `UNWIND $keys AS key
MATCH (:Order {key: key})<-[:PLACED]-(customer:Customer)
RETURN key, customer.id AS customerId`,
};

/** Reads orders. Every call is one statement, whatever the number of keys; results stand in the order of the keys. */
export interface OrdersStore {
  byKey(keys: readonly string[]): Promise<(OrderRow | null)[]>;
  /** The lines of each order, by their position. */
  linesOf(keys: readonly string[]): Promise<LineRow[][]>;
  /** Who placed each order. */
  customerIdsOf(keys: readonly string[]): Promise<(string | null)[]>;
}

export function createOrdersStore(database: Database): OrdersStore {
  return {
    async byKey(keys) {
      const rows = await database.read<{ order: Row }>(findByKey, { keys: distinct(keys) });
      const orders = rows.map(({ order }) => orderFromNode(order));
      return align(keys, new Map(orders.map((order) => [order.key, order])));
    },
    async linesOf(keys) {
      const rows = await database.read<Row & { lines: Row[] }>(findLines, { keys: distinct(keys) });
      return alignLists(keys, new Map(rows.map((row) => [readText(row, 'key'), row.lines.map(lineFromNode)])));
    },
    async customerIdsOf(keys) {
      const rows = await database.read(findCustomers, { keys: distinct(keys) });
      return align(keys, new Map(rows.map((row) => [readText(row, 'key'), readText(row, 'customerId')])));
    },
  };
}
