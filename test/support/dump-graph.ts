import type { Database, Query } from '../../src/platform/neo4j/database.ts';

const nodes: Query = {
  name: 'test.allNodes',
  text: `MATCH (node) WHERE NOT node:Migration AND NOT node:MigrationLock
RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties ORDER BY id`,
};
const relationships: Query = {
  name: 'test.allRelationships',
  text: `MATCH (one)-[tie]->(other)
RETURN elementId(tie) AS id, type(tie) AS type, properties(tie) AS properties, elementId(one) AS one, elementId(other) AS other
ORDER BY id`,
};

/** Every node and relationship as it is: two dumps are equal only if nothing changed between them. */
export async function dumpGraph(database: Database) {
  return { nodes: await database.read(nodes), relationships: await database.read(relationships) };
}
