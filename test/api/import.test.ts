import { describe, expect, test } from 'vitest';
import { useApp } from '../support/app.ts';

const app = useApp();

async function load(body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) {
  const response = await fetch(`${await app.url()}/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
  return { status: response.status, body: JSON.parse(await response.text()) };
}

describe('POST /import', () => {
  test('takes in lines and reports by line number', async () => {
    const lines = [
      '{"store":{"code":"sh-01","name":"Jing\'an"}}',
      '',
      'no json',
      '{"store":{"code":"sh-02"}}',
      '{"store":{"code":"sh-03","opened":1}}',
    ];
    const { status, body } = await load(lines.join('\n'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ received: 4, created: 2, updated: 0, unchanged: 0, rejected: 2 });
    expect(body.errors.map((error: { index: number; code: string }) => [error.index, error.code])).toEqual([
      [3, 'INVALID_JSON'],
      [5, 'UNKNOWN_FIELD'],
    ]);
    expect(await app.data('{ stores { nodes { code name } } }')).toEqual({
      stores: {
        nodes: [
          { code: 'sh-01', name: "Jing'an" },
          { code: 'sh-02', name: null },
        ],
      },
    });
  });

  test('takes in a stream in pieces that break lines and characters', async () => {
    const bytes = Buffer.from(
      Array.from({ length: 500 }, (_, n) => `{"product":{"sku":"p-${n}","name":"登山杖 ${n}"}}\n`).join(''),
    );
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.subarray(at, at + 7));
        controller.close();
      },
    });
    expect((await load(pieces)).body).toMatchObject({ received: 500, created: 500, rejected: 0, errors: [] });
    expect(await app.data('{ product(sku: "p-499") { name } products { totalCount } }')).toEqual({
      product: { name: '登山杖 499' },
      products: { totalCount: 500 },
    });
  });

  test.each(['application/ndjson', 'application/jsonl'])('also goes by %s', async (type) => {
    expect((await load('{"store":{"code":"sh-09"}}', { 'content-type': type })).status).toBe(200);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json'])('refuses %s', async (type) => {
    const { status, body } = await load('{"store":{"code":"planted"}}', { 'content-type': type });
    expect([status, body.errors[0].extensions.code]).toEqual([415, 'BAD_REQUEST']);
    expect(await app.data('{ store(code: "planted") { code } }')).toEqual({ store: null });
  });

  test('refuses what is compressed', async () => {
    const { status } = await load('{"store":{"code":"planted"}}', { 'content-encoding': 'gzip' });
    expect(status).toBe(415);
  });

  test('answers an empty file with an empty report', async () => {
    expect((await load('\n')).body).toMatchObject({ received: 0, created: 0, errors: [], warnings: [] });
  });
});
