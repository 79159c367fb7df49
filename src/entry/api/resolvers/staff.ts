import { nodeId } from '../../../platform/ids.ts';
import type { StaffResolvers } from '../generated/resolvers.ts';
import { readPeriod } from './sales-report.ts';

export const Staff: StaffResolvers = {
  id: (row) => nodeId('staff', row.code),
  store: (row, _, { loaders }) => loaders.storeOfStaff.load(row.code),
  manager: (row, _, { loaders }) => loaders.managerOfStaff.load(row.code),
  report: (row, args, { loaders, now }) => loaders.reportOfStaff.load(row.code, readPeriod(args, now)),
};
