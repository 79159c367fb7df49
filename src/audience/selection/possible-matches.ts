import type { Database } from '../../platform/neo4j/database.ts';
import { type PossibleMatchRow, possibleMatchFromRow } from '../../profile/identity/possible-match.ts';
import type { Connection } from './connection.ts';
import { orderingOf } from './ordering.ts';
import { possibleMatchesSortable } from './orderings.ts';
import { type ReadArguments, readPage } from './read-page.ts';
import type { ListSource } from './statement.ts';

const everyMatch: ListSource = {
  name: 'possibleMatches',
  select: ({ predicates, parameters }) => ({
    text: `MATCH (one:Customer)-[match:POSSIBLE_MATCH]->(other:Customer)
WITH match {.*, one: one.id, other: other.id} AS node${predicates.length > 0 ? ` WHERE ${predicates.join(' AND ')}` : ''}`,
    parameters,
  }),
};

/** A page of all possible matches, in one statement and one more for the number of all. */
export function pageOfPossibleMatches(database: Database, page: ReadArguments): Promise<Connection<PossibleMatchRow>> {
  return readPage(database, everyMatch, orderingOf(possibleMatchesSortable, null), page, possibleMatchFromRow);
}
