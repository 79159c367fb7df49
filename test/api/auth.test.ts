import { describe, expect, test } from 'vitest';
import { useApp } from '../support/app.ts';

const app = useApp({ config: { auth: { kind: 'token', tokens: ['first-secret', 'second-secret'] } } });

async function call(path: string, init: RequestInit = {}) {
  const response = await fetch(`${await app.url()}${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function query(authorization?: string) {
  const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
  return call('/graphql', { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
}

function load(authorization?: string) {
  const headers = { 'content-type': 'application/x-ndjson', ...(authorization ? { authorization } : {}) };
  return call('/import', { method: 'POST', headers, body: '{"store":{"code":"sh-01"}}\n' });
}

describe('a server that wants tokens', () => {
  test.each(['Bearer first-secret', 'Bearer second-secret', 'bearer first-secret'])('lets "%s" in', async (given) => {
    expect(await query(given)).toMatchObject({ status: 200, text: '{"data":{"__typename":"Query"}}\n' });
  });

  test.each([undefined, 'Bearer', 'Bearer wrong', 'Bearer first-secre', 'Basic first-secret', 'first-secret'])(
    'keeps "%s" out of /graphql and /import',
    async (given) => {
      for (const answer of [await query(given), await load(given)]) {
        expect(answer.status).toBe(401);
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
        expect(JSON.parse(answer.text).errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED' });
      }
      expect(await app.data('{ stores { totalCount } }')).toEqual({ stores: { totalCount: 0 } });
    },
  );

  test('shows GraphiQL, which holds no data, and its health without one', async () => {
    expect((await call('/graphql', { headers: { accept: 'text/html' } })).status).toBe(200);
    expect((await call('/livez')).status).toBe(200);
    expect((await call('/readyz')).status).toBe(200);
  });

  test('takes an import with a token', async () => {
    const { status, text } = await load('Bearer first-secret');
    expect([status, JSON.parse(text)]).toMatchObject([200, { received: 1, created: 1 }]);
  });
});
