import type { Transaction } from '../../../platform/neo4j/database.ts';
import { indent, type Statement } from '../../selection/statement.ts';

/** Those of some customers whom a statement that starts at `$ids` selects. */
export async function findSelected(
  transaction: Transaction,
  ids: readonly string[],
  { text, parameters }: Statement,
): Promise<ReadonlySet<string>> {
  const query = { name: 'live.selected', text: `${text}\nRETURN node.id AS id` };
  return new Set((await transaction.run<{ id: string }>(query, { ...parameters, ids })).map(({ id }) => id));
}

/** Whom a statement selects and who is not stored, and the other way round: found in the graph, so that only these travel. */
export async function findDifference(
  transaction: Transaction,
  segmentId: string,
  { text, parameters }: Statement,
): Promise<{ readonly entered: readonly string[]; readonly left: readonly string[] }> {
  const query = {
    name: 'live.difference',
    text: `CALL () {
${indent(text)}
  RETURN collect(node) AS selected
}
MATCH (segment:Segment {id: $segmentId})
CALL (segment, selected) {
  UNWIND selected AS customer
  WITH segment, customer
  WHERE NOT EXISTS { (customer)-[:MEMBER_OF]->(segment) }
  RETURN collect(customer.id) AS entered
}
CALL (segment, selected) {
  MATCH (segment)<-[:MEMBER_OF]-(customer)
  WHERE NOT customer IN selected
  RETURN collect(customer.id) AS left
}
RETURN entered, left`,
  };
  const [row] = await transaction.run<{ entered: string[]; left: string[] }>(query, { ...parameters, segmentId });
  if (!row) throw new Error(`Segment ${segmentId} is gone.`);
  return row;
}
