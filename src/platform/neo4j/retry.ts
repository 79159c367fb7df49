import { setTimeout as pause } from 'node:timers/promises';
import { isRetryableError, type Session, type Transaction } from 'neo4j-driver';

/** Deadlocks pass as soon as the others are done; a server that is away may stay away. */
const PATIENCE_MS = { deadlock: 120_000, unavailable: 30_000 };
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 2_000;

type Config = Parameters<Session['beginTransaction']>[0];

const patienceWith = (error: unknown): number => {
  if (!(error instanceof Error) || !isRetryableError(error)) return 0;
  const isTransient = 'code' in error && String(error.code).startsWith('Neo.TransientError');
  return isTransient ? PATIENCE_MS.deadlock : PATIENCE_MS.unavailable;
};

async function attempt<T>(
  session: Session,
  config: Config,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  // not waited for: BEGIN travels with the first statement, which fails with it
  const transaction: Transaction = session.beginTransaction(config);
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    // What failed is what the caller must hear of.
    if (transaction.isOpen()) await transaction.rollback().catch(() => undefined);
    throw error;
  }
}

/**
 * Runs a writing transaction, again after a deadlock or a lost connection. The driver would wait a second, then two, four,
 * …, which is too seldom where many write to the same customers: here pauses begin short and are spread by chance.
 */
export async function writeWithRetries<T>(
  session: Session,
  config: Config,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  let firstFailure: number | null = null;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await attempt(session, config, work);
    } catch (error) {
      firstFailure ??= performance.now();
      if (performance.now() - firstFailure >= patienceWith(error)) throw error;
      await pause(pauseMs * (0.5 + Math.random()));
    }
  }
}
