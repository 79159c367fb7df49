// The record of what left the graph: who took which customers, when, and how it ended.
CREATE CONSTRAINT export_id IF NOT EXISTS FOR (node:Export) REQUIRE node.id IS UNIQUE;
CREATE INDEX export_started_at IF NOT EXISTS FOR (node:Export) ON (node.startedAt);
