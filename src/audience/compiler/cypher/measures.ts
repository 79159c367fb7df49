import Cypher from '@neo4j/cypher-builder';
import type { Figure, MeasureTest } from '../plan.ts';
import type { Binding } from './binding.ts';
import { compare } from './compare.ts';
import type { Names } from './names.ts';
import { printOperand } from './operands.ts';

/** A figure of the objects in a variable, as an aggregating expression. */
export function printFigure(figure: Figure, object: Binding, names: Names): Cypher.Expr {
  if (figure.kind === 'Count') return Cypher.count(object.variable);
  const value = printOperand(figure.of, object, names);
  switch (figure.kind) {
    case 'Sum':
      return Cypher.sum(value);
    case 'Minimum':
      return Cypher.min(value);
    case 'Maximum':
      return Cypher.max(value);
    case 'Distinct':
      return Cypher.count(value).distinct();
    case 'Average': {
      // by hand: avg() adds up fractions, and the sum of whole numbers is exact
      const number = Cypher.count(value);
      const some = Cypher.gt(number, new Cypher.Literal(0));
      return new Cypher.Case()
        .when(some)
        .then(Cypher.divide(Cypher.toFloat(Cypher.sum(value)), Cypher.toFloat(number)));
    }
  }
}

/** A test on a measured figure. */
export function printTest(
  { figure, operator, value }: MeasureTest,
  measured: Cypher.Expr,
  names: Names,
): Cypher.Predicate {
  const name = figure.kind === 'Count' ? 'count' : figure.of.property;
  const type = figure.kind === 'Average' ? 'decimal' : 'whole';
  const compared = compare(measured, operator, names.value(name, { type, value }));
  // of none it is missing, and a NOT around it must find that false
  const mayMiss = figure.kind === 'Average' || figure.kind === 'Minimum' || figure.kind === 'Maximum';
  return mayMiss ? Cypher.and(Cypher.isNotNull(measured), compared) : compared;
}
