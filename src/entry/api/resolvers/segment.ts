import type { SegmentResolvers } from '../generated/resolvers.ts';
import { asksFor } from '../selected-fields.ts';

export const Segment: SegmentResolvers = {
  filter: (row, _, { application }) => application.segments.filterOf(row),
  size: async (row, _, { loaders }) => (await loaders.sizeOfSegment.load(row)).size,
  draft: async ({ id, draftVersion }, _, { loaders }) => {
    if (draftVersion === null) return null;
    const [version] = await loaders.versionsOfSegment.load(id, { first: 1, before: draftVersion + 1 });
    return version ?? null;
  },
  versions: async ({ id }, page, { loaders }) => [...(await loaders.versionsOfSegment.load(id, page))],
  dependents: async ({ id }, _, { loaders }) => [...(await loaders.usersOfSegment.load(id))],
  computedAt: (_row, _, { now }) => now,
  members: (row, page, { application, now }, info) =>
    application.segments.members(row, { ...page, asOf: now, withTotal: asksFor(info, 'totalCount') }),
};
