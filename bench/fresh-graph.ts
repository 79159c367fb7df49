import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver, type Config as DriverConfig } from 'neo4j-driver';
import { type Application, createApplication } from '../src/application.ts';
import type { Clock } from '../src/platform/clock.ts';
import { type Config, readConfig } from '../src/platform/config.ts';
import { createLogger } from '../src/platform/log.ts';
import type { Database } from '../src/platform/neo4j/database.ts';
import { readState } from '../src/platform/neo4j/local/state-file.ts';
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

/** The whole application on a graph that is there, with default settings but these. */
export function applicationOn(database: Database, clock: Clock, settings: Partial<Config> = {}): Application {
  const config = { ...readConfig({ LOG_LEVEL: 'warn' }), ...settings };
  return createApplication({ config, database, clock, log: createLogger(config) });
}

/** A driver without anything of ours, to the graph of a folder. */
export async function plainDriver(dataDir: string, config: DriverConfig = {}): Promise<Driver> {
  const state = await readState(dataDir);
  if (!state) throw new Error('The local Neo4j left no state file.');
  // as ours: neither side pays for warnings that nobody reads
  const notificationFilter = { minimumSeverityLevel: neo4j.notificationFilterMinimumSeverityLevel.OFF };
  return neo4j.driver(state.uri, neo4j.auth.basic(state.user, state.password), { notificationFilter, ...config });
}
