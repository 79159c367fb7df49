import type { StoreRow } from '../stores/store-row.ts';
import type { StaffStore } from './staff.store.ts';
import type { StaffRow } from './staff-row.ts';

/** Reads staff in batches: one result for every code, in that order; null where there is none. */
export interface StaffService {
  staffByCode(codes: readonly string[]): Promise<(StaffRow | null)[]>;
  /** The store that each of the staff works at. */
  storeOfStaff(codes: readonly string[]): Promise<(StoreRow | null)[]>;
  /** The manager of each of the staff. */
  managerOfStaff(codes: readonly string[]): Promise<(StaffRow | null)[]>;
}

export function createStaffService(deps: { store: StaffStore }): StaffService {
  return {
    staffByCode: (codes) => deps.store.byCode(codes),
    storeOfStaff: (codes) => deps.store.storesOf(codes),
    managerOfStaff: (codes) => deps.store.managersOf(codes),
  };
}
