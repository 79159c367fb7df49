import { alignLists, distinct, groupBy } from '../../catalogue/align.ts';
import { readOptionalInstant, readText } from '../../catalogue/read-properties.ts';
import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import { type CustomerEventRow, eventFromNode, eventShape } from './customer-event.ts';

// Whoever has more of them is a machine; what counts is the newest.
const MOST = 1_000;

const readNamed: Query = {
  name: 'moments.eventsNamed',
  text: `UNWIND $ids AS id
CALL (id) {
  MATCH (:Customer {id: id})-[:PERFORMED]->(event)
  WHERE event.name IN $names
  WITH event ORDER BY event.occurredAt DESC, event.key LIMIT $most
  RETURN ${eventShape('event')} AS found
}
RETURN id, found`,
};

const readFirsts: Query = {
  name: 'moments.firsts',
  text: `UNWIND $ids AS id
MATCH (customer:Customer {id: id})
CALL (customer) {
  MATCH (customer)<-[:IDENTIFIES]-(identifier:Identifier)
  WHERE identifier.kind IN $contactKinds
  RETURN min(identifier.firstSeenAt) AS contactableAt
}
CALL (customer) {
  MATCH (customer)-[:PERFORMED]->(event)
  WHERE event.name IN $names
  WITH event.name AS name, min(event.occurredAt) AS at
  RETURN collect({name: name, at: at}) AS firsts
}
RETURN id, contactableAt, firsts`,
};

/** When things happened for the first time. */
export interface FirstMoments {
  /** A phone number or e-mail address was known; null: none is. */
  readonly contactableAt: Date | null;
  /** By name of the event. */
  readonly events: ReadonlyMap<string, Date>;
}

/** Events of some names, newest first; one statement, one list for every id, in that order. */
export async function readEventsNamed(
  database: Database,
  ids: readonly string[],
  names: readonly string[],
): Promise<CustomerEventRow[][]> {
  const rows = await database.read<Row & { found: Row }>(readNamed, { ids: distinct(ids), names, most: MOST });
  const groups = groupBy(rows, (row) => readText(row, 'id'));
  return alignLists(
    ids,
    new Map([...groups].map(([id, group]) => [id, group.map(({ found }) => eventFromNode(found))])),
  );
}

/** When events of some names came first, and ways to reach customers; one statement. */
export async function readFirstMoments(
  database: Database,
  ids: readonly string[],
  names: readonly string[],
): Promise<ReadonlyMap<string, FirstMoments>> {
  const rows = await database.read<Row & { firsts: { name: string; at: Date }[] }>(readFirsts, {
    ids: distinct(ids),
    names,
    contactKinds: ['phone', 'email'],
  });
  return new Map(
    rows.map((row) => [
      readText(row, 'id'),
      {
        contactableAt: readOptionalInstant(row, 'contactableAt'),
        events: new Map(row.firsts.map(({ name, at }) => [name, at])),
      },
    ]),
  );
}
