import { alignLists, groupBy } from '../../catalogue/align.ts';
import { type OrderRow, orderFromNode } from '../../catalogue/orders/order-row.ts';
import { readText } from '../../catalogue/read-properties.ts';
import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import { type CustomerEventRow, eventFromNode, eventShape } from '../moments/customer-event.ts';
import { boundOf, type TimelineEntry, type TimelineSource, type Wanted } from './entry.ts';

/** An order that was placed. */
export interface OrderEntry extends TimelineEntry {
  readonly type: 'ORDER';
  readonly order: OrderRow;
}

/** An event that happened. */
export interface EventEntry extends TimelineEntry {
  readonly type: 'EVENT';
  readonly event: CustomerEventRow;
}

/** Entries that are nodes which hang on customers, found by their instant and key. */
const pageOf = (name: string, pattern: string, at: string, shape: string, and = ''): Query => ({
  name,
  text: `UNWIND $wanted AS wanted
CALL (wanted) {
  MATCH (customer:Customer {id: wanted.id})-${pattern}
  WHERE (wanted.at IS NULL OR fact.${at} < wanted.at OR (fact.${at} = wanted.at AND fact.key > wanted.key))${and}
  WITH fact ORDER BY fact.${at} DESC, fact.key LIMIT $limit
  RETURN ${shape} AS found
}
RETURN wanted.position AS position, found`,
});

const orders = pageOf('timeline.orders', '[:PLACED]->(fact)', 'placedAt', 'fact');
// what moves points is told as that, with the balance after it
const notPoints = ' AND NOT fact:PointsEntry';
const events = pageOf('timeline.events', '[:PERFORMED]->(fact)', 'occurredAt', eventShape('fact'), notPoints);

async function readPages<Entry>(
  database: Database,
  query: Query,
  type: string,
  wanted: readonly Wanted[],
  limit: number,
  entryOf: (found: Row) => Entry,
): Promise<Entry[][]> {
  const rows = wanted.map(({ id, after }, position) => ({ position, id, ...boundOf(type, after) }));
  const found = await database.read<{ position: number; found: Row }>(query, { wanted: rows, limit });
  const groups = groupBy(found, ({ position }) => position);
  return alignLists(
    [...rows.keys()],
    new Map([...groups].map(([position, group]) => [position, group.map((row) => entryOf(row.found))])),
  );
}

/** Orders, by when they were placed. */
export function orderEntries(database: Database): TimelineSource<OrderEntry> {
  return {
    type: 'ORDER',
    read: (wanted, limit) =>
      readPages(database, orders, 'ORDER', wanted, limit, (found) => {
        const order = orderFromNode(found);
        return { type: 'ORDER', at: order.placedAt, key: order.key, order };
      }),
  };
}

/** Events, by when they happened. */
export function eventEntries(database: Database): TimelineSource<EventEntry> {
  return {
    type: 'EVENT',
    read: (wanted, limit) =>
      readPages(database, events, 'EVENT', wanted, limit, (found) => {
        const event = eventFromNode(found);
        return { type: 'EVENT', at: event.occurredAt, key: readText(found, 'key'), event };
      }),
  };
}
