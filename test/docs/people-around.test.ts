import { isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../src/platform/schema.ts';
import { useApp } from '../support/app.ts';
import { codes, readPage, tableUnder } from './read-page.ts';

const page = readPage('people-around.md');
const blocks = (language: string) => page.blocks.filter((block) => block.language === language).map(({ text }) => text);

describe('docs/people-around.md', () => {
  const app = useApp();

  it('shows events that tell who brought whom, and what can be asked', async () => {
    const records = (blocks('ndjson')[0] ?? '').split('\n').map((line) => JSON.parse(line));
    expect(await app.ingest(...records)).toMatchObject({ created: 3, customersCreated: 3, rejected: 0, warnings: [] });
    const { customer } = await app.data<{ customer: { id: string } }>(
      '{ customer(identifier: { kind: "phone", value: "13800138000" }) { id } }',
    );
    const answer = await app.data<{ customer: { referrals: { via: string; at: string }[] } }>(
      blocks('graphql')[0] ?? '',
      {
        id: customer.id,
      },
    );
    expect(answer.customer).toMatchObject({
      household: { members: [] },
      referredBy: [],
      referrals: [
        { via: 'SHARE', at: '2026-09-15T08:10:00.000Z' },
        { via: 'INVITATION', at: '2026-09-16T01:00:00.000Z' },
      ],
      neighbours: { truncated: false },
    });
  });

  it('shows reviews that others read', async () => {
    const records = (blocks('ndjson')[1] ?? '').split('\n').map((line) => JSON.parse(line));
    expect(await app.ingest(...records)).toMatchObject({ created: 3, rejected: 0 });
    const { customer } = await app.data<{ customer: { habits: object } }>(
      '{ customer(identifier: { kind: "phone", value: "13800138000" }) { habits { sharesOpened reviewReads } } }',
    );
    expect(customer.habits).toEqual({ sharesOpened: 1, reviewReads: 2 });
  });

  it('names the ties of a household', () => {
    const ties = schema.getType('HouseholdTieKind');
    const listed = tableUnder(page, 'Households').flatMap(([kind = '']) => codes(kind));
    expect(isEnumType(ties) && ties.getValues().map(({ name }) => name)).toEqual(listed);
  });
});
