import { readDuration, readInstant } from '../arguments.ts';
import type { SalesMonthResolvers, SalesPeersResolvers, SalesReportResolvers } from '../generated/resolvers.ts';
import { moneyOf, optionalMoneyOf } from '../money-of.ts';

const DEFAULT_WITHIN = 'P90D';

/** The period that a report is asked for. */
export function readPeriod(args: { readonly within?: string | null; readonly asOf?: string | null }, now: Date) {
  return {
    within: readDuration('within', args.within ?? DEFAULT_WITHIN),
    asOf: readInstant('asOf', args.asOf, now),
  };
}

export const SalesReport: SalesReportResolvers = {
  revenue: ({ revenueMinor }, _, { application }) => moneyOf(revenueMinor, application.config.currency),
  averagePurchaseValue: ({ averageMinor }, _, { application }) =>
    optionalMoneyOf(averageMinor, application.config.currency),
};

export const SalesPeers: SalesPeersResolvers = {
  revenue: ({ revenueMinor }, _, { application }) => moneyOf(revenueMinor, application.config.currency),
  averagePurchaseValue: ({ averageMinor }, _, { application }) =>
    optionalMoneyOf(averageMinor, application.config.currency),
};

export const SalesMonth: SalesMonthResolvers = {
  revenue: ({ revenueMinor }, _, { application }) => moneyOf(revenueMinor, application.config.currency),
};
