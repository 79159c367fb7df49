import { nodeId } from '../../../platform/ids.ts';
import type { ProductResolvers } from '../generated/resolvers.ts';
import { tagged } from '../loaders.ts';
import { optionalMoneyOf } from '../money-of.ts';

export const Product: ProductResolvers = {
  id: (row) => nodeId('product', row.sku),
  boughtWith: async (row, { first, kind }, { loaders }) => [
    ...(await loaders.boughtWithProduct.load(row.sku, { first: first ?? 10, kind: kind ?? 'TOGETHER' })),
  ],
  tags: async (row, _, { loaders }) => [...(await loaders.tagsOfProduct.load(tagged(row.sku, row)))],
  tagOrigins: async (row, _, { loaders }) => [...(await loaders.tagOriginsOfProduct.load(tagged(row.sku, row)))],
  price: (row) => optionalMoneyOf(row.priceMinor, row.currency),
};
