import { factRefOf, identifierOf } from '../../../profile/identity/name-facts.ts';
import type { MergedCustomerResolvers } from '../generated/resolvers.ts';

export const MergedCustomer: MergedCustomerResolvers = {
  into: (row) => row.intoId,
  because: (row) => factRefOf(row.because),
  cause: (row) => row.cause ?? 'unknown',
  via: (row) => identifierOf(row.via),
};
