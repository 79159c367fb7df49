import { DomainError } from '../../platform/errors.ts';
import type { IdentifierNormaliser } from '../identity/normalise-identifier.ts';

/** What an event says of who brought whom. */
export interface ReferralEvidence {
  /** Of what was shared, or opened. */
  readonly shareId: string | null;
  /** Key of a strong identifier of who invited the customer. */
  readonly invitedBy: string | null;
}

/** Reads what the properties of an event say of who brought whom; what makes no sense says nothing. */
export function readReferral(properties: unknown, identifiers: IdentifierNormaliser): ReferralEvidence {
  if (typeof properties !== 'object' || properties === null) return { shareId: null, invitedBy: null };
  const { shareId, share, invitedBy, referrer } = properties as Record<string, unknown>;
  return { shareId: textOf(shareId ?? share), invitedBy: keyOf(invitedBy ?? referrer, identifiers) };
}

const LONGEST = 500;

function textOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= LONGEST ? text : null;
}

function keyOf(value: unknown, identifiers: IdentifierNormaliser): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, value: given, scope } = value as Record<string, unknown>;
  if (typeof kind !== 'string' || typeof given !== 'string') return null;
  try {
    const { key, strength } = identifiers.normalise({
      kind,
      value: given,
      scope: typeof scope === 'string' ? scope : null,
    });
    return strength === 'strong' ? key : null;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'UNKNOWN_IDENTIFIER_KIND') return null;
    throw error;
  }
}
