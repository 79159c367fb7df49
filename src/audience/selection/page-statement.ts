import { type Bound, positionOf, type Stretch, stretchesOf, wholeOf } from './keyset.ts';
import type { Ordering } from './ordering.ts';
import { indent, type ListSource, type Statement, withPrefix } from './statement.ts';

/** Which part of a list to read: at most `limit` nodes between the bounds, from the end when `reversed`. */
export interface Range {
  readonly bounds: readonly Bound[];
  readonly reversed: boolean;
  readonly limit: number;
}

/**
 * The statement that reads a range of a list; columns `node` and `position`. Null when nothing can be in it.
 * A list of two stretches asks for the second one only when the first did not fill the range.
 */
export function pageStatement(source: ListSource, ordering: Ordering, range: Range): Statement | null {
  const [first, second] = stretchesOf(ordering, range.bounds, range.reversed);
  if (!first) return null;
  const position = positionOf(ordering);
  const one = sorted(source, first);
  if (!second) {
    return {
      text: `${one.text}\nRETURN node, ${position} AS position`,
      parameters: { ...one.parameters, pageLimit: range.limit },
    };
  }
  const other = withPrefix(sorted(source, second), 'rest_', ['pageLimit']);
  const row = `{node: node, position: ${position}}`;
  return {
    text: `CALL () {
${indent(one.text)}
  RETURN collect(${row}) AS head
}
CALL (head) {
  WITH head WHERE size(head) < $pageLimit
  CALL () {
${indent(indent(other.text))}
    RETURN ${row} AS row
  }
  RETURN collect(row) AS tail
}
UNWIND (head + tail)[..$pageLimit] AS row
RETURN row.node AS node, row.position AS position`,
    parameters: { ...one.parameters, ...other.parameters, pageLimit: range.limit },
  };
}

/**
 * The statement that finds a list once (`all`), and gives the range and the number of all: columns `count` and `found`, a list of
 * `{node, position}`. For lists that no index gives in order: their page alone would cost as much as all of it.
 */
export function countedPageStatement(all: Statement, ordering: Ordering, range: Range): Statement {
  const { predicates, parameters, orderBy } = wholeOf(ordering, range.bounds, range.reversed);
  const where = predicates.length > 0 ? `\n  WITH node WHERE ${predicates.join(' AND ')}` : '';
  return {
    text: `${all.text}
WITH collect(node) AS members
CALL (members) {
  UNWIND members AS node${where}
  WITH node ORDER BY ${orderBy} LIMIT $pageLimit
  RETURN collect({node: node, position: ${positionOf(ordering)}}) AS found
}
RETURN size(members) AS count, found`,
    parameters: { ...all.parameters, ...parameters, pageLimit: range.limit },
  };
}

function sorted(source: ListSource, stretch: Stretch): Statement {
  const part = source.select(stretch);
  return { text: `${part.text}\nWITH node ORDER BY ${stretch.orderBy} LIMIT $pageLimit`, parameters: part.parameters };
}
