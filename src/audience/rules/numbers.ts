import { fault, type Reading } from './errors.ts';
import { ruleLimits } from './limits.ts';

const decimalPattern = /^(-?)([0-9]+)(?:\.([0-9]+))?$/;
const intRange = { least: -2_147_483_648, most: 2_147_483_647 };

/** The one spelling of a decimal: `007.50` -> `7.5`, `-0` -> `0`. */
export function readDecimal(text: string): Reading<string> {
  const match = decimalPattern.exec(text);
  if (match === null) return fault('INVALID_NUMBER', { found: text, reason: 'write a number such as 5000 or 199.5' });
  const whole = stripStart(match[2] ?? '', '0') || '0';
  const fraction = stripEnd(match[3] ?? '', '0');
  if (whole.length > ruleLimits.digits || fraction.length > ruleLimits.digits) {
    const reason = `at most ${ruleLimits.digits} digits are allowed before the decimal point, and as many after it`;
    return fault('INVALID_NUMBER', { found: text, reason });
  }
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  return { value: digits === '0' ? '0' : `${match[1]}${digits}` };
}

/** A whole number of 32 bits, as GraphQL's Int is. */
export function readInt(text: string): Reading<number> {
  const decimal = readDecimal(text);
  if ('fault' in decimal) return decimal;
  const number = Number(decimal.value);
  if (decimal.value.includes('.')) {
    return fault('INVALID_NUMBER', { found: text, reason: 'a whole number is needed' }, [String(Math.round(number))]);
  }
  if (number < intRange.least || number > intRange.most) {
    const reason = `a whole number from ${intRange.least} to ${intRange.most} is needed`;
    return fault('INVALID_NUMBER', { found: text, reason });
  }
  return { value: number };
}

function stripStart(text: string, character: string): string {
  let start = 0;
  while (text[start] === character) start += 1;
  return text.slice(start);
}

function stripEnd(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}
