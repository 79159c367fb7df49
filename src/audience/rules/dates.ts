import { Temporal } from 'temporal-polyfill';
import { fault, type Reading } from './errors.ts';

const datePattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const instantPattern =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;
const loosePattern = /^([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?:[Tt].*)?$/;

/** A day of the calendar: `2026-06-18`. */
export function readDate(text: string): Reading<string> {
  if (!datePattern.test(text)) {
    return fault(
      'INVALID_DATE',
      { found: text, reason: 'write year, month and day, such as 2026-06-18' },
      meantDate(text),
    );
  }
  return isRealDay(text) ? { value: text } : noSuchDay(text);
}

/** An RFC 3339 instant with any offset, as UTC with milliseconds; finer parts are cut off. */
export function readInstant(text: string): Reading<string> {
  const match = instantPattern.exec(text);
  if (match === null) {
    const reason = 'write a full instant, such as 2026-06-18T09:30:00+08:00';
    return fault('INVALID_DATE', { found: text, reason });
  }
  if (!isRealDay(match[1] ?? '')) return noSuchDay(text);
  return toUtc(Temporal.Instant.from(text.toUpperCase()), text);
}

/** The first instant of a day in a time zone, as UTC. */
export function readStartOfDay(text: string, timeZone: string): Reading<string> {
  const date = readDate(text);
  if ('fault' in date) return date;
  return toUtc(Temporal.PlainDate.from(date.value).toZonedDateTime(timeZone).toInstant(), text);
}

function toUtc(instant: Temporal.Instant, text: string): Reading<string> {
  const value = new Date(instant.epochMilliseconds).toISOString();
  // Years outside 0000-9999 get a sign, which RFC 3339 does not know.
  return /^[0-9]{4}-/.test(value)
    ? { value }
    : fault('INVALID_DATE', { found: text, reason: 'in UTC it is outside the years 0000 to 9999' });
}

/** `Date` rolls 30 February over into March, so a day that comes back is real. */
function isRealDay(text: string): boolean {
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

function noSuchDay(text: string): Reading<never> {
  return fault('INVALID_DATE', { found: text, reason: 'the calendar has no such day' });
}

/** `2026/6/8` -> `2026-06-08`, and of an instant its day, if that is a day. */
function meantDate(text: string): string[] {
  const match = loosePattern.exec(text);
  if (match === null) return [];
  const day = `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
  return isRealDay(day) ? [day] : [];
}
