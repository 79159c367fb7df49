import type { SegmentChange } from '../../../audience/segments/live/feed.store.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';

export const Subscription: SubscriptionResolvers = {
  segmentChanges: {
    subscribe: (_, input, { application }) => application.live.changes(input),
    resolve: (change: SegmentChange) => change,
  },
};
