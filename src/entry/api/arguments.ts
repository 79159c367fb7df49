import { DomainError } from '../../platform/errors.ts';
import { parseDuration, parseInstant } from '../../platform/time.ts';

/** An instant given as an argument, or `otherwise` where none is given. Errors: BAD_USER_INPUT naming the argument. */
export function readInstant<Otherwise>(
  argument: string,
  text: string | null | undefined,
  otherwise: Otherwise,
): Date | Otherwise {
  if (text == null) return otherwise;
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  throw refuse(
    argument,
    `must be an RFC 3339 instant with an offset, e.g. "2026-06-18T11:02:00+08:00", not "${text}".`,
  );
}

/** An ISO 8601 duration given as an argument, in normal form. Errors: BAD_USER_INPUT naming the argument. */
export function readDuration(argument: string, text: string): string {
  const duration = parseDuration(text);
  if (duration !== null) return duration;
  throw refuse(argument, `must be an ISO 8601 duration, e.g. "P90D" or "P6M", not "${text}".`);
}

/** Refuses unless exactly one of some arguments is given. */
export function requireOne(given: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(given);
  if (names.filter((name) => given[name] != null).length === 1) return;
  throw new DomainError('BAD_USER_INPUT', `Give exactly one of ${names.join(', ')}.`, { arguments: names });
}

function refuse(argument: string, what: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `${argument} ${what}`, { argument });
}
