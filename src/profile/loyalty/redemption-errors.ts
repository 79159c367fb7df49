import { MOST_POINTS } from '../../intake/records/prepare-points.ts';
import { DomainError } from '../../platform/errors.ts';

/** Refuses a number of points that no redemption takes. */
export function checkPoints(points: number, least: number): void {
  if (points >= least && points <= MOST_POINTS) return;
  throw new DomainError('BAD_USER_INPUT', `points must be from ${least} to ${MOST_POINTS}, not ${points}.`, {
    argument: 'points',
  });
}

/** There is nobody, or nothing, of that name. */
export const notFound = (message: string) => new DomainError('NOT_FOUND', message);

/** The points are not there. */
export const insufficient = (balance: number, points: number) =>
  new DomainError('INSUFFICIENT_POINTS', `The customer has ${balance} points, not ${points}. Nothing was taken.`, {
    balance,
    points,
  });

/** The customer cannot be told from others by anything strong. */
export const notKnown = () =>
  new DomainError(
    'CUSTOMER_NOT_KNOWN',
    'The customer has no strong identifier of their own, so nobody can tell whose points they are. Take in one, e.g. a member number.',
  );

/** The identifier leads to several customers, or to none. */
export const notOne = () => notFound('The identifier does not lead to one customer.');

/** The key was used for something else. */
export const reused = (source: string, key: string) =>
  new DomainError(
    'IDEMPOTENCY_KEY_REUSED',
    `${source} used the key "${key}" for something else. Nothing was changed; take a new key for what is new.`,
    { source, idempotencyKey: key },
  );

/** It was taken back before. */
export const alreadyReversed = (source: string, key: string) =>
  new DomainError('ALREADY_REVERSED', `The redemption "${key}" of ${source} was taken back before.`, {
    source,
    idempotencyKey: key,
  });
