import { alignLists, distinct, groupBy } from '../../catalogue/align.ts';
import { readText } from '../../catalogue/read-properties.ts';
import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import {
  type DeviceRow,
  deviceFromNode,
  type IdentifierRow,
  identifierFromNode,
  type MergedCustomerRow,
  mergedCustomerFromNode,
  type SourceRecordRow,
  sourceRecordFromNode,
} from './evidence-rows.ts';

const findIdentifiers: Query = {
  name: 'customers.identifiers',
  text: `UNWIND $ids AS id
MATCH (:Customer {id: id})<-[:IDENTIFIES]-(identifier:Identifier)
RETURN id, identifier AS found
ORDER BY identifier.kind, coalesce(identifier.scope, ''), identifier.value`,
};

const findDevices: Query = {
  name: 'customers.devices',
  text: `UNWIND $ids AS id
MATCH (:Customer {id: id})-[:USES]->(device:Device)
RETURN id, device AS found
ORDER BY device.deviceId`,
};

// A record that others refer to, but that has not come yet, has no content.
const findDevicesById: Query = {
  name: 'devices.byId',
  text: `UNWIND $ids AS id
MATCH (device:Device {deviceId: id})
RETURN id, device AS found`,
};

const findRecords: Query = {
  name: 'customers.sourceRecords',
  text: `UNWIND $ids AS id
MATCH (:Customer {id: id})-[:HAS_RECORD]->(record:SourceRecord)
WHERE record.observedAt IS NOT NULL
RETURN id, record AS found
ORDER BY record.observedAt, record.source, record.recordId`,
};

const findMerged: Query = {
  name: 'customers.mergedFrom',
  text: `UNWIND $ids AS id
MATCH (:Customer {id: id})<-[:MERGED_INTO*0..]-(into)<-[:MERGED_INTO]-(merged:MergedCustomer)
RETURN id, merged {.*, intoId: into.id} AS found
ORDER BY merged.mergedAt DESC, merged.id`,
};

/**
 * Reads what hangs on customers, by their living ids. Every call is one statement, whatever the number of ids;
 * one list for every id, in that order, empty where there is nothing.
 */
export interface EvidenceStore {
  /** By kind, scope, value. */
  identifiersOf(ids: readonly string[]): Promise<IdentifierRow[][]>;
  /** By deviceId. */
  devicesOf(ids: readonly string[]): Promise<DeviceRow[][]>;
  /** Devices by their own deviceId; null for one that is not known. */
  devicesById(deviceIds: readonly string[]): Promise<(DeviceRow | null)[]>;
  /** By observedAt, source, recordId. */
  recordsOf(ids: readonly string[]): Promise<SourceRecordRow[][]>;
  /** Everyone merged into the customer, directly or through others; newest merge first. */
  mergedFromOf(ids: readonly string[]): Promise<MergedCustomerRow[][]>;
}

export function createEvidenceStore(database: Database): EvidenceStore {
  async function listsOf<T>(query: Query, ids: readonly string[], fromNode: (properties: Row) => T): Promise<T[][]> {
    const rows = await database.read<Row & { found: Row }>(query, { ids: distinct(ids) });
    const found = groupBy(rows, (row) => readText(row, 'id'));
    const parsed = [...found].map(([id, group]) => [id, group.map((row) => fromNode(row.found))] as const);
    return alignLists(ids, new Map(parsed));
  }

  return {
    identifiersOf: (ids) => listsOf(findIdentifiers, ids, identifierFromNode),
    devicesOf: (ids) => listsOf(findDevices, ids, deviceFromNode),
    devicesById: async (deviceIds) =>
      (await listsOf(findDevicesById, deviceIds, deviceFromNode)).map(([device]) => device ?? null),
    recordsOf: (ids) => listsOf(findRecords, ids, sourceRecordFromNode),
    mergedFromOf: (ids) => listsOf(findMerged, ids, mergedCustomerFromNode),
  };
}
