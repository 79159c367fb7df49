import { DomainError } from '../../platform/errors.ts';
import type { CustomerRef, IdentifierInput } from '../../platform/generated/schema-types.ts';
import { compositeKey } from '../../platform/ids.ts';
import { type StatedIdentifier, sentKey } from '../identity/normalise-identifier.ts';
import type { PrepareContext } from './prepare-context.ts';

/** What a record states of who the person is. */
export interface PersonEvidence {
  readonly identifiers: readonly StatedIdentifier[];
  readonly strongKeys: readonly string[];
  readonly weakKeys: readonly string[];
  /** The identifiers as they were sent, as `sentKey` has them; null where the keys say the same. */
  readonly sent: readonly string[] | null;
}

const reasons = {
  doubtful: 'is kept as evidence but identifies nobody: it is not a valid value of its kind',
  blocked: 'is kept as evidence but identifies nobody: it is on the list of junk values',
} as const;

function normaliseOne(
  given: IdentifierInput,
  path: readonly string[],
  context: PrepareContext,
): StatedIdentifier | null {
  try {
    const stated = context.identifiers.normalise(given);
    if (stated.status !== 'accepted') {
      const code = stated.status === 'blocked' ? 'BLOCKED_IDENTIFIER' : 'DOUBTFUL_IDENTIFIER';
      context.warn(code, `The ${given.kind} "${given.value}" ${reasons[stated.status]}.`, [...path, 'value']);
    }
    return stated;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    context.fault(error.code, error.message, [...path, 'kind']);
    return null;
  }
}

/** Normalises the identifiers of a record; each value counts once. */
export function prepareIdentifiers(
  given: readonly IdentifierInput[],
  path: readonly string[],
  context: PrepareContext,
): PersonEvidence {
  const identifiers = given
    .map((identifier, position) => normaliseOne(identifier, [...path, String(position)], context))
    .filter((stated) => stated !== null);
  const keys = (strength: 'strong' | 'weak') => [
    ...new Set(identifiers.filter((stated) => stated.strength === strength).flatMap((stated) => stated.key ?? [])),
  ];
  return { identifiers, strongKeys: keys('strong'), weakKeys: keys('weak'), sent: sentOf(identifiers) };
}

/** What must be kept of identifiers so that other rules can be applied to them. */
export function sentOf(identifiers: readonly StatedIdentifier[]): readonly string[] | null {
  const sent = identifiers.map((stated) => ({ key: stated.key, sent: sentKey(stated) }));
  return sent.every((one) => one.key === one.sent) ? null : [...new Set(sent.map((one) => one.sent))].sort();
}

/** Normalises the reference of an order or event to its person. */
export function prepareReference(
  reference: CustomerRef,
  path: readonly string[],
  context: PrepareContext,
): PersonEvidence & { readonly recordKey: string | null } {
  if (!reference.record && !reference.identifiers?.length)
    context.fault(
      'NO_CUSTOMER_REFERENCE',
      'Say whose it is: give identifiers, or the source record of the customer.',
      path,
    );
  return {
    ...prepareIdentifiers(reference.identifiers ?? [], [...path, 'identifiers'], context),
    recordKey: reference.record ? compositeKey(reference.record.source, reference.record.recordId) : null,
  };
}
