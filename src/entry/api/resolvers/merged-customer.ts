import { splitKey } from '../../../platform/ids.ts';
import type { MergedCustomerResolvers } from '../generated/resolvers.ts';

export const MergedCustomer: MergedCustomerResolvers = {
  cause: (row) => row.cause ?? 'unknown',
  via: (row) => {
    const [kind, scope, value] = row.via ? splitKey(row.via) : [];
    return kind && value ? { kind, scope: scope || null, value } : null;
  },
};
