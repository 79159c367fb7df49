import type { Measure } from '../../rules/index.ts';
import type { ComparisonOperator } from '../plan.ts';

/** How a plan writes the operators that compare sizes. */
export const signOf: Readonly<Record<Measure['operator'], ComparisonOperator>> = {
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};
