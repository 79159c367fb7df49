import Big from 'big.js';
import { minorDigits } from './currency-digits.ts';

export { minorDigits };

/** What one unit of a currency is worth in the reporting currency, as exact decimal text. */
export type CurrencyRates = Readonly<Record<string, string>>;

/** The part of the configuration that money needs. */
export interface MoneySettings {
  readonly currency: string;
  readonly currencyRates: CurrencyRates;
}

const DECIMAL = /^-?\d{1,30}(?:\.\d{1,30})?$/;
const LARGEST_MINOR = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Minor units of a decimal text: ('199.00', 'CNY') is 19900n.
 * Null when the text is no plain decimal, finer than the currency's minor unit, or beyond ±(2^53 - 1) minor units.
 */
export function toMinor(text: string, currency: string): bigint | null {
  if (!DECIMAL.test(text)) return null;
  const digits = minorDigits(currency);
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const size = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (size > LARGEST_MINOR) return null;
  return negative ? -size : size;
}

/** Decimal text of minor units, with all the digits of the currency: (19900, 'CNY') is '199.00'. */
export function fromMinor(minor: number | bigint, currency: string): string {
  const amount = BigInt(minor);
  const digits = minorDigits(currency);
  const sign = amount < 0n ? '-' : '';
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Whether amounts in this currency can be told in the reporting currency. */
export function isKnownCurrency(code: string, settings: MoneySettings): boolean {
  return code === settings.currency || Object.hasOwn(settings.currencyRates, code);
}

/**
 * Minor units in the reporting currency: exact product with the rate, then rounded once, half away from zero.
 * Throws RangeError for a currency without a rate.
 */
export function toReportingMinor(minor: number | bigint, currency: string, settings: MoneySettings): bigint {
  if (currency === settings.currency) return BigInt(minor);
  const rate = Object.hasOwn(settings.currencyRates, currency) ? settings.currencyRates[currency] : undefined;
  if (rate === undefined) throw new RangeError(`no rate from ${currency} to ${settings.currency}`);
  const shift = minorDigits(settings.currency) - minorDigits(currency);
  const value = new Big(minor.toString()).times(rate).times(new Big(10).pow(Math.max(shift, 0)));
  const scaled = shift < 0 ? shiftDown(value, -shift) : value;
  return BigInt(scaled.round(0, Big.roundHalfUp).toFixed(0));
}

// Division by a power of ten as a multiplication by its exact inverse: big.js rounds quotients, never products.
function shiftDown(value: Big, digits: number): Big {
  return value.times(new Big(`1e-${digits}`));
}
