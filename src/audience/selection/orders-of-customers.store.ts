import type { Database, Parameters } from '../../platform/neo4j/database.ts';
import { positionOf, stretchesOf } from './keyset.ts';
import type { Ordering } from './ordering.ts';
import type { Range } from './page-statement.ts';
import type { FoundRow } from './read-range.ts';
import { indent, type ListSource } from './statement.ts';

/** Which orders of which customers; `filtered` selects among those whose keys are in `placedKeys`, and is null for all of them. */
export interface OrdersOfCustomers {
  readonly customerIds: readonly string[];
  readonly filtered: ListSource | null;
}

/** Reads the same range of each customer's orders, in one statement. Customers without any are left out. */
export async function readOrderRanges(
  database: Database,
  orders: OrdersOfCustomers,
  ordering: Ordering,
  name: string,
  range: Range,
): Promise<ReadonlyMap<string, readonly FoundRow[]>> {
  const [stretch] = stretchesOf(ordering, range.bounds, range.reversed);
  if (!stretch) return new Map();
  const selected = select(orders, stretch.predicates, stretch.parameters);
  const row = `{node: node, position: ${positionOf(ordering)}}`;
  const text = `${selected.text}
WITH customer, node ORDER BY ${stretch.orderBy}
RETURN customer.id AS customerId, collect(${row})[..$pageLimit] AS found`;
  const rows = await database.read<{ customerId: string; found: FoundRow[] }>(
    { name, text },
    { ...selected.parameters, pageLimit: range.limit },
  );
  return new Map(rows.map((each) => [each.customerId, each.found]));
}

/** How many orders each customer has in all, in one statement. Customers without any are left out. */
export async function countOrders(database: Database, orders: OrdersOfCustomers): Promise<ReadonlyMap<string, number>> {
  const selected = select(orders, [], {});
  const text = `${selected.text}\nRETURN customer.id AS customerId, count(node) AS count`;
  const rows = await database.read<{ customerId: string; count: number }>(
    { name: 'ordersOfCustomers.count', text },
    selected.parameters,
  );
  return new Map(rows.map((each) => [each.customerId, each.count]));
}

/** Starts at the customers: their orders are few, and a filter's own start could be a store with a million. */
function select({ customerIds, filtered }: OrdersOfCustomers, predicates: readonly string[], parameters: Parameters) {
  const customers = `UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})-[:PLACED]->`;
  if (!filtered) {
    const where = predicates.length > 0 ? `\nWHERE ${predicates.join(' AND ')}` : '';
    return { text: `${customers}(node)${where}`, parameters: { ...parameters, customerIds } };
  }
  const part = filtered.select({ predicates, parameters });
  return {
    text: `${customers}(placed)
WITH collect(placed.key) AS placedKeys
CALL (placedKeys) {
${indent(part.text)}
  RETURN node
}
MATCH (customer:Customer)-[:PLACED]->(node)`,
    parameters: { ...part.parameters, customerIds },
  };
}
