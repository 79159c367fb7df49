import { readInteger, readOptionalInstant, readOptionalText, readText } from '../../../catalogue/read-properties.ts';
import type { Query, Row, Transaction } from '../../../platform/neo4j/database.ts';
import { type SegmentRow, segmentFromNode } from '../segment-row.ts';
import type { Run } from '../segments.store.ts';

/** How far stored membership has come. */
export interface LedgerState {
  /** Number of the last change; 0 before the first. */
  readonly last: number;
  /** Another number: segments were changed. */
  readonly revision: string;
  /** The instant up to which time was heeded; null before the first time. */
  readonly evaluatedAt: Date | null;
}

/** Locks the ledger, as `feed`, until the end of the transaction. */
export const lockClauses = `MERGE (feed:SegmentFeed {id: 'segments'})
ON CREATE SET feed.last = 0, feed.revision = ''
SET feed.id = feed.id`;

const lock: Query = {
  name: 'live.lock',
  text: `${lockClauses}
RETURN feed.last AS last, feed.revision AS revision, feed.evaluatedAt AS evaluatedAt`,
};

const readState: Query = {
  name: 'live.state',
  text: `OPTIONAL MATCH (feed:SegmentFeed {id: 'segments'})
RETURN coalesce(feed.last, 0) AS last, coalesce(feed.revision, '') AS revision, feed.evaluatedAt AS evaluatedAt,
  EXISTS { MATCH (:ChangeTrace) } AS waiting`,
};

/** The state out of a row of what `lockClauses` locked. */
export const stateOf = (row: Row): LedgerState => ({
  last: readInteger(row, 'last'),
  revision: readText(row, 'revision'),
  evaluatedAt: readOptionalInstant(row, 'evaluatedAt'),
});

/** Keeps everyone else from writing members or changing segments until the end of the transaction. */
export async function lockLedger(transaction: Transaction): Promise<LedgerState> {
  const [row] = await transaction.run(lock);
  return stateOf(row as Row);
}

/** The state, and whether traces wait, without keeping anyone from anything. */
export async function readLedger(run: Run): Promise<LedgerState & { readonly waiting: boolean }> {
  const [row] = await run(readState);
  return { ...stateOf(row as Row), waiting: row?.waiting === true };
}

const findSegments: Query = {
  name: 'live.segments',
  text: 'MATCH (segment:Segment) RETURN segment ORDER BY segment.name',
};

/** A segment with what its stored members were found by. */
export interface LedgerSegment {
  readonly row: SegmentRow;
  /** Fingerprint of the rule; null: nobody was ever stored, or everybody was taken out. */
  readonly evaluatedAs: string | null;
  /** The holdout that members were marked by. */
  readonly markedBy: string | null;
}

/** All segments, by name. */
export async function readLedgerSegments(run: Run): Promise<LedgerSegment[]> {
  const rows = await run<{ segment: Row }>(findSegments);
  return rows.map(({ segment }) => ({
    row: segmentFromNode(segment),
    evaluatedAs: readOptionalText(segment, 'evaluatedAs'),
    markedBy: readOptionalText(segment, 'markedBy'),
  }));
}
