import type { SegmentOverlapRegionResolvers } from '../generated/resolvers.ts';

export const SegmentOverlapRegion: SegmentOverlapRegionResolvers = {
  segments: ({ segments }) => [...segments],
};
