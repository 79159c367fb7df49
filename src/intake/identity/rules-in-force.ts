import { contentHash } from '../records/content-hash.ts';
import type { IdentityRules } from './identity-rules.ts';

/** Identity rules in the form in which the graph keeps those that it was stitched under. */
export interface KeptRules {
  /** Fingerprint of all that decides who is who. */
  readonly hash: string;
  /** Fingerprint of what makes identifiers out of what was stated; the rest only limits joining by them. */
  readonly derivation: string;
  /** JSON of a rules file that says all of it. */
  readonly rules: string;
}

/** What the graph keeps of rules. */
export function keepRules({ defaultCountry, kinds, blockedValues, blockedPatterns }: IdentityRules): KeptRules {
  const declared = Object.fromEntries(
    [...kinds].map(([name, { normaliser, strength, scoped, defaultScope, limits }]) => {
      const { priority, exclusive, maxPerCustomer, window, sharedAbove } = limits;
      const counted = {
        ...(maxPerCustomer && { maxPerCustomer }),
        ...(window && { window }),
        ...(sharedAbove && { sharedAbove }),
      };
      return [name, { normaliser, strength, scoped, defaultScope, priority, exclusive, ...counted }];
    }),
  );
  const blocked = {
    values: [...blockedValues].sort(),
    patterns: blockedPatterns.map(({ source }) => source).sort(),
  };
  const rules = { defaultCountry, kinds: declared, blocked };
  const making = Object.entries(declared).map(([name, { normaliser, strength, scoped, defaultScope }]) => [
    name,
    { normaliser, strength, scoped, defaultScope },
  ]);
  return {
    hash: contentHash(rules),
    derivation: contentHash({ defaultCountry, kinds: Object.fromEntries(making), blocked }),
    rules: JSON.stringify(rules),
  };
}
