import { parse, validate } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/platform/schema.ts';
import { useApp } from '../support/app.ts';
import { readPage } from './read-page.ts';

function examplesOf(name: string) {
  const { blocks } = readPage(name);
  return blocks.flatMap(({ language, text }, index) => {
    const query = blocks[index - 1];
    const isAnswer = language === 'json' && query?.language === 'graphql';
    return isAnswer ? [{ query: query.text, answer: JSON.parse(text) }] : [];
  });
}

describe('docs/identity.md', () => {
  it('asks only for what there is', () => {
    const asked = readPage('identity.md').blocks.filter(({ language }) => language === 'graphql');
    expect(asked.flatMap(({ text }) => validate(schema, parse(text)))).toEqual([]);
    expect(asked.length).toBeGreaterThan(3);
  });

  const examples = examplesOf('identity.md');
  const app = useApp();
  const phone = { kind: 'phone', value: '13800138000' };
  const email = { kind: 'email', value: 'lin@example.com' };
  const record = (source: string, recordId: string, day: string, identifiers: { kind: string; value: string }[]) =>
    app.ingest({ customer: { source, recordId, observedAt: `2026-06-${day}T00:00:00Z`, identifiers } });

  beforeAll(async () => {
    await record('pos', '17', '01', [phone, { kind: 'member_number', value: '1001' }]);
    await record('pos', '18', '02', [phone, { kind: 'member_number', value: '1002' }]);
    await record('web', 'lin', '04', [email]);
    await app.ingest({
      order: {
        source: 'pos',
        number: 'A-1',
        placedAt: '2026-06-03T00:00:00Z',
        currency: 'CNY',
        customer: { identifiers: [phone, email] },
        lines: [],
        total: '10.00',
      },
    });
  });

  it('explains a customer and a pair', () => {
    expect(examples.map(({ answer }) => Object.keys(answer.data))).toEqual([['explainIdentity'], ['explainPair']]);
  });

  it.each(examples)('shows what is answered: $query', async ({ query, answer }) => {
    const { customer } = await app.data<{ customer: { id: string } }>(
      '{ customer(identifier: { kind: "email", value: "lin@example.com" }) { id } }',
    );
    expect(await app.graphql(query, { id: customer.id })).toEqual(answer);
  });
});

describe('docs/possible-matches.md', () => {
  const app = useApp();

  it('shows what is answered', async () => {
    const person = (source: string, recordId: string, displayName: string, value: string) => ({
      customer: {
        source,
        recordId,
        observedAt: '2026-06-01T00:00:00Z',
        identifiers: [{ kind: 'phone', value }],
        profile: { displayName, gender: 'FEMALE' as const },
      },
    });
    await app.ingest(
      person('crm', '7', '林小雨', '13800138000'),
      person('tmall', 't-1', 'Lin Xiaoyu', '138 0013 8001'),
    );
    await app.application.matching.drain();
    const examples = examplesOf('possible-matches.md');
    expect(examples).toHaveLength(1);
    for (const { query, answer } of examples) expect(await app.graphql(query)).toEqual(answer);
  });
});
