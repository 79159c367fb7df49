import { type OrderRow, orderFromNode } from '../../catalogue/orders/order-row.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { type Connection, once } from './connection.ts';
import type { Bound } from './keyset.ts';
import type { Ordering } from './ordering.ts';
import { countOrders, type OrdersOfCustomers, readOrderRanges } from './orders-of-customers.store.ts';
import type { PageArguments } from './page.ts';
import { connectionOf, type PagePlan, planPage } from './read-page.ts';
import type { FoundRow } from './read-range.ts';

/**
 * The same page of each customer's orders: one statement for all of them, and one for all again when totals or
 * the farther side of the page are asked for.
 */
export async function pagesOfOrders(
  database: Database,
  orders: OrdersOfCustomers,
  ordering: Ordering,
  asked: PageArguments,
): Promise<ReadonlyMap<string, Connection<OrderRow>>> {
  const plan = planPage(ordering, asked);
  const found = await readOrderRanges(database, orders, ordering, 'ordersOfCustomers.page', plan.range);
  return connectOrders(database, orders, ordering, plan, found);
}

/** The connections of ranges that are read already. */
export function connectOrders(
  database: Database,
  orders: OrdersOfCustomers,
  ordering: Ordering,
  plan: PagePlan,
  found: ReadonlyMap<string, readonly FoundRow[]>,
): ReadonlyMap<string, Connection<OrderRow>> {
  const beyond = (bound: Bound) =>
    once(() =>
      readOrderRanges(database, orders, ordering, 'ordersOfCustomers.beyondPage', {
        bounds: [bound],
        reversed: bound.side === 'before',
        limit: 1,
      }),
    );
  const earlier = plan.after && beyond({ side: 'before', position: plan.after, inclusive: true });
  const further = plan.before && beyond({ side: 'after', position: plan.before, inclusive: true });
  const counts = once(() => countOrders(database, orders));
  const pageOf = (customerId: string) =>
    connectionOf(plan, ordering, found.get(customerId) ?? [], orderFromNode, {
      exists: async (bound) => (await (bound.side === 'before' ? earlier : further)?.())?.has(customerId) ?? false,
      count: async () => (await counts()).get(customerId) ?? 0,
    });
  return new Map(orders.customerIds.map((customerId) => [customerId, pageOf(customerId)]));
}
