import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import { align, distinct } from '../align.ts';
import { mapOf } from '../properties.ts';
import { type ProductRow, productFromNode, productProperties } from './product-row.ts';

const findBySku: Query = {
  name: 'products.bySku',
  text: `UNWIND $skus AS sku
MATCH (product:Product {sku: sku})
RETURN ${mapOf('product', productProperties)} AS product`,
};

/** Reads products. */
export interface ProductsStore {
  /** In the order of the skus; one statement, whatever their number. */
  bySku(skus: readonly string[]): Promise<(ProductRow | null)[]>;
}

export function createProductsStore(database: Database): ProductsStore {
  return {
    async bySku(skus) {
      const rows = await database.read<{ product: Row }>(findBySku, { skus: distinct(skus) });
      const products = rows.map(({ product }) => productFromNode(product));
      return align(skus, new Map(products.map((product) => [product.sku, product])));
    },
  };
}
