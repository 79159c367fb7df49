import type { Query, Transaction } from '../../../platform/neo4j/database.ts';
import { isHeldOut } from '../holdout.ts';
import type { SegmentRow } from '../segment-row.ts';

export const changeCauses = [
  'FACTS',
  'IDENTITY',
  'TIME',
  'CATALOGUE',
  'PUBLISHED',
  'RULE',
  'ARCHIVED',
  'DELETED',
] as const;
/** Why somebody entered or left a segment. */
export type ChangeCause = (typeof changeCauses)[number];
export type ChangeKind = 'ENTERED' | 'LEFT';

/** Customers who entered or left a segment at once, for one reason. */
export interface Movement {
  readonly segment: Pick<SegmentRow, 'id' | 'holdout'>;
  readonly kind: ChangeKind;
  readonly cause: ChangeCause;
  readonly customers: readonly string[];
}

const MOST_IN_CHUNK = 1_000;

const enter: Query = {
  name: 'live.enter',
  text: `UNWIND $rows AS row
MATCH (segment:Segment {id: row.segment})
UNWIND row.customers AS one
MATCH (customer:Customer {id: one.id})
CREATE (customer)-[:MEMBER_OF {enteredAt: $now, enteredBy: row.cause, heldOut: one.heldOut}]->(segment)`,
};

// also those who are customers no more, as they became part of another
const leave: Query = {
  name: 'live.leave',
  text: `UNWIND $rows AS row
MATCH (segment:Segment {id: row.segment})
UNWIND row.customers AS id
CALL (segment, id) {
  MATCH (customer:Customer {id: id})-[member:MEMBER_OF]->(segment) RETURN customer, member
  UNION ALL
  MATCH (customer:MergedCustomer {id: id})-[member:MEMBER_OF]->(segment) RETURN customer, member
}
CREATE (customer)-[was:WAS_MEMBER_OF]->(segment)
SET was = properties(member), was.leftAt = $now, was.leftBy = row.cause
DELETE member`,
};

const append: Query = {
  name: 'live.append',
  text: `UNWIND $rows AS row
CREATE (change:SegmentChange)
SET change = row`,
};

/**
 * Writes who entered and left, and appends it to the feed, whose numbers go on from `last` without a gap, as whoever writes holds the
 * ledger. Gives the number of the last change.
 */
export async function writeMovements(
  transaction: Transaction,
  movements: readonly Movement[],
  last: number,
  now: Date,
): Promise<number> {
  const chunks = movements.flatMap(({ customers, ...movement }) => inChunks(customers, movement));
  if (chunks.length === 0) return last;
  const entered = chunks.filter(({ kind }) => kind === 'ENTERED');
  const left = chunks.filter(({ kind }) => kind === 'LEFT');
  if (left.length > 0) {
    const rows = left.map(({ segment, cause, customers }) => ({ segment: segment.id, cause, customers }));
    await transaction.run(leave, { rows, now });
  }
  if (entered.length > 0) {
    const rows = entered.map(({ segment: { id, holdout }, cause, customers }) => ({
      ...{ segment: id, cause },
      customers: customers.map((customer) => ({ id: customer, heldOut: isHeldOut(holdout, customer) })),
    }));
    await transaction.run(enter, { rows, now });
  }
  let number = last;
  const rows = chunks.map(({ segment, kind, cause, customers }) => {
    const first = number + 1;
    number += customers.length;
    return { first, last: number, segmentId: segment.id, kind, cause, customers, at: now };
  });
  await transaction.run(append, { rows });
  return number;
}

function inChunks(customers: readonly string[], movement: Omit<Movement, 'customers'>): Movement[] {
  const chunks: Movement[] = [];
  for (let from = 0; from < customers.length; from += MOST_IN_CHUNK)
    chunks.push({ ...movement, customers: customers.slice(from, from + MOST_IN_CHUNK) });
  return chunks;
}

const findMembers: Query = {
  name: 'live.members',
  text: 'MATCH (:Segment {id: $id})<-[:MEMBER_OF]-(customer) RETURN customer.id AS id ORDER BY id',
};

/** Everyone who is stored as a member, by id. */
export async function readMemberIds(transaction: Transaction, id: string): Promise<string[]> {
  return (await transaction.run<{ id: string }>(findMembers, { id })).map((row) => row.id);
}

const mark: Query = {
  name: 'live.markHeldOut',
  text: `MATCH (:Segment {id: $id})<-[member:MEMBER_OF]-(customer)
SET member.heldOut = customer.id IN $heldOut`,
};

/** Marks members anew as held out or not. */
export async function markHeldOut(transaction: Transaction, { id, holdout }: Movement['segment']): Promise<void> {
  const members = await readMemberIds(transaction, id);
  await transaction.run(mark, { id, heldOut: members.filter((member) => isHeldOut(holdout, member)) });
}
