import type { ComparisonOperator } from '../plan.ts';

/** A comparison of whole numbers, or that it holds of each of them or of none. */
export type WholeBound = { readonly operator: ComparisonOperator; readonly value: string } | 'each' | 'none';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

/**
 * Turns a comparison with decimal text into an exact one of 64-bit whole numbers, in units of 10^-digits. A decimal between two
 * units equals none of them, and as a bound moves to the unit below: 'x < 1.5' and 'x <= 1.5' both are 'x <= 1'.
 * Null when the text is no decimal.
 */
export function wholeBound(operator: ComparisonOperator, text: string, digits: number): WholeBound | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign = '', units = '', fraction = ''] = match;
  const size = BigInt(units + fraction.slice(0, digits).padEnd(digits, '0'));
  const exact = !/[1-9]/.test(fraction.slice(digits));
  const floor = sign === '' ? size : exact ? -size : -size - 1n;
  if (floor > LARGEST) return operator === '<' || operator === '<=' || operator === '<>' ? 'each' : 'none';
  if (floor < SMALLEST) return operator === '>' || operator === '>=' || operator === '<>' ? 'each' : 'none';
  if (exact) return { operator, value: floor.toString() };
  return roundDown(operator, floor);
}

function roundDown(operator: ComparisonOperator, floor: bigint): WholeBound {
  switch (operator) {
    case '=':
      return 'none';
    case '<>':
      return 'each';
    case '<':
    case '<=':
      return { operator: '<=', value: floor.toString() };
    case '>':
    case '>=':
      return { operator: '>', value: floor.toString() };
  }
}
