import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromMinor, isKnownCurrency, minorDigits, toMinor, toReportingMinor } from './money.ts';

const settings = { currency: 'CNY', currencyRates: { USD: '7.10', JPY: '0.045', KWD: '23.1234567' } };

test.each([
  ['CNY', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['CLF', 4],
])('%s has %i minor digits', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

describe('toMinor', () => {
  test.each([
    ['199.00', 'CNY', 19900n],
    ['199', 'CNY', 19900n],
    ['-0.01', 'CNY', -1n],
    ['007.5', 'CNY', 750n],
    ['1.2300', 'CNY', 123n],
    ['1500', 'JPY', 1500n],
    ['1500.0', 'JPY', 1500n],
    ['0.001', 'KWD', 1n],
    ['90071992547409.91', 'CNY', 9007199254740991n],
  ])('%s %s', (text, currency, minor) => {
    expect(toMinor(text, currency)).toBe(minor);
  });

  test.each([
    '',
    '.5',
    '5.',
    '1e3',
    '+1',
    ' 1',
    '1,000',
    '0x10',
    'NaN',
    '0.001',
    '90071992547409.92',
    '１',
    '--1',
    '1.2.3',
  ])('%j is no amount in CNY', (text) => {
    expect(toMinor(text, 'CNY')).toBeNull();
  });

  test('a half yen is no amount', () => expect(toMinor('0.5', 'JPY')).toBeNull());
});

describe('fromMinor', () => {
  test.each([
    [19900, 'CNY', '199.00'],
    [5n, 'CNY', '0.05'],
    [-5, 'CNY', '-0.05'],
    [0, 'JPY', '0'],
    [-1500, 'JPY', '-1500'],
    [1, 'KWD', '0.001'],
  ] as const)('%s %s', (minor, currency, text) => {
    expect(fromMinor(minor, currency)).toBe(text);
  });

  test('is undone by toMinor', () => {
    const minor = fc.maxSafeInteger();
    const currency = fc.constantFrom('CNY', 'JPY', 'KWD', 'CLF');
    fc.assert(fc.property(minor, currency, (m, c) => toMinor(fromMinor(m, c), c) === BigInt(m)));
  });
});

describe('toReportingMinor', () => {
  test.each([
    [19900, 'CNY', 19900n],
    [1, 'USD', 7n],
    [5, 'USD', 36n],
    [-5, 'USD', -36n],
    [100, 'JPY', 450n],
    [1000, 'KWD', 2312n],
    [1234567, 'KWD', 2854746n],
    [9007199254740991n, 'USD', 63951114708661036n],
  ] as const)('%s minor units of %s', (minor, currency, expected) => {
    expect(toReportingMinor(minor, currency, settings)).toBe(expected);
  });

  test('a currency without a rate is refused', () => {
    expect(isKnownCurrency('USD', settings)).toBe(true);
    expect(isKnownCurrency('CNY', settings)).toBe(true);
    expect(isKnownCurrency('toString', settings)).toBe(false);
    expect(() => toReportingMinor(1, 'GBP', settings)).toThrow(RangeError);
  });
});
