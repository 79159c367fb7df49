import type { RecordProfile } from '../identity/golden-record.ts';

/**
 * A name in the form in which names are compared: lower case, without spaces, its parts in an order of their own, so that
 * "Lin Mei" and "Mei Lin" are one. Null when the profile states none.
 */
export function personName({ displayName, givenName, familyName }: RecordProfile['profile']): string | null {
  const parts = displayName ? displayName.split(/[\s,.·]+/) : [familyName ?? '', givenName ?? ''];
  const compared = parts.map((part) => part.toLowerCase()).filter((part) => part !== '');
  return compared.sort().join('') || null;
}
