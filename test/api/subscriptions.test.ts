import { type Client, createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createApplication } from '../../src/application.ts';
import { createApiServer } from '../../src/entry/api/server.ts';
import { createLogger } from '../../src/platform/log.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const { live } = app.application;
const clients: Client[] = [];

interface Told {
  cursor: string;
  kind: string;
  segment: { name: string; size: number };
  customer: { displayName: string };
}

async function connect(url?: string, connectionParams?: Record<string, unknown>): Promise<Client> {
  const address = (url ?? (await app.url())).replace('http', 'ws');
  const options = { url: `${address}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams };
  const client = createClient(options);
  clients.push(client);
  return client;
}

const query = `subscription ($segment: ID, $after: String) { segmentChanges(segment: $segment, after: $after) {
  cursor kind segment { name size } customer { displayName } } }`;

/** The answers of a subscription until there are so many; then it is ended. */
async function take(client: Client, count: number, variables: Record<string, unknown> = {}): Promise<Told[]> {
  const told: Told[] = [];
  for await (const { data, errors } of client.iterate<{ segmentChanges: Told }>({ query, variables })) {
    if (errors || !data) throw new Error(JSON.stringify(errors));
    told.push(data.segmentChanges);
    if (told.length === count) break;
  }
  return told;
}

const person = (name: string) => ({
  customer: {
    ...{ source: 'crm', recordId: name, observedAt: '2026-06-01T00:00:00Z', tags: ['hiker'] },
    ...{ identifiers: [{ kind: 'email', value: `${name}@example.org` }], profile: { displayName: name } },
  },
});

async function enter(...names: string[]): Promise<void> {
  for (const name of names) {
    await app.ingest(person(name));
    await live.catchUp();
  }
}

let segment: string;

beforeAll(async () => {
  segment = (await app.application.segments.save({ name: 'hikers', rule: 'tags has "hiker"' })).id;
  await app.application.segments.save({ name: 'buyers', rule: 'purchases' });
  await enter('ann', 'bo');
});

afterAll(async () => {
  for (const client of clients) await client.dispose();
});

describe('segmentChanges', () => {
  it('tells what happens from now on, fresh for each change', async () => {
    const client = await connect();
    const told = take(client, 2);
    const other = take(client, 2, { segment });
    // the newest is where a subscription begins: it must have begun
    await new Promise((resolve) => setTimeout(resolve, 500));
    await enter('cy', 'di');
    expect(await told).toEqual(
      [
        { cursor: '3', kind: 'ENTERED', segment: { name: 'hikers', size: 3 }, customer: { displayName: 'cy' } },
        { cursor: '4', kind: 'ENTERED', segment: { name: 'hikers', size: 4 }, customer: { displayName: 'di' } },
      ].map((change) => ({ ...change, segment: { ...change.segment, size: expect.any(Number) } })),
    );
    expect((await other).map(({ cursor }) => cursor)).toEqual(['3', '4']);
  });

  it('misses nothing and tells nothing twice to one who was away', async () => {
    const first = await take(await connect(), 2, { after: '0', segment });
    await enter('ed', 'flo');
    const rest = await take(await connect(), 4, { after: first.at(-1)?.cursor, segment });
    expect([...first, ...rest].map(({ customer }) => customer.displayName)).toEqual([
      'ann',
      'bo',
      'cy',
      'di',
      'ed',
      'flo',
    ]);
    expect(rest.at(-1)?.segment).toEqual({ name: 'hikers', size: 6 });
  });

  it('refuses a cursor that is not of the feed, and what is no subscription', async () => {
    const client = await connect();
    const ask = async (text: string) => {
      const answers = client.iterate({ query: text });
      return answers.next().then(
        ({ value }) => value,
        (error: unknown) => error,
      );
    };
    expect(await ask('subscription { segmentChanges(after: "999") { cursor } }')).toMatchObject({
      errors: [{ extensions: { code: 'INVALID_CURSOR', argument: 'after' } }],
    });
    expect(await ask('{ segments { totalCount } }')).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    expect(await ask('subscription { nonsense }')).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    expect(await ask('subscription {')).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
  });

  it('is not open to the pages of others, nor elsewhere', async () => {
    const url = (await app.url()).replace('http', 'ws');
    const status = (path: string, headers: Record<string, string> = {}) =>
      new Promise<unknown>((resolve) => {
        const socket = new WebSocket(`${url}${path}`, 'graphql-transport-ws', { headers });
        socket.on('open', () => {
          socket.close();
          resolve('open');
        });
        socket.on('error', (error) => resolve(error.message));
      });
    expect(await status('/graphql', { origin: 'https://evil.example' })).toBe('Unexpected server response: 403');
    expect(await status('/other')).toBe('Unexpected server response: 404');
    expect(await status('/graphql', { origin: await app.url() })).toBe('open');
    expect(await status('/graphql')).toBe('open');
  });

  it('asks for the token where one is needed, and ends with the server', async () => {
    const config = { ...app.application.config, auth: { kind: 'token' as const, tokens: ['secret'] } };
    const { database, clock } = app;
    const server = await createApiServer(
      createApplication({ config, database, clock, log: createLogger({ logLevel: 'silent' }) }),
    );
    const url = await server.listen();
    await expect(take(await connect(url), 1, { after: '0' })).rejects.toMatchObject({ code: 4403 });
    const allowed = await connect(url, { authorization: 'Bearer secret' });
    expect(await take(allowed, 1, { after: '0' })).toHaveLength(1);
    const waiting = take(allowed, 1, { segment: 'seg_none' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ended = expect(waiting).rejects.toMatchObject({ code: 1001 });
    await server.stop();
    await ended;
  });
});
