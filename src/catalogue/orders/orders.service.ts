import type { LineRow } from './line-row.ts';
import type { OrderRow } from './order-row.ts';
import type { OrdersStore } from './orders.store.ts';

/** Reads orders in batches, by compositeKey(source, number): one result for every key, in that order. */
export interface OrdersService {
  /** Null for an order that is not known. */
  ordersByKey(keys: readonly string[]): Promise<(OrderRow | null)[]>;
  /** By position in the order; empty for an order that is not known. */
  linesOfOrders(keys: readonly string[]): Promise<LineRow[][]>;
  /** Null for an order whose customer reference identified nobody. */
  customerIdsOfOrders(keys: readonly string[]): Promise<(string | null)[]>;
}

export function createOrdersService(deps: { store: OrdersStore }): OrdersService {
  return {
    ordersByKey: (keys) => deps.store.byKey(keys),
    linesOfOrders: (keys) => deps.store.linesOf(keys),
    customerIdsOfOrders: (keys) => deps.store.customerIdsOf(keys),
  };
}
