import { DomainError } from '../../platform/errors.ts';

const MOST_ATTEMPTS = 10;

/**
 * Runs a decision on a customer; again when the customer was merged while it waited for the lock ('moved').
 * Throws CONFLICT when that happened ten times in a row.
 */
export async function untilSettled<T>(attempt: () => Promise<T | 'moved'>): Promise<T> {
  for (let left = MOST_ATTEMPTS; left > 0; left--) {
    const outcome = await attempt();
    if (outcome !== 'moved') return outcome;
  }
  throw new DomainError('CONFLICT', 'The customer is being changed by others all the time: try again.');
}
