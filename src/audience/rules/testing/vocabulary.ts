import type { Matches, MeasureName, Scope } from '../tree.ts';

/** Values that a suite's data holds, so that generated rules select something. */
export interface Vocabulary {
  /** By scope and name, `'store.city'`, `'customer.tags'`; for Int fields numbers. Fields without an entry get random values. */
  readonly values?: Readonly<Record<string, readonly (string | number)[]>>;
  /** By measure; decimal text. */
  readonly measures?: Partial<Readonly<Record<MeasureName, readonly string[]>>>;
  /** ISO durations of one unit. */
  readonly durations?: readonly string[];
  /** Ids or names of saved segments; without any, rules do not name segments. */
  readonly segments?: readonly string[];
  /** Saved fragments with values for them, by what they speak of; without any, rules do not name fragments. */
  readonly fragments?: Partial<Readonly<Record<Scope, readonly Matches[]>>>;
}
