// The taxonomy, and tags given by hand; whom the end of a tag moves is found by the last of their ends.
CREATE CONSTRAINT tag_name IF NOT EXISTS FOR (node:Tag) REQUIRE node.name IS UNIQUE;
CREATE CONSTRAINT hand_tag_id IF NOT EXISTS FOR (node:HandTag) REQUIRE node.id IS UNIQUE;
CREATE INDEX customer_tags_end_at IF NOT EXISTS FOR (node:Customer) ON (node.tagsEndAt);
