import { describe, expect, it } from 'vitest';
import { bindParameters, filterToRule, parametersOf, parseRule, printRule, ruleToFilter } from './index.ts';
import { parsed } from './testing/parsed.ts';

const timeZone = 'Asia/Shanghai';
const text =
  'purchases where (promotion = $promotion and placedAt within $window) total > $amount and tags has any $tags and birthDate = $day';
const given = { promotion: '618', window: 'P90D', amount: '5000', tags: ['a', 'b'], day: '1990-05-01' };

const problems = (values: unknown, rule = text) => {
  const result = bindParameters(parsed(rule), values, { timeZone });
  return result.ok ? [] : result.errors.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
};

describe('a rule with parameters', () => {
  it('comes back from text and from a filter', () => {
    const rule = parsed(text);
    expect(printRule(rule)).toBe(text);
    expect(filterToRule(ruleToFilter(rule), 'customer', { timeZone })).toEqual({ ok: true, rule });
    expect(ruleToFilter(parsed('purchaseCount not in $counts and purchases count >= 2 count < $most'))).toEqual({
      and: [
        { not: { purchaseCount: { parameter: { in: 'counts' } } } },
        { purchases: { count: { gte: 2, parameter: { lt: 'most' } } } },
      ],
    });
  });

  it('tells what it asks for', () => {
    expect(parametersOf(parsed(text))).toEqual([
      { name: 'amount', type: 'Decimal', operand: 'value' },
      { name: 'promotion', type: 'String', operand: 'value' },
      { name: 'window', type: 'DateTime', operand: 'duration' },
      { name: 'tags', type: 'Tags', operand: 'list' },
      { name: 'day', type: 'Date', operand: 'value' },
    ]);
    expect(parametersOf(parsed('lifecycleStage = $stage or not lifecycleStage = $stage'))).toEqual([
      expect.objectContaining({ name: 'stage', type: 'Enum', enumValues: expect.arrayContaining(['LOYAL']) }),
    ]);
  });

  it('becomes the rule with the values in it', () => {
    const bound = parsed(
      'purchases where (promotion = "618" and placedAt within 90 days) total > 5000 and tags has any ("a", "b") and birthDate = 1990-05-01',
    );
    expect(bindParameters(parsed(text), given, { timeZone })).toEqual({ ok: true, rule: bound });
    expect(bindParameters(bound, undefined, { timeZone })).toEqual({ ok: true, rule: bound });
  });

  it('is refused without a value, with one too many, and with one of another type', () => {
    expect(problems({ ...given, window: undefined, more: 1 })).toEqual([
      'PARAMETER_MISSING parameters.window: No value is given for the parameter $window.',
      'UNKNOWN_PARAMETER parameters.more: The rule has no parameter $more; it has $amount, $promotion, $window, $tags, $day.',
    ]);
    expect(problems(null, 'city = "a"')).toEqual([]);
    expect(problems({ x: 1 }, 'city = "a"')).toEqual(['UNKNOWN_PARAMETER parameters.x: The rule has no parameter $x.']);
    const wrong = problems({ ...given, promotion: 618, tags: ['a', 5], amount: 'much', window: '3 days' });
    expect(wrong.map((problem) => problem.split(':')[0]).sort()).toEqual([
      'INVALID_DURATION parameters.window',
      'INVALID_NUMBER parameters.amount',
      'WRONG_VALUE_TYPE parameters.promotion',
      'WRONG_VALUE_TYPE parameters.tags.1',
    ]);
    expect(problems({ x: 'a' }, 'city = $x and purchaseCount > $x')).toEqual([
      expect.stringContaining('WRONG_VALUE_TYPE parameters.x: `purchaseCount` needs a whole number'),
    ]);
    expect(problems('all')).toEqual([expect.stringContaining('NOT_A_VALUE parameters')]);
  });

  it('may be a span between steps, and how many are ranked', () => {
    const asked = parsed(
      'events then purchases within $gap and in top $most by totalSpent and not in bottom $part % by lastSeenAt',
    );
    const filter = {
      and: [
        { sequence: [{ events: {} }, { purchases: {}, parameter: { within: 'gap' } }] },
        { rank: { parameter: { top: 'most' }, by: { value: 'totalSpent' } } },
        { not: { rank: { parameter: { bottomPercent: 'part' }, by: { value: 'lastSeenAt' } } } },
      ],
    };
    expect(ruleToFilter(asked)).toEqual(filter);
    expect(filterToRule(filter, 'customer', { timeZone })).toEqual({ ok: true, rule: asked });
    expect(parsed(printRule(asked))).toEqual(asked);
    expect(parametersOf(asked)).toEqual([
      { name: 'gap', type: 'DateTime', operand: 'duration' },
      { name: 'most', type: 'Int', operand: 'value' },
      { name: 'part', type: 'Decimal', operand: 'value' },
    ]);
    const values = { gap: 'PT48H', most: 10, part: '12.5' };
    expect(bindParameters(asked, values, { timeZone })).toEqual({
      ok: true,
      rule: parsed(
        'events then purchases within 48 hours and in top 10 by totalSpent and not in bottom 12.5 % by lastSeenAt',
      ),
    });
    const refused = problems({ gap: '2 days', most: 0, part: '101' }, printRule(asked));
    expect(refused.map((problem) => problem.split(': ')[0])).toEqual([
      'INVALID_DURATION parameters.gap',
      'INVALID_NUMBER parameters.most',
      'INVALID_NUMBER parameters.part',
    ]);
    const wrong = (part: object) => {
      const read = filterToRule(part, 'customer', { timeZone });
      return read.ok ? [] : read.errors.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    const step = (more: object) => wrong({ sequence: [{ events: {} }, { orders: {}, ...more }] });
    expect(step({ within: 'P1D', parameter: { within: 'gap' } })).toEqual(['NOT_A_VALUE sequence.1.parameter']);
    expect(step({ parameter: { within: '$gap' } })).toEqual(['NOT_A_VALUE sequence.1.parameter']);
    expect(wrong({ rank: { top: 3, parameter: { top: 'most' }, by: { value: 'totalSpent' } } })).toEqual([
      'NOT_A_VALUE rank',
    ]);
  });

  it('says where a parameter cannot stand', () => {
    const codes = (rule: string) => {
      const result = parseRule(rule, { timeZone });
      return result.ok ? [] : result.errors.map(({ code }) => code);
    };
    expect(codes('city in ("a", $b)')).toEqual(['WRONG_VALUE_TYPE']);
    expect(codes('totalSpent in $amounts')).toEqual(['WRONG_OPERATOR']);
    expect(codes('$city = "a"')).toEqual(['UNEXPECTED_TOKEN']);
    expect(codes('in segment $name')).toEqual(['UNEXPECTED_TOKEN']);
  });
});
