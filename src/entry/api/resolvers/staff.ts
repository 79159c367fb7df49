import { nodeId } from '../../../platform/ids.ts';
import type { StaffResolvers } from '../generated/resolvers.ts';
import { tagged } from '../loaders.ts';
import { readPeriod } from './sales-report.ts';

export const Staff: StaffResolvers = {
  id: (row) => nodeId('staff', row.code),
  tags: async (row, _, { loaders }) => [...(await loaders.tagsOfStaff.load(tagged(row.code, row)))],
  tagOrigins: async (row, _, { loaders }) => [...(await loaders.tagOriginsOfStaff.load(tagged(row.code, row)))],
  store: (row, _, { loaders }) => loaders.storeOfStaff.load(row.code),
  manager: (row, _, { loaders }) => loaders.managerOfStaff.load(row.code),
  report: (row, args, { loaders, now }) => loaders.reportOfStaff.load(row.code, readPeriod(args, now)),
};
