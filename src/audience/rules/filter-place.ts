import type { FilterReport } from './errors.ts';
import type { Rule, Scope } from './tree.ts';

/** Where in a filter its reader is. */
export interface FilterPlace {
  /** Whose names are known here. */
  readonly scope: Scope;
  /** Where the prefix starts: what the innermost `where` speaks of, and what names of other fields are read from. */
  readonly root: Scope;
  /** The to-one steps that led here; every path below starts with them. */
  readonly prefix: readonly string[];
  readonly at: readonly string[];
  /** Levels above and here, counted as `depthOf` does. */
  readonly level: number;
}

export interface FilterContext {
  readonly timeZone: string;
  readonly report: FilterReport;
}

/** Reads a nested filter: rules of which all must hold, or null when something in it was reported. */
export type ReadFilter = (filter: unknown, place: FilterPlace, context: FilterContext) => Rule[] | null;

/** The place one name deeper. */
export function step(place: FilterPlace, name: string): FilterPlace {
  return { ...place, at: [...place.at, name], level: place.level + 1 };
}
