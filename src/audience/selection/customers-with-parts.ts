import { type LineRow, lineFromNode } from '../../catalogue/orders/line-row.ts';
import type { OrderRow } from '../../catalogue/orders/order-row.ts';
import { type ProductRow, productFromNode } from '../../catalogue/products/product-row.ts';
import { type StaffRow, staffFromNode } from '../../catalogue/staff/staff-row.ts';
import { type StoreRow, storeFromNode } from '../../catalogue/stores/store-row.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { type CustomerRow, customerFromNode } from '../../profile/customer360/customer-row.ts';
import { devicesPart, identifiersPart, recordsPart } from '../../profile/customer360/evidence-parts.ts';
import type { DeviceRow, IdentifierRow, SourceRecordRow } from '../../profile/customer360/evidence-rows.ts';
import type { Connection } from './connection.ts';
import { type CustomerWithPartsRow, type FoundOrderRow, readCustomersWithParts } from './customers-with-parts.store.ts';
import type { Ordering } from './ordering.ts';
import { connectOrders } from './orders-of-customers.ts';
import { planPage } from './read-page.ts';

/** Which parts of a customer to read along with it. */
export interface CustomerParts {
  readonly identifiers?: boolean;
  readonly devices?: boolean;
  readonly sourceRecords?: boolean;
  readonly orders?: OrderParts;
}

/** The first page of the orders, all of them counting, and what of each. */
export interface OrderParts {
  readonly first?: number | null;
  readonly store?: boolean;
  readonly staff?: boolean;
  readonly lines?: boolean;
  /** Of the lines. */
  readonly products?: boolean;
}

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
    const customer = customerFromNode(row.customer);
    const found = row.orders ?? [];
    const orders = { customerIds: [customer.id], filtered: null };
    const connections = plan && connectOrders(database, orders, ordering, plan, new Map([[customer.id, found]]));
    return {
      customer,
      identifiers: row.identifiers?.map(identifiersPart.fromNode),
      devices: row.devices?.map(devicesPart.fromNode),
      sourceRecords: row.sourceRecords?.map(recordsPart.fromNode),
      orders: connections?.get(customer.id),
      ...leadTo(found),
    };
  };
  const byId = new Map(rows.map((row) => [row.id, read(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** What orders lead to. The same node is the same in all of them, so it is read once. */
function leadTo(orders: readonly FoundOrderRow[]) {
  const lines = new Map<string, LineRow[]>();
  const [stores, staff, products] = [
    new Map<unknown, StoreRow>(),
    new Map<unknown, StaffRow>(),
    new Map<unknown, ProductRow>(),
  ];
  for (const { node, store, staff: member, lines: ofOrder } of orders) {
    if (store && !stores.has(store.code)) stores.set(store.code, storeFromNode(store));
    if (member && !staff.has(member.code)) staff.set(member.code, staffFromNode(member));
    if (!ofOrder) continue;
    lines.set(String(node.key), ofOrder.map(lineFromNode));
    for (const { product } of ofOrder)
      if (product && !products.has(product.sku)) products.set(product.sku, productFromNode(product));
  }
  return { lines, stores: [...stores.values()], staff: [...staff.values()], products: [...products.values()] };
}
