import type { CrossSellOfferResolvers, CrossSellResolvers } from '../generated/resolvers.ts';
import { asksFor } from '../selected-fields.ts';
import { productOf } from './recommendation.ts';

export const CrossSell: CrossSellResolvers = {
  offers: ({ offers }) => [...offers],
};

export const CrossSellOffer: CrossSellOfferResolvers = {
  product: ({ sku }, _, { loaders }) => productOf(sku, loaders),
  customers: (offer, page, _, info) => offer.customers({ ...page, withTotal: asksFor(info, 'totalCount') }),
};
