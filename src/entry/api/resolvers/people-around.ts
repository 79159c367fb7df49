import type { HouseholdMemberResolvers, NeighbourNodeResolvers, ReferralResolvers } from '../generated/resolvers.ts';
import { livingCustomer } from '../living-customer.ts';

export const HouseholdMember: HouseholdMemberResolvers = {
  customer: ({ customer }, _, { loaders }) => livingCustomer(customer, loaders),
};

export const Referral: ReferralResolvers = {
  customer: ({ customer }, _, { loaders }) => livingCustomer(customer, loaders),
};

export const NeighbourNode: NeighbourNodeResolvers = {
  label: async ({ kind, key, label }, _, { loaders }) =>
    kind === 'CUSTOMER' ? ((await loaders.customer.load(key))?.displayName ?? null) : label,
};
