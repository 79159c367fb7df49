import type { TagExplanationResolvers } from '../generated/resolvers.ts';

export const TagExplanation: TagExplanationResolvers = {
  origins: ({ origins }) => [...origins],
};
