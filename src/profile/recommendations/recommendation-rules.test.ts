import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseRecommendationRules, readRecommendationRules } from './recommendation-rules.ts';
import { recommendationRulesShape } from './rules-shape.ts';

const faultsOf = (text: string) => {
  try {
    parseRecommendationRules(text, 'rules.json');
  } catch (error) {
    expect(error).toMatchObject({ code: 'INVALID_RECOMMENDATION_RULES', details: { file: 'rules.json' } });
    return (error as Error).message.replace(/^The recommendation rules in rules\.json are not valid: (.*)\.$/s, '$1');
  }
  throw new Error('it was taken');
};

describe('a recommendation rules file', () => {
  it('is laid over the default rules, key by key', () => {
    const defaults = readRecommendationRules(null);
    expect(Object.keys(defaults)).not.toContain('$schema');
    const own = '{ "pairs": { "support": 2, "togetherDays": 0 }, "outOfSaleTags": ["sold-out"] }';
    expect(parseRecommendationRules(own, 'rules.json')).toEqual({
      ...defaults,
      pairs: { ...defaults.pairs, support: 2, togetherDays: 0 },
      outOfSaleTags: ['sold-out'],
    });
  });

  it('is refused with every fault, its line and column, and what would be allowed', () => {
    const text = `{
  "pairs": { "nextDays": 0, "support": 0, "damping": 1.5, "shrinkage": -1, "keep": 251 },
  "person": { "halfLife": 3 },
  "declinedEvents": "no"
}`;
    expect(faultsOf(text)).toBe(
      [
        'line 2, column 26, at pairs.nextDays: found 0; allowed is a whole number of days from 1 to 36500',
        'line 2, column 40, at pairs.support: found 0; allowed is a whole number from 1',
        'line 2, column 54, at pairs.damping: found 1.5; allowed is a number from 0 to 1',
        'line 2, column 72, at pairs.shrinkage: found -1; allowed is a number from 0 to 1000000',
        'line 2, column 84, at pairs.keep: found 251; allowed is a whole number from 1 to 250',
        'line 3, column 15, at person.halfLife: unknown key; allowed is one of the keys halfLifeDays, repurchasedBy, repurchaseAfterDays, returnedDays',
        'line 4, column 21, at declinedEvents: found "no"; allowed is a list of texts',
      ].join('; '),
    );
  });

  it('has a schema for editors, which is what is checked', async () => {
    const schema = { title: 'Recommendation rules', ...z.toJSONSchema(recommendationRulesShape, { io: 'input' }) };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('./recommendation-rules.schema.json');
  });
});
