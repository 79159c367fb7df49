import type { ProductRow } from '../../../catalogue/products/product-row.ts';
import { tellReason } from '../../../profile/recommendations/tell-reason.ts';
import type {
  BoughtWithResolvers,
  RecommendationReasonResolvers,
  RecommendationResolvers,
} from '../generated/resolvers.ts';
import type { Loaders } from '../loaders.ts';

export const BoughtWith: BoughtWithResolvers = {
  product: ({ sku }, _, { loaders }) => productOf(sku, loaders),
};

/** A product that was in the graph when it was chosen; products are never deleted. */
export async function productOf(sku: string, loaders: Loaders): Promise<ProductRow> {
  const product = await loaders.product.load(sku);
  if (product) return product;
  throw new Error(`The product ${sku} is not there any more.`);
}

export const Recommendation: RecommendationResolvers = {
  product: ({ sku }, _, { loaders }) => productOf(sku, loaders),
  reasons: ({ reasons }) => [...reasons],
};

export const RecommendationReason: RecommendationReasonResolvers = {
  kind: ({ kind }) => (kind === 'POPULAR' ? null : kind),
  product: ({ from }, _, { loaders }) => (from === null ? null : productOf(from, loaders)),
  text: async ({ kind, from, customers }, _, { loaders }) => {
    const name = from && ((await productOf(from, loaders)).name ?? from);
    return tellReason(kind, { name, yours: true, customers });
  },
};
