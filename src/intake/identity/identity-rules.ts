import defaults from './default-identity-rules.json' with { type: 'json' };
import { type LinkLimits, readLimits } from './linking/link-limits.ts';
import { checkRules, type Locate } from './rules-file/check-rules.ts';
import type { Normaliser } from './rules-file/rules-shape.ts';

export type { Normaliser };

/** What is declared of one identifier kind. */
export interface IdentifierKind {
  readonly normaliser: Normaliser;
  /** strong: joins records into one customer; weak: only carries anonymous activity. */
  readonly strength: 'strong' | 'weak';
  /** The scope of a value that was sent without one. */
  readonly defaultScope: string;
  /** False for values that mean the same everywhere (a phone number): a scope that is sent is ignored. */
  readonly scoped: boolean;
  /** What limits joining by it. */
  readonly limits: LinkLimits;
}

/** From which score (0 to 1) on customers who are alike are shown for review, and joined without one; null: never. */
export interface MatchThresholds {
  readonly reviewAbove: number | null;
  readonly acceptAbove: number | null;
}

/** The identity rules in force. */
export interface IdentityRules {
  readonly defaultCountry: string;
  readonly kinds: ReadonlyMap<string, IdentifierKind>;
  readonly blockedValues: ReadonlySet<string>;
  readonly blockedPatterns: readonly RegExp[];
  readonly possibleMatches: MatchThresholds;
}

/**
 * The default rules with a file's rules laid over them: a kind that the file declares replaces the default of that name,
 * blocked values and patterns replace the default lists.
 * @param value the parsed JSON of a rules file; `{}` gives the defaults
 * @param file its name, for error messages
 * @param locate where in the file a value stands, for error messages
 * @throws DomainError INVALID_IDENTITY_RULES that names the places at fault
 */
export function buildIdentityRules(value: unknown, file: string, locate?: Locate): IdentityRules {
  const base = checkRules(defaults, 'the default rules');
  const own = checkRules(value, file, locate);
  const possibleMatches = { reviewAbove: null, acceptAbove: null, ...base.possibleMatches, ...own.possibleMatches };
  const kinds = Object.entries({ ...base.kinds, ...own.kinds }).map(([name, kind]): [string, IdentifierKind] => [
    name,
    {
      normaliser: kind.normaliser,
      strength: kind.strength,
      defaultScope: kind.defaultScope ?? '',
      scoped: kind.scoped ?? !['phone', 'email'].includes(kind.normaliser),
      limits: readLimits(kind),
    },
  ]);
  return {
    defaultCountry: own.defaultCountry ?? base.defaultCountry ?? 'CN',
    kinds: new Map(kinds),
    blockedValues: new Set((own.blocked?.values ?? base.blocked?.values ?? []).map((blocked) => blocked.toLowerCase())),
    blockedPatterns: (own.blocked?.patterns ?? base.blocked?.patterns ?? []).map((source) => new RegExp(source, 'iu')),
    possibleMatches,
  };
}
