import type { TimelineEntryResolvers } from '../generated/resolvers.ts';

const types = {
  ORDER: 'TimelineOrder',
  EVENT: 'TimelineEvent',
  STAGE: 'TimelineStage',
  IDENTITY: 'TimelineIdentity',
  POINTS: 'TimelinePoints',
  TIER: 'TimelineTier',
  TAG: 'TimelineTag',
  SEGMENT: 'TimelineSegment',
} as const;

export const TimelineEntry: Pick<TimelineEntryResolvers, '__resolveType'> = {
  __resolveType: ({ type }) => types[type],
};
