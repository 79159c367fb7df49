import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { readPage } from './read-page.ts';

const page = readPage('tags.md');

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
  });
});
