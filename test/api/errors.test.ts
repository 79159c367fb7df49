import { Writable } from 'node:stream';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { useApp } from '../support/app.ts';

const logged: Record<string, unknown>[] = [];
const log = pino(
  { base: null },
  new Writable({
    write(chunk, _encoding, done) {
      logged.push(JSON.parse(String(chunk)));
      done();
    },
  }),
);
const app = useApp({ log });

async function errorOf(query: string, variables?: Record<string, unknown>) {
  const { errors } = await app.graphql(query, variables);
  expect(errors).toHaveLength(1);
  return errors?.[0];
}

describe('errors', () => {
  test('of a faulty rule carry every problem with its place', async () => {
    const error = await errorOf('{ customers(rule: "cty = \\"Shanghai\\"") { totalCount } }');
    expect(error?.path).toEqual(['customers']);
    expect(error?.extensions).toMatchObject({
      code: 'INVALID_RULE',
      problems: [{ line: 1, column: 1, suggestions: expect.arrayContaining(['city']) }],
    });
  });

  test.each([
    ['{ customers(asOf: "yesterday") { totalCount } }', 'asOf'],
    ['{ customers(asOf: "2026-02-30T00:00:00Z") { totalCount } }', 'asOf'],
    ['{ orders(asOf: "2026-06-18") { totalCount } }', 'asOf'],
    ['{ previewSegment(asOf: "") { count } }', 'asOf'],
  ])('name the argument of %s', async (query, argument) => {
    const error = await errorOf(query);
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
    expect(error?.message).toContain('asOf must be an RFC 3339 instant');
  });

  test('name the duration that is none', async () => {
    await app.ingest({ store: { code: 'sh-01' } });
    const error = await errorOf('{ store(code: "sh-01") { revenue(within: "90 days") { amount } } }');
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'within' });
  });

  test('say that a decimal is written as a string', async () => {
    const error = await errorOf('query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', {
      f: { totalSpent: { gt: 5000 } },
    });
    expect(error?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(error?.message).toContain('write it as a string, e.g. "199.00", not the number 5000');
    const literal = await errorOf('{ customers(filter: { totalSpent: { gt: 5000 } }) { totalCount } }');
    expect(literal?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(literal?.message).toContain('write it as a string');
  });

  test.each([
    '{ customer { id } }',
    '{ customer(id: "cus_1", identifier: { kind: "email", value: "a@b.cn" }) { id } }',
    '{ segment { id } }',
    '{ segment(id: "seg_1", name: "x") { id } }',
    '{ customers(filter: {}, rule: "tags has \\"x\\"") { totalCount } }',
  ])('refuse %s, which says too much or too little', async (query) => {
    expect((await errorOf(query))?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  test('of what is not there are said in words', async () => {
    const error = await errorOf('mutation { deleteSegment(id: "seg_none") }');
    expect(error?.extensions?.code).toBe('NOT_FOUND');
  });

  test('that nobody expected show an id only, and the log has the rest under it', async () => {
    await app.database.write({ name: 'test.spoil', text: "CREATE (:Store {code: 'spoilt', tags: 7})" });
    const error = await errorOf('{ store(code: "spoilt") { code } }');
    const { errorId, ...rest } = error?.extensions ?? {};
    expect(rest).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(error?.message).toBe(`Internal server error. The log has more under ${errorId}.`);
    expect(JSON.stringify(error)).not.toContain('tags');
    expect(logged.find((line) => line.errorId === errorId)).toMatchObject({
      level: 50,
      path: ['store'],
      err: { type: 'TypeError', message: expect.stringContaining('tags') },
    });
  });
});
