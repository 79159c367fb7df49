import {
  readChoice,
  readFlag,
  readInstant,
  readOptionalChoice,
  readOptionalInstant,
} from '../../../catalogue/read-properties.ts';
import type { Query, Row } from '../../../platform/neo4j/database.ts';
import { type ChangeCause, changeCauses } from '../live/members.store.ts';
import { type SegmentRow, segmentFromNode } from '../segment-row.ts';
import type { Run } from '../segments.store.ts';

/** A stay of a customer in a segment: from `enteredAt` up to, and without, `leftAt`. */
export interface Membership {
  readonly customerId: string;
  readonly enteredAt: Date;
  readonly enteredBy: ChangeCause;
  /** Null while it lasts. */
  readonly leftAt: Date | null;
  readonly leftBy: ChangeCause | null;
  readonly heldOut: boolean;
}

const membershipOf = (customerId: string, member: Row): Membership => ({
  customerId,
  enteredAt: readInstant(member, 'enteredAt'),
  enteredBy: readChoice(member, 'enteredBy', changeCauses),
  leftAt: readOptionalInstant(member, 'leftAt'),
  leftBy: readOptionalChoice(member, 'leftBy', changeCauses),
  heldOut: readFlag(member, 'heldOut'),
});

const staying = `MATCH (segment:Segment {id: $segmentId})
CALL (segment) {
  MATCH (customer)-[member:MEMBER_OF]->(segment)
  WHERE member.enteredAt <= $at
  RETURN customer.id AS id, member
  UNION ALL
  MATCH (customer)-[member:WAS_MEMBER_OF]->(segment)
  WHERE member.enteredAt <= $at AND member.leftAt > $at
  RETURN customer.id AS id, member
}
WITH id, member
WHERE $heldOut IS NULL OR member.heldOut = $heldOut`;

const findAt: Query = {
  name: 'segments.membershipsAt',
  text: `${staying}
WITH id, member WHERE id > $after
RETURN id, member ORDER BY id LIMIT $first`,
};

const countAt: Query = { name: 'segments.countAt', text: `${staying}\nRETURN count(*) AS count` };

/** Who is meant: everyone, or only those who are, or are not, held out. */
export interface Staying {
  readonly segmentId: string;
  readonly at: Date;
  readonly heldOut: boolean | null;
}

/** Who was in a segment at an instant, by customer id. */
export async function readMembershipsAt(
  run: Run,
  staying: Staying,
  page: { readonly after: string; readonly first: number },
): Promise<Membership[]> {
  const rows = await run<{ id: string; member: Row }>(findAt, { ...staying, ...page });
  return rows.map(({ id, member }) => membershipOf(id, member));
}

/** How many they were. */
export async function countMembershipsAt(run: Run, staying: Staying): Promise<number> {
  const [row] = await run<{ count: number }>(countAt, { ...staying });
  return row?.count ?? 0;
}

const findOfCustomers: Query = {
  name: 'segments.ofCustomersOverTime',
  text: `UNWIND $ids AS id
CALL (id) {
  MATCH (:Customer {id: id})-[member:MEMBER_OF|WAS_MEMBER_OF]->(segment:Segment)
  RETURN member, segment ORDER BY member.enteredAt DESC, segment.name LIMIT $first
}
RETURN id, member, segment`,
};

/** A stay with its segment. */
export interface CustomerMembership extends Membership {
  readonly segment: SegmentRow;
}

/** The latest stays of customers, newest first, by customer id. */
export async function readMembershipsOf(
  run: Run,
  ids: readonly string[],
  first: number,
): Promise<ReadonlyMap<string, readonly CustomerMembership[]>> {
  const found = new Map<string, CustomerMembership[]>(ids.map((id) => [id, []]));
  const rows = await run<{ id: string; member: Row; segment: Row }>(findOfCustomers, { ids: [...found.keys()], first });
  for (const { id, member, segment } of rows)
    found.get(id)?.push({ ...membershipOf(id, member), segment: segmentFromNode(segment) });
  return found;
}
