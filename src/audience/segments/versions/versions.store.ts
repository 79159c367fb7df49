import { compositeKey } from '../../../platform/ids.ts';
import type { Query, Row, Transaction } from '../../../platform/neo4j/database.ts';
import { contentProperties } from '../segment-row.ts';
import type { Run } from '../segments.store.ts';
import { type VersionRow, versionFromNode } from './version-row.ts';

const create: Query = {
  name: 'segments.createVersions',
  text: `UNWIND $rows AS row
MATCH (segment:Segment {id: row.segmentId})
CREATE (segment)-[:HAS_VERSION]->(version:SegmentVersion)
SET version = row.properties`,
};

const publish: Query = {
  name: 'segments.publishVersion',
  text: `MATCH (version:SegmentVersion {key: $key})
SET version.publishedAt = $now, version.publishedBy = $author`,
};

const findOne: Query = {
  name: 'segments.version',
  text: 'MATCH (version:SegmentVersion {key: $key}) RETURN version',
};

// one more than the page, as the oldest of it is compared with the one before
const findPages: Query = {
  name: 'segments.versions',
  text: `UNWIND $ids AS id
CALL (id) {
  MATCH (:Segment {id: id})-[:HAS_VERSION]->(version:SegmentVersion)
  WHERE $before IS NULL OR version.number < $before
  RETURN version ORDER BY version.number DESC LIMIT $first + 1
}
RETURN id, version`,
};

const keyOf = (segmentId: string, number: number) => compositeKey(segmentId, String(number));

/** Stores versions of stored segments. */
export async function createVersions(transaction: Transaction, versions: readonly VersionRow[]): Promise<void> {
  const rows = versions.map((version) => {
    const { segmentId, number, savedAt, author, note, publishedAt, publishedBy, restores } = version;
    const stamp = { savedAt, author, note, publishedAt, publishedBy, restores };
    return {
      segmentId,
      properties: { key: keyOf(segmentId, number), number, ...contentProperties(version), ...stamp },
    };
  });
  if (rows.length > 0) await transaction.run(create, { rows });
}

/** Notes that a version came into force. */
export async function publishVersion(
  transaction: Transaction,
  segmentId: string,
  number: number,
  stamp: { readonly now: Date; readonly author: string | null },
): Promise<void> {
  await transaction.run(publish, { key: keyOf(segmentId, number), ...stamp });
}

/** One version, or null. */
export async function readVersion(run: Run, segmentId: string, number: number): Promise<VersionRow | null> {
  const [row] = await run<{ version: Row }>(findOne, { key: keyOf(segmentId, number) });
  return row ? versionFromNode(segmentId, row.version) : null;
}

/** Of each segment the newest versions below a number, and one more. */
export async function readVersions(
  run: Run,
  ids: readonly string[],
  page: { readonly first: number; readonly before: number | null },
): Promise<ReadonlyMap<string, readonly VersionRow[]>> {
  const versions = new Map<string, VersionRow[]>(ids.map((id) => [id, []]));
  const found = await run<{ id: string; version: Row }>(findPages, { ids: [...versions.keys()], ...page });
  for (const { id, version } of found) versions.get(id)?.push(versionFromNode(id, version));
  return versions;
}
