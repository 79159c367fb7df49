import { nodeId } from '../../../platform/ids.ts';
import type { ProductResolvers } from '../generated/resolvers.ts';
import { optionalMoneyOf } from '../money-of.ts';

export const Product: ProductResolvers = {
  id: (row) => nodeId('product', row.sku),
  price: (row) => optionalMoneyOf(row.priceMinor, row.currency),
};
