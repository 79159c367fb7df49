import {
  readInstant,
  readInteger,
  readOptionalInstant,
  readOptionalText,
  readText,
} from '../../catalogue/read-properties.ts';
import type { Row } from '../../platform/neo4j/database.ts';

/** RUNNING while rows are being sent; LOST when nothing was heard of a running one for long, as its server ended. */
export type ExportOutcome = 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED' | 'LOST';

/** What is asked for when customers leave the graph. */
export interface ExportRequest {
  /** Who takes them, as far as is known. */
  readonly actor: string;
  readonly via: 'HTTP' | 'CLI';
  readonly format: 'CSV' | 'NDJSON';
  /** Canonical text. */
  readonly rule: string;
  /** The saved segment that was named. */
  readonly segmentId: string | null;
  /** Those whom the segment's holdout leaves alone stayed behind. */
  readonly withoutHoldout: boolean;
  /** The selection of fields. */
  readonly columns: string;
  readonly asOf: Date;
}

/** One export, as it is remembered. */
export interface ExportRow extends ExportRequest {
  /** 'exp_…'. */
  readonly id: string;
  readonly startedAt: Date;
  /** Null while it runs. */
  readonly finishedAt: Date | null;
  /** Customers sent so far, or in all. */
  readonly rows: number;
  readonly outcome: ExportOutcome;
  /** What went wrong, when it failed. */
  readonly error: string | null;
}

/** Without a sign of life for so long, a running export is lost. */
const SILENCE_MS = 5 * 60_000;

/** Reads the properties of an Export node, as they are to be understood at an instant. */
export function exportFromNode(properties: Row, now: Date): ExportRow {
  const outcome = readText(properties, 'outcome') as ExportOutcome;
  const silent = now.getTime() - readInstant(properties, 'heardAt').getTime() > SILENCE_MS;
  return {
    id: readText(properties, 'id'),
    actor: readText(properties, 'actor'),
    via: readText(properties, 'via') as ExportRow['via'],
    format: readText(properties, 'format') as ExportRow['format'],
    rule: readText(properties, 'rule'),
    segmentId: readOptionalText(properties, 'segmentId'),
    withoutHoldout: properties.withoutHoldout === true,
    columns: readText(properties, 'columns'),
    asOf: readInstant(properties, 'asOf'),
    startedAt: readInstant(properties, 'startedAt'),
    finishedAt: readOptionalInstant(properties, 'finishedAt'),
    rows: readInteger(properties, 'rows'),
    outcome: outcome === 'RUNNING' && silent ? 'LOST' : outcome,
    error: readOptionalText(properties, 'error'),
  };
}
