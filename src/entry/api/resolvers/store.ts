import { nodeId } from '../../../platform/ids.ts';
import { readDuration, readInstant } from '../arguments.ts';
import type { StoreResolvers } from '../generated/resolvers.ts';
import { tagged } from '../loaders.ts';
import { moneyOf } from '../money-of.ts';
import { readPeriod } from './sales-report.ts';

export const Store: StoreResolvers = {
  id: (row) => nodeId('store', row.code),
  tags: async (row, _, { loaders }) => [...(await loaders.tagsOfStore.load(tagged(row.code, row)))],
  tagOrigins: async (row, _, { loaders }) => [...(await loaders.tagOriginsOfStore.load(tagged(row.code, row)))],
  revenue: async (row, args, { application, loaders, now }) => {
    const within = readDuration('within', args.within ?? application.config.performance.window);
    const asOf = readInstant('asOf', args.asOf, now);
    const revenue = await loaders.revenueOfStore.load(row.code, { within, asOf });
    return moneyOf(revenue, application.config.currency);
  },
  report: (row, args, { loaders, now }) => loaders.reportOfStore.load(row.code, readPeriod(args, now)),
};
