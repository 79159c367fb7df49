import { orderProperties } from '../../catalogue/orders/order-row.ts';
import { productProperties } from '../../catalogue/products/product-row.ts';
import { listOf } from '../../catalogue/properties.ts';
import { staffProperties } from '../../catalogue/staff/staff-row.ts';
import { storeProperties } from '../../catalogue/stores/store-row.ts';
import type { Database, Parameters } from '../../platform/neo4j/database.ts';
import { customerProperties } from '../../profile/customer360/customer-row.ts';
import { matchById } from '../../profile/customer360/customers.store.ts';
import {
  devicesPart,
  type EvidencePart,
  identifiersPart,
  recordsPart,
} from '../../profile/customer360/evidence-parts.ts';
import type { Position } from './cursor.ts';
import type { CustomerParts, OrderParts } from './customer-parts.ts';
import { positionOf, stretchesOf } from './keyset.ts';
import type { Ordering } from './ordering.ts';
import type { Range } from './page-statement.ts';

/** Values in the order of the names of a `…Properties`. */
type Values = readonly unknown[];

/** A row of the statement; of the parts only those that were asked for. What orders lead to comes once each. */
export interface CustomerWithPartsRow {
  /** The id that was asked for; the customer's own may be another. */
  readonly id: string;
  readonly customer: Values;
  readonly identifiers?: readonly Values[];
  readonly devices?: readonly Values[];
  readonly sourceRecords?: readonly Values[];
  readonly orders?: readonly (readonly [order: Values, position: Position])[];
  readonly stores?: readonly Values[];
  readonly staff?: readonly Values[];
  readonly lines?: readonly (readonly [order: string, line: Values])[];
  readonly products?: readonly Values[];
}

const ofContains = ['line', 'quantity', 'unitPriceMinor', 'discountMinor', 'unitValueMinor'];
/** What `lineFromNode` reads. */
export const lineProperties = [...ofContains, 'sku', 'currency'];

/** Reads customers and parts of them in one statement. Ids that lead nowhere are left out. */
export function readCustomersWithParts(
  database: Database,
  ids: readonly string[],
  parts: CustomerParts,
  ordering: Ordering,
  range: Range | null,
): Promise<CustomerWithPartsRow[]> {
  const parameters: Parameters = { ids };
  const columns = ['id', `${listOf('customer', customerProperties)} AS customer`];
  if (parts.identifiers) columns.push(`${evidence(identifiersPart)} AS identifiers`);
  if (parts.devices) columns.push(`${evidence(devicesPart)} AS devices`);
  if (parts.sourceRecords) columns.push(`${evidence(recordsPart)} AS sourceRecords`);
  const [stretch] = range ? stretchesOf(ordering, range.bounds, range.reversed) : [];
  let orders = '';
  if (range && stretch && parts.orders) {
    Object.assign(parameters, stretch.parameters, { pageLimit: range.limit });
    orders = `
WITH id, customer, COLLECT {
  MATCH (customer)-[:PLACED]->(node) WHERE ${stretch.predicates.join(' AND ')}
  RETURN node ORDER BY ${stretch.orderBy} LIMIT $pageLimit
} AS page`;
    columns.push(`[node IN page | [${listOf('node', orderProperties)}, ${positionOf(ordering)}]] AS orders`);
    columns.push(...ledTo(parts.orders));
  }
  const text = `${matchById}${orders}\nRETURN ${columns.join(',\n')}`;
  return database.read<CustomerWithPartsRow>({ name: 'customers.withParts', text }, parameters);
}

function evidence({ pattern, orderBy, values }: EvidencePart<unknown>): string {
  return `COLLECT { MATCH ${pattern} WITH found ORDER BY ${orderBy} RETURN ${values} }`;
}

/** What the orders of `page` lead to. */
function ledTo({ store, staff, lines, products }: OrderParts): string[] {
  const columns: string[] = [];
  const each = (pattern: string, variable: string, names: readonly string[]) =>
    `COLLECT { UNWIND page AS node MATCH (node)${pattern} WITH DISTINCT ${variable} RETURN ${listOf(variable, names)} }`;
  if (store) columns.push(`${each('-[:AT]->(store:Store)', 'store', storeProperties)} AS stores`);
  if (staff) columns.push(`${each('-[:SOLD_BY]->(staff:Staff)', 'staff', staffProperties)} AS staff`);
  if (lines) {
    const line = [...ofContains.map((name) => `line.${name}`), 'product.sku', 'node.currency'].join(', ');
    columns.push(`COLLECT {
  UNWIND page AS node
  MATCH (node)-[line:CONTAINS]->(product:Product)
  RETURN [node.key, [${line}]]
} AS lines`);
  }
  if (products) columns.push(`${each('-[:CONTAINS]->(product:Product)', 'product', productProperties)} AS products`);
  return columns;
}
