import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { EventFact } from '../records/facts.ts';
import type { FactRow } from './facts.store.ts';
import { addEvent } from './figures.store.ts';

const create: Query = {
  name: 'load.createEvents',
  text: `
UNWIND $rows AS row
CREATE (event:Event)
SET event = row.properties
WITH event, row
CALL (event, row) {
  MATCH (customer:Customer {id: row.customer})
  CREATE (customer)-[:PERFORMED]->(event)${addEvent('event.occurredAt')}
}
CALL (event, row) {
  MATCH (store:Store {code: row.store})
  CREATE (event)-[:HAPPENED_AT]->(store)
}
CALL (event, row) {
  MATCH (product:Product {sku: row.sku})
  CREATE (event)-[:ABOUT]->(product)
}`,
};

// Points may be moved without the customer, by a correction say: that does not count as having been seen.
const createPoints: Query = {
  name: 'load.createPoints',
  text: `
UNWIND $rows AS row
CREATE (entry:Event:PointsEntry)
SET entry = row.properties
WITH entry, row
MATCH (customer:Customer {id: row.customer})
CREATE (customer)-[:PERFORMED]->(entry)
SET customer.updatedAt = $now`,
};

/** An event to create, with the customer it belongs to. */
export interface EventRow extends FactRow {
  readonly customer: string | null;
  readonly store: string | null;
  readonly sku: string | null;
}

/** Creates events where they belong, and adds them to their customers' figures. */
export async function createEvents(transaction: Transaction, rows: readonly EventRow[], now: Date) {
  await transaction.runRows(create, rows, { now });
}

/** Creates movements of points where they belong. */
export async function createPointsEntries(transaction: Transaction, rows: readonly EventRow[], now: Date) {
  await transaction.runRows(createPoints, rows, { now });
}

// The newest event describes the device; of two at the same instant the greater description does.
const onDevices: Query = {
  name: 'load.eventsOnDevices',
  text: `
UNWIND $rows AS row
MATCH (event:Event {key: row.key})
MERGE (device:Device {deviceId: row.deviceId})
CREATE (event)-[:ON]->(device)
WITH device, row,
  row.described AND (device.describedAt IS NULL OR row.at > device.describedAt
    OR (row.at = device.describedAt AND row.description > device.description)) AS newer
SET device.lastSeenAt = CASE WHEN device.lastSeenAt IS NULL OR row.at > device.lastSeenAt THEN row.at ELSE device.lastSeenAt END
FOREACH (_ IN CASE WHEN newer THEN [1] ELSE [] END |
  SET device.platform = row.platform, device.model = row.model, device.describedAt = row.at, device.description = row.description)`,
};

/** Ties new events to the devices they happened on. */
export async function writeDevices(transaction: Transaction, events: readonly EventFact[]) {
  const rows = events.flatMap(({ key, device, seenAt }) => {
    if (device === null) return [];
    const described = device.platform !== null || device.model !== null;
    return [{ key, at: seenAt, ...device, described, description: JSON.stringify([device.platform, device.model]) }];
  });
  await transaction.runRows(onDevices, rows);
}
