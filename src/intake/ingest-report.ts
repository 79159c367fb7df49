import type { IngestReport } from '../platform/generated/schema-types.ts';
import type { BatchOutcome } from './load/load-batch.ts';
import type { RecordFault } from './load/record-fault.ts';

/** So many errors and warnings are listed; the others are counted only, so that a report of a huge bad file stays readable. */
const MOST_LISTED = 10_000;

/** Adds up what became of the records of a call, however many batches it took. */
export interface ReportBuilder {
  received(count: number): void;
  rejected(index: number, faults: readonly Omit<RecordFault, 'index'>[]): void;
  doubtful(index: number, warnings: readonly Omit<RecordFault, 'index'>[]): void;
  loaded(outcome: BatchOutcome): void;
  report(): IngestReport;
}

const byIndex = (one: { index: number }, other: { index: number }) => one.index - other.index;
const toError = ({ index, code, message, path }: RecordFault) => ({ index, code, message, path: [...path] });

export function createReport(): ReportBuilder {
  const counts = {
    received: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    customersCreated: 0,
    customersMerged: 0,
  };
  const omitted = { errorsOmitted: 0, warningsOmitted: 0 };
  const errors: RecordFault[] = [];
  const warnings: RecordFault[] = [];
  const list = (into: RecordFault[], fault: RecordFault, count: keyof typeof omitted) => {
    if (into.length < MOST_LISTED) into.push(fault);
    else omitted[count] += 1;
  };
  return {
    received(count) {
      counts.received += count;
    },
    rejected(index, faults) {
      counts.rejected += 1;
      for (const fault of faults) list(errors, { ...fault, index }, 'errorsOmitted');
    },
    doubtful(index, found) {
      for (const fault of found) list(warnings, { ...fault, index }, 'warningsOmitted');
    },
    loaded(outcome) {
      for (const name of ['created', 'updated', 'unchanged', 'customersCreated', 'customersMerged'] as const)
        counts[name] += outcome[name];
      for (const fault of outcome.warnings) list(warnings, fault, 'warningsOmitted');
    },
    report: () => ({
      ...counts,
      ...omitted,
      errors: errors.sort(byIndex).map(toError),
      warnings: warnings.sort(byIndex).map(toError),
    }),
  };
}
