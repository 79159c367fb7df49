// Blocks of records that may be alike, and how far comparing has come.
CREATE CONSTRAINT match_key_key IF NOT EXISTS FOR (node:MatchKey) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT matching_state_id IF NOT EXISTS FOR (node:MatchingState) REQUIRE node.id IS UNIQUE;

// The list of possible matches, the likeliest first.
CREATE INDEX possible_match_score IF NOT EXISTS FOR ()-[match:POSSIBLE_MATCH]-() ON (match.scoreMillionths);

// The list reads its rows off the relationship alone.
MATCH (one:Customer)-[match:POSSIBLE_MATCH]->(other:Customer) SET match.one = one.id, match.other = other.id;
