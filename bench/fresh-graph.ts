import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/platform/config.ts';
import { createLogger } from '../src/platform/log.ts';
import { applyMigrations } from '../src/platform/neo4j/migrations.ts';
import { type OpenDatabase, openDatabase } from '../src/platform/neo4j/open-database.ts';

/** Runs work on a fresh local Neo4j with our constraints and indexes, and throws its data away. */
export async function onFreshGraph<T>(work: (opened: OpenDatabase, dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'customer-graph-bench-'));
  const config = { ...readConfig({ NEO4J_HEAP: '2g', LOG_LEVEL: 'warn' }), dataDir };
  const opened = await openDatabase(config, createLogger(config));
  try {
    await applyMigrations(opened.database);
    return await work(opened, dataDir);
  } finally {
    await opened.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
