import type { Row } from '../../platform/neo4j/database.ts';
import { type PerformanceBand, performanceBands } from '../performance/bands.ts';
import { readOptionalChoice, readOptionalInteger, readOptionalText, readText, readTexts } from '../read-properties.ts';

/** A store as the graph keeps it; of a placeholder (named by an order, not described yet) only `code` is known. */
export interface StoreRow {
  readonly code: string;
  readonly name: string | null;
  readonly format: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly country: string | null;
  readonly region: string | null;
  /** 'YYYY-MM-DD'. */
  readonly openedOn: string | null;
  readonly tags: readonly string[];
  /** Tags given by hand, as `termOf` writes them. */
  readonly tagTerms: readonly string[];
  /** Null while there is no peer to compare with. */
  readonly performance: PerformanceBand | null;
  /** What `performance` was counted from: minor units of the reporting currency; null before the first count. */
  readonly revenueMinor: number | null;
}

/** What `storeFromNode` reads, for a statement that leaves the rest behind. */
export const storeProperties = [
  'code',
  'name',
  'format',
  'city',
  'province',
  'country',
  'region',
  'openedOn',
  'tags',
  'tagTerms',
  'performance',
  'revenueMinor',
] as const;

/** Reads the properties of a Store node. */
export function storeFromNode(properties: Row): StoreRow {
  return {
    code: readText(properties, 'code'),
    name: readOptionalText(properties, 'name'),
    format: readOptionalText(properties, 'format'),
    city: readOptionalText(properties, 'city'),
    province: readOptionalText(properties, 'province'),
    country: readOptionalText(properties, 'country'),
    region: readOptionalText(properties, 'region'),
    openedOn: readOptionalText(properties, 'openedOn'),
    tags: readTexts(properties, 'tags'),
    tagTerms: readTexts(properties, 'tagTerms'),
    performance: readOptionalChoice(properties, 'performance', performanceBands),
    revenueMinor: readOptionalInteger(properties, 'revenueMinor'),
  };
}
