import { beforeAll, describe, expect, it } from 'vitest';
import { habitExpressions } from '../../src/profile/habits/habits.ts';
import { parseTagRules, readTagRules } from '../../src/profile/tags/tag-rules.ts';
import { useApp } from '../support/app.ts';
import { readPage, tableUnder } from './read-page.ts';

const page = readPage('tags.md');

describe('the tables of docs/tags.md', () => {
  it('show the default tags as they are', () => {
    const told = readTagRules(null).map(({ name, rule }) => [`\`${name}\``, `\`${rule}\``]);
    expect(tableUnder(page, 'Tags from the start')).toEqual(told);
  });

  it('name every habit', () => {
    const named = tableUnder(page, 'Habits').flatMap(([names = '']) => names.replaceAll('`', '').split(', '));
    expect(named.sort()).toEqual(Object.keys(habitExpressions).sort());
  });

  it('show a file that is taken', () => {
    const file = page.blocks.find(({ text }) => text.startsWith('{'));
    expect(parseTagRules(file?.text ?? '', 'docs').find(({ name }) => name === 'outlet')?.appliesTo).toEqual(['STORE']);
  });
});

describe('docs/tags.md', () => {
  const app = useApp();
  let customer = '';
  beforeAll(async () => {
    const phone = { kind: 'phone', value: '13800138000' };
    const bought = {
      source: 'pos',
      placedAt: '2026-06-02T00:00:00Z',
      currency: 'CNY',
      customer: { identifiers: [phone] },
    };
    await app.ingest(
      {
        customer: {
          ...{ source: 'crm', recordId: '1', observedAt: '2026-06-01T00:00:00Z', tags: ['hiker'] },
          identifiers: [phone],
        },
      },
      ...['A-1', 'A-2'].map((number) => ({ order: { ...bought, number, lines: [], total: '10.00' } })),
    );
    const found = await app.data<{ customer: { id: string } }>(
      '{ customer(identifier: { kind: "phone", value: "13800138000" }) { id } }',
    );
    customer = found.customer.id;
  });

  it('declares, gives and shows tags', async () => {
    const [declare, give, show] = page.blocks.map(({ text }) => text);
    expect(await app.data(declare ?? '')).toEqual({
      saveTagDefinition: { name: 'frequent buyer', rule: 'purchaseCount >= 2', origin: 'SAVED' },
    });
    await app.data(give ?? '', { customer });
    const answer = await app.data<{ customer: { tags: string[]; tagOrigins: object[] } }>(show ?? '', { customer });
    expect(answer.customer.tags).toEqual(expect.arrayContaining(['frequent buyer', 'hiker', 'vip']));
    expect(answer.customer.tagOrigins).toMatchObject([
      { tag: 'hiker', by: 'IMPORT', source: 'crm', recordId: '1' },
      { tag: 'vip', by: 'HAND', actor: 'ann@brand.example', reason: 'met at the fair' },
    ]);
    const explain = page.blocks.at(-1)?.text ?? '';
    expect(await app.data(explain, { customer })).toMatchObject({
      explainTag: {
        ...{ holds: true, ruleHolds: true, origins: [], habits: { purchases: 2, bargains: 0, priceSensitivity: 0 } },
        clause: { matched: true, evidence: [{ type: 'value', field: 'purchaseCount', value: 2 }] },
      },
    });
  });
});
