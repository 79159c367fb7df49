import type { Database } from '../../platform/neo4j/database.ts';
import {
  type MatchReason,
  type PossibleMatchRow,
  possibleMatchFromRow,
} from '../../profile/identity/possible-match.ts';
import type { Connection } from './connection.ts';
import { orderingOf } from './ordering.ts';
import { alikeSortable, possibleMatchesSortable, refusalsSortable } from './orderings.ts';
import { type ReadArguments, readPage } from './read-page.ts';
import type { ListSource } from './statement.ts';

/** Which possible matches to list, and which page of them. */
export interface MatchesArguments extends ReadArguments {
  readonly reason?: MatchReason | null;
}

// What has a score is alike: said so, the index gives it in order.
const HAS_SCORE = 'node.scoreMillionths IS NOT NULL';

const matchesOf = (reason: MatchReason | null): ListSource => ({
  name: 'possibleMatches',
  select: ({ predicates, parameters }) => {
    const where = [
      ...(reason === null ? [] : [reason === 'ALIKE' ? HAS_SCORE : 'node.reason = $reason']),
      ...predicates,
    ];
    return {
      text: `MATCH (:Customer)-[node:POSSIBLE_MATCH]->(:Customer)${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''}`,
      parameters: reason === null ? parameters : { ...parameters, reason },
    };
  },
});

/** A page of all possible matches, in one statement and one more for the number of all. */
export function pageOfPossibleMatches(
  database: Database,
  asked: MatchesArguments,
): Promise<Connection<PossibleMatchRow>> {
  const reason = asked.reason ?? null;
  const sortable = reason === null ? possibleMatchesSortable : reason === 'ALIKE' ? alikeSortable : refusalsSortable;
  return readPage(database, matchesOf(reason), orderingOf(sortable, null), asked, possibleMatchFromRow);
}
