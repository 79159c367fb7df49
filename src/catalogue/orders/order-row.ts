import type { Row } from '../../platform/neo4j/database.ts';
import {
  readChoice,
  readFlag,
  readInstant,
  readInteger,
  readOptionalInteger,
  readOptionalText,
  readText,
} from '../read-properties.ts';

/** Every status an order can have. Those that count as purchases are marked on the order (`isPurchase`). */
export const orderStatuses = ['PENDING', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** An order as the graph keeps it. */
export interface OrderRow {
  /** compositeKey(source, number). */
  readonly key: string;
  readonly source: string;
  readonly number: string;
  readonly placedAt: Date;
  readonly status: OrderStatus;
  readonly isPurchase: boolean;
  readonly channel: string | null;
  readonly promotion: string | null;
  readonly currency: string;
  /** In minor units of `currency`. */
  readonly totalMinor: number;
  readonly refundedMinor: number;
  /** Total, and total less refunded, in minor units of the reporting currency. */
  readonly valueMinor: number;
  readonly netMinor: number;
  readonly storeCode: string | null;
  readonly staffCode: string | null;
}

/** What `orderFromNode` reads, for a statement that leaves the rest behind. */
export const orderProperties = [
  'key',
  'source',
  'number',
  'placedAt',
  'status',
  'isPurchase',
  'channel',
  'promotion',
  'currency',
  'totalMinor',
  'refundedMinor',
  'valueMinor',
  'netMinor',
  'storeCode',
  'staffCode',
] as const;

/** Reads the properties of an Order node. */
export function orderFromNode(properties: Row): OrderRow {
  return {
    key: readText(properties, 'key'),
    source: readText(properties, 'source'),
    number: readText(properties, 'number'),
    placedAt: readInstant(properties, 'placedAt'),
    status: readChoice(properties, 'status', orderStatuses),
    isPurchase: readFlag(properties, 'isPurchase'),
    channel: readOptionalText(properties, 'channel'),
    promotion: readOptionalText(properties, 'promotion'),
    currency: readText(properties, 'currency'),
    totalMinor: readInteger(properties, 'totalMinor'),
    refundedMinor: readOptionalInteger(properties, 'refundedMinor') ?? 0,
    valueMinor: readOptionalInteger(properties, 'valueMinor') ?? readInteger(properties, 'netMinor'),
    netMinor: readInteger(properties, 'netMinor'),
    storeCode: readOptionalText(properties, 'storeCode'),
    staffCode: readOptionalText(properties, 'staffCode'),
  };
}
