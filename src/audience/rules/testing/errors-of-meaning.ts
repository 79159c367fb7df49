import type { RuleErrorCode } from '../messages.ts';

/** A text on one line, carets below what is wrong in it, the code, and the whole message with what was meant. */
export type Example = readonly [text: string, carets: string, code: RuleErrorCode, message: string];

/** Texts whose names do not fit. */
export const names: readonly Example[] = [
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

/** Texts whose operators or values do not fit. */
export const values: readonly Example[] = [
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
