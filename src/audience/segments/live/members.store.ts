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

// also those who are customers no more, as they became part of another
const move = `CALL () {
  UNWIND $left AS row
  MATCH (segment:Segment {id: row.segment})
  UNWIND row.customers AS id
  CALL (segment, id) {
    MATCH (customer:Customer {id: id})-[member:MEMBER_OF]->(segment) RETURN customer, member
    UNION ALL
    MATCH (customer:MergedCustomer {id: id})-[member:MEMBER_OF]->(segment) RETURN customer, member
  }
  CREATE (customer)-[was:WAS_MEMBER_OF]->(segment)
  SET was = properties(member), was.leftAt = $now, was.leftBy = row.cause
  DELETE member
}
CALL () {
  UNWIND $entered AS row
  MATCH (segment:Segment {id: row.segment})
  UNWIND row.customers AS one
  MATCH (customer:Customer {id: one.id})
  CREATE (customer)-[:MEMBER_OF {enteredAt: $now, enteredBy: row.cause, heldOut: one.heldOut}]->(segment)
}
CALL () {
  UNWIND $changes AS row
  CREATE (change:SegmentChange)
  SET change = row, change.at = $now
}`;

// one statement, as an order that is followed is to cost less than one that is written
const writeStep: Query = {
  name: 'live.write',
  text: `MATCH (feed:SegmentFeed {id: 'segments'})
SET feed.last = $last, feed.evaluatedAt = coalesce($evaluatedAt, feed.evaluatedAt)
WITH 1 AS done
${move}
CALL () {
  MATCH (trace:ChangeTrace) WHERE trace.id IN $traces
  DELETE trace
}
CALL () {
  UNWIND $evaluated AS row
  MATCH (segment:Segment {id: row.id})
  SET segment.evaluatedAs = row.evaluatedAs, segment.markedBy = row.markedBy
}`,
};

/** What a step came to, beside the members. */
export interface StepEnd {
  /** The instant up to which time was heeded; null: no other than before. */
  readonly evaluatedAt: Date | null;
  /** Ids of traces that are done with. */
  readonly traces: readonly string[];
  readonly evaluated: readonly {
    readonly id: string;
    readonly evaluatedAs: string | null;
    readonly markedBy: string | null;
  }[];
}

const nothingElse: StepEnd = { evaluatedAt: null, traces: [], evaluated: [] };

/**
 * Writes who entered and left, and appends it to the feed, whose numbers go on from `last` without a gap, as whoever writes holds the
 * ledger; and how far a step has come. Gives the number of the last change.
 */
export async function writeMovements(
  transaction: Transaction,
  movements: readonly Movement[],
  last: number,
  now: Date,
  end: StepEnd = nothingElse,
): Promise<number> {
  const chunks = movements.flatMap(({ customers, ...movement }) => inChunks(customers, movement));
  const left = chunks
    .filter(({ kind }) => kind === 'LEFT')
    .map(({ segment, cause, customers }) => ({ segment: segment.id, cause, customers }));
  const entered = chunks
    .filter(({ kind }) => kind === 'ENTERED')
    .map(({ segment: { id, holdout }, cause, customers }) => ({
      ...{ segment: id, cause },
      customers: customers.map((customer) => ({ id: customer, heldOut: isHeldOut(holdout, customer) })),
    }));
  let number = last;
  const changes = chunks.map(({ segment, kind, cause, customers }) => {
    const first = number + 1;
    number += customers.length;
    return { first, last: number, segmentId: segment.id, kind, cause, customers };
  });
  await transaction.run(writeStep, { left, entered, changes, last: number, now, ...end });
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
