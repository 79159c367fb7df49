import type { PairSideResolvers } from '../generated/resolvers.ts';

export const PairSide: PairSideResolvers = {
  customer: (row, _, { loaders }) => (row.customerId === null ? null : loaders.customer.load(row.customerId)),
};
