import { nodeId } from '../../../platform/ids.ts';
import type { ProductResolvers } from '../generated/resolvers.ts';
import { optionalMoneyOf } from '../money-of.ts';

export const Product: ProductResolvers = {
  id: (row) => nodeId('product', row.sku),
  boughtWith: async (row, { first, kind }, { loaders }) => [
    ...(await loaders.boughtWithProduct.load(row.sku, { first: first ?? 10, kind: kind ?? 'TOGETHER' })),
  ],
  price: (row) => optionalMoneyOf(row.priceMinor, row.currency),
};
