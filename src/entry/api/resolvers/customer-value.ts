import { readDuration } from '../arguments.ts';
import type { CustomerValueResolvers } from '../generated/resolvers.ts';
import { optionalMoneyOf } from '../money-of.ts';

const DEFAULT_WITHIN = 'P90D';
const read = ({ within }: { within?: string | null }) => readDuration('within', within ?? DEFAULT_WITHIN);

export const CustomerValue: CustomerValueResolvers = {
  purchaseProbability: (value, args) => value.purchaseProbability(read(args)),
  expectedOrders: (value, args) => value.expectedOrders(read(args)),
  expectedSpend: (value, args, { application }) =>
    optionalMoneyOf(value.expectedSpendMinor(read(args)), application.config.currency),
};
