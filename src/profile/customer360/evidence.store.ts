import { alignLists, distinct, groupBy } from '../../catalogue/align.ts';
import { readText } from '../../catalogue/read-properties.ts';
import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import { devicesPart, type EvidencePart, identifiersPart, recordsPart } from './evidence-parts.ts';
import {
  type DeviceRow,
  deviceFromNode,
  type IdentifierRow,
  type MergedCustomerRow,
  mergedCustomerFromNode,
  type SourceRecordRow,
} from './evidence-rows.ts';

function findPart(name: string, { pattern, orderBy, values }: EvidencePart<unknown>): Query {
  return {
    name,
    text: `UNWIND $ids AS id
MATCH (customer:Customer {id: id})
MATCH ${pattern}
WITH id, found ORDER BY ${orderBy}
RETURN id, ${values} AS found`,
  };
}

const findIdentifiers = findPart('customers.identifiers', identifiersPart);
const findDevices = findPart('customers.devices', devicesPart);
const findRecords = findPart('customers.sourceRecords', recordsPart);

const findDevicesById: Query = {
  name: 'devices.byId',
  text: `UNWIND $ids AS id
MATCH (device:Device {deviceId: id})
RETURN id, device AS found`,
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
  async function listsOf<Found, T>(query: Query, ids: readonly string[], read: (found: Found) => T): Promise<T[][]> {
    const rows = await database.read<Row & { found: Found }>(query, { ids: distinct(ids) });
    const found = groupBy(rows, (row) => readText(row, 'id'));
    const parsed = [...found].map(([id, group]) => [id, group.map((row) => read(row.found))] as const);
    return alignLists(ids, new Map(parsed));
  }

  return {
    identifiersOf: (ids) => listsOf(findIdentifiers, ids, identifiersPart.fromValues),
    devicesOf: (ids) => listsOf(findDevices, ids, devicesPart.fromValues),
    devicesById: async (deviceIds) =>
      (await listsOf(findDevicesById, deviceIds, deviceFromNode)).map(([device]) => device ?? null),
    recordsOf: (ids) => listsOf(findRecords, ids, recordsPart.fromValues),
    mergedFromOf: (ids) => listsOf(findMerged, ids, mergedCustomerFromNode),
  };
}
