import type { CustomerEventResolvers } from '../generated/resolvers.ts';

export const CustomerEvent: CustomerEventResolvers = {
  store: ({ storeCode }, _, { loaders }) => (storeCode === null ? null : loaders.store.load(storeCode)),
  product: ({ sku }, _, { loaders }) => (sku === null ? null : loaders.product.load(sku)),
};
