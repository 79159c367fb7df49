import { DomainError } from '../../platform/errors.ts';

/** What is asked of a source record before something is decided of it. */
interface Identified {
  readonly strongKeys: readonly string[];
  readonly weakKeys: readonly string[];
}

/** Nobody is known by it: devices and cookies alone say whose it is. */
const isCarried = (record: Identified | undefined) =>
  record !== undefined && record.strongKeys.length === 0 && record.weakKeys.length > 0;

/**
 * Decisions are about people: a side that is known by devices and cookies only goes with whoever is on these, so that a
 * decision on it would say yes and change nothing.
 * @param sides the records of each person in question
 * @throws DomainError CANNOT_DECIDE
 */
export function requireKnown(
  stored: ReadonlyMap<string, Identified>,
  sides: readonly (readonly string[])[],
  code: 'CANNOT_DECIDE' | 'CANNOT_UNDO' = 'CANNOT_DECIDE',
): void {
  const carried = sides.find((records) => records.every((record) => isCarried(stored.get(record))));
  if (carried === undefined) return;
  throw new DomainError(
    code,
    `Devices and cookies alone say whose ${carried[0]} is: it goes with whoever is on them. Decide once a record names more.`,
    { record: carried[0] },
  );
}
