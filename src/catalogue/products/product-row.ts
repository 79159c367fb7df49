import type { Row } from '../../platform/neo4j/database.ts';
import { readJson, readOptionalInteger, readOptionalText, readText, readTexts } from '../read-properties.ts';

/** A product as the graph keeps it; of a placeholder only `sku` is known. */
export interface ProductRow {
  readonly sku: string;
  readonly name: string | null;
  /** The path through the categories, top first; empty when unknown. */
  readonly category: readonly string[];
  readonly brand: string | null;
  /** `priceMinor` is in minor units of `currency`; both null when no price is known. */
  readonly currency: string | null;
  readonly priceMinor: number | null;
  /** The price in minor units of the reporting currency. */
  readonly priceValueMinor: number | null;
  readonly tags: readonly string[];
  /** Tags given by hand, as `termOf` writes them. */
  readonly tagTerms: readonly string[];
  /** Whatever JSON the source sent; null when it sent none. */
  readonly attributes: unknown;
}

/** What `productFromNode` reads, for a statement that leaves the rest behind. */
export const productProperties = [
  'sku',
  'name',
  'category',
  'brand',
  'currency',
  'priceMinor',
  'priceValueMinor',
  'tags',
  'tagTerms',
  'attributes',
] as const;

/** Reads the properties of a Product node. */
export function productFromNode(properties: Row): ProductRow {
  return {
    sku: readText(properties, 'sku'),
    name: readOptionalText(properties, 'name'),
    category: readTexts(properties, 'category'),
    brand: readOptionalText(properties, 'brand'),
    currency: readOptionalText(properties, 'currency'),
    priceMinor: readOptionalInteger(properties, 'priceMinor'),
    priceValueMinor: readOptionalInteger(properties, 'priceValueMinor'),
    tags: readTexts(properties, 'tags'),
    tagTerms: readTexts(properties, 'tagTerms'),
    attributes: readJson(properties, 'attributes'),
  };
}
