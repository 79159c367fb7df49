import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../../errors.ts';
import { verifyConnection } from '../connect.ts';
import { fetchJars } from './fetch-jars.ts';
import { type LaunchedServer, launch } from './launch.ts';
import { programs, requireJava } from './programs.ts';
import { readOrMakePassword, readState, removeState, type ServerState, writeState } from './state-file.ts';

/** What a local server needs to know. */
export interface LocalServerSettings {
  readonly dataDir: string;
  readonly heap: string;
  readonly boltPort: number;
  readonly cacheDir: string | null;
  readonly javaHome: string | null;
  /** Default 512m. */
  readonly pageCache?: string;
  /** Trades the speed of long queries for that of the start; default false. */
  readonly shortLived?: boolean;
}

/** A Neo4j of this data folder that answers. */
export interface LocalServer {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly pid: number;
  /** Whether this call started it; otherwise another process did and will end it. */
  readonly started: boolean;
  /** Ends a server that this call started; leaves any other alone. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 240_000;
const LOOK_AGAIN_MS = 200;
const LOOKS_BEFORE_LAUNCH = 10;

/**
 * The Neo4j of a data folder: the running one, else a new one for as long as this process lives. Of several processes that
 * try at once one starts it (a lock of the operating system decides) and the others wait for it.
 */
export async function joinOrStartLocalServer(settings: LocalServerSettings): Promise<LocalServer> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const running = await joinRunning(settings.dataDir);
    if (running) return running;
    const started = await start(settings);
    if (started) return started;
    for (let look = 0; look < LOOKS_BEFORE_LAUNCH && !(await readState(settings.dataDir)); look++)
      await sleep(LOOK_AGAIN_MS);
  }
  throw new DomainError(
    'SERVICE_UNAVAILABLE',
    `Another process holds the Neo4j in ${settings.dataDir}, but it does not answer. End that process and try again.`,
  );
}

async function joinRunning(dataDir: string): Promise<LocalServer | null> {
  const state = await readState(dataDir);
  if (!state) return null;
  const fault = await verifyConnection({ ...state, database: 'neo4j', queryTimeoutMs: 0 });
  return fault === null ? { ...state, started: false, stop: async () => {} } : null;
}

async function start(settings: LocalServerSettings): Promise<LocalServer | null> {
  const tools = programs(settings.javaHome);
  await requireJava(tools.java);
  const classPath = await fetchJars(tools, settings.cacheDir);
  const password = await readOrMakePassword(settings.dataDir);
  const server = await launch({
    java: tools.java,
    classPath,
    home: join(settings.dataDir, 'neo4j'),
    password,
    heap: settings.heap,
    pageCache: settings.pageCache ?? '1g',
    boltPort: settings.boltPort,
    shortLived: settings.shortLived ?? false,
  });
  if (!server) return null;
  const state: ServerState = {
    uri: server.uri,
    user: 'neo4j',
    password,
    pid: server.pid,
    startedAt: new Date().toISOString(),
  };
  try {
    await writeState(settings.dataDir, state);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...state, started: true, stop: () => stop(server, settings.dataDir) };
}

async function stop(server: LaunchedServer, dataDir: string): Promise<void> {
  await removeState(dataDir, server.pid);
  await server.stop();
}
