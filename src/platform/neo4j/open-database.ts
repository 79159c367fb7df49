import type { Config } from '../config.ts';
import { ConfigError, DomainError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { type ConnectionSettings, connect, verifyConnection } from './connect.ts';
import type { Database } from './database.ts';
import { joinOrStartLocalServer } from './local/local-server.ts';

/** A database that answers, and the way to leave it: close() also ends a local Neo4j that was started for it. */
export interface OpenDatabase {
  readonly database: Database;
  /** Where it is, without credentials. */
  readonly uri: string;
  /** Whether a local Neo4j was started for this process. */
  readonly started: boolean;
  close(): Promise<void>;
}

/**
 * Connects to NEO4J_URI, else to the local Neo4j that another process runs in DATA_DIR, else starts one.
 * Throws ConfigError for refused credentials, SERVICE_UNAVAILABLE when nothing answers, MissingProgramError without Java.
 */
export async function openDatabase(config: Config, log: Logger): Promise<OpenDatabase> {
  const { neo4j, dataDir, queryTimeoutMs } = config;
  if (neo4j.uri !== null) {
    const settings = { ...neo4j, uri: neo4j.uri, queryTimeoutMs };
    await checkConnection(settings);
    log.info({ uri: neo4j.uri }, 'connected to Neo4j');
    const database = connect(settings);
    return { database, uri: neo4j.uri, started: false, close: () => database.close() };
  }

  const startedAt = Date.now();
  const server = await joinOrStartLocalServer({ ...neo4j, dataDir });
  const milliseconds = Date.now() - startedAt;
  log.info({ uri: server.uri, milliseconds }, server.started ? 'started a local Neo4j' : 'joined the local Neo4j');
  const { uri, user, password } = server;
  const database = connect({ uri, user, password, database: 'neo4j', queryTimeoutMs });
  async function close(): Promise<void> {
    await database.close();
    await server.stop();
  }
  return { database, uri, started: server.started, close };
}

async function checkConnection(settings: ConnectionSettings): Promise<void> {
  const fault = await verifyConnection(settings);
  if (fault === null) return;
  if (/unauthorized|authentication|credentials/i.test(fault)) {
    throw new ConfigError('NEO4J_PASSWORD', `${settings.uri} refused user ${settings.user}: ${fault}`);
  }
  throw new DomainError('SERVICE_UNAVAILABLE', `No Neo4j answers at ${settings.uri}: ${fault}`);
}
