import { describe, expect, it } from 'vitest';
import { boundFragment, conditionsWithin, fragmentError, fragmentKey, fragmentReferences } from './fragments.ts';
import { filterToRule } from './from-filter.ts';
import { parseRule } from './parse-rule.ts';
import { printRule } from './print.ts';
import { parsed } from './testing/parsed.ts';
import { ruleToFilter } from './to-filter.ts';
import type { Matches, Scope } from './tree.ts';

const options = { timeZone: 'Asia/Shanghai' };

describe('a fragment in a rule', () => {
  it.each([
    ['matches "vip"', 'matches "vip"'],
    ['MATCHES "ｖｉｐ" WITH ( b = 5 , a = ("x", 2, 2.50) )', 'matches "vip" with (a = ("x", 2, "2.5"), b = 5)'],
    [
      'matches "a \\"b\\"" with (since = 2026-06-18, stage = LOYAL)',
      'matches "a \\"b\\"" with (since = "2026-06-18", stage = "LOYAL")',
    ],
    ['purchases where (store matches "weak" and not staff.store matches "weak")', null],
    ['events where (customer matches "vip" or matches "visit" with (name = "v")) count >= 2', null],
  ])('%s is the same in all spellings', (text, canonical) => {
    const rule = parsed(text);
    expect(printRule(rule)).toBe(canonical ?? text);
    expect(parseRule(printRule(rule), options)).toEqual({ ok: true, rule });
    expect(filterToRule(JSON.parse(JSON.stringify(ruleToFilter(rule))), 'customer', options)).toEqual({
      ok: true,
      rule,
    });
  });

  it('is a filter that reads as one', () => {
    expect(ruleToFilter(parsed('purchases where (store matches "weak" with (tags = ("a")))'))).toEqual({
      purchases: { where: { store: { matches: { fragment: 'weak', with: { tags: ['a'] } } } } },
    });
  });

  it.each([
    ['matches "vip" with', 'UNEXPECTED_TOKEN'],
    ['matches "vip" with ()', 'UNEXPECTED_TOKEN'],
    ['matches "vip" with (a "x")', 'UNEXPECTED_TOKEN'],
    ['matches "vip" with (a = $b)', 'UNEXPECTED_TOKEN'],
    ['matches "vip" with (a = 1, a = 2)', 'UNEXPECTED_TOKEN'],
    ['matches "vip" with (a = (1)', 'UNEXPECTED_TOKEN'],
    ['matches "vip', 'UNCLOSED_STRING'],
    ['purchases matches "large"', 'NOT_A_FIELD'],
    ['store matches "weak"', 'UNKNOWN_NAME'],
    [`matches "vip" with (a = (${Array.from({ length: 1_001 }, () => '1').join(', ')}))`, 'LIST_TOO_LONG'],
  ])('is refused where it is none: %s', (text, code) => {
    const result = parseRule(text, options);
    expect(result.ok ? [] : result.errors.map((error) => error.code)).toEqual([code]);
  });

  it.each([
    [{ matches: 'vip' }, 'matches'],
    [{ matches: { fragment: 3 } }, 'matches.fragment'],
    [{ matches: { fragment: 'vip', values: {} } }, 'matches.values'],
    [{ matches: { fragment: 'vip', with: [] } }, 'matches.with'],
    [{ not: { matches: { fragment: 'vip', with: { a: 1.5 } } } }, 'not.matches.with.a'],
    [{ matches: { fragment: 'vip', with: { 'a b': 1 } } }, 'matches.with.a b'],
    [{ matches: { fragment: 'vip', with: { a: [] } } }, 'matches.with.a'],
  ])('is refused as a filter: %j', (filter, path) => {
    const result = filterToRule(filter, 'customer', options);
    expect(result.ok ? [] : result.errors.map((error) => [error.code, error.path.join('.')])).toEqual([
      ['NOT_A_VALUE', path],
    ]);
  });
});

describe('what rules say of their fragments', () => {
  it('has each with the kind of object that it speaks of', () => {
    const rule = parsed('matches "a" and purchases where (matches "b" or store matches "a" or matches "b")');
    expect(fragmentReferences(rule)).toEqual([
      { scope: 'customer', fragment: 'a' },
      { scope: 'order', fragment: 'b' },
      { scope: 'store', fragment: 'a' },
    ]);
  });

  const bind = (call: string, fragment: string, scope: Scope = 'customer') => {
    const result = boundFragment(parsed(call) as Matches, parsed(fragment, scope), scope, 'UTC');
    return result.ok ? printRule(result.rule, { scope }) : result.errors.map(({ code }) => code).join();
  };

  it('takes the values that are given, amounts as whole numbers too', () => {
    expect(
      bind(
        'matches "x" with (a = 100, c = ("u", "v"), w = "P7D")',
        'totalSpent > $a and city in $c and lastSeenAt within $w',
      ),
    ).toBe('totalSpent > 100 and city in ("u", "v") and lastSeenAt within 7 days');
    expect(bind('matches "x" with (n = 2)', 'purchases count >= $n')).toBe('purchases count >= 2');
    expect(bind('matches "x"', 'city = $c')).toBe('PARAMETER_MISSING');
    expect(bind('matches "x" with (c = "u", d = 1)', 'city = $c')).toBe('UNKNOWN_PARAMETER');
    expect(bind('matches "x" with (c = 5)', 'city = $c')).toBe('WRONG_VALUE_TYPE');
  });

  it('counts them with what they hold', () => {
    const rules = new Map([
      [fragmentKey({ scope: 'store', fragment: 'a' }), parsed('city = "x" or code = "y"', 'store')],
      [fragmentKey({ scope: 'order', fragment: 'b' }), parsed('store matches "a" and store matches "a"', 'order')],
    ]);
    expect(
      conditionsWithin(parsed('purchases where (matches "b" and total > 3) and gender = MALE'), 'customer', rules),
    ).toBe(7);
  });

  it('marks where one is named', () => {
    const parameters = { fragment: 'vipp', owner: 'a store' };
    const text = 'city = "x"\nand purchases where (store matches "vipp")';
    expect(fragmentError('UNKNOWN_FRAGMENT', 'vipp', parameters, { text }, ['vip'])).toMatchObject({
      ...{ line: 2, column: 28, length: 14, suggestions: ['vip'] },
      message: 'There is no fragment "vipp" of a store. Did you mean `vip`?',
    });
    const filter = {
      or: [{ city: { eq: 'x' } }, { purchases: { where: { store: { matches: { fragment: 'vipp' } } } } }],
    };
    expect(fragmentError('UNKNOWN_FRAGMENT', 'vipp', parameters, { filter })).toMatchObject({
      path: ['or', '1', 'purchases', 'where', 'store', 'matches'],
    });
  });
});
