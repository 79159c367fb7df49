import type { Lot } from './lots.ts';

/** What moved points. */
export type LedgerKind = 'EARN' | 'REFUND' | 'BURN' | 'REVERSE' | 'EXPIRE' | 'ADJUST' | 'DEBT' | 'REPAY';

/** The accounts of the programme, on the other side of every movement of a customer's points. */
export type CounterAccount = 'ISSUED' | 'REDEEMED' | 'EXPIRED' | 'ADJUSTED' | 'DEBT';

/** Where the other entry of a movement is booked. */
const counterOf: Readonly<Record<LedgerKind, CounterAccount>> = {
  EARN: 'ISSUED',
  REFUND: 'ISSUED',
  BURN: 'REDEEMED',
  REVERSE: 'REDEEMED',
  EXPIRE: 'EXPIRED',
  ADJUST: 'ADJUSTED',
  DEBT: 'DEBT',
  REPAY: 'DEBT',
};

/** One movement: an entry of the customer's account and its opposite in a counter-account. */
export interface LedgerTransaction {
  /** Made of what it comes from: the same movement always has the same. */
  readonly id: string;
  readonly kind: LedgerKind;
  readonly at: Date;
  /** What the customer's account gains; the counter-account loses as much. */
  readonly points: number;
  /** The customer's balance after it. */
  readonly balance: number;
  readonly orderKey: string | null;
  /** Key of the points record it comes from; null of what is derived from orders or time. */
  readonly entryKey: string | null;
  readonly reason: string | null;
  /** Of points that came: when they expire. */
  readonly expiresAt: Date | null;
}

/** One side of a movement. */
export interface LedgerEntry {
  readonly account: 'CUSTOMER' | CounterAccount;
  readonly points: number;
}

/** The two entries of a movement, which sum to zero. */
export function entriesOf({ kind, points }: LedgerTransaction): LedgerEntry[] {
  return [
    { account: 'CUSTOMER', points },
    { account: counterOf[kind], points: -points },
  ];
}

/** An account with all that ever moved in it, up to an instant. */
export interface Ledger {
  /** Oldest first. */
  readonly transactions: readonly LedgerTransaction[];
  /** Never negative. */
  readonly balance: number;
  /** Points that were taken and were not there; what comes next pays them back. */
  readonly debt: number;
  /** What makes up the balance, the soonest to expire first. */
  readonly lots: readonly Lot[];
}
