import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rulesShape } from './rules-shape.ts';
import { buildTagRules, parseTagRules, readTagRules } from './tag-rules.ts';

const namesOf = (text: string) => parseTagRules(text, 'tags.json').map(({ name }) => name);

describe('a tag rules file', () => {
  it('is laid over the default tags', () => {
    const all = buildTagRules({}, 'x').map(({ name }) => name);
    expect(all).toEqual([
      ...['dissatisfied', 'evening-shopper', 'gift-buyer', 'key-opinion-consumer', 'price-sensitive', 'repurchase'],
      ...['satisfied', 'seasonal', 'store-shopper'],
    ]);
    expect(buildTagRules({}, 'x').every(({ inferred }) => inferred)).toBe(true);
    expect(buildTagRules({ adoptDefaults: true }, 'x').some(({ inferred }) => inferred)).toBe(false);
    const own = '{"tags": {"seasonal": null, "vip": {"appliesTo": ["STORE", "CUSTOMER"]}}}';
    expect(namesOf(own)).toEqual([...all.filter((name) => name !== 'seasonal'), 'vip'].sort());
    expect(
      parseTagRules('{"withoutDefaults": true, "tags": {"vip": {"appliesTo": ["STORE", "CUSTOMER"]}}}', 'x'),
    ).toEqual([
      {
        name: 'vip',
        category: null,
        description: null,
        owner: null,
        appliesTo: ['CUSTOMER', 'STORE'],
        rule: null,
        inferred: false,
      },
    ]);
  });

  it.each([
    [
      '{"tags": {"vip": {"appliesTo": ["SHOP"]}}}',
      'line 1, column 33, at tags.vip.appliesTo.0: found "SHOP"; allowed is one of "CUSTOMER", "STORE", "PRODUCT", "STAFF"',
    ],
    [
      '{"tags":\n{"vip": {"rule": "x"}}}',
      'line 2, column 9, at tags.vip.appliesTo: missing; allowed is a list of kinds of objects',
    ],
    [
      '{"tagz": {}}',
      'line 1, column 2, at tagz: unknown key; allowed is one of the keys $schema, tags, adoptDefaults, withoutDefaults',
    ],
  ])('is refused: %j', (text, message) => {
    expect(() => namesOf(text)).toThrow(`The tag rules in tags.json are not valid: ${message}.`);
  });

  it('that is not there is refused by name', () => {
    expect(() => readTagRules('/nowhere/tags.json')).toThrow(/The tag rules in \/nowhere\/tags\.json are not valid/);
  });

  it('has a schema for editors, which is what is checked', async () => {
    const schema = { title: 'Tag rules', ...z.toJSONSchema(rulesShape, { io: 'input' }) };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('./tag-rules.schema.json');
  });
});
