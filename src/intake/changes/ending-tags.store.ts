import type { Query, Transaction } from '../../platform/neo4j/database.ts';

// Whoever compiled a rule on such a tag before, compiles it anew: the revision is what those look at who keep rules in memory.
const register: Query = {
  name: 'tags.registerEnding',
  text: `
UNWIND $names AS name
MERGE (tag:Tag {name: name})
WITH tag WHERE tag.ends IS NULL
SET tag.ends = true
WITH count(*) AS registered WHERE registered > 0
MATCH (feed:SegmentFeed {id: 'segments'})
SET feed.revision = randomUUID()`,
};

/** Notes that objects have these tags by hand or for a time: rules on other tags need not ask for ends. */
export async function registerEndingTags(transaction: Transaction, names: Iterable<string>): Promise<void> {
  const sorted = [...new Set(names)].sort();
  if (sorted.length > 0) await transaction.run(register, { names: sorted });
}
