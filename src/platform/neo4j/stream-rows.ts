import { isRetryableError, type Session } from 'neo4j-driver';
import { fromRecord } from './from-neo4j.ts';
import { mapError } from './map-error.ts';

/** One statement whose rows are read as they are wanted. */
export interface StreamedStatement {
  readonly openSession: () => Session;
  readonly query: string;
  readonly text: string;
  readonly parameters: Record<string, unknown>;
  readonly config: { readonly timeout: number; readonly metadata: object };
  readonly signal: AbortSignal | undefined;
  readonly onSend: () => void;
}

const ATTEMPTS = 3;

/** The rows, fetched in portions while the reader keeps up. A failure before the first row is tried again. */
export async function* streamRows<R>(statement: StreamedStatement): AsyncGenerator<R, void, void> {
  for (let attempt = 1; ; attempt++) {
    let started = false;
    try {
      for await (const row of readOnce<R>(statement)) {
        started = true;
        yield row;
      }
      return;
    } catch (error) {
      if (statement.signal?.aborted) throw statement.signal.reason;
      const again = !started && attempt < ATTEMPTS && error instanceof Error && isRetryableError(error);
      if (!again) throw mapError(error, statement.query);
    }
  }
}

async function* readOnce<R>(statement: StreamedStatement): AsyncGenerator<R, void, void> {
  statement.signal?.throwIfAborted();
  const session = statement.openSession();
  // Closing with the transaction open resets the connection: that is what ends it early in the database.
  const stop = () => void session.close().catch(() => {});
  statement.signal?.addEventListener('abort', stop, { once: true });
  let leave: (() => Promise<unknown> | undefined) | null = null;
  try {
    const transaction = await session.beginTransaction(statement.config);
    statement.onSend();
    const records = transaction.run(statement.text, statement.parameters)[Symbol.asyncIterator]();
    for (let next = await records.next(); !next.done; next = await records.next()) {
      statement.signal?.throwIfAborted();
      leave = () => records.return?.();
      yield fromRecord(next.value) as R;
      // Only a reader leaves: records that have failed would wait for ever for more.
      leave = null;
    }
    await transaction.commit();
  } finally {
    // Not `for await`: behind a reset it would send DISCARD into a connection that others use by then.
    if (!statement.signal?.aborted) await leave?.()?.catch(() => {});
    statement.signal?.removeEventListener('abort', stop);
    await session.close();
  }
}
