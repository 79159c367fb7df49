import { fromMinor } from '../../platform/money.ts';
import type { Money } from './generated/resolvers.ts';

/** Money as the API shows it, of minor units. */
export function moneyOf(minor: number, currency: string): Money {
  return { amount: fromMinor(minor, currency), currency };
}

/** The same where there may be none. */
export function optionalMoneyOf(minor: number | null, currency: string | null): Money | null {
  return minor === null || currency === null ? null : moneyOf(minor, currency);
}
