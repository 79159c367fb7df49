import Cypher from '@neo4j/cypher-builder';
import type { Anniversary } from '../plan.ts';
import type { Names } from './names.ts';

/** The month and day of the property lie in one of the spans, and its year is an earlier one. */
export function printAnniversary(
  { property, timeZone, spans }: Anniversary,
  variable: Cypher.Variable,
  names: Names,
): Cypher.Predicate {
  // at the turn of a year there is a span more
  names.textMoves();
  const value = variable.property(property);
  const local = timeZone === null ? value : inZone(value, names.constant('timeZone', timeZone));
  const whole = (name: string, number: number) => names.value(name, { type: 'whole', value: String(number) });
  const date = new Cypher.NamedVariable('date');
  const day = Cypher.plus(Cypher.multiply(date.property('month'), new Cypher.Literal(100)), date.property('day'));
  const within = spans.map(({ year, from, to }) =>
    Cypher.and(
      Cypher.gte(day, whole('from', from)),
      Cypher.lte(day, whole('to', to)),
      Cypher.lt(date.property('year'), whole('year', year)),
    ),
  );
  // `any` names the date, which is then reckoned once
  const lies = Cypher.or(...within) ?? Cypher.false;
  return Cypher.any(date, new Cypher.List([local]), lies);
}

/** A missing instant is none in any zone; asked for one, the database gives an error. */
function inZone(instant: Cypher.Expr, timezone: Cypher.Expr): Cypher.Expr {
  const there = Cypher.datetime(new Cypher.Map({ datetime: instant, timezone }));
  return new Cypher.Case().when(Cypher.isNotNull(instant)).then(there);
}
