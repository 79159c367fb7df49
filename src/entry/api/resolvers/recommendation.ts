import type { ProductRow } from '../../../catalogue/products/product-row.ts';
import type { BoughtWithResolvers } from '../generated/resolvers.ts';
import type { Loaders } from '../loaders.ts';

export const BoughtWith: BoughtWithResolvers = {
  product: ({ sku }, _, { loaders }) => productOf(sku, loaders),
};

/** A product that was in the graph when it was chosen; products are never deleted. */
async function productOf(sku: string, loaders: Loaders): Promise<ProductRow> {
  const product = await loaders.product.load(sku);
  if (product) return product;
  throw new Error(`The product ${sku} is not there any more.`);
}
