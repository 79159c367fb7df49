import { buildLedger } from './build-ledger.ts';
import type { EarnSettings } from './earn-points.ts';
import type { Ledger } from './ledger.ts';
import type { AccountFacts } from './movements.ts';
import { type TierStatus, tierStatus } from './tiers.ts';

/** Points that expire at the same instant. */
export interface ExpiringPoints {
  readonly at: Date;
  readonly points: number;
}

/** A customer's points and tier at an instant, over all channels. */
export interface LoyaltyAccount extends Ledger {
  /** Id of the customer. */
  readonly id: string;
  readonly status: TierStatus;
  /** What the balance is worth, in minor units of the reporting currency. */
  readonly worthMinor: number;
  /** What expires up to an instant, if nothing is redeemed; the soonest first. */
  expiringUntil(until: Date): ExpiringPoints[];
}

/** The account that facts make at an instant; null for a customer of whom nothing but a device or cookie is known. */
export function accountOf(
  facts: AccountFacts,
  settings: EarnSettings,
  asOf: Date,
  unit: number,
): LoyaltyAccount | null {
  if (!facts.known) return null;
  const ledger = buildLedger(facts, settings, asOf);
  return {
    ...ledger,
    id: facts.id,
    status: tierStatus(facts.orders, settings.rules, settings.timeZone, asOf),
    worthMinor: worthOf(ledger.balance, settings, unit),
    expiringUntil: (until) => expiring(ledger, until),
  };
}

/** What points are worth, rounded down. @param unit minor units of one unit of the reporting currency */
export function worthOf(points: number, { rules }: EarnSettings, unit: number): number {
  return Math.floor((points * unit) / rules.redeem.pointsPerUnit);
}

function expiring({ lots }: Ledger, until: Date): ExpiringPoints[] {
  const sums = new Map<number, number>();
  for (const { expiresAt, left } of lots)
    if (expiresAt !== null && expiresAt <= until)
      sums.set(expiresAt.getTime(), (sums.get(expiresAt.getTime()) ?? 0) + left);
  return [...sums].map(([at, points]) => ({ at: new Date(at), points }));
}
