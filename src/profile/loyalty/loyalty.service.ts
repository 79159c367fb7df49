import type { Clock } from '../../platform/clock.ts';
import { minorDigits } from '../../platform/money.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { addDuration } from '../../platform/time.ts';
import { accountOf, type ExpiringPoints, type LoyaltyAccount, worthOf } from './account.ts';
import type { EarnSettings } from './earn-points.ts';
import { entriesOf, type LedgerEntry, type LedgerTransaction } from './ledger.ts';
import { readAccountFacts } from './loyalty.store.ts';
import type { AccountFacts } from './movements.ts';
import { type LedgerPage, type LedgerPageArguments, pageLedger } from './page-ledger.ts';
import { checkPoints } from './redemption-errors.ts';

/** What points are worth to a customer. */
export interface PointsQuote {
  /** Id of the customer. */
  readonly customer: string;
  readonly balance: number;
  readonly points: number;
  readonly redeemable: boolean;
}

export interface LoyaltyService {
  /** Accounts as they are now, one for every id; null for who is not known by anything strong. One statement. */
  accountsOf(ids: readonly string[]): Promise<(LoyaltyAccount | null)[]>;
  /** The account that facts make at an instant. */
  accountAt(facts: AccountFacts, asOf: Date): LoyaltyAccount | null;
  /** What points are worth, in minor units of the reporting currency. */
  worthOf(points: number): number;
  /** What a redemption of so many points (null: all) would take; null for nobody. Errors: BAD_USER_INPUT. */
  quote(id: string, points: number | null): Promise<PointsQuote | null>;
  /** A page of the ledger, the newest first. Errors: BAD_USER_INPUT, INVALID_CURSOR. */
  ledgerOf(account: LoyaltyAccount, page: LedgerPageArguments): LedgerPage;
  /** The two entries of a movement. */
  entriesOf(transaction: LedgerTransaction): LedgerEntry[];
  /** What expires within a time to come (ISO 8601), the soonest first. */
  expiringWithin(account: LoyaltyAccount, within: string): ExpiringPoints[];
}

export interface LoyaltyDependencies extends EarnSettings {
  readonly database: Database;
  readonly clock: Clock;
}

export function createLoyaltyService(dependencies: LoyaltyDependencies): LoyaltyService {
  const { database, clock, rules, currency, timeZone } = dependencies;
  const unit = 10 ** minorDigits(currency);

  const accountAt = (facts: AccountFacts, asOf: Date) => accountOf(facts, dependencies, asOf, unit);
  return {
    async accountsOf(ids) {
      const asOf = clock.now();
      const found = await readAccountFacts(database.read, ids);
      const accounts = new Map(found.map((facts) => [facts.id, accountAt(facts, asOf)]));
      return ids.map((id) => accounts.get(id) ?? null);
    },
    async quote(id, points) {
      const [facts] = await readAccountFacts(database.read, [id]);
      if (!facts) return null;
      const balance = accountAt(facts, clock.now())?.balance ?? 0;
      const asked = points ?? balance;
      if (points !== null) checkPoints(points, 1);
      return { customer: id, balance, points: asked, redeemable: asked >= rules.redeem.least && asked <= balance };
    },
    ledgerOf: pageLedger,
    entriesOf,
    accountAt,
    worthOf: (points) => worthOf(points, dependencies, unit),
    expiringWithin: (account, within) => account.expiringUntil(addDuration(clock.now(), within, timeZone)),
  };
}
