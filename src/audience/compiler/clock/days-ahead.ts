import { addToLocalDate, localDateOf } from '../../../platform/time.ts';
import type { DaySpan } from '../plan.ts';

/**
 * The days from today to a duration later, at most a year, year by year. Who was born on 29 February has the anniversary on
 * 28 February in other years.
 */
export function daysAhead(asOf: Date, duration: string, timeZone: string): readonly DaySpan[] {
  const today = localDateOf(asOf, timeZone);
  const [wanted, yearLater] = [addToLocalDate(today, duration), addToLocalDate(today, 'P1Y')];
  const last = [wanted, yearLater].sort()[0] ?? wanted;
  const [first, end] = [partsOf(today), partsOf(last)];
  if (first.year === end.year) return [spanOf(first.year, first.day, end.day)];
  return [spanOf(first.year, first.day, 1231), spanOf(end.year, 101, end.day)];
}

function partsOf(date: string): { readonly year: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, day: month * 100 + day };
}

function spanOf(year: number, from: number, to: number): DaySpan {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return { year, from, to: to === 228 && !isLeap ? 229 : to };
}
