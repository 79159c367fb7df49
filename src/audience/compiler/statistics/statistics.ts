import type { Scope } from '../../rules/index.ts';

/**
 * What is known of the graph's values, as counts: how selective a condition is can be told from it without asking the database.
 * Only the speed of compiled rules depends on it, never what they select.
 */
export interface Statistics {
  /** How many objects of each scope there are; for lines, their relationships. */
  readonly totals: Readonly<Record<Scope, number>>;
  /** By `scope.property`: how often each value occurs. A list property counts each element. */
  readonly values: ReadonlyMap<string, ValueFrequencies>;
  /** By `scope.property`: objects per week (see `weekOf`). */
  readonly weeks: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** The frequencies of one property's values. */
export interface ValueFrequencies {
  readonly frequencies: ReadonlyMap<string, Frequency>;
  /** Whether all values are there, so that another one does not occur; else only the most frequent ones. */
  readonly complete: boolean;
}

/** How many objects have a value, and how many orders (stores, staff) or lines (products) lead to them. */
export interface Frequency {
  readonly objects: number;
  readonly links: number;
}

const WEEK_SECONDS = 7 * 86_400;

/** Number of the week of an instant, counted from 1970-01-01, with its fraction. */
export function weekOf(instant: Date): number {
  return instant.getTime() / 1000 / WEEK_SECONDS;
}

/** Guesses for a graph of which nothing is known yet: a hundred thousand customers. */
export const defaultStatistics: Statistics = {
  totals: {
    customer: 100_000,
    order: 500_000,
    line: 1_000_000,
    event: 500_000,
    identifier: 300_000,
    device: 50_000,
    product: 10_000,
    store: 300,
    staff: 3_000,
  },
  values: new Map(),
  weeks: new Map(),
};
