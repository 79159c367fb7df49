import { type LineRow, lineFromNode } from '../../catalogue/orders/line-row.ts';
import { type OrderRow, orderProperties } from '../../catalogue/orders/order-row.ts';
import { type ProductRow, productFromNode, productProperties } from '../../catalogue/products/product-row.ts';
import { fromList } from '../../catalogue/properties.ts';
import { type StaffRow, staffFromNode, staffProperties } from '../../catalogue/staff/staff-row.ts';
import { type StoreRow, storeFromNode, storeProperties } from '../../catalogue/stores/store-row.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { type CustomerRow, customerFromNode, customerProperties } from '../../profile/customer360/customer-row.ts';
import { devicesPart, identifiersPart, recordsPart } from '../../profile/customer360/evidence-parts.ts';
import type { DeviceRow, IdentifierRow, SourceRecordRow } from '../../profile/customer360/evidence-rows.ts';
import type { Connection } from './connection.ts';
import type { CustomerParts } from './customer-parts.ts';
import { type CustomerWithPartsRow, lineProperties, readCustomersWithParts } from './customers-with-parts.store.ts';
import type { Ordering } from './ordering.ts';
import { connectOrders } from './orders-of-customers.ts';
import { planPage } from './read-page.ts';

/** A customer with the parts that were asked for; what orders lead to comes as often as they do. */
export interface CustomerWithParts {
  readonly customer: CustomerRow;
  readonly identifiers?: readonly IdentifierRow[];
  readonly devices?: readonly DeviceRow[];
  readonly sourceRecords?: readonly SourceRecordRow[];
  readonly orders?: Connection<OrderRow>;
  /** By the key of the order. */
  readonly lines: ReadonlyMap<string, LineRow[]>;
  readonly stores: readonly StoreRow[];
  readonly staff: readonly StaffRow[];
  readonly products: readonly ProductRow[];
}

/** Reads customers by id together with parts of them, in one statement: one result for every id, in that order. */
export async function customersWithParts(
  database: Database,
  ids: readonly string[],
  parts: CustomerParts,
  ordering: Ordering,
): Promise<(CustomerWithParts | null)[]> {
  const plan = parts.orders ? planPage(ordering, { first: parts.orders.first }) : null;
  const rows = await readCustomersWithParts(database, [...new Set(ids)], parts, ordering, plan?.range ?? null);
  const read = (row: CustomerWithPartsRow): CustomerWithParts => {
    const customer = customerFromNode(fromList(customerProperties, row.customer));
    const found = (row.orders ?? []).map(([order, position]) => ({ node: fromList(orderProperties, order), position }));
    const orders = { customerIds: [customer.id], filtered: null };
    const connections = plan && connectOrders(database, orders, ordering, plan, new Map([[customer.id, found]]));
    return {
      customer,
      identifiers: row.identifiers?.map(identifiersPart.fromValues),
      devices: row.devices?.map(devicesPart.fromValues),
      sourceRecords: row.sourceRecords?.map(recordsPart.fromValues),
      orders: connections?.get(customer.id),
      lines: linesByOrder(
        row,
        found.map(({ node }) => String(node.key)),
      ),
      stores: (row.stores ?? []).map((store) => storeFromNode(fromList(storeProperties, store))),
      staff: (row.staff ?? []).map((staff) => staffFromNode(fromList(staffProperties, staff))),
      products: (row.products ?? []).map((product) => productFromNode(fromList(productProperties, product))),
    };
  };
  const byId = new Map(rows.map((row) => [row.id, read(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The lines of each order, in their order; an order without any has none. */
function linesByOrder({ lines }: CustomerWithPartsRow, orders: readonly string[]): ReadonlyMap<string, LineRow[]> {
  if (!lines) return new Map();
  const byOrder = new Map<string, LineRow[]>(orders.map((key) => [key, []]));
  for (const [key, line] of lines) byOrder.get(key)?.push(lineFromNode(fromList(lineProperties, line)));
  for (const found of byOrder.values())
    found.sort((one, other) => one.line - other.line || (one.sku < other.sku ? -1 : 1));
  return byOrder;
}
