import { checkCallSize } from '../../../intake/ingest.service.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  ingest: (_, { records }, { application }) => {
    checkCallSize(records);
    return application.ingest.ingest(records);
  },
  saveSegment: (_, { input }, { application }) => application.segments.save(input),
  deleteSegment: (_, { id }, { application }) => application.segments.delete(id),
};
