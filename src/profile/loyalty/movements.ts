/** An order that was paid for at some time, as far as it matters for points. */
export interface PaidOrder {
  readonly key: string;
  readonly placedAt: Date;
  /** When the source last changed it; null: never. */
  readonly changedAt: Date | null;
  /** What was paid, and what of it was kept, in minor units of the reporting currency. */
  readonly valueMinor: number;
  readonly keptMinor: number;
  readonly channel: string | null;
  readonly promotion: string | null;
  readonly storeCode: string | null;
}

/** What a points record says was done. */
export type PointsEntryKind = 'EARN' | 'BURN' | 'ADJUST' | 'REVERSE';

/** A points record, or a redemption through the API. */
export interface PointsEntry {
  readonly key: string;
  readonly kind: PointsEntryKind;
  /** Above 0; of ADJUST with its sign; of REVERSE 0, as it gives back what the redemption took. */
  readonly points: number;
  readonly at: Date;
  readonly orderKey: string | null;
  /** Of REVERSE: the key of the redemption. */
  readonly reverses: string | null;
  /** Of EARN and ADJUST: when the points expire, other than by the rules. */
  readonly expiresAt: Date | null;
  readonly reason: string | null;
}

/** The facts that an account is made of. */
export interface AccountFacts {
  readonly id: string;
  /** The customer has a strong identifier. */
  readonly known: boolean;
  readonly orders: readonly PaidOrder[];
  readonly entries: readonly PointsEntry[];
}
