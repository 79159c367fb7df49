import type { Query } from '../../../platform/neo4j/database.ts';
import type { Run } from '../segments.store.ts';

const countMoves: Query = {
  name: 'segments.moves',
  text: `MATCH (change:SegmentChange)
WHERE change.segmentId = $segmentId AND change.last > 0 AND change.at <= $to
WITH change.kind AS kind, size([bound IN $bounds WHERE bound < change.at]) AS index, change.last - change.first + 1 AS moved
RETURN index, sum(CASE WHEN kind = 'ENTERED' THEN moved ELSE 0 END) AS entered, sum(CASE WHEN kind = 'LEFT' THEN moved ELSE 0 END) AS left
ORDER BY index`,
};

/** How many entered and left a segment up to each of some instants, counted from the one before; by the instant's index. */
export function readMoves(
  run: Run,
  segmentId: string,
  bounds: readonly Date[],
): Promise<{ index: number; entered: number; left: number }[]> {
  return run(countMoves, { segmentId, bounds, to: bounds.at(-1) });
}

const countRegions: Query = {
  name: 'segments.regions',
  text: `MATCH (customer)-[:MEMBER_OF]->(segment:Segment)
WHERE segment.id IN $ids
WITH customer, segment.id AS id ORDER BY id
WITH customer, collect(id) AS inside
RETURN inside, count(*) AS count ORDER BY inside`,
};

/** How many customers are in exactly each combination of some segments, by the ids in order. */
export function readRegions(run: Run, ids: readonly string[]): Promise<{ inside: string[]; count: number }[]> {
  return run(countRegions, { ids });
}
