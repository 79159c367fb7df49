import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import defaults from './default-lifecycle-rules.json' with { type: 'json' };
import {
  buildLifecycleRules,
  defaultLifecycleRules,
  parseLifecycleRules,
  readLifecycleRules,
} from './lifecycle-rules.ts';
import { rulesShape } from './rules-shape.ts';

function messageOf(text: string): string {
  try {
    parseLifecycleRules(text, 'lifecycle.json');
  } catch (error) {
    expect(error).toMatchObject({ code: 'INVALID_LIFECYCLE_RULES', details: { file: 'lifecycle.json' } });
    return (error as Error).message.replace(/^The lifecycle rules in lifecycle\.json are not valid: (.*)\.$/s, '$1');
  }
  throw new Error('it was taken');
}

describe('a lifecycle rules file', () => {
  it('is laid over the default rules', () => {
    const { $schema: _, ...base } = defaults;
    expect(defaultLifecycleRules).toEqual(base);
    expect(readLifecycleRules(null, 180)).toEqual({ ...base, lapsedAfterDays: 180 });
    expect(parseLifecycleRules('{"loyalFrom": 8, "indecisive": null}', 'x')).toEqual({
      ...base,
      loyalFrom: 8,
      indecisive: null,
    });
  });

  it('is refused with every fault, its line and column, and what would be allowed', () => {
    const text = `{
  "repeatFrom": 1,
  "lapsed": 30,
  "indecisive": { "interests": 0, "withinDays": 30, "quietDays": 60, "events": [] }
}`;
    expect(messageOf(text).split('; ').sort()).toEqual(
      [
        'line 2, column 17, at repeatFrom: found 1',
        'allowed is a whole number from 2',
        'line 3, column 3, at lapsed: unknown key',
        'allowed is one of the keys $schema, repeatFrom, loyalFrom, lapsedAfterDays, indecisive',
        'line 4, column 32, at indecisive.interests: found 0',
        'allowed is a whole number from 1',
        'line 4, column 80, at indecisive.events: found []',
        'allowed is a list of one name of an event or more',
      ].sort(),
    );
  });

  it.each([
    [
      '{"repeatFrom": 5}',
      'line 1, column 1, at loyalFrom: found 5; allowed is a whole number above repeatFrom, which is 5',
    ],
    [
      '{"indecisive":\n{"interests": 3, "withinDays": 30, "quietDays": 29, "events": ["a"]}}',
      'line 2, column 49, at indecisive.quietDays: found 29; allowed is no less than withinDays, which is 30',
    ],
    [
      '{"lapsedAfterDays": 60}',
      'line 1, column 21, at lapsedAfterDays: found 60; allowed is more than indecisive.quietDays, which is 60',
    ],
    ['{"repeatFrom": 2,\n}', 'line 2, column 1, it is not JSON: Unexpected token RBrace found'],
  ])('is refused: %j', (text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it('that is not there is refused by name', () => {
    expect(() => readLifecycleRules('/nowhere/rules.json')).toThrow(
      /The lifecycle rules in \/nowhere\/rules\.json are not valid: at the top: it cannot be read \(ENOENT/,
    );
    expect(() => buildLifecycleRules([], 'x')).toThrow('allowed is an object with the keys');
  });

  it('has a schema for editors, which is what is checked', async () => {
    const schema = { title: 'Lifecycle rules', ...z.toJSONSchema(rulesShape, { io: 'input' }) };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('./lifecycle-rules.schema.json');
  });
});
