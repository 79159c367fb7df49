import { randomUUID } from 'node:crypto';
import type { Application } from '../../application.ts';
import { type Holdout, isHeldOut } from '../../audience/segments/holdout.ts';
import type { MembersInput } from '../../audience/segments/read-members.ts';
import { DomainError } from '../../platform/errors.ts';
import type { CustomerRow } from '../../profile/customer360/customer-row.ts';
import { defaultColumns, readColumns } from './read-columns.ts';
import { type ShapedRow, shapeRows } from './shape-rows.ts';
import { type TableStyle, writeCsv, writeNdjson } from './write-rows.ts';

/** Which customers shall leave, and how. */
export interface ExportInput extends MembersInput, Partial<TableStyle> {
  readonly format: 'CSV' | 'NDJSON';
  /** A selection of fields of Customer; missing: a few plain ones. */
  readonly columns?: string | null;
  /** Also those of a named segment whom its holdout leaves alone; they stay behind unless told. */
  readonly includeHoldout?: boolean;
  readonly actor: string;
  readonly via: 'HTTP' | 'CLI';
}

/** An export whose first rows are there. */
export interface OpenedExport {
  /** 'exp_…'. */
  readonly id: string;
  /** The text, in pieces as they are wanted. It throws where the export fails: then what was sent is not all. */
  readonly chunks: AsyncIterable<string>;
}

/**
 * Begins an export: what is wrong with the request, or with the first rows, is thrown here. Whatever becomes of it is remembered:
 * DONE when all was taken, CANCELLED when the reader left or the signal came, FAILED otherwise.
 */
export async function openExport(
  application: Application,
  input: ExportInput,
  signal: AbortSignal,
): Promise<OpenedExport> {
  const { actor, via, format } = input;
  const columns = readColumns(input.columns ?? defaultColumns);
  const members = await application.segments.openMembers(input);
  const { rule, segmentId, asOf } = members;
  const holdout = input.includeHoldout ? null : members.holdout;
  const withoutHoldout = holdout !== null;
  const request = { actor, via, format, rule, segmentId, withoutHoldout, columns: columns.text, asOf };
  const running = await application.exports.begin(request);
  let rows = 0;

  async function* counted(portions: AsyncIterable<readonly ShapedRow[]>) {
    for await (const portion of portions) {
      rows += portion.length;
      running.sent(rows);
      yield portion;
    }
  }
  const portions = counted(shapeRows(application, treated(members.customers(signal), holdout), columns, asOf, signal));
  const style = { bom: input.bom ?? false, formulas: input.formulas ?? false };
  const chunks = format === 'CSV' ? writeCsv(portions, columns.paths, style) : writeNdjson(portions);

  let ended = false;
  async function end(outcome: 'DONE' | 'CANCELLED' | 'FAILED', error?: string): Promise<void> {
    if (ended) return;
    ended = true;
    await running.end(outcome, rows, error);
  }
  async function fail(error: unknown): Promise<never> {
    await (signal.aborted ? end('CANCELLED') : end('FAILED', tell(error)));
    throw error;
  }
  /** What is expected in its own words; anything else goes to the log. */
  function tell(error: unknown): string {
    if (error instanceof DomainError) return `${error.code}: ${error.message}`;
    const errorId = randomUUID();
    application.log.error({ errorId, export: running.id, err: error }, 'an export failed unexpectedly');
    return `It failed unexpectedly: the log has more under ${errorId}`;
  }
  const first = await chunks.next().catch(fail);

  async function* all(): AsyncGenerator<string, void, void> {
    try {
      for (let chunk = first; !chunk.done; chunk = await chunks.next().catch(fail)) yield chunk.value;
      await end('DONE');
    } finally {
      // whoever does not read on, in whatever way, has left; what was aborted may say so once more
      await chunks.return().catch(() => undefined);
      await end('CANCELLED');
    }
  }
  return { id: running.id, chunks: all() };
}

/** Without those who are left alone. */
async function* treated(customers: AsyncIterable<CustomerRow>, holdout: Holdout | null) {
  for await (const customer of customers) if (!isHeldOut(holdout, customer.id)) yield customer;
}
