import { type Application, createApplication } from '../../application.ts';
import { systemClock } from '../../platform/clock.ts';
import { readConfig } from '../../platform/config.ts';
import { createLogger } from '../../platform/log.ts';
import { applyMigrations } from '../../platform/neo4j/migrations.ts';
import { openDatabase } from '../../platform/neo4j/open-database.ts';
import { exitCodes, InterruptedError } from './exit-codes.ts';

/**
 * Runs a command on the graph: the one of NEO4J_URI, the local one that is running, or a local one started for the
 * duration of the command. Ctrl-C ends the work through the signal, and the graph is closed before the process goes; a second one
 * waits for nothing.
 */
export async function withApplication<T>(
  work: (application: Application, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  const log = createLogger({ ...config, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel });
  const interrupted = new AbortController();
  const interrupt = () => {
    // a local Neo4j ends with the process that started it
    if (interrupted.signal.aborted) process.exit(exitCodes.interrupted);
    interrupted.abort(new InterruptedError());
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const { database, close } = await openDatabase(config, log);
  try {
    interrupted.signal.throwIfAborted();
    await applyMigrations(database);
    const application = createApplication({ config, database, clock: systemClock, log });
    try {
      return await work(application, interrupted.signal);
    } finally {
      await application.settle();
    }
  } finally {
    await close();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
