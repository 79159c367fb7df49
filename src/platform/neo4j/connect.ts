import { setImmediate } from 'node:timers/promises';
import neo4j, { type Driver, isRetryableError, type ManagedTransaction, type Session } from 'neo4j-driver';
import { messageOf } from '../errors.ts';
import type { Database, Parameters, Query, Row, RunOptions, StatementListener, Transaction } from './database.ts';
import { fromRecord } from './from-neo4j.ts';
import { mapError } from './map-error.ts';
import { fromPlan } from './query-plan.ts';
import { writeWithRetries } from './retry.ts';
import { streamRows } from './stream-rows.ts';
import { toParameters } from './to-neo4j.ts';
import { untilAborted } from './until-aborted.ts';
import { withoutStack } from './without-stack.ts';

/** Where a database is, how to get in, and how long a query may take. */
export interface ConnectionSettings {
  readonly uri: string;
  readonly user: string;
  /** Null connects without credentials. */
  readonly password: string | null;
  readonly database: string;
  readonly queryTimeoutMs: number;
}

/** A single statement on its way; listeners hear of the parameters as they were before conversion. */
interface SentStatement {
  readonly query: Query;
  readonly announced: Parameters;
  readonly converted: Record<string, unknown>;
  readonly config: { readonly timeout: number; readonly metadata: object };
  readonly signal: AbortSignal | undefined;
}

/** A transaction of the driver, managed by it or by us. */
type Runner = Pick<ManagedTransaction, 'run'>;

const LEAST_WRITE_TIMEOUT_MS = 120_000;
const STREAM_TIMEOUT_MS = 3_600_000;
const ROWS_PER_PORTION = 1_000;

/** One pooled driver for the process. It connects when first used; `verifyConnection` tells at once whether it can. */
export function connect(settings: ConnectionSettings): Database {
  const driver = createDriver(settings);
  // Shared by all sessions, so that whoever wrote reads what was written, also from another member of a cluster.
  const bookmarkManager = neo4j.bookmarkManager();
  const listeners = new Set<StatementListener>();
  let writes = 0;
  const timeouts = {
    READ: settings.queryTimeoutMs,
    WRITE: Math.max(settings.queryTimeoutMs, LEAST_WRITE_TIMEOUT_MS),
  };

  function announce(query: Query, parameters: Parameters): void {
    for (const listener of listeners) listener(query, parameters);
  }

  function openSession(mode: 'READ' | 'WRITE'): Session {
    return driver.session({
      database: settings.database,
      defaultAccessMode: mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager,
    });
  }

  function transactionConfig(name: string, timeoutMs: number) {
    return { timeout: timeoutMs, metadata: { app: 'customer-graph', query: name } };
  }

  async function runOne<R>(mode: 'READ' | 'WRITE', query: Query, parameters: Parameters, options: RunOptions) {
    const sent = {
      query,
      announced: parameters,
      converted: toParameters(parameters),
      config: transactionConfig(query.name, options.timeoutMs ?? timeouts[mode]),
      signal: options.signal,
    };
    try {
      if (mode === 'WRITE') return await runPatiently<R>(mode, sent);
      return await runAtOnce<R>(sent).catch((error) => {
        if (error instanceof Error && isRetryableError(error)) return runPatiently<R>(mode, sent);
        throw error;
      });
    } catch (error) {
      throw mapError(error, query.name);
    }
  }

  // A statement that commits by itself takes one round trip; the driver does not send it again when it fails.
  async function runAtOnce<R>({ query, announced, converted, config, signal }: SentStatement): Promise<R[]> {
    signal?.throwIfAborted();
    const session = openSession('READ');
    try {
      announce(query, announced);
      const run = () => withoutStack(() => session.run(textOf(query), converted, config));
      const { records } = await untilAborted(signal, session, run);
      return records.map(fromRecord) as R[];
    } finally {
      await session.close();
    }
  }

  /** Counts a write at both ends: whoever reads while it runs reads again. */
  async function countWrite<T>(run: () => Promise<T>): Promise<T> {
    writes++;
    try {
      return await run();
    } finally {
      writes++;
    }
  }

  async function planOf(query: Query, parameters: Parameters, options: RunOptions & { readonly run: boolean }) {
    const session = openSession('READ');
    const config = transactionConfig(query.name, options.timeoutMs ?? timeouts.READ);
    const text = `${options.run ? 'PROFILE' : 'EXPLAIN'} ${textOf(query)}`;
    try {
      announce(query, parameters);
      const { summary } = await untilAborted(options.signal, session, () =>
        session.run(text, toParameters(parameters), config),
      );
      const plan = summary.profile || summary.plan;
      if (!plan) throw new Error(`The database gave no plan for ${query.name}.`);
      return fromPlan(plan);
    } catch (error) {
      throw mapError(error, query.name);
    } finally {
      await session.close();
    }
  }

  // The driver sends BEGIN and the statement together, and all of it again after a transient failure.
  function runPatiently<R>(mode: 'READ' | 'WRITE', { query, announced, converted, config, signal }: SentStatement) {
    const run = () =>
      driver.executeQuery(textOf(query), converted, {
        database: settings.database,
        routing: mode,
        bookmarkManager,
        signal,
        transactionConfig: config,
        resultTransformer: (result) => {
          announce(query, announced);
          return result.then(({ records }) => records.map(fromRecord) as R[]);
        },
      });
    return untilAborted(signal, null, run);
  }

  async function runTransaction<T>(
    mode: 'READ' | 'WRITE',
    name: string,
    work: (transaction: Transaction) => Promise<T>,
    options: RunOptions,
  ): Promise<T> {
    const session = openSession(mode);
    const config = transactionConfig(name, options.timeoutMs ?? timeouts[mode]);
    const managed = (transaction: Runner) => work(wrap(transaction));
    try {
      return await untilAborted(options.signal, session, () =>
        mode === 'READ' ? session.executeRead(managed, config) : writeWithRetries(session, config, managed),
      );
    } catch (error) {
      throw mapError(error, name);
    } finally {
      await session.close();
    }
  }

  function wrap(transaction: Runner): Transaction {
    return {
      async run<R = Row>(query: Query, parameters: Parameters = {}) {
        const converted = toParameters(parameters);
        announce(query, parameters);
        const { records } = await withoutStack(() => transaction.run(textOf(query), converted));
        return records.map(fromRecord) as R[];
      },
      async runRows<R = Row>(query: Query, rows: readonly unknown[], parameters: Parameters = {}) {
        const portions: Promise<R[]>[] = [];
        for (let from = 0; from < rows.length; from += ROWS_PER_PORTION) {
          const portion = this.run<R>(query, { ...parameters, rows: rows.slice(from, from + ROWS_PER_PORTION) });
          // The first failure is thrown below; the rest fail with it.
          portion.catch(() => undefined);
          portions.push(portion);
          await setImmediate();
        }
        return (await Promise.all(portions)).flat();
      },
    };
  }

  return {
    read: <R = Row>(query: Query, parameters: Parameters = {}, options: RunOptions = {}) =>
      runOne<R>('READ', query, parameters, options),
    write: <R = Row>(query: Query, parameters: Parameters = {}, options: RunOptions = {}) =>
      countWrite(() => runOne<R>('WRITE', query, parameters, options)),
    readTransaction: (name, work, options = {}) => runTransaction('READ', name, work, options),
    writeTransaction: (name, work, options = {}) => countWrite(() => runTransaction('WRITE', name, work, options)),
    stream: <R = Row>(query: Query, parameters: Parameters = {}, options: RunOptions = {}) =>
      streamRows<R>({
        openSession: () => openSession('READ'),
        query: query.name,
        text: textOf(query),
        parameters: toParameters(parameters),
        config: transactionConfig(query.name, options.timeoutMs ?? STREAM_TIMEOUT_MS),
        signal: options.signal,
        onSend: () => announce(query, parameters),
      }),
    plan: planOf,
    writesSoFar: () => writes,
    observe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => driver.close(),
  };
}

/** Null when the database answers these credentials, else what is wrong, in words. */
export async function verifyConnection(settings: ConnectionSettings): Promise<string | null> {
  const driver = createDriver(settings);
  try {
    await driver.verifyConnectivity({ database: settings.database });
    return null;
  } catch (error) {
    return messageOf(error);
  } finally {
    await driver.close();
  }
}

function createDriver(settings: ConnectionSettings): Driver {
  const token = settings.password === null ? undefined : neo4j.auth.basic(settings.user, settings.password);
  return neo4j.driver(settings.uri, token, {
    useBigInt: true,
    userAgent: 'customer-graph',
    connectionAcquisitionTimeout: 5_000,
    connectionTimeout: 4_000,
    maxTransactionRetryTime: 30_000,
    maxConnectionPoolSize: 50,
    connectionLivenessCheckTimeout: 60_000,
    fetchSize: 2_000,
    telemetryDisabled: true,
    // else each answer carries a warning for each name that this graph does not hold yet, often more than its rows
    notificationFilter: { minimumSeverityLevel: neo4j.notificationFilterMinimumSeverityLevel.OFF },
  });
}

// The comment is part of the text that the plan cache knows a query by, so it must not vary.
function textOf(query: Query): string {
  return `/* ${query.name} */ ${query.text}`;
}
