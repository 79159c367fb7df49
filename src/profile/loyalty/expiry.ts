import { addToLocalDate, localDateOf, startOfDay } from '../../platform/time.ts';
import type { LoyaltyRules } from './loyalty-rules.ts';
import type { Rounding } from './rules-shape.ts';

/** The instant from which points are void that came at an instant; null: they stay. */
export function expiryOf(at: Date, { expiry }: LoyaltyRules, timeZone: string): Date | null {
  return expiry.validFor === null ? null : endOf(at, expiry.validFor, expiry.until, timeZone);
}

/** The same of points that a reversed redemption gave back: not before they would have expired anyway. */
export function expiryOfReturned(at: Date, own: Date | null, { expiry }: LoyaltyRules, timeZone: string): Date | null {
  if (own === null) return null;
  const granted = endOf(at, expiry.returnedValidFor, 'DAY', timeZone);
  return granted > own ? granted : own;
}

/** The first instant after the day, month or year in which a time that long from an instant ends. */
function endOf(at: Date, duration: string, until: Rounding, timeZone: string): Date {
  return startOfDay(dayAfter(addToLocalDate(localDateOf(at, timeZone), duration), until), timeZone);
}

function dayAfter(day: string, until: Rounding): string {
  if (until === 'DAY') return addToLocalDate(day, 'P1D');
  if (until === 'MONTH') return addToLocalDate(`${day.slice(0, 7)}-01`, 'P1M');
  return addToLocalDate(`${day.slice(0, 4)}-01-01`, 'P1Y');
}
