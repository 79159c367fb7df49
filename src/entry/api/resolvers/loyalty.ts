import { readDuration } from '../arguments.ts';
import type {
  LedgerTransactionResolvers,
  LoyaltyAccountResolvers,
  PointsQuoteResolvers,
  PointsRedemptionResolvers,
  TierChangeResolvers,
  TierStatusResolvers,
} from '../generated/resolvers.ts';
import { livingCustomer } from '../living-customer.ts';
import { moneyOf, optionalMoneyOf } from '../money-of.ts';

export const LoyaltyAccount: LoyaltyAccountResolvers = {
  worth: ({ worthMinor }, _, { application }) => moneyOf(worthMinor, application.config.currency),
  expiring: (account, { within }, { application }) =>
    application.loyalty.expiringWithin(account, readDuration('within', within ?? 'P90D')),
  tier: ({ status }) => status,
  tierHistory: ({ status }) => status.history.toReversed(),
  ledger: (account, page, { application }) => application.loyalty.ledgerOf(account, page),
};

export const TierStatus: TierStatusResolvers = {
  name: ({ tier }) => tier,
  spent: ({ spentMinor }, _, { application }) => moneyOf(spentMinor, application.config.currency),
  nextTier: ({ next }) => next?.tier ?? null,
  missing: ({ next }, _, { application }) => optionalMoneyOf(next?.missingMinor ?? null, application.config.currency),
};

export const TierChange: TierChangeResolvers = {
  spent: ({ spentMinor }, _, { application }) => moneyOf(spentMinor, application.config.currency),
};

export const LedgerTransaction: LedgerTransactionResolvers = {
  entries: (transaction, _, { application }) => application.loyalty.entriesOf(transaction),
  order: ({ orderKey }, _, { loaders }) => (orderKey === null ? null : loaders.order.load(orderKey)),
};

export const PointsQuote: PointsQuoteResolvers = {
  customer: ({ customer }, _, { loaders }) => livingCustomer(customer, loaders),
  worth: ({ points }, _, { application }) => moneyOf(application.loyalty.worthOf(points), application.config.currency),
};

export const PointsRedemption: PointsRedemptionResolvers = {
  customer: ({ customer }, _, { loaders }) => livingCustomer(customer, loaders),
  worth: ({ points }, _, { application }) => moneyOf(application.loyalty.worthOf(points), application.config.currency),
};
