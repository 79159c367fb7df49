import { isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../src/platform/schema.ts';
import defaults from '../../src/profile/loyalty/default-loyalty-rules.json' with { type: 'json' };
import { parseLoyaltyRules } from '../../src/profile/loyalty/loyalty-rules.ts';
import { useApp } from '../support/app.ts';
import { codes, readPage, tableUnder } from './read-page.ts';

const page = readPage('loyalty.md');
const blocks = (language: string) => page.blocks.filter((block) => block.language === language).map(({ text }) => text);

describe('docs/loyalty.md', () => {
  const app = useApp();

  it('shows records that are taken in, and what can be asked and done with them', async () => {
    const [query = '', redeem = ''] = blocks('graphql');
    const records = (blocks('ndjson')[0] ?? '').split('\n').map((line) => JSON.parse(line));
    expect(await app.ingest(...records)).toMatchObject({ created: 3, customersCreated: 1, rejected: 0, warnings: [] });
    const { redeemPoints } = await app.data<{ redeemPoints: { balance: number; customer: { id: string } } }>(redeem, {
      number: 'M-77',
    });
    expect(redeemPoints).toMatchObject({ balance: 500, worth: { amount: '5.00', currency: 'CNY' } });
    const { customer } = await app.data<{ customer: { loyalty: object } }>(query, { id: redeemPoints.customer.id });
    expect(customer.loyalty).toMatchObject({ balance: 500, debt: 0, tier: { name: 'MEMBER', nextTier: 'SILVER' } });
  });

  it('shows rules that are taken', () => {
    expect(parseLoyaltyRules(blocks('json')[0] ?? '', 'docs/loyalty.md', 'CNY').tiers.levels).toHaveLength(1);
  });

  it('names the kinds of movements, and the defaults, as they are', () => {
    const kinds = schema.getType('LedgerKind');
    const listed = tableUnder(page, 'What moves points').flatMap(([kind = '']) => codes(kind));
    expect(isEnumType(kinds) && kinds.getValues().map(({ name }) => name)).toEqual(listed);
    const told = tableUnder(page, 'Rules').map(([, value]) => value);
    const { earn, expiry, redeem, tiers } = defaults;
    const number = (value: number | string) => Number(value).toLocaleString('en');
    expect(told.slice(0, -1)).toEqual([
      number(earn.pointsPerUnit),
      'none',
      number(earn.mostPerOrder),
      `${expiry.validFor}, ${expiry.until}`,
      expiry.returnedValidFor,
      number(redeem.pointsPerUnit),
      number(redeem.least),
      tiers.period,
      tiers.levels.map(({ name, enterAt }) => `${name} ${number(enterAt)}`).join('; '),
    ]);
    for (const { enterAt, keepAt } of tiers.levels) expect(Number(keepAt) * 2).toBe(Number(enterAt));
  });
});
