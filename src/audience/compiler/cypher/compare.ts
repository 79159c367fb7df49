import Cypher from '@neo4j/cypher-builder';
import type { ComparisonOperator } from '../plan.ts';

/** Two expressions compared. */
export function compare(left: Cypher.Expr, operator: ComparisonOperator, right: Cypher.Expr): Cypher.Predicate {
  switch (operator) {
    case '=':
      return Cypher.eq(left, right);
    case '<>':
      return Cypher.neq(left, right);
    case '<':
      return Cypher.lt(left, right);
    case '<=':
      return Cypher.lte(left, right);
    case '>':
      return Cypher.gt(left, right);
    case '>=':
      return Cypher.gte(left, right);
  }
}
