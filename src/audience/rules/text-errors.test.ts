import { describe, expect, it } from 'vitest';
import { type RuleErrorCode, ruleMessages } from './messages.ts';
import { parseRule } from './parse-rule.ts';
import { characters, shapes } from './testing/errors-of-form.ts';
import { names } from './testing/errors-of-names.ts';
import { values } from './testing/errors-of-values.ts';

const timeZone = 'Asia/Shanghai';

function errorsOf(text: string) {
  const result = parseRule(text, { timeZone });
  return result.ok ? [] : result.errors;
}

/** All errors of a text, short: `CODE line:column+length`. */
function seen(text: string): string[] {
  return errorsOf(text).map(({ code, line, column, length }) => `${code} ${line}:${column}+${length}`);
}

const all = [...names, ...values, ...shapes, ...characters];

describe('an error in a text', () => {
  it.each(all)('%s', (text, carets, code, message) => {
    const column = carets.indexOf('^') + 1;
    const [error, ...others] = errorsOf(text);
    expect(error).toMatchObject({ code, message, line: 1, column, excerpt: `${text}\n${carets}` });
    expect(others).toEqual([]);
  });

  it('says what could be written instead, apart from the message as well', () => {
    const [error] = errorsOf('tags = "a"');
    expect(error?.suggestions).toEqual(['has']);
    expect(errorsOf('orders where (store = "x")')[0]?.suggestions).toEqual(['store.code', 'store.name']);
  });

  it('has an example for every code that texts can have', () => {
    const elsewhere: RuleErrorCode[] = [
      'RULE_EMPTY',
      'RULE_TOO_LONG',
      'RULE_TOO_DEEP',
      'TOO_MANY_CONDITIONS',
      'LIST_TOO_LONG',
    ];
    const ofFilters: RuleErrorCode[] = ['NOT_A_VALUE', 'EMPTY_FILTER', 'EMPTY_LIST'];
    const ofParameters: RuleErrorCode[] = ['PARAMETER_MISSING', 'UNKNOWN_PARAMETER'];
    const ofSegments: RuleErrorCode[] = [
      ...(['UNKNOWN_SEGMENT', 'SEGMENT_CYCLE', 'UNKNOWN_FRAGMENT', 'FRAGMENT_CYCLE', 'FRAGMENT_VALUES'] as const),
    ];
    const shown = new Set([
      ...all.map(([, , code]) => code),
      ...elsewhere,
      ...ofFilters,
      ...ofParameters,
      ...ofSegments,
    ]);
    expect([...shown].sort()).toEqual(Object.keys(ruleMessages).sort());
  });
});

describe('several errors', () => {
  it('are all reported, in the order of the text', () => {
    const text = `
citty = "Shanghai"                                  # unknown name
and totalSpent contains 5                           # wrong operator
and purchases where (
  store.performance = LOWW                          # unknown value
  and lines where (product.catgory = "a")           # unknown name, two levels in
) counts > 3                                        # misspelt measure
or (gender = MALE                                   # not closed
`;
    expect(seen(text)).toEqual([
      'UNKNOWN_NAME 2:1+5',
      'WRONG_OPERATOR 3:16+8',
      'UNKNOWN_ENUM_VALUE 5:23+4',
      'UNKNOWN_NAME 6:28+7',
      'UNEXPECTED_TOKEN 7:3+6',
      'UNCLOSED_BRACKET 8:4+1',
    ]);
  });

  it('go on behind an unclosed text, whose bracket is not blamed', () => {
    expect(seen('purchases where (promotion = "618)\nand citty = "x"')).toEqual([
      'UNCLOSED_STRING 1:30+5',
      'UNKNOWN_NAME 2:5+5',
    ]);
  });

  it('go on behind a closing bracket too many', () => {
    expect(seen('(citty = "a")) and genderr = MALE')).toEqual([
      'UNKNOWN_NAME 1:2+5',
      'UNEXPECTED_TOKEN 1:14+1',
      'UNKNOWN_NAME 1:20+7',
    ]);
  });

  it('are found inside the brackets of a misspelt relation', () => {
    expect(seen('purchase where (promotoin = "618" and lines where (quantty > 1))')).toEqual([
      'UNKNOWN_NAME 1:1+8',
      'UNKNOWN_NAME 1:17+9',
      'UNKNOWN_NAME 1:52+7',
    ]);
  });

  it('are one for each place, and at most a hundred', () => {
    expect(seen('gender in (A, B, C)')).toHaveLength(3);
    expect(errorsOf(Array.from({ length: 300 }, () => 'x = 1').join(' and '))).toHaveLength(100);
  });

  it('take full-width signs for what they were meant to be', () => {
    expect(seen('（city = “上海” ， gender = MALE）')).toEqual([
      'UNEXPECTED_CHARACTER 1:1+1',
      'UNEXPECTED_CHARACTER 1:9+1',
      'UNEXPECTED_CHARACTER 1:14+1',
      'UNEXPECTED_CHARACTER 1:29+1',
    ]);
  });
});

describe('the place of an error', () => {
  it('counts lines however they end', () => {
    expect(seen('city = "a"\r\nand\rgender = MALE\nand x = 1')).toEqual(['UNKNOWN_NAME 4:5+1']);
  });

  it('is right after the last word where something is missing at the end', () => {
    expect(seen('city =   # and now?\n\n')).toEqual(['UNEXPECTED_TOKEN 1:7+1']);
  });

  it('is drawn below tabs and wide characters', () => {
    const [error] = errorsOf('city = "上海"\tand x = 1');
    expect(error?.column).toBe(17);
    expect(error?.excerpt).toBe('city = "上海"\tand x = 1\n        \u3000\u3000 \t    ^');
  });

  it('is drawn with what is near, when the line is long', () => {
    const [error] = errorsOf(`city in (${'"abc", '.repeat(40)}5${', "abc"'.repeat(40)})`);
    const near = `…${'"abc", '.repeat(9).slice(3)}`;
    expect(error?.column).toBe(290);
    expect(error?.excerpt).toBe(`${near}5${', "abc"'.repeat(9).slice(0, 59)}…\n${' '.repeat(near.length)}^`);
  });
});

describe('limits', () => {
  const message = (text: string) => errorsOf(text).map((error) => `${error.line}:${error.column} ${error.message}`);

  it('refuse an empty rule', () => {
    const empty = 'The rule is empty: write a condition, such as tags has "hiker".';
    expect(message('')).toEqual([`1:1 ${empty}`]);
    expect(message('\n # nothing\n')).toEqual([`1:1 ${empty}`]);
    expect(seen(' @ ')).toEqual(['UNEXPECTED_CHARACTER 1:2+1']);
  });

  it('refuse a text too long, as written or as printed', () => {
    expect(message(`#${'x'.repeat(19_988)}\ncity = "a"`)).toEqual([]);
    expect(message(`#${'x'.repeat(19_990)}\ncity = "a"`)).toEqual([
      '2:9 The rule has 20002 characters; at most 20000 are allowed.',
    ]);
    expect(seen(`averagePurchaseValue in (${Array.from({ length: 900 }, (_, index) => index).join(',')})`)).toEqual([
      'RULE_TOO_LONG 1:1+3515',
    ]);
  });

  it('refuse what is nested too deep', () => {
    const nested = (levels: number) => `${'('.repeat(levels)}city = "a"${')'.repeat(levels)}`;
    expect(seen(nested(49))).toEqual([]);
    expect(seen(nested(50))).toEqual(['RULE_TOO_DEEP 1:50+1']);
    expect(seen(`${nested(9_000)} and citty = "a"`)).toEqual(['RULE_TOO_DEEP 1:50+1', 'UNKNOWN_NAME 1:18016+5']);
    const negated = (levels: number) => `${'not ('.repeat(levels - 1)}not city = "a"${')'.repeat(levels - 1)}`;
    expect(seen(negated(49))).toEqual([]);
    expect(seen(negated(50))).toEqual(['RULE_TOO_DEEP 1:250+10']);
    const path = (steps: number) => `orders where (staff.${'manager.'.repeat(steps)}name = "a")`;
    expect(seen(path(47))).toEqual([]);
    expect(seen(path(48))).toEqual([`RULE_TOO_DEEP 1:15+${'staff.name = "a"'.length + 48 * 8}`]);
  });

  it('refuse too many conditions', () => {
    const conditions = (many: number) => Array.from({ length: many }, () => 'city="a"').join(' or\n');
    expect(seen(conditions(1_000))).toEqual([]);
    expect(seen(conditions(1_001))).toEqual(['TOO_MANY_CONDITIONS 1001:1+8']);
  });

  it('refuse a list too long', () => {
    const list = (many: number) => `city in (${Array.from({ length: many }, () => '"a"').join(', ')})`;
    expect(seen(list(1_000))).toEqual([]);
    expect(seen(list(1_001))).toEqual(['LIST_TOO_LONG 1:5010+3']);
  });
});
