import type { Session } from 'neo4j-driver';

/**
 * Runs work that a signal may end: closing the session resets its connection, which ends the transaction in the database.
 * After an abort the reason is thrown at once, as the driver leaves a retry that it was waiting for unsettled.
 */
export async function untilAborted<T>(
  signal: AbortSignal | undefined,
  session: Pick<Session, 'close'> | null,
  work: () => Promise<T>,
): Promise<T> {
  if (!signal) return work();
  signal.throwIfAborted();
  let stop: () => void = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      const end = session ? session.close() : Promise.resolve();
      end.catch(() => {}).finally(() => reject(signal.reason));
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  const working = work();
  try {
    return await Promise.race([working, aborted]);
  } catch (error) {
    working.catch(() => {});
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
