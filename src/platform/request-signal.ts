import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from './neo4j/database.ts';

interface Scope {
  signal: AbortSignal | undefined;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs the work of a request: what it reads through a database made by `heedSignal` ends when the signal aborts. */
export function runWithSignal<T>(signal: AbortSignal, work: () => T): T {
  return scopes.run({ signal }, work);
}

/** From here on the request is finished even if its caller goes away: for work that writes. */
export function ignoreSignal(): void {
  const scope = scopes.getStore();
  if (scope) scope.signal = undefined;
}

/** The same database, whose reads end when the request that they belong to is given up. Writes always run to their end. */
export function heedSignal(database: Database): Database {
  const signal = () => scopes.getStore()?.signal;
  return {
    ...database,
    read: (query, parameters, options) => database.read(query, parameters, { signal: signal(), ...options }),
    readTransaction: (name, work, options) => database.readTransaction(name, work, { signal: signal(), ...options }),
    plan: (query, parameters, options) => database.plan(query, parameters, { signal: signal(), ...options }),
    stream: (query, parameters, options) => database.stream(query, parameters, { signal: signal(), ...options }),
  };
}
