import type { Query, Transaction } from '../../../platform/neo4j/database.ts';

/** How far comparing has come; one for the whole graph. */
export interface MatchingState {
  /** What scores were computed under: rules and number of records. */
  readonly computedUnder: string | null;
  /** All customers up to this id were marked to be compared anew; null: no such pass is under way. */
  readonly passedTo: string | null;
  /** Source records in the graph. */
  readonly records: number;
}

const lock: Query = {
  name: 'matching.lockState',
  text: `
MERGE (state:MatchingState {id: 'matching'})
SET state.id = state.id
RETURN state.computedUnder AS computedUnder, state.passedTo AS passedTo, COUNT { (:SourceRecord) } AS records`,
};

/** Reads the state and locks it, so that of several servers one compares at a time. */
export async function lockMatching(transaction: Transaction): Promise<MatchingState> {
  const [state] = await transaction.run<{ computedUnder: string | null; passedTo: string | null; records: number }>(
    lock,
  );
  return state as MatchingState;
}

const save: Query = {
  name: 'matching.saveState',
  text: `MATCH (state:MatchingState {id: 'matching'}) SET state.computedUnder = $computedUnder, state.passedTo = $passedTo`,
};

export async function saveMatching(
  transaction: Transaction,
  state: Pick<MatchingState, 'computedUnder' | 'passedTo'>,
): Promise<void> {
  await transaction.run(save, { ...state });
}

const markNext: Query = {
  name: 'matching.markNext',
  text: `
MATCH (customer:Customer) WHERE customer.id > $after
WITH customer ORDER BY customer.id LIMIT $most
SET customer:KeysDue
RETURN max(customer.id) AS last`,
};

/** Marks the next customers of a pass over all; the last one's id, null when there are no more. */
export async function markNextCustomers(transaction: Transaction, after: string, most: number): Promise<string | null> {
  const [row] = await transaction.run<{ last: string | null }>(markNext, { after, most });
  return row?.last ?? null;
}

const due = (label: 'KeysDue' | 'ScoresDue'): Query => ({
  name: `matching.find${label}`,
  text: `MATCH (customer:${label}) USING SCAN customer:${label} WHERE customer:Customer RETURN customer.id AS id LIMIT $most`,
});
const dueQueries = { KeysDue: due('KeysDue'), ScoresDue: due('ScoresDue') };

/**
 * Customers whose records may be in other blocks than before (`KeysDue`: intake marks those whose records changed), or are to be
 * compared anew (`ScoresDue`).
 */
export async function findDue(
  transaction: Transaction,
  what: 'KeysDue' | 'ScoresDue',
  most: number,
): Promise<string[]> {
  return (await transaction.run<{ id: string }>(dueQueries[what], { most })).map(({ id }) => id);
}
