import { describe, expect, it } from 'vitest';
import { type RuleErrorCode, ruleMessages } from './messages.ts';
import { parseRule } from './parse-rule.ts';

const timeZone = 'Asia/Shanghai';

function errorsOf(text: string) {
  const result = parseRule(text, { timeZone });
  return result.ok ? [] : result.errors;
}

/** All errors of a text, short: `CODE line:column+length`. */
function seen(text: string): string[] {
  return errorsOf(text).map(({ code, line, column, length }) => `${code} ${line}:${column}+${length}`);
}

/** A text on one line, carets below what is wrong in it, the code, and the whole message with what was meant. */
type Example = readonly [text: string, carets: string, code: RuleErrorCode, message: string];

const names: readonly Example[] = [
  ['citty = "Shanghai"', '^^^^^', 'UNKNOWN_NAME', '`citty` is not a name of a customer. Did you mean `city`?'],
  [
    'promotion = "618"',
    '^^^^^^^^^',
    'UNKNOWN_NAME',
    '`promotion` is not a name of a customer. Did you mean `purchases where (promotion …)`?',
  ],
  [
    'tags has "a" and store.city = "x"',
    '                 ^^^^^',
    'UNKNOWN_NAME',
    '`store` is not a name of a customer. Did you mean `purchases where (store.…)`, `events where (store.…)` or `purchases where (staff.store.…)`?',
  ],
  [
    'purchases where (store.performanse = LOW)',
    '                       ^^^^^^^^^^^',
    'UNKNOWN_NAME',
    '`performanse` is not a name of a store. Did you mean `store.performance`?',
  ],
  [
    'orders where (lines where (category = "Trekking poles"))',
    '                           ^^^^^^^^',
    'UNKNOWN_NAME',
    '`category` is not a name of an order line. Did you mean `product.category`?',
  ],
  [
    'orders where (lifecycleStage = LOYAL)',
    '              ^^^^^^^^^^^^^^',
    'UNKNOWN_NAME',
    '`lifecycleStage` is not a name of an order; a customer has it.',
  ],
  ['Tags has "hiker"', '^^^^', 'UNKNOWN_NAME', '`Tags` is not a name of a customer. Did you mean `tags`?'],
  [
    'inSegment = "loyal"',
    '^^^^^^^^^',
    'UNKNOWN_NAME',
    '`inSegment` is not a name of a customer. Did you mean `in segment "…"`?',
  ],
  ['constructor = "x"', '^^^^^^^^^^^', 'UNKNOWN_NAME', '`constructor` is not a name of a customer.'],
  [
    'purchases where (store = "x")',
    '                 ^^^^^',
    'NOT_A_FIELD',
    '`store` is a store, which has no value of its own. Did you mean `store.code` or `store.name`?',
  ],
  [
    'purchases >= 3',
    '^^^^^^^^^',
    'NOT_A_FIELD',
    '`purchases` is a relation, which has no value of its own. Did you mean `purchases count`?',
  ],
  [
    'purchases.total > 5',
    '^^^^^^^^^',
    'NOT_A_FIELD',
    '`purchases` is a relation, which has no value of its own. Did you mean `purchases where (…)`?',
  ],
  ['city.name = "x"', '     ^^^^', 'NOT_AN_OBJECT', '`city` is a value: no further name can follow it.'],
  [
    'orders where (store where (city = "x"))',
    '              ^^^^^',
    'NOT_A_RELATION',
    '`store` is not one of several: `no`, `where (…)` and measures belong to relations, such as purchases. Did you mean `store.…`?',
  ],
  [
    'no city = "x"',
    '^^',
    'NOT_A_RELATION',
    '`city` is not one of several: `no`, `where (…)` and measures belong to relations, such as purchases.',
  ],
  [
    'orders where (in segment "x")',
    '              ^^^^^^^^^^^^^^',
    'MISPLACED_SEGMENT',
    'Only customers are in segments; here the rule speaks of an order.',
  ],
  [
    'no purchases count > 2',
    '             ^^^^^',
    'MEASURE_NOT_ALLOWED',
    '`count` cannot follow `no purchases`: `no` already says that the count is 0.',
  ],
  [
    'events total > 3',
    '       ^^^^^',
    'MEASURE_NOT_ALLOWED',
    '`total` cannot follow `events`: it can be measured by count.',
  ],
];

const values: readonly Example[] = [
  [
    'tags = "x"',
    '     ^',
    'WRONG_OPERATOR',
    '`=` does not apply to `tags`, which is a list of tags and takes has, has any, has all, has none. Did you mean `has`?',
  ],
  [
    'orders where (store.city not within 3 days)',
    '                         ^^^^^^^^^^',
    'WRONG_OPERATOR',
    '`not within` does not apply to `store.city`, which is a text and takes =, !=, in, not in, contains, starts with, is known, is not known.',
  ],
  [
    'lastSeenAt < 2026-01-01',
    '           ^',
    'WRONG_OPERATOR',
    '`<` does not apply to `lastSeenAt`, which is an instant and takes before, after, within, not within, is known, is not known. Did you mean `before`?',
  ],
  [
    'lifecycleStage is known',
    '               ^^^^^^^^',
    'WRONG_OPERATOR',
    '`is known` does not apply to `lifecycleStage`, which is one of fixed words and takes =, !=, in, not in.',
  ],
  [
    'city = Shanghai',
    '       ^^^^^^^^',
    'WRONG_VALUE_TYPE',
    '`city` needs a text in double quotes, not `Shanghai`. Did you mean `"Shanghai"`?',
  ],
  [
    'orders where (number = 12345)',
    '                       ^^^^^',
    'WRONG_VALUE_TYPE',
    '`number` needs an id in double quotes, not the number 12345. Did you mean `"12345"`?',
  ],
  [
    'totalSpent > "5000"',
    '             ^^^^^^',
    'WRONG_VALUE_TYPE',
    '`totalSpent` needs a number, not the text "5000". Did you mean `5000`?',
  ],
  [
    'birthDate = "2000-01-01"',
    '            ^^^^^^^^^^^^',
    'WRONG_VALUE_TYPE',
    '`birthDate` needs a date such as 2026-06-18, not the text "2000-01-01". Did you mean `2000-01-01`?',
  ],
  [
    'lastSeenAt after 5',
    '                 ^',
    'WRONG_VALUE_TYPE',
    '`lastSeenAt` needs a date such as 2026-06-18 or a full instant, not the number 5.',
  ],
  [
    'gender = "FEMALE"',
    '         ^^^^^^^^',
    'WRONG_VALUE_TYPE',
    '`gender` needs a word without quotes, not the text "FEMALE". Did you mean `FEMALE`?',
  ],
  [
    'gender in (MALE, female)',
    '                 ^^^^^^',
    'UNKNOWN_ENUM_VALUE',
    'female is not a value of `gender`, which is one of FEMALE, MALE, OTHER, UNKNOWN. Did you mean `FEMALE`?',
  ],
  [
    'orders where (store.performance = BAD)',
    '                                  ^^^',
    'UNKNOWN_ENUM_VALUE',
    'BAD is not a value of `store.performance`, which is one of LOW, MEDIUM, HIGH. Did you mean `LOW`, `MEDIUM` or `HIGH`?',
  ],
  [
    'birthDate = 2026-02-30',
    '            ^^^^^^^^^^',
    'INVALID_DATE',
    '2026-02-30 is not a date: the calendar has no such day.',
  ],
  [
    'birthDate = 2026/6/8',
    '            ^^^^^^^^',
    'INVALID_DATE',
    '2026/6/8 is not a date: write year, month and day, such as 2026-06-18. Did you mean `2026-06-08`?',
  ],
  [
    'birthDate after 2000-01-01T00:00:00Z',
    '                ^^^^^^^^^^^^^^^^^^^^',
    'INVALID_DATE',
    '2000-01-01T00:00:00Z is not a date: write year, month and day, such as 2026-06-18. Did you mean `2000-01-01`?',
  ],
  [
    'lastSeenAt after 2026-06-18T09:30',
    '                 ^^^^^^^^^^^^^^^^',
    'INVALID_DATE',
    '2026-06-18T09:30 is not a date: write a full instant, such as 2026-06-18T09:30:00+08:00.',
  ],
  [
    'lastSeenAt after 0000-01-01',
    '                 ^^^^^^^^^^',
    'INVALID_DATE',
    '0000-01-01 is not a date: in UTC it is outside the years 0000 to 9999.',
  ],
  [
    'purchaseCount > 2.5',
    '                ^^^',
    'INVALID_NUMBER',
    '2.5 cannot stand here: a whole number is needed. Did you mean `3`?',
  ],
  [
    'purchases count > 3000000000',
    '                  ^^^^^^^^^^',
    'INVALID_NUMBER',
    '3000000000 cannot stand here: a whole number from -2147483648 to 2147483647 is needed.',
  ],
  [
    'totalSpent > 1234567890123456',
    '             ^^^^^^^^^^^^^^^^',
    'INVALID_NUMBER',
    '1234567890123456 cannot stand here: at most 15 digits are allowed before the decimal point, and as many after it.',
  ],
  [
    'totalSpent > 1.2.3',
    '             ^^^^^',
    'INVALID_NUMBER',
    '1.2.3 cannot stand here: this is neither a number nor a date.',
  ],
  [
    'lastSeenAt within 6months',
    '                  ^^^^^^^',
    'INVALID_NUMBER',
    '6months cannot stand here: this is neither a number nor a date. Did you mean `6 months`?',
  ],
  [
    'lastSeenAt within 6 moths',
    '                  ^^^^^^^',
    'INVALID_DURATION',
    '6 moths is not a duration: the units are hours, days, weeks, months, years. Did you mean `6 months`?',
  ],
  [
    'lastSeenAt within 1.5 months',
    '                  ^^^^^^^^^^',
    'INVALID_DURATION',
    '1.5 months is not a duration: the amount is a whole number.',
  ],
  [
    'lastSeenAt within P6M',
    '                  ^^^',
    'INVALID_DURATION',
    '`P6M` is not a duration: write an amount and a unit, such as 6 months. Did you mean `6 months`?',
  ],
  [
    'lastSeenAt within "14 days"',
    '                  ^^^^^^^^^',
    'INVALID_DURATION',
    'the text "14 days" is not a duration: write an amount and a unit, such as 6 months. Did you mean `14 days`?',
  ],
  [
    'lastSeenAt within 2000 years',
    '                  ^^^^^^^^^^',
    'INVALID_DURATION',
    '2000 years is not a duration: at most 1000 years are allowed.',
  ],
];

const shapes: readonly Example[] = [
  ['()', '^^', 'MISSING_TERM', 'A condition is missing inside the brackets.'],
  ['city = "a" and', '           ^^^', 'MISSING_TERM', 'A condition is missing after `and`.'],
  ['or city = "a"', '^^', 'MISSING_TERM', 'A condition is missing before `or`.'],
  ['city = "a" and and city = "b"', '           ^^^', 'MISSING_TERM', 'A condition is missing after `and`.'],
  ['(not) or city = "a"', ' ^^^', 'MISSING_TERM', 'A condition is missing after `not`.'],
  ['city', '^^^^', 'MISSING_OPERATOR', '`city` is not compared with anything: an operator is missing.'],
  [
    'purchases where (store.city)',
    '                 ^^^^^^^^^^',
    'MISSING_OPERATOR',
    '`store.city` is not compared with anything: an operator is missing.',
  ],
  ['(city = "a"', '^', 'UNCLOSED_BRACKET', 'The bracket is not closed: a ) is missing.'],
  ['city in ("a", "b"', '        ^', 'UNCLOSED_BRACKET', 'The bracket is not closed: a ) is missing.'],
  ['city in ("a" and city = "b"', '        ^', 'UNCLOSED_BRACKET', 'The bracket is not closed: a ) is missing.'],
  [
    'city = "a") and city = "b"',
    '          ^',
    'UNEXPECTED_TOKEN',
    'Expected `and`, `or` or the end of the rule, but found `)`.',
  ],
  [
    'city = "a" gender = MALE',
    '           ^^^^^^',
    'UNEXPECTED_TOKEN',
    'Expected `and`, `or` or the end of the rule, but found `gender`.',
  ],
  [
    'city = "a" adn gender = MALE',
    '           ^^^',
    'UNEXPECTED_TOKEN',
    'Expected `and`, `or` or the end of the rule, but found `adn`. Did you mean `and`?',
  ],
  [
    'not not city = "a"',
    '    ^^^',
    'UNEXPECTED_TOKEN',
    'Expected a condition or an opening bracket, but found `not`. Did you mean `not (not …)`?',
  ],
  ['5 < totalSpent', '^', 'UNEXPECTED_TOKEN', 'Expected a condition, but found the number 5.'],
  ['city. = "a"', '      ^', 'UNEXPECTED_TOKEN', 'Expected a name after the dot, but found `=`.'],
  [
    'city hass "a"',
    '     ^^^^',
    'UNEXPECTED_TOKEN',
    'Expected an operator after `city`, but found `hass`. Did you mean `has`?',
  ],
  ['city =', '      ^', 'UNEXPECTED_TOKEN', 'Expected a value, but found the end of the rule.'],
  ['city = and tags has "a"', '       ^^^', 'UNEXPECTED_TOKEN', 'Expected a value, but found `and`.'],
  ['city in ()', '         ^', 'UNEXPECTED_TOKEN', 'Expected a value, but found `)`.'],
  ['city = ("a")', '       ^', 'UNEXPECTED_TOKEN', 'Expected a value, but found `(`. Did you mean `in (…)`?'],
  [
    'city in "a"',
    '        ^^^',
    'UNEXPECTED_TOKEN',
    'Expected `(` and a list of values, but found the text "a". Did you mean `("a")`?',
  ],
  ['city in ("a" "b")', '             ^^^', 'UNEXPECTED_TOKEN', 'Expected `,` or `)`, but found the text "b".'],
  [
    'city not contains "a"',
    '         ^^^^^^^^',
    'UNEXPECTED_TOKEN',
    'Expected `in` or `within` after `not`, but found `contains`. Did you mean `not city contains …`?',
  ],
  ['city starts "a"', '            ^^^', 'UNEXPECTED_TOKEN', 'Expected `with`, but found the text "a".'],
  [
    'city is null',
    '        ^^^^',
    'UNEXPECTED_TOKEN',
    'Expected `known`, but found `null`. Did you mean `is not known`?',
  ],
  [
    'gender is not MALE',
    '              ^^^^',
    'UNEXPECTED_TOKEN',
    'Expected `known`, but found `MALE`. Did you mean `!= MALE`?',
  ],
  [
    'in segmnt "a"',
    '   ^^^^^^',
    'UNEXPECTED_TOKEN',
    'Expected `segment` after `in`, but found `segmnt`. Did you mean `segment`?',
  ],
  [
    'in segment loyal',
    '           ^^^^^',
    'UNEXPECTED_TOKEN',
    'Expected the segment\'s name or id in double quotes, but found `loyal`. Did you mean `"loyal"`?',
  ],
  [
    'purchases wher (status = PAID)',
    '          ^^^^',
    'UNEXPECTED_TOKEN',
    'Expected `where` before the bracket, but found `wher`. Did you mean `where`?',
  ],
  [
    'purchases where status = PAID',
    '                ^^^^^^',
    'UNEXPECTED_TOKEN',
    'Expected `(` after `where`, but found `status`.',
  ],
  [
    'purchases counts >= 3',
    '          ^^^^^^',
    'UNEXPECTED_TOKEN',
    'Expected a measure, `and`, `or` or the end of the rule, but found `counts`. Did you mean `count`?',
  ],
  [
    'purchases count 3',
    '                ^',
    'UNEXPECTED_TOKEN',
    'Expected a sign of comparison, such as `>=`, but found the number 3.',
  ],
  ['purchases count > "3"', '                  ^^^', 'UNEXPECTED_TOKEN', 'Expected a number, but found the text "3".'],
];

const characters: readonly Example[] = [
  [
    'tags has "hiker',
    '         ^^^^^^',
    'UNCLOSED_STRING',
    'The text is not closed: a " is missing at its end, on the same line.',
  ],
  [
    String.raw`city = "a\nb"`,
    '         ^',
    'INVALID_STRING',
    String.raw`The text cannot be kept: \ may only stand before " or another \. Did you mean ${'`\\\\`'}?`,
  ],
  [
    'city = "\ud800"',
    '       ^^^',
    'INVALID_STRING',
    'The text cannot be kept: it has half a character (a lone surrogate).',
  ],
  ['city == "a"', '     ^^', 'UNEXPECTED_CHARACTER', 'The character == has no meaning here. Did you mean `=`?'],
  ['totalSpent ≥ 5', '           ^', 'UNEXPECTED_CHARACTER', 'The character ≥ has no meaning here. Did you mean `>=`?'],
  ["city = 'a'", '       ^', 'UNEXPECTED_CHARACTER', 'The character \' has no meaning here. Did you mean `"`?'],
  [
    'totalSpent > ５０',
    '             ^^^^',
    'UNEXPECTED_CHARACTER',
    'The character ５０ has no meaning here. Did you mean `50`?',
  ],
  ['city = @@@ "a"', '       ^^^', 'UNEXPECTED_CHARACTER', 'The character @@@ has no meaning here.'],
];

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
    const ofSegments: RuleErrorCode[] = ['UNKNOWN_SEGMENT', 'SEGMENT_CYCLE'];
    const shown = new Set([...all.map(([, , code]) => code), ...elsewhere, ...ofFilters, ...ofSegments]);
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
