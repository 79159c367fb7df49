import { Temporal } from 'temporal-polyfill';

/** The only source of the current time, so that a test can tell a story over months. */
export interface Clock {
  now(): Date;
}

/** The time of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is told otherwise. */
export interface FixedClock extends Clock {
  set(instant: Date | string): void;
  /** Moves on by an ISO 8601 duration, calendar units counted in UTC. */
  advance(isoDuration: string): void;
}

/** A clock that shows `instant` until it is moved. */
export function fixedClock(instant: Date | string): FixedClock {
  let current = toDate(instant);
  return {
    now: () => new Date(current),
    set: (next) => {
      current = toDate(next);
    },
    advance: (isoDuration) => {
      const moved = Temporal.Instant.fromEpochMilliseconds(current.getTime())
        .toZonedDateTimeISO('UTC')
        .add(Temporal.Duration.from(isoDuration));
      current = new Date(moved.epochMilliseconds);
    },
  };
}

function toDate(instant: Date | string): Date {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an instant: ${String(instant)}`);
  return date;
}
