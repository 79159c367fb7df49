import { DomainError } from '../../../platform/errors.ts';
import type { PossibleMatchSideResolvers } from '../generated/resolvers.ts';

export const PossibleMatchSide: PossibleMatchSideResolvers = {
  customer: async (row, _, { loaders }) => {
    const customer = await loaders.customer.load(row.customerId);
    if (customer) return customer;
    throw new DomainError('CONFLICT', 'A customer went away while its possible matches were read: try again.');
  },
};
