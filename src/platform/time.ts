import { Temporal } from 'temporal-polyfill';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DURATION =
  /^P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,9})?)S)?)?$/;
/** Of each part of a duration: its letter, and how many make a year, about. */
const PARTS = [
  ['Y', 1],
  ['M', 12],
  ['W', 52],
  ['D', 365],
  ['H', 8_766],
  ['M', 525_960],
  ['S', 31_557_600],
] as const;
const TIME_FROM = 4;
const LONGEST_DURATION_YEARS = 1000;

/** An RFC 3339 instant with an offset, real dates only; null for anything else. Finer than milliseconds is cut off. */
export function parseInstant(text: string): Date | null {
  const match = INSTANT.exec(text);
  if (!match || parseLocalDate(match[1] as string) === null) return null;
  return new Date(text.toUpperCase());
}

/** A real calendar date as 'YYYY-MM-DD', else null. */
export function parseLocalDate(text: string): string | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? text : null;
}

/** An ISO 8601 duration in normal form ('P6M', 'PT48H'), never negative, at most a thousand years; else null. */
export function parseDuration(text: string): string | null {
  const match = DURATION.exec(text.toUpperCase());
  if (!match) return null;
  let years = 0;
  let [date, time] = ['', ''];
  for (const [index, [letter, perYear]] of PARTS.entries()) {
    const amount = match[index + 1];
    if (amount === undefined || Number(amount) === 0) continue;
    years += Number(amount) / perYear;
    const part = `${plainNumber(amount)}${letter}`;
    if (index < TIME_FROM) date += part;
    else time += part;
  }
  if (years > LONGEST_DURATION_YEARS) return null;
  if (date === '' && time === '') return 'PT0S';
  return time === '' ? `P${date}` : `P${date}T${time}`;
}

/** Without zeros that mean nothing: '007' -> '7', '1.50' -> '1.5'. As text, because a number would lose nanoseconds. */
function plainNumber(digits: string): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const kept = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${kept === '' ? '' : `.${kept}`}`;
}

/** The instant a duration earlier; years, months, weeks and days are calendar units in the time zone. */
export function subtractDuration(instant: Date, isoDuration: string, timeZone: string): Date {
  const key = `${instant.getTime()} ${isoDuration} ${timeZone}`;
  const known = subtracted.get(key);
  if (known !== undefined) return new Date(known);
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  const found = zoned.subtract(Temporal.Duration.from(isoDuration)).epochMilliseconds;
  if (subtracted.size >= MOST_KEPT) subtracted.clear();
  subtracted.set(key, found);
  return new Date(found);
}

// calendars are slow, and hundreds of live segments ask for the same few windows of the same instant
const MOST_KEPT = 1_000;
const subtracted = new Map<string, number>();

/** The instant a duration later, by the same calendar. */
export function addDuration(instant: Date, isoDuration: string, timeZone: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return new Date(zoned.add(Temporal.Duration.from(isoDuration)).epochMilliseconds);
}

/** The first instant of a local date ('YYYY-MM-DD') in the time zone. */
export function startOfDay(localDate: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(localDate).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The date ('YYYY-MM-DD') that the calendar on the wall shows in the time zone at an instant. */
export function localDateOf(instant: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDate().toString();
}

/** The date ('YYYY-MM-DD') a duration of days or longer units later, by the calendar: a month after 31 January is the last of February. */
export function addToLocalDate(localDate: string, isoDuration: string): string {
  return Temporal.PlainDate.from(localDate).add(Temporal.Duration.from(isoDuration)).toString();
}

/** Whether the name is an IANA time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
