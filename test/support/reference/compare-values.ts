import { Big } from 'big.js';
import { Temporal } from 'temporal-polyfill';
import type { Compare, CompareFields } from '../../../src/audience/rules/tree.ts';
import { countBack, millis, type Settings } from './settings.ts';
import type { Scalar, Subject, Value } from './subjects.ts';

/** When is asked, and by whose calendar. */
export interface Moment {
  settings: Settings;
  asOf: Date;
}

/** The object at the end of a path; null when there is none. */
export function objectAt(subject: Subject, path: readonly string[]): Subject | null {
  return valueAt(subject, path) as Subject | null;
}

/** Two values compare as one would with the other written down. */
export function comparesFields({ path, operator, other }: CompareFields, subject: Subject, moment: Moment): boolean {
  const [left, right] = [valueAt(subject, path), valueAt(subject, other)];
  if (left === null || right === null) return false;
  const written =
    right instanceof Date ? right.toISOString() : right instanceof Big ? right.toFixed() : (right as string);
  if (operator === 'ne') return !matches('eq', left as Scalar, written, moment);
  return matches(operator, left as Scalar, written, moment);
}

/** The value at the end of a path; a missing object on the way makes it missing. */
export function valueAt(subject: Subject, path: readonly string[]): Value {
  const [field, ...rest] = path as [string, ...string[]];
  const value = subject[field];
  if (value === undefined) throw new Error(`nothing here is called ${field}`);
  if (rest.length === 0) return value as Value;
  return value === null ? null : valueAt(value as Subject, rest);
}

/** Whether a value, or one of a list, is as a rule wants it. */
export function compares({ operator, value: expected }: Compare, actual: Value, moment: Moment): boolean {
  if (operator.startsWith('has')) return actual !== null && tagged(operator, actual as readonly string[], expected);
  const values: readonly Scalar[] = actual === null ? [] : Array.isArray(actual) ? actual : [actual as Scalar];
  const known = values.length > 0;
  switch (operator) {
    case 'known':
      return known;
    case 'unknown':
      return !known;
    case 'ne':
      return known && !values.some((value) => matches('eq', value, expected as string | number, moment));
    case 'in':
      return (expected as readonly (string | number)[]).some((one) =>
        values.some((value) => matches('eq', value, one, moment)),
      );
    case 'notIn':
      return (
        known &&
        !(expected as readonly (string | number)[]).some((one) =>
          values.some((value) => matches('eq', value, one, moment)),
        )
      );
    case 'notWithin':
      return !values.some((value) => matches('within', value, expected as string, moment));
    default:
      return values.some((value) => matches(operator, value, expected as string | number, moment));
  }
}

function matches(operator: string, actual: Scalar, expected: string | number, moment: Moment): boolean {
  if (actual instanceof Date) return matchesInstant(operator, actual, String(expected), moment);
  if (typeof actual !== 'string') return matchesNumber(operator, Big(actual), Big(expected));
  const [text, other] = [actual.normalize('NFKC'), String(expected).normalize('NFKC')];
  switch (operator) {
    case 'anniversaryWithin':
      return comesAgain(text, other, moment); // a calendar date
    case 'eq':
      return text === other;
    case 'contains':
      return text.toLowerCase().includes(other.toLowerCase());
    case 'startsWith':
      return text.toLowerCase().startsWith(other.toLowerCase());
    case 'before':
      return text < other; // calendar dates
    case 'after':
      return text > other;
    default:
      throw new Error(`${operator} does not compare text`);
  }
}

/** Whether a day, in a later year, lies in the days from today on. Without 29 February in that year it is the 28th. */
function comesAgain(day: string, duration: string, { asOf, settings }: Moment): boolean {
  const today = Temporal.Instant.fromEpochMilliseconds(asOf.getTime())
    .toZonedDateTimeISO(settings.timeZone)
    .toPlainDate();
  const ends = [today.add(duration), today.add({ years: 1 })].sort(Temporal.PlainDate.compare);
  const born = Temporal.PlainDate.from(day);
  return [today.year, today.year + 1].some((year) => {
    const again = born.with({ year });
    const lies =
      Temporal.PlainDate.compare(today, again) <= 0 &&
      Temporal.PlainDate.compare(again, ends[0] as Temporal.PlainDate) <= 0;
    return lies && year > born.year;
  });
}

function matchesInstant(operator: string, actual: Date, expected: string, moment: Moment): boolean {
  const { asOf, settings } = moment;
  if (operator === 'anniversaryWithin') {
    const there = Temporal.Instant.fromEpochMilliseconds(actual.getTime()).toZonedDateTimeISO(settings.timeZone);
    return comesAgain(there.toPlainDate().toString(), expected, moment);
  }
  if (operator === 'before') return millis(actual) < millis(expected);
  if (operator === 'after') return millis(actual) > millis(expected);
  if (operator !== 'within') throw new Error(`${operator} does not compare instants`);
  return millis(actual) > countBack(asOf, expected, settings.timeZone) && millis(actual) <= millis(asOf);
}

/** Whether one number is to another as the operator says. */
export function matchesNumber(operator: string, actual: Big, expected: Big): boolean {
  switch (operator) {
    case 'eq':
      return actual.eq(expected);
    case 'ne':
      return !actual.eq(expected);
    case 'lt':
      return actual.lt(expected);
    case 'lte':
      return actual.lte(expected);
    case 'gt':
      return actual.gt(expected);
    case 'gte':
      return actual.gte(expected);
    default:
      throw new Error(`${operator} does not compare numbers`);
  }
}

function tagged(operator: string, tags: readonly string[], expected: Compare['value']): boolean {
  const asked = (Array.isArray(expected) ? expected : [expected]).map((tag) => String(tag).normalize('NFKC'));
  const held = new Set(tags.map((tag) => tag.normalize('NFKC')));
  if (operator === 'hasAll') return asked.every((tag) => held.has(tag));
  if (operator === 'hasNone') return !asked.some((tag) => held.has(tag));
  return asked.some((tag) => held.has(tag));
}
