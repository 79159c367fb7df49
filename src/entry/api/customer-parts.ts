import { type FieldNode, type GraphQLResolveInfo, valueFromASTUntyped } from 'graphql';
import type { CustomerParts, OrderParts } from '../../audience/selection/customer-parts.ts';
import type { CustomerWithParts } from '../../audience/selection/customers-with-parts.ts';
import { MAX_PAGE_SIZE } from '../../audience/selection/page.ts';
import type { Loaders } from './loaders.ts';
import { fieldsBelow, named } from './selected-fields.ts';

/** The parts of a customer that are asked for below the field that is being resolved; null when there are none. */
export function customerPartsOf(info: GraphQLResolveInfo): CustomerParts | null {
  const fields = fieldsBelow(info.fieldNodes, info);
  const asked = (name: string) => named(fields, name).length > 0;
  const parts = {
    identifiers: asked('identifiers'),
    devices: asked('devices'),
    sourceRecords: asked('sourceRecords'),
    orders: orderPartsOf(named(fields, 'orders'), info),
  };
  return Object.values(parts).some(Boolean) ? parts : null;
}

/** Only a first page of all orders, asked for once, is read along; anything else has its own statement. */
function orderPartsOf(nodes: readonly FieldNode[], info: GraphQLResolveInfo): OrderParts | undefined {
  const [node] = nodes;
  if (!node || nodes.length > 1) return undefined;
  const given = node.arguments ?? [];
  if (given.some(({ name }) => name.value !== 'first')) return undefined;
  const first = given[0] && valueFromASTUntyped(given[0].value, info.variableValues);
  if (first != null && !(Number.isInteger(first) && Number(first) >= 1 && Number(first) <= MAX_PAGE_SIZE))
    return undefined;

  const below = fieldsBelow(nodes, info);
  const orders = fieldsBelow(
    [...named(below, 'nodes'), ...named(fieldsBelow(named(below, 'edges'), info), 'node')],
    info,
  );
  const lines = named(orders, 'lines');
  return {
    ...(given[0] && { first: first as number | null | undefined }),
    store: named(orders, 'store').length > 0,
    staff: named(orders, 'staff').length > 0,
    lines: lines.length > 0,
    products: named(fieldsBelow(lines, info), 'product').length > 0,
  };
}

/** Hands what was read along to the loaders, which then have no need to read it. */
export function primeParts(loaders: Loaders, parts: CustomerParts, read: CustomerWithParts, now: Date): void {
  const { customer, identifiers, devices, sourceRecords, orders } = read;
  loaders.customer.prime(customer.id, customer);
  if (identifiers) loaders.identifiersOfCustomer.prime(customer.id, [...identifiers]);
  if (devices) loaders.devicesOfCustomer.prime(customer.id, [...devices]);
  if (sourceRecords) loaders.recordsOfCustomer.prime(customer.id, [...sourceRecords]);
  if (orders && parts.orders) {
    const { first } = parts.orders;
    loaders.ordersOfCustomer.prime(customer.id, { ...('first' in parts.orders && { first }), asOf: now }, orders);
  }
  for (const [key, lines] of read.lines) loaders.linesOfOrder.prime(key, lines);
  for (const store of read.stores) loaders.store.prime(store.code, store);
  for (const staff of read.staff) loaders.staff.prime(staff.code, staff);
  for (const product of read.products) loaders.product.prime(product.sku, product);
}
