import type { CustomerHabitsResolvers } from '../generated/resolvers.ts';

export const CustomerHabits: CustomerHabitsResolvers = {
  preferredStore: ({ preferredStore }, _, { loaders }) =>
    preferredStore === null ? null : loaders.store.load(preferredStore),
};
