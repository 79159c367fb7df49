import { DomainError } from '../../platform/errors.ts';
import type { Transaction } from '../../platform/neo4j/database.ts';
import type { Stamp } from '../identity/decisions.store.ts';
import type { IdentifierGiven, IdentifierNormaliser } from '../identity/normalise-identifier.ts';
import { keyUntil } from '../identity/owner-periods.ts';
import { readCustomersOn, removeUnnamed } from './claim-again.store.ts';
import type { RestitchRules } from './gather-closure.ts';
import {
  claimReissued,
  createReissue,
  endReissue,
  moveReissue,
  type ReissuedIdentifier,
  readStandingReissues,
} from './reissue.store.ts';
import { restitch } from './restitch.ts';

/** That an identifier is somebody else's from an instant on. */
export interface Reissue {
  readonly identifier: IdentifierGiven;
  readonly from: Date;
}

const refuse = (message: string, details: Record<string, unknown>) =>
  new DomainError('BAD_USER_INPUT', message, details);

/** The identifier that is meant, which must be one that joins. */
function strongIdentifier(given: IdentifierGiven, normaliser: IdentifierNormaliser): ReissuedIdentifier {
  const { key, kind, scope, normalised, strength } = normaliser.normalise(given);
  if (key === null || normalised === null)
    throw refuse(`The ${given.kind} "${given.value}" identifies nobody, so it cannot change hands.`, { kind });
  if (strength === 'weak') throw refuse(`A ${kind} joins nobody, so it cannot change hands.`, { kind });
  return { key, kind, scope, value: normalised };
}

/**
 * Tells that an identifier changed hands: facts from before that instant that name it, and those since, are not joined by it,
 * whenever they come. Returns the customers concerned.
 */
export async function reissue(
  transaction: Transaction,
  id: string,
  { identifier: given, from }: Reissue,
  stamp: Stamp,
  rules: RestitchRules,
  now: Date,
): Promise<string[]> {
  if (from > now) throw refuse('An identifier cannot have changed hands in the future.', { argument: 'from' });
  const identifier = strongIdentifier(given, rules.normaliser);
  const before = await claimReissued(transaction, identifier);
  if (before.some((instant) => instant.getTime() === from.getTime()))
    throw refuse(`It is known already that this ${identifier.kind} changed hands then.`, { argument: 'from' });
  const instants = [...before, from].sort((one, other) => one.getTime() - other.getTime());
  const { kind, value, scope } = given;
  await createReissue(
    transaction,
    identifier.key,
    { id, from, now, ...stamp, kind, value, scope: scope ?? '' },
    instants,
  );
  return stitchOwners(transaction, identifier.key, instants, rules, now);
}

/** Takes a reissue back; the customers concerned, or null when none of that id stands. */
export async function takeReissueBack(
  transaction: Transaction,
  id: string,
  stamp: Stamp,
  rules: RestitchRules,
  now: Date,
): Promise<string[] | null> {
  const ended = await endReissue(transaction, id, { ...stamp, now });
  if (ended === null) return null;
  const { key, from, left } = ended;
  const customers = await stitchOwners(transaction, key, [...left, from], rules, now);
  await removeUnnamed(transaction, [keyUntil(key, from)]);
  return customers;
}

async function stitchOwners(
  transaction: Transaction,
  key: string,
  instants: readonly Date[],
  rules: RestitchRules,
  now: Date,
): Promise<string[]> {
  const keys = [key, ...instants.map((instant) => keyUntil(key, instant))];
  const readOwners = async () => {
    const owners = new Set<string>();
    for (const one of keys) for (const customer of await readCustomersOn(transaction, one)) owners.add(customer);
    return [...owners].sort();
  };
  // Whether it is shared is a question to be asked anew of each owner's part.
  await restitch(transaction, { customers: await readOwners(), facts: [] }, rules, 'REISSUED', now);
  return readOwners();
}

/** Puts what was told of identifiers under the keys that these have by other rules. */
export async function moveReissues(transaction: Transaction, normaliser: IdentifierNormaliser): Promise<void> {
  for (const { id, kind, scope, value, key } of await readStandingReissues(transaction)) {
    const identifier = identifierNow({ kind, value, scope: scope || null }, normaliser);
    if (identifier === null || identifier.key === key) continue;
    await claimReissued(transaction, identifier);
    await moveReissue(transaction, id, identifier.key);
  }
}

/** Null where the rules make no strong identifier of it: then what was told has no effect. */
function identifierNow(given: IdentifierGiven, normaliser: IdentifierNormaliser): ReissuedIdentifier | null {
  try {
    return strongIdentifier(given, normaliser);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
