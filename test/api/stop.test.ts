import { describe, expect, test } from 'vitest';
import { type Application, createApplication } from '../../src/application.ts';
import { createApiServer } from '../../src/entry/api/server.ts';
import type { Database, Query } from '../../src/platform/neo4j/database.ts';
import { heedSignal } from '../../src/platform/request-signal.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

/** Counts on for about a second (or for minutes), which no index makes faster. */
const counting = (name: string, to: number): Query => ({
  name,
  text: `UNWIND range(1, ${to}) AS number WITH number WHERE number % 7 = 0 RETURN count(number) AS count`,
});

/** The application with one service that takes its time in the graph. */
function slowApplication(query: Query): Application {
  const database = heedSignal(app.database);
  const slowly = async <T>(result: T): Promise<T> => {
    await database.read(query, {}, { timeoutMs: 120_000 });
    return result;
  };
  const { stores, segments } = app.application;
  return {
    ...app.application,
    stores: { ...stores, storesByCode: (codes) => slowly(codes.map(() => null)) },
    segments: { ...segments, delete: (id) => slowly(id) },
  };
}

function post(address: string, query: string, signal?: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }), signal });
}

async function isRunning(query: Query): Promise<boolean> {
  const rows = await app.database.read({
    name: 'test.transactions',
    text: `SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH '/* ${query.name} */' RETURN currentQuery`,
  });
  return rows.length > 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come about within ten seconds.');
}

/** Asks, goes away as soon as the graph works on the answer, and waits until it does so no longer. */
async function goAway(application: Application, query: Query, asked: string): Promise<void> {
  const server = await createApiServer(application);
  try {
    const caller = new AbortController();
    const answer = post(await server.listen(), asked, caller.signal).catch(() => 'gone');
    await until(() => isRunning(query));
    caller.abort();
    expect(await answer).toBe('gone');
    await until(async () => !(await isRunning(query)));
  } finally {
    await server.stop();
  }
}

describe('a caller who goes away', () => {
  test('ends the reading in the graph too', async () => {
    const query = counting('test.endless', 100_000_000_000);
    await goAway(slowApplication(query), query, '{ store(code: "x") { code } }');
  });
});

describe('a preview that takes too long', () => {
  test('is ended in the graph by whoever asked for it', async () => {
    const query = counting('segments.preview', 100_000_000_000);
    const slow: Database = {
      ...app.database,
      read: (asked, parameters, options) =>
        app.database.read(asked.name === query.name ? query : asked, parameters, { ...options, timeoutMs: 120_000 }),
    };
    const application = createApplication({ ...app.application, database: slow });
    await goAway(application, query, '{ previewSegment(rule: "purchases") { count } }');
  });
});

describe('stopping', () => {
  test('finishes what runs and takes nothing new', async () => {
    const query = counting('test.aWhile', 3_000_000);
    const server = await createApiServer(slowApplication(query));
    const address = await server.listen();
    const answer = post(address, 'mutation { deleteSegment(id: "seg_1") }');
    await until(() => isRunning(query));
    const stopped = server.stop();
    expect(await (await answer).json()).toEqual({ data: { deleteSegment: 'seg_1' } });
    await stopped;
    await expect(fetch(`${address}/livez`)).rejects.toThrow('fetch failed');
  });
});
