import type { Row } from '../../platform/neo4j/database.ts';
import { readInteger, readOptionalInteger, readText } from '../read-properties.ts';

/** One line of an order: what CONTAINS says, and the product it leads to. */
export interface LineRow {
  /** Position in the order, from 1. */
  readonly line: number;
  readonly sku: string;
  readonly quantity: number;
  /** In minor units of `currency`, the order's. */
  readonly unitPriceMinor: number;
  /** Of the whole line, in minor units of `currency`; null when none was given. */
  readonly discountMinor: number | null;
  /** The unit price in minor units of the reporting currency. */
  readonly unitValueMinor: number;
  readonly currency: string;
}

/** Reads the properties of CONTAINS together with the product's `sku` and the order's `currency`. */
export function lineFromNode(properties: Row): LineRow {
  return {
    line: readInteger(properties, 'line'),
    sku: readText(properties, 'sku'),
    quantity: readInteger(properties, 'quantity'),
    unitPriceMinor: readInteger(properties, 'unitPriceMinor'),
    discountMinor: readOptionalInteger(properties, 'discountMinor'),
    unitValueMinor: readOptionalInteger(properties, 'unitValueMinor') ?? readInteger(properties, 'unitPriceMinor'),
    currency: readText(properties, 'currency'),
  };
}
