import { Big } from 'big.js';
import { Temporal } from 'temporal-polyfill';

/** What a world is read with. */
export interface Settings {
  /** When the facts were last worked on: bands of stores and staff count back from here. */
  now: Date;
  timeZone: string;
  /** The reporting currency. */
  currency: string;
  /** What one unit of another currency is worth in the reporting currency, as decimal text. */
  rates: Readonly<Record<string, string>>;
  lapsedAfterDays: number;
}

/** An instant as RFC 3339 text or a Date, in milliseconds. */
export const millis = (instant: string | Date): number =>
  (instant instanceof Date ? instant : new Date(instant)).getTime();

/** `instant` minus an ISO 8601 duration, with days and months of the calendar in `timeZone`, in milliseconds. */
export function countBack(instant: Date, duration: string, timeZone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return there.subtract(Temporal.Duration.from(duration)).epochMilliseconds;
}

/** `instant` plus an ISO 8601 duration, in the same way. */
export function countOn(instant: Date, duration: string, timeZone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return there.add(Temporal.Duration.from(duration)).epochMilliseconds;
}

const digits: Record<string, number> = { JPY: 0, KRW: 0, KWD: 3 };

/** An amount in the reporting currency, rounded half-up to its smallest unit. */
export function toReporting(amount: Big, currency: string, settings: Settings): Big {
  if (currency === settings.currency) return amount;
  const rate = settings.rates[currency];
  if (rate === undefined) throw new Error(`the world has no rate for ${currency}`);
  return amount.times(rate).round(digits[settings.currency] ?? 2, Big.roundHalfUp);
}
