import type {
  IdentifierKind,
  IdentityRules,
  MatchThresholds,
  Normaliser,
} from '../../intake/identity/identity-rules.ts';

/** The rules of one identifier kind, as they are shown. */
export interface KindRules {
  readonly kind: string;
  readonly normaliser: Uppercase<Normaliser>;
  readonly strength: 'STRONG' | 'WEAK';
  readonly priority: number;
  readonly exclusive: boolean;
  readonly maxPerCustomer: number | null;
  /** ISO 8601, as it was declared. */
  readonly window: string | null;
  readonly sharedAbove: number | null;
  readonly scoped: boolean;
  /** Null: a value sent without a scope has none. */
  readonly defaultScope: string | null;
}

/** The identity rules in force, as they are shown. */
export interface RulesInForce {
  readonly defaultCountry: string;
  /** Those that join first come first. */
  readonly kinds: readonly KindRules[];
  readonly blockedValues: readonly string[];
  readonly blockedPatterns: readonly string[];
  readonly possibleMatches: MatchThresholds;
}

/** The rules of a kind. */
export function describeKind(
  name: string,
  { normaliser, strength, defaultScope, scoped, limits }: IdentifierKind,
): KindRules {
  return {
    kind: name,
    normaliser: normaliser.toUpperCase() as Uppercase<Normaliser>,
    strength: strength === 'strong' ? 'STRONG' : 'WEAK',
    priority: limits.priority,
    exclusive: limits.exclusive,
    maxPerCustomer: limits.maxPerCustomer,
    window: limits.window,
    sharedAbove: limits.sharedAbove,
    scoped,
    defaultScope: defaultScope || null,
  };
}

/** All rules. */
export function describeRules(rules: IdentityRules): RulesInForce {
  const kinds = [...rules.kinds].map(([name, kind]) => describeKind(name, kind));
  return {
    defaultCountry: rules.defaultCountry,
    kinds: kinds.sort((one, other) => one.priority - other.priority || (one.kind < other.kind ? -1 : 1)),
    blockedValues: [...rules.blockedValues],
    blockedPatterns: rules.blockedPatterns.map(({ source }) => source),
    possibleMatches: rules.possibleMatches,
  };
}
