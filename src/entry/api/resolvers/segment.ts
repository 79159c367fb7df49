import type { SegmentResolvers } from '../generated/resolvers.ts';
import { asksFor } from '../selected-fields.ts';

export const Segment: SegmentResolvers = {
  filter: (row, _, { application }) => application.segments.filterOf(row),
  size: async (row, _, { loaders }) => (await loaders.sizeOfSegment.load(row)).size,
  computedAt: (_row, _, { now }) => now,
  members: (row, page, { application, now }, info) =>
    application.segments.members(row, { ...page, asOf: now, withTotal: asksFor(info, 'totalCount') }),
};
