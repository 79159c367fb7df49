import type { SourceRecordResolvers, StatedIdentifierStatus } from '../generated/resolvers.ts';

const statuses: Readonly<Record<'accepted' | 'doubtful' | 'blocked', StatedIdentifierStatus>> = {
  accepted: 'ACCEPTED',
  doubtful: 'DOUBTFUL',
  blocked: 'BLOCKED',
};

export const SourceRecord: SourceRecordResolvers = {
  identifiers: (row) =>
    row.statedIdentifiers.map(({ kind, scope, value, normalised, status }) => ({
      kind,
      scope: scope || null,
      value,
      normalised,
      status: statuses[status],
    })),
};
