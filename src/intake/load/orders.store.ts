import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import { instantOf, listedRows } from '../../platform/neo4j/listed-rows.ts';
import type { OrderFact, OrderLineFact } from '../records/facts.ts';
import type { FactRow } from './facts.store.ts';
import { addOrder } from './figures.store.ts';

// What ties an order to its store, seller and products; a tie that it does not have finds nothing and adds nothing.
const tiesOf = (row: Record<'store' | 'staff' | 'lines', string>, item: Record<keyof OrderLineFact, string>) => `
CALL (order, row) {
  MATCH (store:Store {code: ${row.store}})
  CREATE (order)-[:AT]->(store)
}
CALL (order, row) {
  MATCH (staff:Staff {code: ${row.staff}})
  CREATE (order)-[:SOLD_BY]->(staff)
}
CALL (order, row) {
  UNWIND ${row.lines} AS item
  MATCH (product:Product {sku: ${item.sku}})
  CREATE (order)-[:CONTAINS {line: ${item.line}, quantity: ${item.quantity}, unitPriceMinor: ${item.unitPriceMinor},
    discountMinor: ${item.discountMinor}, unitValueMinor: ${item.unitValueMinor}, valueMinor: ${item.valueMinor}}]->(product)
}`;

// Named one by one, the database writes properties faster than from a map whose keys it meets row by row.
const properties = [
  ...['key', 'source', 'number', 'updatedAt', 'status', 'isPurchase', 'channel', 'promotion'],
  ...['currency', 'totalMinor', 'refundedMinor', 'valueMinor', 'netMinor', 'storeCode', 'staffCode'],
  ...['contentHash', 'strongKeys', 'weakKeys', 'sent', 'recordKey', 'anonymous', 'anonymousCustomer'],
] as const;
const row = listedRows('row', ['customer', 'store', 'staff', 'lines', 'placedAt', ...properties]);
const item = listedRows<keyof OrderLineFact>('item', [
  'sku',
  'line',
  'quantity',
  'unitPriceMinor',
  'discountMinor',
  'unitValueMinor',
  'valueMinor',
]);

const create: Query = {
  name: 'load.createOrders',
  text: `
UNWIND $rows AS row
WITH row, ${instantOf(row.at.placedAt)} AS placedAt
CREATE (order:Order {placedAt: placedAt, ${properties.map((name) => `${name}: ${row.at[name]}`).join(', ')}})
WITH order, row, placedAt
CALL (order, row, placedAt) {
  MATCH (customer:Customer {id: ${row.at.customer}})
  CREATE (customer)-[:PLACED]->(order)${addOrder({ ...row.at, placedAt: 'placedAt' })}
}${tiesOf(row.at, item.at)}`,
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
}${tiesOf({ store: 'row.store', staff: 'row.staff', lines: 'row.lines' }, item.at)}`,
};

/** An order to write, with the customer it belongs to if it is new. */
export interface OrderRow extends FactRow {
  readonly placedAt: Date;
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
  const lists = rows.map(({ properties, placedAt, lines, ...ends }) =>
    row.list({ ...properties, ...ends, placedAt: placedAt.getTime(), lines: lines.map(item.list) }),
  );
  await transaction.runRows(create, lists, { now });
}

/** Replaces the content of stored orders, whole. */
export async function replaceOrders(transaction: Transaction, rows: readonly OrderRow[]) {
  const listed = rows.map(({ lines, ...order }) => ({ ...order, lines: lines.map(item.list) }));
  await transaction.runRows(replace, listed);
}
