import type { ProductRow } from './product-row.ts';
import type { ProductsStore } from './products.store.ts';

export interface ProductsService {
  /** The products with these skus, in that order; null for a sku that is not known. */
  productsBySku(skus: readonly string[]): Promise<(ProductRow | null)[]>;
}

export function createProductsService(deps: { store: ProductsStore }): ProductsService {
  return { productsBySku: (skus) => deps.store.bySku(skus) };
}
