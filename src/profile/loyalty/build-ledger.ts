import type { EarnSettings } from './earn-points.ts';
import { expiryOf, expiryOfReturned } from './expiry.ts';
import type { Ledger, LedgerKind, LedgerTransaction } from './ledger.ts';
import { laterOf, type Step, stepsOf } from './ledger-steps.ts';
import { createLots, type Piece } from './lots.ts';
import type { AccountFacts } from './movements.ts';

/** What a redemption took, for the case that it is reversed. */
interface Taken {
  readonly pieces: readonly Piece[];
  /** Points that were not there. */
  readonly owed: number;
}

type Booking = Pick<LedgerTransaction, 'id' | 'at' | 'orderKey'> & Partial<LedgerTransaction>;

/**
 * An account as its facts make it: every order and points record in the order in which they happened, points that expire in
 * between. A function of the facts and the instant alone, so it is right after any late record, refund, merge or split.
 */
export function buildLedger(facts: AccountFacts, settings: EarnSettings, asOf: Date): Ledger {
  const { rules, timeZone } = settings;
  const lots = createLots();
  const transactions: LedgerTransaction[] = [];
  const burned = new Map<string, Taken>();
  let [balance, debt] = [0, 0];

  function book(kind: LedgerKind, points: number, booking: Booking): void {
    if (points === 0) return;
    balance += points;
    transactions.push({ entryKey: null, reason: null, expiresAt: null, ...booking, kind, points, balance });
  }

  function expireUntil(at: Date): void {
    for (const { lot, points } of lots.expire(at))
      book('EXPIRE', -points, { id: `EXPIRE|${lot.id}`, at: laterOf(lot.expiresAt as Date, lot.at), orderKey: null });
  }

  /** Points that come pay back debt before they are there to be used. */
  function repay(booking: Booking): number {
    const repaid = Math.min(debt, booking.points ?? 0);
    debt -= repaid;
    book('REPAY', -repaid, { ...booking, id: `REPAY|${booking.id}`, expiresAt: null });
    return repaid;
  }

  function credit(step: Extract<Step, { expiresAt: Date | null }>): void {
    const booking = { ...bookingOf(step), expiresAt: step.expiresAt, points: step.points };
    book(step.kind, step.points, booking);
    const repaid = repay(booking);
    lots.add({ id: step.id, at: step.at, expiresAt: step.expiresAt, left: step.points - repaid });
    // A record may come with an end that is past already.
    expireUntil(step.at);
  }

  function debit(kind: LedgerKind, points: number, step: Step, first?: string): Taken {
    const owed = Math.max(0, points - lots.total());
    debt += owed;
    book('DEBT', owed, { ...bookingOf(step), id: `DEBT|${step.id}` });
    book(kind, -points, bookingOf(step));
    return { pieces: lots.take(points - owed, first), owed };
  }

  function reverse(step: Extract<Step, { kind: 'REVERSE' }>): void {
    const { pieces, owed } = burned.get(step.burn) as Taken;
    const points = pieces.reduce((sum, piece) => sum + piece.points, owed);
    const booking = { ...bookingOf(step), points };
    book('REVERSE', points, booking);
    let repaid = repay(booking);
    const back = (count: number, id: string, expiresAt: Date | null) => {
      const paid = Math.min(repaid, count);
      repaid -= paid;
      lots.add({ id: `${step.id}|${id}`, at: step.at, expiresAt, left: count - paid });
    };
    if (owed > 0) back(owed, 'owed', expiryOf(step.at, rules, timeZone));
    for (const { lot, points: count } of pieces)
      back(count, lot.id, expiryOfReturned(step.at, lot.expiresAt, rules, timeZone));
  }

  for (const step of stepsOf(facts, settings, asOf)) {
    expireUntil(step.at);
    if (step.kind === 'REVERSE') reverse(step);
    else if (step.expiresAt !== undefined) credit(step);
    else if (step.kind === 'REFUND') debit('REFUND', step.points, step, `EARN|${step.orderKey}`);
    else {
      const taken = debit(step.kind, step.points, step);
      if (step.kind === 'BURN' && step.of !== null) burned.set(step.of.key, taken);
    }
  }
  expireUntil(asOf);
  return { transactions, balance, debt, lots: lots.list() };
}

function bookingOf({ id, at, orderKey, of }: Step): Booking {
  return { id, at, orderKey, entryKey: of?.key ?? null, reason: of?.reason ?? null };
}
