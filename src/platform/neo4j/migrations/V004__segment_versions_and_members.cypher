// The versions of a segment, the ledger of who entered and left, and the one node behind which its writers queue.
CREATE CONSTRAINT segment_version_key IF NOT EXISTS FOR (node:SegmentVersion) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT segment_feed_id IF NOT EXISTS FOR (node:SegmentFeed) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT segment_change_first IF NOT EXISTS FOR (node:SegmentChange) REQUIRE node.first IS UNIQUE;
CREATE INDEX segment_change_last IF NOT EXISTS FOR (node:SegmentChange) ON (node.last);
CREATE INDEX segment_change_of_segment IF NOT EXISTS FOR (node:SegmentChange) ON (node.segmentId, node.last);

// What was saved before there were versions is in force, as its first version.
MATCH (segment:Segment)
WHERE segment.status IS NULL
SET segment.status = 'PUBLISHED', segment.version = 1, segment.latestVersion = 1, segment.publishedAt = segment.updatedAt
CREATE (segment)-[:HAS_VERSION]->(:SegmentVersion {key: segment.id + '|1', number: 1, name: segment.name,
  description: segment.description, rule: segment.rule, savedAt: segment.updatedAt, publishedAt: segment.updatedAt});
