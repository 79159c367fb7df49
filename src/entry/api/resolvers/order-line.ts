import { afterLoad } from '../batch.ts';
import type { OrderLineResolvers } from '../generated/resolvers.ts';
import { moneyOf, optionalMoneyOf } from '../money-of.ts';

export const OrderLine: OrderLineResolvers = {
  product: (row, _, { loaders }) =>
    afterLoad(loaders.product.load(row.sku), (product) => {
      if (product === null) throw new Error(`An order line names the product ${row.sku}, which is not in the graph.`);
      return product;
    }),
  unitPrice: (row) => moneyOf(row.unitPriceMinor, row.currency),
  discount: (row) => optionalMoneyOf(row.discountMinor, row.currency),
};
