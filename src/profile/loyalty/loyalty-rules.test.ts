import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseLoyaltyRules, readLoyaltyRules } from './loyalty-rules.ts';
import { loyaltyRulesShape } from './rules-shape.ts';

function messageOf(text: string): string {
  try {
    parseLoyaltyRules(text, 'rules.json', 'CNY');
  } catch (error) {
    expect(error).toMatchObject({ code: 'INVALID_LOYALTY_RULES', details: { file: 'rules.json' } });
    return (error as Error).message.replace(/^The loyalty rules in rules\.json are not valid: (.*)\.$/s, '$1');
  }
  throw new Error('it was taken');
}

describe('a loyalty rules file', () => {
  it('is laid over the default rules', () => {
    const defaults = readLoyaltyRules(null, 'CNY');
    expect(defaults.tiers.levels[0]).toEqual({ name: 'SILVER', enterAtMinor: 200_000, keepAtMinor: 100_000 });
    expect(parseLoyaltyRules('{ "expiry": { "validFor": null } }', 'rules.json', 'CNY')).toEqual({
      ...defaults,
      expiry: { validFor: null, until: 'MONTH', returnedValidFor: 'P30D' },
    });
    const tiers =
      '{ "tiers": { "base": "Friend", "levels": [{ "name": "Best", "enterAt": "500.5", "keepAt": "1" }] } }';
    expect(parseLoyaltyRules(tiers, 'rules.json', 'JPY').tiers).toEqual({
      base: 'Friend',
      period: 'P1Y',
      levels: [{ name: 'Best', enterAtMinor: 500, keepAtMinor: 1 }],
    });
  });

  it('is refused with every fault, its line and column, and what would be allowed', () => {
    const text = `{
  "earn": { "pointsPerUnit": 0, "bonuses": [{ "name": "x", "channels": [] }], "point": 1 },
  "expiry": { "validFor": "2 years", "until": "WEEK" },
  "redeem": { "pointsPerUnit": 1.5 },
  "tiers": { "period": "P0D", "levels": [{ "name": "A", "enterAt": 5, "keepAt": "-1" }] }
}`;
    expect(messageOf(text).split('; ').sort()).toEqual(
      [
        'line 2, column 30, at earn.pointsPerUnit: found 0',
        'allowed is a number above 0, up to 10000, with at most 4 decimals',
        'line 2, column 45, at earn.bonuses.0.multiplier: missing',
        'allowed is a number above 0, up to 10000, with at most 4 decimals',
        'line 2, column 72, at earn.bonuses.0.channels: found []',
        'allowed is at least one text',
        'line 2, column 79, at earn.point: unknown key',
        'allowed is one of the keys pointsPerUnit, mostPerOrder, bonuses',
        'line 3, column 27, at expiry.validFor: found "2 years"',
        'allowed is an ISO 8601 duration such as "P30D"',
        'line 3, column 47, at expiry.until: found "WEEK"',
        'allowed is one of "DAY", "MONTH", "YEAR"',
        'line 4, column 32, at redeem.pointsPerUnit: found 1.5',
        'allowed is a whole number',
        'line 5, column 24, at tiers.period: found "P0D"',
        'allowed is an ISO 8601 duration such as "P1Y"',
        'line 5, column 68, at tiers.levels.0.enterAt: found 5',
        'allowed is an amount above 0 as text, such as "2000.00"',
        'line 5, column 81, at tiers.levels.0.keepAt: found "-1"',
        'allowed is an amount above 0 as text, such as "2000.00"',
      ].sort(),
    );
  });

  it('must let tiers climb', () => {
    const level = (name: string, enterAt: string, keepAt: string) => JSON.stringify({ name, enterAt, keepAt });
    const text = `{ "tiers": { "levels": [
${level('MEMBER', '10', '5')},
${level('A', '10', '11')},
${level('A', '20', '4')} ] } }`;
    expect(messageOf(text).split('; ')).toEqual([
      'line 2, column 9, at tiers.levels.0.name: another tier has this name',
      'line 3, column 23, at tiers.levels.1.enterAt: allowed is more than for the tier below',
      'line 3, column 37, at tiers.levels.1.keepAt: allowed is up to enterAt, and not less than for the tier below',
      'line 4, column 9, at tiers.levels.2.name: another tier has this name',
      'line 4, column 37, at tiers.levels.2.keepAt: allowed is up to enterAt, and not less than for the tier below',
    ]);
  });

  it('has a schema for editors, which is what is checked', async () => {
    const schema = { title: 'Loyalty rules', ...z.toJSONSchema(loyaltyRulesShape, { io: 'input' }) };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('./loyalty-rules.schema.json');
  });
});
