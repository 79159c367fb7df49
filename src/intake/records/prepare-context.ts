import type { MoneySettings } from '../../platform/money.ts';
import { fromMinor, isKnownCurrency, toMinor } from '../../platform/money.ts';
import { parseInstant } from '../../platform/time.ts';
import type { IdentifierNormaliser } from '../identity/normalise-identifier.ts';
import { plainText } from '../identity/normalise-identifier.ts';

/** What preparing one record needs, and where it puts what it finds. */
export interface PrepareContext {
  readonly index: number;
  readonly identifiers: IdentifierNormaliser;
  readonly money: MoneySettings;
  /** Notes something doubtful; the record is kept. */
  warn(code: string, message: string, path: readonly string[]): void;
  /** Notes a fault; the record is rejected. */
  fault(code: string, message: string, path: readonly string[]): void;
}

/** The version of records that carry no time: older than any that does. */
export const BEGINNING = new Date(0);

/** A stated text in one spelling: NFKC, no outer and no doubled spaces; null when nothing is left. */
export function plain(value: string | null | undefined): string | null {
  return value == null ? null : plainText(value).replace(/\s+/g, ' ') || null;
}

/** Tags in one spelling, each once, sorted. */
export function plainTags(tags: readonly string[] | null | undefined): string[] {
  return [...new Set((tags ?? []).map(plain).filter((tag) => tag !== null))].sort();
}

/** An instant that the schema's check has already accepted. */
export function instant(value: string): Date {
  const parsed = parseInstant(value);
  if (!parsed) throw new RangeError(`${value} passed the check of instants but cannot be parsed.`);
  return parsed;
}

/** Instant of the last change, or the beginning of time when the source gave none. */
export function versionOf(updatedAt: string | null | undefined): Date {
  return updatedAt == null ? BEGINNING : instant(updatedAt);
}

/** Checks that amounts in a currency can be counted in the reporting currency. */
export function checkCurrency(currency: string, path: readonly string[], context: PrepareContext): boolean {
  if (isKnownCurrency(currency, context.money)) return true;
  const message = `There is no rate for the currency "${currency}". Give one with CURRENCY_RATES, for example ${currency}=7.10 (${context.money.currency} for 1).`;
  context.fault('UNKNOWN_CURRENCY', message, path);
  return false;
}

/** No single amount is larger, in minor units, so that sums of many stay exact in the database and in JavaScript. */
export const LARGEST_AMOUNT = 10n ** 13n;

/** An amount in minor units, or null with a fault noted: negative, too large, or with more decimals than the currency has. */
export function amount(
  value: string,
  currency: string,
  path: readonly string[],
  context: PrepareContext,
): bigint | null {
  const minor = toMinor(value, currency);
  if (minor === null) {
    context.fault('AMOUNT_TOO_PRECISE', `"${value}" has more decimals than ${currency} has.`, path);
    return null;
  }
  if (minor < 0n) {
    context.fault('NEGATIVE_AMOUNT', `An amount may not be negative, found "${value}".`, path);
    return null;
  }
  if (minor > LARGEST_AMOUNT) {
    context.fault(
      'AMOUNT_TOO_LARGE',
      `No amount may exceed ${fromMinor(LARGEST_AMOUNT, currency)}, found "${value}".`,
      path,
    );
    return null;
  }
  return minor;
}
