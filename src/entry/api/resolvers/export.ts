import type { ExportResolvers } from '../generated/resolvers.ts';

export const Export: ExportResolvers = {
  segment: (row, _, { loaders }) => (row.segmentId === null ? null : loaders.segment.load(row.segmentId)),
};
