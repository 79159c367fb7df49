import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import { align, distinct } from '../align.ts';
import { mapOf } from '../properties.ts';
import { readText } from '../read-properties.ts';
import { type StoreRow, storeFromNode, storeProperties } from '../stores/store-row.ts';
import { type StaffRow, staffFromNode, staffProperties } from './staff-row.ts';

const findByCode: Query = {
  name: 'staff.byCode',
  text: `UNWIND $codes AS code
MATCH (staff:Staff {code: code})
RETURN ${mapOf('staff', staffProperties)} AS staff`,
};

const findStores: Query = {
  name: 'staff.stores',
  text: `UNWIND $codes AS code
MATCH (:Staff {code: code})-[:WORKS_AT]->(store:Store)
RETURN code, ${mapOf('store', storeProperties)} AS store`,
};

const findManagers: Query = {
  name: 'staff.managers',
  text: `UNWIND $codes AS code
MATCH (:Staff {code: code})-[:REPORTS_TO]->(manager:Staff)
RETURN code, ${mapOf('manager', staffProperties)} AS manager`,
};

/** Reads staff. Every call is one statement, whatever the number of codes; results stand in the order of the codes. */
export interface StaffStore {
  byCode(codes: readonly string[]): Promise<(StaffRow | null)[]>;
  /** Where each of the staff works. */
  storesOf(codes: readonly string[]): Promise<(StoreRow | null)[]>;
  /** To whom each of the staff reports. */
  managersOf(codes: readonly string[]): Promise<(StaffRow | null)[]>;
}

export function createStaffStore(database: Database): StaffStore {
  return {
    async byCode(codes) {
      const rows = await database.read<{ staff: Row }>(findByCode, { codes: distinct(codes) });
      const staff = rows.map((row) => staffFromNode(row.staff));
      return align(codes, new Map(staff.map((member) => [member.code, member])));
    },
    async storesOf(codes) {
      const rows = await database.read<Row & { store: Row }>(findStores, { codes: distinct(codes) });
      return align(codes, new Map(rows.map((row) => [readText(row, 'code'), storeFromNode(row.store)])));
    },
    async managersOf(codes) {
      const rows = await database.read<Row & { manager: Row }>(findManagers, { codes: distinct(codes) });
      return align(codes, new Map(rows.map((row) => [readText(row, 'code'), staffFromNode(row.manager)])));
    },
  };
}
