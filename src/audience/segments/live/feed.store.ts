import { readChoice, readInstant, readInteger, readText, readTexts } from '../../../catalogue/read-properties.ts';
import type { Query, Row } from '../../../platform/neo4j/database.ts';
import type { Run } from '../segments.store.ts';
import { type ChangeCause, type ChangeKind, changeCauses } from './members.store.ts';

/** Somebody entered or left a segment. */
export interface SegmentChange {
  /** Counts from 1 over all segments of the graph, without a gap. */
  readonly number: number;
  readonly segmentId: string;
  readonly customerId: string;
  readonly kind: ChangeKind;
  readonly cause: ChangeCause;
  readonly at: Date;
}

const findAll: Query = {
  name: 'live.changes',
  text: `MATCH (change:SegmentChange)
WHERE change.last > $after
RETURN change ORDER BY change.last LIMIT $first`,
};

const findOfSegment: Query = {
  name: 'live.changesOfSegment',
  text: `MATCH (change:SegmentChange)
WHERE change.segmentId = $segmentId AND change.last > $after
RETURN change ORDER BY change.last LIMIT $first`,
};

/** The changes after a number, of all segments or of one, in order. */
export async function readChanges(
  run: Run,
  { segmentId, after, first }: { readonly segmentId: string | null; readonly after: number; readonly first: number },
): Promise<SegmentChange[]> {
  const query = segmentId === null ? findAll : findOfSegment;
  const rows = await run<{ change: Row }>(query, { segmentId, after, first });
  return rows
    .flatMap(({ change }) => spread(change))
    .filter(({ number }) => number > after)
    .slice(0, first);
}

/** Those who moved at once are kept in one node. */
function spread(change: Row): SegmentChange[] {
  const first = readInteger(change, 'first');
  const shared = {
    segmentId: readText(change, 'segmentId'),
    kind: readChoice(change, 'kind', ['ENTERED', 'LEFT'] as const),
    cause: readChoice(change, 'cause', changeCauses),
    at: readInstant(change, 'at'),
  };
  return readTexts(change, 'customers').map((customerId, index) => ({ number: first + index, customerId, ...shared }));
}
