import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '../../src/platform/config.ts';
import { fetchJars } from '../../src/platform/neo4j/local/fetch-jars.ts';
import { joinOrStartLocalServer, type LocalServer } from '../../src/platform/neo4j/local/local-server.ts';
import { programs, requireJava } from '../../src/platform/neo4j/local/programs.ts';
import { claimKeptNeo4j } from './kept-neo4j.ts';

/** Where one worker's throw-away Neo4j is. */
export interface WorkerDatabase {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker. */
    workerDatabases: readonly WorkerDatabase[];
  }
}

/**
 * Starts a Neo4j with an empty temporary folder for each worker; it ends with the test run, however that ends. A run with one
 * worker takes the Neo4j that `npm run test:neo4j` keeps, if there is one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workers = await countWorkers(project);
  const kept = workers === 1 ? await claimKeptNeo4j() : null;
  if (kept) {
    project.provide('workerDatabases', [kept.database]);
    return kept.release;
  }
  const { cacheDir, javaHome } = readConfig().neo4j;
  const tools = programs(javaHome);
  await requireJava(tools.java);
  await fetchJars(tools, cacheDir);

  const folders: string[] = [];
  const servers: LocalServer[] = [];
  async function start(): Promise<void> {
    const dataDir = await mkdtemp(join(tmpdir(), 'customer-graph-test-'));
    folders.push(dataDir);
    const settings = { dataDir, cacheDir, javaHome, heap: '700m', pageCache: '64m', boltPort: 0, shortLived: true };
    servers.push(await joinOrStartLocalServer(settings));
  }
  async function teardown(): Promise<void> {
    await Promise.all(servers.map((server) => server.stop()));
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }

  const starts = await Promise.allSettled(Array.from({ length: workers }, start));
  const failed = starts.find((result) => result.status === 'rejected');
  if (failed) {
    await teardown();
    throw failed.reason;
  }
  project.provide(
    'workerDatabases',
    servers.map(({ uri, user, password }) => ({ uri, user, password })),
  );
  return teardown;
}

// A run of one file, as while writing it, needs one Neo4j only. Vitest keeps the names it was called with to itself; without
// them all files count, which is one server too many at worst.
async function countWorkers(project: TestProject): Promise<number> {
  const filters = Reflect.get(project.vitest, 'filenamePattern') as string[] | undefined;
  const { testFiles } = await project.globTestFiles(filters);
  return Math.max(1, Math.min(Number(project.config.maxWorkers ?? 2), testFiles.length));
}
