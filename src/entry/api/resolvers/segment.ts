import { readInstant } from '../arguments.ts';
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
  memberships: (row, { at, ...page }, { application }) =>
    application.segmentHistory.memberships(row, { ...page, at: readInstant('at', at, null) }),
  holdoutGroups: (row, _, { application }) => (row.holdout === null ? null : application.segmentHistory.groups(row)),
  sizeHistory: (row, { from, to, every }, { application }) =>
    application.segmentHistory.sizes(row, {
      from: readInstant('from', from, null),
      to: readInstant('to', to, null),
      every,
    }),
  dependents: async ({ id }, _, { loaders }) => [...(await loaders.usersOfSegment.load(id))],
  computedAt: (_row, _, { now }) => now,
  members: (row, page, { application, now }, info) =>
    application.segments.members(row, { ...page, asOf: now, withTotal: asksFor(info, 'totalCount') }),
};
