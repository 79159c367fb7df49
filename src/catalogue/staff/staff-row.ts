import type { Row } from '../../platform/neo4j/database.ts';
import { type PerformanceBand, performanceBands } from '../performance/bands.ts';
import { readOptionalChoice, readOptionalInteger, readOptionalText, readText, readTexts } from '../read-properties.ts';

/** A sales person as the graph keeps it; of a placeholder only `code` is known. */
export interface StaffRow {
  readonly code: string;
  readonly name: string | null;
  readonly title: string | null;
  /** 'YYYY-MM-DD'. */
  readonly hiredOn: string | null;
  readonly tags: readonly string[];
  /** Tags given by hand, as `termOf` writes them. */
  readonly tagTerms: readonly string[];
  /** Null while there is no peer to compare with. */
  readonly performance: PerformanceBand | null;
  /** What `performance` was counted from: minor units of the reporting currency; null before the first count. */
  readonly revenueMinor: number | null;
}

/** What `staffFromNode` reads, for a statement that leaves the rest behind. */
export const staffProperties = [
  'code',
  'name',
  'title',
  'hiredOn',
  'tags',
  'tagTerms',
  'performance',
  'revenueMinor',
] as const;

/** Reads the properties of a Staff node. */
export function staffFromNode(properties: Row): StaffRow {
  return {
    code: readText(properties, 'code'),
    name: readOptionalText(properties, 'name'),
    title: readOptionalText(properties, 'title'),
    hiredOn: readOptionalText(properties, 'hiredOn'),
    tags: readTexts(properties, 'tags'),
    tagTerms: readTexts(properties, 'tagTerms'),
    performance: readOptionalChoice(properties, 'performance', performanceBands),
    revenueMinor: readOptionalInteger(properties, 'revenueMinor'),
  };
}
