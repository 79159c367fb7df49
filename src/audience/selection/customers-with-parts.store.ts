import { productProperties } from '../../catalogue/products/product-row.ts';
import { listOf } from '../../catalogue/properties.ts';
import { staffProperties } from '../../catalogue/staff/staff-row.ts';
import { storeProperties } from '../../catalogue/stores/store-row.ts';
import type { Database, Parameters, Row } from '../../platform/neo4j/database.ts';
import { matchById } from '../../profile/customer360/customers.store.ts';
import {
  devicesPart,
  type EvidencePart,
  identifiersPart,
  recordsPart,
} from '../../profile/customer360/evidence-parts.ts';
import type { CustomerParts, OrderParts } from './customer-parts.ts';
import { positionOf, stretchesOf } from './keyset.ts';
import type { Ordering } from './ordering.ts';
import type { Range } from './page-statement.ts';
import type { FoundRow } from './read-range.ts';

/** A row of the statement; of the parts only those that were asked for. */
export interface CustomerWithPartsRow {
  /** The id that was asked for; the customer's own may be another. */
  readonly id: string;
  readonly customer: Row;
  readonly identifiers?: readonly Row[];
  readonly devices?: readonly Row[];
  readonly sourceRecords?: readonly Row[];
  readonly orders?: readonly FoundOrderRow[];
}

/** Values in the order of the names of a `…Properties`; the key is the first, and null where there is no such node. */
type Values = readonly unknown[];

/** An order with what was asked for of it; a line is its `lineProperties`, then those of its product. */
export interface FoundOrderRow extends FoundRow {
  readonly store?: Values;
  readonly staff?: Values;
  readonly lines?: readonly (readonly [line: Values, product?: Values])[];
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
  const columns = ['id', 'customer'];
  if (parts.identifiers) columns.push(`${evidence(identifiersPart)} AS identifiers`);
  if (parts.devices) columns.push(`${evidence(devicesPart)} AS devices`);
  if (parts.sourceRecords) columns.push(`${evidence(recordsPart)} AS sourceRecords`);
  const [stretch] = range ? stretchesOf(ordering, range.bounds, range.reversed) : [];
  if (range && stretch && parts.orders) {
    Object.assign(parameters, stretch.parameters, { pageLimit: range.limit });
    columns.push(`COLLECT {
  MATCH (customer)-[:PLACED]->(node:Order) WHERE ${stretch.predicates.join(' AND ')}
  WITH node ORDER BY ${stretch.orderBy} LIMIT $pageLimit
  ${orderRow(parts.orders, positionOf(ordering))}
} AS orders`);
  }
  const text = `${matchById}\nRETURN ${columns.join(',\n')}`;
  return database.read<CustomerWithPartsRow>({ name: 'customers.withParts', text }, parameters);
}

function evidence({ pattern, orderBy }: EvidencePart<unknown>): string {
  return `COLLECT { MATCH ${pattern} RETURN found ORDER BY ${orderBy} }`;
}

/** From the order `node` to what is asked for of it. */
function orderRow({ store, staff, lines, products }: OrderParts, position: string): string {
  const matches: string[] = [];
  const columns = ['node: node', `position: ${position}`];
  if (store) {
    matches.push('OPTIONAL MATCH (node)-[:AT]->(store:Store)');
    columns.push(`store: ${listOf('store', storeProperties)}`);
  }
  if (staff) {
    matches.push('OPTIONAL MATCH (node)-[:SOLD_BY]->(staff:Staff)');
    columns.push(`staff: ${listOf('staff', staffProperties)}`);
  }
  if (lines) {
    const line = [...ofContains.map((name) => `line.${name}`), 'product.sku', 'node.currency'].join(', ');
    const product = products ? `, ${listOf('product', productProperties)}` : '';
    columns.push(`lines: COLLECT {
      MATCH (node)-[line:CONTAINS]->(product:Product)
      RETURN [[${line}]${product}] ORDER BY line.line, product.sku
    }`);
  }
  return `${matches.join('\n  ')}\n  RETURN {${columns.join(', ')}}`;
}
