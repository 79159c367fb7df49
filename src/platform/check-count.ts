import { DomainError } from './errors.ts';

/**
 * A number that a caller asked for, such as how many of a list, if it may be that.
 * @throws DomainError BAD_USER_INPUT that names the argument, unless it is a whole number from `least` to `most`
 */
export function checkCount(argument: string, value: number, most: number, least = 1): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const message = `${argument} must be a whole number from ${least} to ${most}, not ${value}.`;
  throw new DomainError('BAD_USER_INPUT', message, { argument });
}
