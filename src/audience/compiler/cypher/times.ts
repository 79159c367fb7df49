import Cypher from '@neo4j/cypher-builder';
import type { Elapsed, Followed, Span } from '../plan.ts';
import type { Names } from './names.ts';

/** The instant of asking, as a value that moves with it. */
export const atOnce: Span = { duration: 'PT0S', timeZone: 'UTC' };

/** The far object is later than the near one, and not too much later. */
export function printLater(
  { instant, later, within }: Pick<Followed, 'instant' | 'later' | 'within'>,
  near: Cypher.Variable,
  far: Cypher.Variable,
  names: Names,
): Cypher.Predicate {
  const [before, after] = [near.property(instant), far.property(later)];
  const isLater = Cypher.gt(after, before);
  return within === null
    ? isLater
    : Cypher.and(isLater, Cypher.lte(millis(after), millis(plus(before, within, names))));
}

/** So much time has passed since the instant of the object. */
export function printElapsed(
  { property, span, asOf }: Elapsed,
  object: Cypher.Variable,
  names: Names,
): Cypher.Predicate {
  const end = plus(object.property(property), span, names);
  return Cypher.lte(millis(end), millis(names.value('asOf', { type: 'instant', value: asOf, ago: atOnce })));
}

/** An instant a span later, by the calendar of its time zone. The instants of orders and events are never missing. */
function plus(instant: Cypher.Expr, { duration, timeZone }: Span, names: Names): Cypher.Expr {
  const timezone = names.constant('timeZone', timeZone);
  const there = Cypher.datetime(new Cypher.Map({ datetime: instant, timezone }));
  return Cypher.plus(there, Cypher.duration(names.constant('span', duration)));
}

/** As a number: the same instant in two time zones is not equal to the database. */
function millis(instant: Cypher.Expr): Cypher.Expr {
  return new Cypher.Raw((context) => `(${context.compile(instant)}).epochMillis`);
}
