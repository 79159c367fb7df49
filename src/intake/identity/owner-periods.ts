import { compositeKey, splitKey } from '../../platform/ids.ts';
import { keyOfStated, type StatedOnce } from './stated-identifiers.ts';

/**
 * By key of an identifier: the instants from which on it is somebody else's, ascending. What was seen before such an instant
 * is under a key of its own, so that the plain key is always today's owner's.
 */
export type Periods = ReadonlyMap<string, readonly Date[]>;

export const noPeriods: Periods = new Map();

/** The key of an identifier whoever had it, of the key that somebody had it under until an instant. */
export const plainKey = (key: string): string => periodOf(key).plainKey ?? key;

/** Until when somebody had what a key says, and the key it has otherwise; nothing for today's owner's key. */
export function periodOf(key: string): { until?: Date; plainKey?: string } {
  const [kind = '', scope = '', value = '', until] = splitKey(key);
  return until === undefined ? {} : { until: new Date(until), plainKey: compositeKey(kind, scope, value) };
}

/** The key under which somebody had an identifier until an instant. */
export const keyUntil = (key: string, until: Date): string => compositeKey(...splitKey(key), until.toISOString());

/** The key of an identifier that was seen at an instant. */
export function keyAt(key: string, seenAt: Date, periods: Periods): string {
  const until = periods.get(key)?.find((instant) => seenAt < instant);
  return until === undefined ? key : keyUntil(key, until);
}

/**
 * The keys of a source record of whose values some changed hands: it had each when it first stated it. A record that goes on
 * stating a value after it was issued to somebody else is out of date.
 */
export function settlePeriods(keys: readonly string[], stated: readonly StatedOnce[], periods: Periods): string[] {
  if (periods.size === 0) return [...keys];
  const firstStated = new Map<string, Date>();
  for (const one of stated) {
    const key = keyOfStated(one);
    if (key === null || !periods.has(key)) continue;
    const before = firstStated.get(key);
    if (before === undefined || one.at < before) firstStated.set(key, one.at);
  }
  const settled = keys.map((key) => {
    const plain = plainKey(key);
    const at = firstStated.get(plain);
    return at === undefined ? key : keyAt(plain, at, periods);
  });
  return [...new Set(settled)];
}
