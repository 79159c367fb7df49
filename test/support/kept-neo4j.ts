import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '../../src/platform/neo4j/connect.ts';
import { readState } from '../../src/platform/neo4j/local/state-file.ts';
import { applyMigrations } from '../../src/platform/neo4j/migrations.ts';
import type { WorkerDatabase } from './global-setup.ts';

/** Where `npm run test:neo4j` keeps its data and its state, for this checkout only. */
export const KEPT_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/customer-graph-test', import.meta.url));
const claimFile = join(KEPT_FOLDER, 'claimed-by');

async function isClaimed(): Promise<boolean> {
  try {
    process.kill(Number(await readFile(claimFile, 'utf8')), 0);
    return true;
  } catch {
    await rm(claimFile, { force: true });
    return false;
  }
}

// A migration that was edited meanwhile is refused by a graph that knows it as it was.
async function takesMigrations(server: WorkerDatabase): Promise<boolean> {
  const database = connect({ ...server, database: 'neo4j', queryTimeoutMs: 0 });
  try {
    await applyMigrations(database);
    return true;
  } catch (error) {
    process.stderr.write(`The kept Neo4j is passed over, start it anew: ${(error as Error).message}\n`);
    return false;
  } finally {
    await database.close();
  }
}

/** The kept Neo4j, for this test run alone until `release`; null when none fits or another run has it. */
export async function claimKeptNeo4j(): Promise<{ database: WorkerDatabase; release(): Promise<void> } | null> {
  const database = await readState(KEPT_FOLDER);
  if (!database || (await isClaimed()) || !(await takesMigrations(database))) return null;
  try {
    await writeFile(claimFile, String(process.pid), { flag: 'wx' });
  } catch {
    return null;
  }
  return { database, release: () => rm(claimFile, { force: true }) };
}
