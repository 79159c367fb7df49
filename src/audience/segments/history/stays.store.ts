import { readChoice, readInstant, readText } from '../../../catalogue/read-properties.ts';
import type { Query, Row } from '../../../platform/neo4j/database.ts';
import { boundOf, type Wanted } from '../../../profile/timeline/entry.ts';
import { type ChangeCause, type ChangeKind, changeCauses } from '../live/members.store.ts';
import { type SegmentRow, segmentFromNode } from '../segment-row.ts';
import type { Run } from '../segments.store.ts';

/** A customer entered or left a segment, as stored. */
export interface StoredMove {
  readonly kind: ChangeKind;
  readonly at: Date;
  readonly cause: ChangeCause;
  /** Id of the customer at that time: the one that is asked for, or one that became part of it. */
  readonly memberId: string;
  /** Tells it from others of that instant in the same segment, what came later first. */
  readonly key: string;
}

// Stays remain with whom they were of, so those of customers that became part of this one are found through it. Of one instant: who came
// to stay, who left at once, who came to leave at once, who left after a while.
const moves = `MATCH (:Customer {id: wanted.id})<-[:MERGED_INTO*0..]-(member)-[stay:MEMBER_OF|WAS_MEMBER_OF]->(segment:Segment)`;
const listMoves = `WITH member, stay, segment, coalesce(stay.leftAt = stay.enteredAt, false) AS isBrief
  UNWIND [
    {kind: 'ENTERED', at: stay.enteredAt, cause: stay.enteredBy, place: CASE WHEN isBrief THEN '2' ELSE '0' END},
    {kind: 'LEFT', at: stay.leftAt, cause: stay.leftBy, place: CASE WHEN isBrief THEN '1' ELSE '3' END}
  ] AS move
  WITH DISTINCT segment, member.id AS memberId, move, segment.id + ' ' + move.place + ' ' + move.cause + ' ' + member.id AS key
  WHERE move.at IS NOT NULL`;

const findPages: Query = {
  name: 'timeline.segments',
  text: `UNWIND $wanted AS wanted
CALL (wanted) {
  ${moves}
  ${listMoves}
    AND (wanted.at IS NULL OR move.at < wanted.at OR (move.at = wanted.at AND key > wanted.key))
  WITH segment, memberId, move, key ORDER BY move.at DESC, key LIMIT $limit
  RETURN segment, memberId, move, key
}
RETURN wanted.position AS position, segment, memberId, move.kind AS kind, move.at AS at, move.cause AS cause, key`,
};

/** A move with its segment. */
export interface SegmentMove extends StoredMove {
  readonly segment: SegmentRow;
}

/** Of each customer the moves beyond its place, newest first, so many at most; one list for each, in that order. One statement. */
export async function readMovePages(run: Run, wanted: readonly Wanted[], limit: number): Promise<SegmentMove[][]> {
  const rows = await run<Row & { position: number; segment: Row }>(findPages, {
    wanted: wanted.map(({ id, after }, position) => ({ position, id, ...boundOf('SEGMENT', after) })),
    limit,
  });
  const pages = wanted.map((): SegmentMove[] => []);
  for (const row of rows) pages[row.position]?.push({ ...moveOf(row), segment: segmentFromNode(row.segment) });
  return pages;
}

// A segment that ever was in force under another rule has stays that tell of that one.
const findUnderRules: Query = {
  name: 'timeline.ruleTags',
  text: `UNWIND $ids AS id
WITH {id: id} AS wanted
CALL (wanted) {
  ${moves}
  WHERE segment.rule IN $rules
    AND NOT EXISTS { (segment)-[:HAS_VERSION]->(version) WHERE version.publishedAt IS NOT NULL AND version.rule <> segment.rule }
  ${listMoves}
  RETURN segment, memberId, move, key
}
RETURN wanted.id AS id, segment.rule AS rule, memberId, move.kind AS kind, move.at AS at, move.cause AS cause, key`,
};

/** A move with the canonical text of what its segment always asked for. */
export interface RuleMove extends StoredMove {
  readonly rule: string;
}

/** Moves of customers in segments whose rule is one of these and never was another, by customer id. One statement. */
export async function readMovesUnder(
  run: Run,
  ids: readonly string[],
  rules: readonly string[],
): Promise<ReadonlyMap<string, readonly RuleMove[]>> {
  const found = new Map<string, RuleMove[]>(ids.map((id) => [id, []]));
  for (const row of await run(findUnderRules, { ids: [...found.keys()], rules }))
    found.get(readText(row, 'id'))?.push({ ...moveOf(row), rule: readText(row, 'rule') });
  return found;
}

const moveOf = (row: Row): StoredMove => ({
  kind: readChoice(row, 'kind', ['ENTERED', 'LEFT']),
  at: readInstant(row, 'at'),
  cause: readChoice(row, 'cause', changeCauses),
  memberId: readText(row, 'memberId'),
  key: readText(row, 'key'),
});
