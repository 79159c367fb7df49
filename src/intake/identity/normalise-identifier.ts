import type { CountryCode } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { DomainError } from '../../platform/errors.ts';
import { compositeKey } from '../../platform/ids.ts';
import type { IdentifierKind, IdentityRules } from './identity-rules.ts';

/** An identifier as a source stated it, and what we make of it. */
export interface StatedIdentifier {
  readonly kind: string;
  /** Scope after defaults; empty when the kind has none. */
  readonly scope: string;
  /** Scope as it was sent; empty when it was not. */
  readonly sentScope: string;
  /** As it was sent. */
  readonly value: string;
  /** The value that identifies, or null when it identifies nobody. */
  readonly normalised: string | null;
  /** accepted: it may link; doubtful: no such value can exist (a phone that is no phone); blocked: a junk value. */
  readonly status: 'accepted' | 'doubtful' | 'blocked';
  readonly strength: 'strong' | 'weak';
  /** Key of its Identifier node, or null when it identifies nobody. */
  readonly key: string | null;
}

export interface IdentifierGiven {
  readonly kind: string;
  readonly value: string;
  readonly scope?: string | null;
}

/** An identifier as it was sent, in one text: what `splitKey` takes apart into kind, scope and value. */
export const sentKey = ({ kind, sentScope, value }: Pick<StatedIdentifier, 'kind' | 'sentScope' | 'value'>): string =>
  compositeKey(kind, sentScope, value);

const email = z.email();
const MEMORY_SIZE = 100_000;

/** NFKC, so that full-width characters become plain ones, without invisible characters and outer spaces. */
export function plainText(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .trim();
}

function phone(value: string, defaultCountry: string): string | null {
  const number = parsePhoneNumberFromString(value.replace(/^00/, '+'), defaultCountry as CountryCode);
  return number?.isValid() ? number.number : null;
}

function normaliseValue(value: string, kind: IdentifierKind, defaultCountry: string): string | null {
  const plain = plainText(value);
  switch (kind.normaliser) {
    case 'phone':
      return phone(plain, defaultCountry);
    case 'email': {
      const address = plain.replace(/^mailto:/i, '').toLowerCase();
      return email.safeParse(address).success ? address : null;
    }
    case 'digits':
      return plain.replace(/\D/g, '') || null;
    case 'upper':
      return plain.toUpperCase() || null;
    case 'trim':
      return plain || null;
    case 'none':
      return value.trim() === '' ? null : value;
  }
}

/** Turns stated identifiers into keys of the graph by the identity rules. */
export interface IdentifierNormaliser {
  /** @throws DomainError UNKNOWN_IDENTIFIER_KIND that names the known kinds */
  normalise(given: IdentifierGiven): StatedIdentifier;
}

/** The error for a kind that the rules do not declare. */
export function unknownKind(kind: string, rules: IdentityRules): DomainError {
  const known = [...rules.kinds.keys()].sort();
  const message = `The identifier kind "${kind}" is not declared. Known kinds: ${known.join(', ')}. New ones are declared in the identity rules.`;
  return new DomainError('UNKNOWN_IDENTIFIER_KIND', message, { kind, known });
}

/**
 * Makes the normaliser of identifiers. Values met before are remembered (up to a bound), as parsing a phone number is slow.
 */
export function createIdentifierNormaliser(rules: IdentityRules): IdentifierNormaliser {
  const memory = new Map<string, StatedIdentifier>();
  const isBlocked = (value: string) =>
    rules.blockedValues.has(value.toLowerCase()) || rules.blockedPatterns.some((pattern) => pattern.test(value));

  function work({ kind: name, value, scope }: IdentifierGiven): StatedIdentifier {
    const kind = rules.kinds.get(name);
    if (!kind) throw unknownKind(name, rules);
    const effectiveScope = kind.scoped ? plainText(scope ?? '') || kind.defaultScope : '';
    const stated = { kind: name, scope: effectiveScope, sentScope: scope ?? '', value, strength: kind.strength };
    const normalised = normaliseValue(value, kind, rules.defaultCountry);
    if (isBlocked(plainText(value)) || (normalised !== null && isBlocked(normalised)))
      return { ...stated, normalised: null, status: 'blocked', key: null };
    if (normalised === null) return { ...stated, normalised, status: 'doubtful', key: null };
    return { ...stated, normalised, status: 'accepted', key: compositeKey(name, effectiveScope, normalised) };
  }

  return {
    normalise(given) {
      const memoryKey = JSON.stringify([given.kind, given.scope ?? '', given.value]);
      const remembered = memory.get(memoryKey);
      if (remembered) return remembered;
      const stated = work(given);
      if (memory.size >= MEMORY_SIZE) memory.clear();
      memory.set(memoryKey, stated);
      return stated;
    },
  };
}
