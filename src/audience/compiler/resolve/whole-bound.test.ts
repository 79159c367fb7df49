import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparisonOperator } from '../plan.ts';
import { wholeBound } from './whole-bound.ts';

const operators = ['=', '<>', '<', '<=', '>', '>='] as const satisfies readonly ComparisonOperator[];

const compare = (left: bigint, operator: ComparisonOperator, right: bigint): boolean =>
  ({
    '=': left === right,
    '<>': left !== right,
    '<': left < right,
    '<=': left <= right,
    '>': left > right,
    '>=': left >= right,
  })[operator];

describe('a bound in whole units', () => {
  it.each([
    ['=', '5000', 2, { operator: '=', value: '500000' }],
    ['=', '5000.10', 2, { operator: '=', value: '500010' }],
    ['=', '5000.100', 2, { operator: '=', value: '500010' }],
    ['=', '1.005', 2, 'none'],
    ['<>', '1.005', 2, 'each'],
    ['<', '1.005', 2, { operator: '<=', value: '100' }],
    ['<=', '1.005', 2, { operator: '<=', value: '100' }],
    ['>', '1.005', 2, { operator: '>', value: '100' }],
    ['>=', '1.005', 2, { operator: '>', value: '100' }],
    ['>=', '-1.005', 2, { operator: '>', value: '-101' }],
    ['<', '-0.5', 0, { operator: '<=', value: '-1' }],
    ['>', '9007199254740993', 0, { operator: '>', value: '9007199254740993' }],
    ['<', '9223372036854775807', 0, { operator: '<', value: '9223372036854775807' }],
    ['<', '9223372036854775808', 0, 'each'],
    ['>=', '9223372036854775808', 0, 'none'],
    ['>', '-9223372036854775809', 0, 'each'],
    ['=', '-9223372036854775809', 0, 'none'],
  ] as const)('%s %s with %i digits', (operator, text, digits, expected) => {
    expect(wholeBound(operator, text, digits)).toEqual(expected);
  });

  it.each(['', '1e3', '.5', '5.', '--1', '+1', ' 1', '1,000', 'NaN', '٣'])('refuses %j', (text) => {
    expect(wholeBound('=', text, 2)).toBeNull();
  });

  it('holds of the same whole numbers as the decimal does', () => {
    const decimals = fc.record({
      operator: fc.constantFrom(...operators),
      thousandths: fc.bigInt(-5_000n, 5_000n),
      units: fc.bigInt(-520n, 520n),
    });
    fc.assert(
      fc.property(decimals, ({ operator, thousandths, units }) => {
        const size = thousandths < 0n ? -thousandths : thousandths;
        const text = `${thousandths < 0n ? '-' : ''}${size / 1000n}.${String(size % 1000n).padStart(3, '0')}`;
        const bound = wholeBound(operator, text, 2);
        const holds =
          bound === 'each' ||
          (bound !== 'none' && bound !== null && compare(units, bound.operator, BigInt(bound.value)));
        expect(holds).toBe(compare(units * 10n, operator, thousandths));
      }),
    );
  });
});
