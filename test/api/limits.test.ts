import { describe, expect, test } from 'vitest';
import { useApp } from '../support/app.ts';

const app = useApp();

async function refusal(query: string, variables?: Record<string, unknown>) {
  const { data, errors } = await app.graphql(query, variables);
  expect(data ?? null).toBeNull();
  return errors?.[0];
}

describe('limits', () => {
  test('refuse fields too deep below each other', async () => {
    const deep = `${'segments { members { nodes { '.repeat(7)}id${' } } }'.repeat(7)}`;
    const error = await refusal(`{ customers(first: 1) { nodes { ${deep} } } }`);
    expect(error?.extensions).toEqual({ code: 'QUERY_TOO_COMPLEX', limit: 'depth', most: 20, found: 24 });
  });

  test('refuse the same field under too many names', async () => {
    const names = Array.from({ length: 101 }, (_, n) => `a${n}: store(code: "x") { code }`);
    const error = await refusal(`{ ${names.join(' ')} }`);
    expect(error?.extensions).toEqual({ code: 'QUERY_TOO_COMPLEX', limit: 'aliases', most: 100, found: 101 });
    expect(error?.message).toBe(
      'The query asks for too much: aliases 101, the limit is 100. Ask for the same field under fewer names.',
    );
  });

  test('refuse answers that could grow too large, also when the page size is a variable', async () => {
    const query = `query ($n: Int) {
      customers(first: $n) { nodes { orders(first: $n) { nodes { lines { quantity } } } } }
    }`;
    const error = await refusal(query, { n: 250 });
    expect(error?.extensions).toEqual({ code: 'QUERY_TOO_COMPLEX', limit: 'objects', most: 250_000, found: 687_750 });
    expect(await app.data(query, { n: 10 })).toEqual({ customers: { nodes: [] } });
  });

  test('refuse a document of too many tokens', async () => {
    const error = await refusal(`{ ${'__typename '.repeat(6000)} }`);
    expect(error?.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' });
    expect(error?.message).toContain('5000 tokens');
  });

  test('leave room for what GraphiQL asks about the schema', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const query = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true });
    const data = await app.data<{ __schema: { types: unknown[] } }>(query);
    expect(data.__schema.types.length).toBeGreaterThan(100);
  });

  test.each([
    ['{ customers(first: 251) { totalCount } }', 'first'],
    ['{ orders(last: 251) { totalCount } }', 'last'],
    ['{ stores(first: -1) { totalCount } }', 'first'],
    ['{ products(first: 1, last: 1) { totalCount } }', 'last'],
    ['{ previewSegment(sample: 251) { count } }', 'sample'],
  ])('refuse the page %s', async (query, argument) => {
    const error = await refusal(query);
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
  });

  test('refuse more ids at once than a page holds', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const error = await refusal(query, { ids: Array.from({ length: 251 }, (_, n) => `store:${n}`) });
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'ids' });
  });
});
