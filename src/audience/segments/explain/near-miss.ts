import type { Evidence } from './clause-tree.ts';

/** How near a clause came to the verdict that the rule asks of it. */
export interface NearMiss {
  /** The customer's own value, how many related objects and what they sum to, or one related object that meets part of `where`. */
  readonly kind: 'VALUE' | 'MEASURE' | 'OBJECT';
  /** In words, e.g. `order pos 17: placedAt is 412 days ago, asked for: within 180 days`. */
  readonly message: string;
  /** The related object as evidence shows it; null unless `kind` is OBJECT. */
  readonly object: Evidence | null;
  /** What of `where` the object meets, as canonical text. */
  readonly met: readonly string[];
  /** What is missed: at least one. */
  readonly missed: readonly MissedCondition[];
}

/** One condition that is not as asked for. */
export interface MissedCondition {
  /** Canonical text, with `not` where the condition holds and must not. */
  readonly rule: string;
  /** The value found, as in evidence; null when it is missing or no single value decides. */
  readonly found: unknown;
  readonly message: string;
}

/** Those that miss least, the order otherwise kept. */
export function nearestOf(misses: readonly NearMiss[], most: number): readonly NearMiss[] {
  return [...misses].sort((one, other) => one.missed.length - other.missed.length).slice(0, most);
}
