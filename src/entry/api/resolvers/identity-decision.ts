import type { IdentityDecisionResolvers } from '../generated/resolvers.ts';

export const IdentityDecision: IdentityDecisionResolvers = {
  customers: async ({ customers }, _, { loaders }) => {
    const rows = await Promise.all(customers.map((id) => loaders.customer.load(id)));
    return rows.filter((row) => row !== null);
  },
};
