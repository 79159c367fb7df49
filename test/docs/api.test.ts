import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_PAGE_SIZE } from '../../src/audience/selection/page.ts';
import { bodyLimit, idsLimit, limits } from '../../src/entry/api/limits/limits.ts';
import { useApp } from '../support/app.ts';
import { codes, readPage, tableUnder, withJson } from './read-page.ts';

const page = readPage('api.md');
const examples = withJson(page, 'graphql').map(({ text, json }) => ({ query: text, answer: json }));

describe('docs/api.md', () => {
  const app = useApp();

  beforeAll(async () => {
    const at = '2026-06-18T11:02:00+08:00';
    const hiker = (recordId: string, displayName: string) => ({
      customer: {
        source: 'crm',
        recordId,
        observedAt: at,
        identifiers: [{ kind: 'member_number', value: recordId }],
        profile: { displayName },
        tags: ['hiker'],
      },
    });
    await app.ingest(hiker('1', '林悦'));
    await app.ingest(hiker('2', 'Chen Jie'));
    await app.ingest(hiker('3', 'Wang Wu'));
    await app.ingest({
      order: {
        source: 'pos',
        number: 'A-1',
        placedAt: at,
        currency: 'CNY',
        customer: { record: { source: 'crm', recordId: '1' } },
        lines: [{ sku: 'pole-2', quantity: 1, unitPrice: '399.00' }],
      },
    });
  });

  it.each(examples)('shows what is answered: $query', async ({ query, answer }) => {
    expect(await app.graphql(query)).toEqual(answer);
  });

  it('shows an answer and an error', () => {
    expect(examples.map(({ answer }) => 'errors' in answer)).toEqual([false, true]);
  });

  it('lists every code that a caller can meet', () => {
    const src = new URL('../../src/', import.meta.url);
    const rooms = ['intake', 'catalogue', 'profile', 'audience', 'entry/api'];
    const files = rooms.flatMap((room) =>
      readdirSync(new URL(`${room}/`, src), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
    );
    const sources = [...files, 'platform/neo4j/map-error.ts']
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('generated'))
      .map((name) => readFileSync(new URL(name, src), 'utf8'));
    const thrown = /(?:new DomainError\(\s*|errorBody\(\s*|code: )'([A-Z_]+)'/g;
    const found = new Set(sources.flatMap((text) => [...text.matchAll(thrown)].map(([, code]) => code as string)));
    const elsewhere =
      readPage('ingest.md').text +
      readPage('rules.md').text +
      readPage('identity.md').text +
      readPage('lifecycle.md').text +
      readPage('loyalty.md').text +
      readPage('tags.md').text +
      readPage('recommendations.md').text;
    const listed = tableUnder(page, 'Errors').flatMap(([code = '']) => codes(code));
    expect([...found].filter((code) => !listed.includes(code) && !elsewhere.includes(`\`${code}\``))).toEqual([]);
    expect(found.size).toBeGreaterThan(15);
  });

  it('names the limits as they are', () => {
    const rows = tableUnder(page, 'Limits').map(([, most = '']) =>
      Number(/^[\d,]+/.exec(most)?.[0].replaceAll(',', '')),
    );
    expect(rows).toEqual([
      MAX_PAGE_SIZE,
      limits.depth,
      limits.aliases,
      limits.objects,
      limits.tokens,
      bodyLimit / 2 ** 20,
    ]);
    expect(idsLimit).toBe(MAX_PAGE_SIZE);
  });
});
