import { align, distinct } from '../../catalogue/align.ts';
import type { Parameters, Query, Row } from '../../platform/neo4j/database.ts';
import { bargainCount, type Habits, habitExpressions } from './habits.ts';

type Run = <R = Row>(query: Query, parameters?: Parameters) => Promise<R[]>;

const place = { customer: 'customer', timeZone: '$timeZone' };

// To the database the aggregates within the expressions are some of the projection, so the customer must be a key of it.
const read: Query = {
  name: 'habits.read',
  text: `UNWIND $ids AS id
MATCH (customer:Customer {id: id})
WITH id, customer, {purchases: customer.purchaseCount, bargains: coalesce(${bargainCount(place)}, 0),
  ${Object.entries(habitExpressions)
    .map(([name, print]) => `${name}: ${print(place)}`)
    .join(',\n  ')}} AS habits
RETURN id, habits`,
};

/** The habits of customers, one for every id, in that order; null for one that is not there. One statement. */
export async function readHabits(run: Run, ids: readonly string[], timeZone: string): Promise<(Habits | null)[]> {
  const rows = await run<{ id: string; habits: Habits }>(read, { ids: distinct(ids), timeZone });
  return align(ids, new Map(rows.map(({ id, habits }) => [id, habits])));
}
