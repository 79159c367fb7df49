import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import defaults from '../default-identity-rules.json' with { type: 'json' };
import { buildIdentityRules } from '../identity-rules.ts';
import { parseIdentityRules, readIdentityRules } from './read-rules-file.ts';
import { rulesShape } from './rules-shape.ts';

function messageOf(text: string): string {
  try {
    parseIdentityRules(text, 'rules.json');
  } catch (error) {
    expect(error).toMatchObject({ code: 'INVALID_IDENTITY_RULES', details: { file: 'rules.json' } });
    return (error as Error).message.replace(/^The identity rules in rules\.json are not valid: (.*)\.$/s, '$1');
  }
  throw new Error('it was taken');
}

describe('a rules file', () => {
  it('is laid over the default rules', () => {
    const text =
      '\uFEFF{"$schema": "./identity-rules.schema.json", "kinds": {"ssn": {"normaliser": "digits", "strength": "strong"}}}';
    expect(parseIdentityRules(text, 'rules.json')).toEqual(
      buildIdentityRules({ kinds: { ssn: { normaliser: 'digits', strength: 'strong' } } }, 'x'),
    );
    expect(readIdentityRules(null)).toEqual(buildIdentityRules({}, 'x'));
    expect([...readIdentityRules(null).kinds.keys()]).toEqual(Object.keys(defaults.kinds));
  });

  it('is refused with every fault, its line and column, and what would be allowed', () => {
    const text = `{
  "defaultCountry": "China",
  "kinds": {
    "phone": { "normaliser": "telephone", "strength": "strong", "max": 3 },
    "Card": { "normaliser": "trim", "strength": "strong" },
    "email": { "normaliser": "email", "maxPerCustomer": 0, "window": "month", "exclusive": 1 }
  },
  "blocked": { "patterns": ["^0+$", "("], "values": "none" },
  "possibleMatches": { "reviewAbove": 80 },
  "colour": "red"
}`;
    expect(messageOf(text).split('; ').sort()).toEqual(
      [
        'line 2, column 21, at defaultCountry: found "China"',
        'allowed is a two-letter country code such as "CN"',
        'line 4, column 30, at kinds.phone.normaliser: found "telephone"',
        'allowed is one of "phone", "email", "digits", "trim", "upper", "none"',
        'line 4, column 65, at kinds.phone.max: unknown key',
        'allowed is one of the keys normaliser, strength, priority, exclusive, maxPerCustomer, window, sharedAbove, defaultScope, scoped',
        'line 5, column 5, at kinds.Card: allowed is a kind in lower case, such as "phone"',
        'line 6, column 14, at kinds.email.strength: missing',
        'allowed is one of "strong", "weak"',
        'line 6, column 57, at kinds.email.maxPerCustomer: found 0',
        'allowed is a whole number from 1',
        'line 6, column 70, at kinds.email.window: found "month"',
        'allowed is an ISO 8601 duration such as "P30D"',
        'line 6, column 92, at kinds.email.exclusive: found 1',
        'allowed is true or false',
        'line 8, column 37, at blocked.patterns.1: found "("',
        'allowed is a regular expression',
        'line 8, column 53, at blocked.values: found "none"',
        'allowed is a list of texts',
        'line 9, column 39, at possibleMatches.reviewAbove: found 80',
        'allowed is a number from 0 to 1, or null',
        'line 10, column 3, at colour: unknown key',
        'allowed is one of the keys $schema, defaultCountry, kinds, blocked, possibleMatches',
      ].sort(),
    );
  });

  it.each([
    ['{\n  "kinds": {},\n}', 'line 3, column 1, it is not JSON: Unexpected token RBrace found'],
    ['', 'line 1, column 1, it is not JSON: Unexpected end of input found'],
    [
      '[]',
      'line 1, column 1, found []; allowed is an object with the keys $schema, defaultCountry, kinds, blocked, possibleMatches',
    ],
    ['{\n  "kinds": 3 }', 'line 2, column 12, at kinds: found 3; allowed is an object of kinds'],
    ['{"blocked": {},\n "blocked": {}}', 'line 2, column 2, at blocked: the key is there twice'],
    [
      '{"kinds": {"a": {"normaliser": "trim", "strength": "weak",\n"strength": "strong"}}}',
      'line 2, column 1, at kinds.a.strength: the key is there twice',
    ],
  ])('is refused: %j', (text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it('that is not there is refused by name', () => {
    expect(() => readIdentityRules('/nowhere/rules.json')).toThrow(
      /The identity rules in \/nowhere\/rules\.json are not valid: at the top: it cannot be read \(ENOENT/,
    );
  });

  it('has a schema for editors, which is what is checked', async () => {
    const schema = { title: 'Identity rules', ...z.toJSONSchema(rulesShape, { io: 'input' }) };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../identity-rules.schema.json');
  });
});
