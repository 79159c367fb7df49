import { parseNodeId } from '../../../platform/ids.ts';
import type { NodeResolvers } from '../generated/resolvers.ts';
import type { Loaders } from '../loaders.ts';
import type { NodeParent } from '../parents.ts';

export const Node: Pick<NodeResolvers, '__resolveType'> = {
  __resolveType: (node) => node.__typename,
};

/** The object that a global id names, whatever its type; null when there is none. */
export async function findNode(id: string, loaders: Loaders): Promise<NodeParent | null> {
  const named = parseNodeId(id);
  if (named === null) return null;
  const { kind, key } = named;
  switch (kind) {
    case 'customer':
      return tag('Customer', await loaders.customer.load(key));
    case 'segment':
      return tag('Segment', await loaders.segment.load(key));
    case 'store':
      return tag('Store', await loaders.store.load(key));
    case 'staff':
      return tag('Staff', await loaders.staff.load(key));
    case 'product':
      return tag('Product', await loaders.product.load(key));
    case 'device':
      return tag('Device', await loaders.device.load(key));
    case 'order':
      return tag('Order', await loaders.order.load(key));
  }
}

function tag<Name extends NodeParent['__typename'], Row extends object>(name: Name, row: Row | null) {
  return row === null ? null : { ...row, __typename: name };
}
