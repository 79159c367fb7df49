import type { Fault } from '../records/check-record.ts';

/** A fault or doubt about one record of a batch. */
export interface RecordFault extends Fault {
  readonly index: number;
}
