import { isHeldOut } from '../../../audience/segments/holdout.ts';
import type { SegmentChangeResolvers } from '../generated/resolvers.ts';

export const SegmentChange: SegmentChangeResolvers = {
  cursor: ({ number }) => String(number),
  segment: ({ segmentId }, _, { loaders }) => loaders.segment.load(segmentId),
  customer: ({ customerId }, _, { loaders }) => loaders.customer.load(customerId),
  heldOut: async ({ segmentId, customerId }, _, { loaders }) =>
    isHeldOut((await loaders.segment.load(segmentId))?.holdout ?? null, customerId),
};
