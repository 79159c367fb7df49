import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { useApp } from '../support/app.ts';

const app = useApp();
const json = { 'content-type': 'application/json' };

async function post(body: unknown, headers: Record<string, string> = json) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${await app.url()}/graphql`, { method: 'POST', headers, body: text });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${await app.url()}${path}`, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('GraphQL over HTTP', () => {
  test('answers a query that is posted', async () => {
    await app.ingest({ store: { code: 'sh-01', name: "Shanghai Jing'an", city: 'Shanghai' } });
    const answer = await post({
      query: 'query ($code: ID!) { store(code: $code) { id name city tags performance } }',
      variables: { code: 'sh-01' },
    });
    expect(answer).toEqual({
      status: 200,
      body: {
        data: {
          store: { id: 'store:sh-01', name: "Shanghai Jing'an", city: 'Shanghai', tags: [], performance: null },
        },
      },
    });
  });

  test('answers a query that is got, if the caller shows that it is no web page', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ node(id: "store:none") { id } }')}`;
    expect(await get(path, { 'apollo-require-preflight': 'true' })).toMatchObject({
      status: 200,
      text: '{"data":{"node":null}}\n',
    });
    expect((await get(path)).status).toBe(400);
  });

  test('never writes by GET', async () => {
    const path = `/graphql?query=${encodeURIComponent('mutation { deleteSegment(id: "seg_1") }')}`;
    expect((await get(path, { 'apollo-require-preflight': 'true' })).status).toBe(405);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses %s, which any web page could send',
    async (type) => {
      const mutation = 'mutation { ingest(records: [{ store: { code: "planted" } }]) { received } }';
      const { status, body } = await post(JSON.stringify({ query: mutation }), { 'content-type': type });
      expect([400, 415]).toContain(status);
      expect(body.data).toBeUndefined();
      expect(await app.data('{ store(code: "planted") { code } }')).toEqual({ store: null });
    },
  );

  test('takes one operation in one request', async () => {
    const { status, body } = await post([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  test('refuses what is not JSON in the shape of a GraphQL answer', async () => {
    expect(await post('{ not json')).toEqual({
      status: 400,
      body: { errors: [{ message: 'The body is not valid JSON.', extensions: { code: 'BAD_REQUEST' } }] },
    });
  });

  test('refuses a body of more than 20 MB and says where it may go', async () => {
    const { status, body } = await post({ query: '{ __typename }', variables: { x: 'x'.repeat(21 * 1024 * 1024) } });
    expect(status).toBe(413);
    expect(body.errors[0].message).toContain('POST /import');
  });

  test.each([
    ['{ store(', 'GRAPHQL_PARSE_FAILED'],
    ['{ store(code: "a") { colour } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($n: Int!) { customers(first: $n) { totalCount } }', 'BAD_USER_INPUT'],
  ])('refuses the faulty operation %s with %s', async (query, code) => {
    const { status, body } = await post({ query });
    expect([status, body.errors[0].extensions]).toEqual([400, { code }]);
    expect(body.data).toBeUndefined();
  });

  test('has no persisted queries', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const { body } = await post({ extensions });
    expect(body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });
});

describe('the server', () => {
  test('leads from / to GraphiQL', async () => {
    const { status, headers } = await get('/', { accept: 'text/html' });
    expect([status, headers.get('location')]).toEqual([302, '/graphql']);
  });

  test('shows GraphiQL from its own package, nothing from elsewhere', async () => {
    const { status, headers, text } = await get('/graphql', { accept: 'text/html,*/*;q=0.8' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*connect-src 'self';/);
    expect(text).toContain('YogaGraphiQL.renderYogaGraphiQL');
    expect(text).toContain('previewSegment');
    const page = text.replace(/<script>[\s\S]*<\/script>/g, '').replace(/<style>[\s\S]*<\/style>/g, '');
    expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
    expect(text).not.toMatch(/@import|url\(["']?https?:/);
  });

  test('compresses GraphiQL for browsers', async () => {
    const { request } = await import('node:http');
    const url = new URL('/graphql', await app.url());
    const body = await new Promise<Buffer>((resolve, reject) => {
      const headers = { accept: 'text/html', 'accept-encoding': 'gzip' };
      request(url, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
      })
        .on('error', reject)
        .end();
    });
    expect(gunzipSync(body).toString('utf8')).toContain('<!doctype html>');
    expect(body.length).toBeLessThan(4_000_000);
  });

  test('is alive and ready', async () => {
    expect(await get('/livez')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    expect(await get('/readyz')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  });

  test('answers an unknown path with 404', async () => {
    const { status, text } = await get('/nothing');
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
  });
});
