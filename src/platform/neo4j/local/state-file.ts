import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const state = z.object({
  uri: z.string(),
  user: z.string(),
  password: z.string(),
  pid: z.int().positive(),
  startedAt: z.string(),
});

/** How to reach the Neo4j that serves a data folder; `pid` is that of its Java process. */
export type ServerState = z.infer<typeof state>;

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** The state that a running server left, or null when there is none or its process is gone. */
export async function readState(dataDir: string): Promise<ServerState | null> {
  try {
    const found = state.parse(JSON.parse(await readFile(stateFile(dataDir), 'utf8')));
    return isAlive(found.pid) ? found : null;
  } catch {
    return null;
  }
}

/** Leaves the state for other processes; readable by this user only, and never half-written. */
export async function writeState(dataDir: string, next: ServerState): Promise<void> {
  const beside = `${stateFile(dataDir)}.${process.pid}`;
  await writeFile(beside, `${JSON.stringify(next, null, 2)}\n`, { mode: PRIVATE_FILE });
  await rename(beside, stateFile(dataDir));
}

/** Takes the state of the server with this pid away; that of a newer server stays. */
export async function removeState(dataDir: string, pid: number): Promise<void> {
  try {
    const found = JSON.parse(await readFile(stateFile(dataDir), 'utf8')) as Partial<ServerState>;
    if (found.pid === pid) await rm(stateFile(dataDir), { force: true });
  } catch {
    // Nothing there, or nothing that anyone could use.
  }
}

/** The password of the data folder, made up when the folder is new. */
export async function readOrMakePassword(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: PRIVATE_FOLDER });
  const file = join(dataDir, 'neo4j-password');
  try {
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: PRIVATE_FILE, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

function stateFile(dataDir: string): string {
  return join(dataDir, 'neo4j.json');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
