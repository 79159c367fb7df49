import type { StatedIdentifierRow } from '../../../profile/customer360/evidence-rows.ts';
import type { SourceRecordResolvers, StatedIdentifierStatus } from '../generated/resolvers.ts';

const statuses: Readonly<Record<StatedIdentifierRow['status'], StatedIdentifierStatus>> = {
  accepted: 'ACCEPTED',
  doubtful: 'DOUBTFUL',
  blocked: 'BLOCKED',
  undeclared: 'UNDECLARED',
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
