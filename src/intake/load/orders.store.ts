import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { OrderFact, OrderLineFact } from '../records/facts.ts';
import type { FactRow } from './facts.store.ts';
import { addOrder } from './figures.store.ts';

// What ties an order to its store, seller and products; a tie that it does not have finds nothing and adds nothing.
const ties = `
CALL (order, row) {
  MATCH (store:Store {code: row.store})
  CREATE (order)-[:AT]->(store)
}
CALL (order, row) {
  MATCH (staff:Staff {code: row.staff})
  CREATE (order)-[:SOLD_BY]->(staff)
}
CALL (order, row) {
  UNWIND row.lines AS item
  MATCH (product:Product {sku: item.sku})
  CREATE (order)-[:CONTAINS {line: item.line, quantity: item.quantity, unitPriceMinor: item.unitPriceMinor,
    discountMinor: item.discountMinor, unitValueMinor: item.unitValueMinor, valueMinor: item.valueMinor}]->(product)
}`;

// Named one by one, the database writes properties faster than from a map whose keys it meets row by row.
const properties = [
  ...['key', 'source', 'number', 'placedAt', 'updatedAt', 'status', 'isPurchase', 'channel', 'promotion'],
  ...['currency', 'totalMinor', 'refundedMinor', 'valueMinor', 'netMinor', 'storeCode', 'staffCode'],
  ...['contentHash', 'strongKeys', 'weakKeys', 'sent', 'recordKey', 'anonymous', 'anonymousCustomer'],
] as const;

const create: Query = {
  name: 'load.createOrders',
  text: `
UNWIND $rows AS row
CREATE (order:Order {${properties.map((name) => `${name}: row.properties.${name}`).join(', ')}})
WITH order, row
CALL (order, row) {
  MATCH (customer:Customer {id: row.customer})
  CREATE (customer)-[:PLACED]->(order)${addOrder}
}${ties}`,
};

const replace: Query = {
  name: 'load.replaceOrders',
  text: `
UNWIND $rows AS row
MATCH (order:Order {key: row.key})
SET order += row.properties
WITH order, row
CALL (order) {
  MATCH (order)-[old:AT|SOLD_BY|CONTAINS|SEEN_ON|REFERS_TO]->()
  DELETE old
}${ties}`,
};

/** An order to write, with the customer it belongs to if it is new. */
export interface OrderRow extends FactRow {
  readonly customer?: string | null;
  readonly store: string | null;
  readonly staff: string | null;
  readonly lines: readonly OrderLineFact[];
}

/** What an order is tied to, in the form that rows have. */
export function orderTies({ store, staff, lines }: OrderFact): Pick<OrderRow, 'store' | 'staff' | 'lines'> {
  return { store, staff, lines };
}

/** Creates orders where they belong, and adds them to their customers' figures. */
export async function createOrders(transaction: Transaction, rows: readonly OrderRow[], now: Date) {
  await transaction.runRows(create, rows, { now });
}

/** Replaces the content of stored orders, whole. */
export async function replaceOrders(transaction: Transaction, rows: readonly OrderRow[]) {
  await transaction.runRows(replace, rows);
}
