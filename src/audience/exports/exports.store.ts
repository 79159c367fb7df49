import type { Database, Parameters, Query } from '../../platform/neo4j/database.ts';

const create: Query = { name: 'exports.create', text: 'CREATE (export:Export) SET export = $properties' };
const update: Query = {
  name: 'exports.update',
  text: 'MATCH (export:Export {id: $id}) SET export += $properties',
};

/** Remembers that an export began. */
export async function createExport(database: Database, properties: Parameters): Promise<void> {
  await database.write(create, { properties });
}

/** Remembers how far an export came. */
export async function updateExport(database: Database, id: string, properties: Parameters): Promise<void> {
  await database.write(update, { id, properties });
}
