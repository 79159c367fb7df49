import { afterAll, beforeAll, inject } from 'vitest';
import { connect } from '../../src/platform/neo4j/connect.ts';
import type { Database, Query } from '../../src/platform/neo4j/database.ts';
import { applyMigrations } from '../../src/platform/neo4j/migrations.ts';
import type { WorkerDatabase } from './global-setup.ts';

const QUERY_TIMEOUT_MS = 60_000;

// In portions, as one transaction over everything would not fit into the small heap.
const deletePortion: Query = {
  name: 'test.wipe',
  text: `MATCH (node) WHERE NOT node:Migration AND NOT node:MigrationLock
    WITH node LIMIT 20000 DETACH DELETE node RETURN count(*) AS deleted`,
};

/** How to reach this worker's own throw-away Neo4j. */
export function workerDatabase(): WorkerDatabase {
  const databases = inject('workerDatabases');
  const worker = (Number(process.env.VITEST_POOL_ID) || 1) - 1;
  return databases[worker % databases.length] as WorkerDatabase;
}

/** A connection to this worker's Neo4j, with the migrations applied and nothing in it when the file's tests begin. */
export function useDatabase(): Database {
  const database = connect({ ...workerDatabase(), database: 'neo4j', queryTimeoutMs: QUERY_TIMEOUT_MS });
  beforeAll(async () => {
    await applyMigrations(database);
    await wipe(database);
  });
  afterAll(() => database.close());
  return database;
}

/** Deletes everything but the record of the migrations. */
export async function wipe(database: Database): Promise<void> {
  for (;;) {
    const [row] = await database.write<{ deleted: number }>(deletePortion);
    if (!row || row.deleted === 0) return;
  }
}
