import { nodeId } from '../../../platform/ids.ts';
import type { OrderResolvers } from '../generated/resolvers.ts';
import { moneyOf } from '../money-of.ts';

export const Order: OrderResolvers = {
  id: (row) => nodeId('order', row.key),
  total: (row) => moneyOf(row.totalMinor, row.currency),
  net: (row) => moneyOf(row.totalMinor - row.refundedMinor, row.currency),
  customer: async (row, _, { loaders }) => {
    const id = await loaders.customerIdOfOrder.load(row.key);
    return id === null ? null : loaders.customer.load(id);
  },
  store: (row, _, { loaders }) => (row.storeCode === null ? null : loaders.store.load(row.storeCode)),
  staff: (row, _, { loaders }) => (row.staffCode === null ? null : loaders.staff.load(row.staffCode)),
  lines: (row, _, { loaders }) => loaders.linesOfOrder.load(row.key),
};
