import type { TagDefinitionResolvers } from '../generated/resolvers.ts';

export const TagDefinition: TagDefinitionResolvers = {
  appliesTo: ({ appliesTo }) => [...appliesTo],
  filter: (tag, _, { application }) => application.tagDefinitions.filterOf(tag),
};
