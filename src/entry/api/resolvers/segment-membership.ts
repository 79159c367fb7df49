import type { SegmentMembershipResolvers } from '../generated/resolvers.ts';

export const SegmentMembership: SegmentMembershipResolvers = {
  customer: ({ customerId }, _, { loaders }) => loaders.customer.load(customerId),
};
