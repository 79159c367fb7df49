import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Database, Parameters } from '../../platform/neo4j/database.ts';
import type { Connection } from '../selection/connection.ts';
import { orderingOf } from '../selection/ordering.ts';
import { exportsSortable } from '../selection/orderings.ts';
import { type ReadArguments, readPage } from '../selection/read-page.ts';
import { type ExportOutcome, type ExportRequest, type ExportRow, exportFromNode } from './export-row.ts';
import { createExport, updateExport } from './exports.store.ts';

/** An export that has begun. */
export interface RunningExport {
  readonly id: string;
  /** Tells how many customers have been sent; remembered now and then. */
  sent(rows: number): void;
  /** The end of it; `error` says why, when it failed. */
  end(outcome: Exclude<ExportOutcome, 'RUNNING' | 'LOST'>, rows: number, error?: string): Promise<void>;
}

/** The record of what left the graph. */
export interface ExportsService {
  /** Remembers an export before the first customer leaves. */
  begin(request: ExportRequest): Promise<RunningExport>;
  /** Newest first. Errors: BAD_USER_INPUT, INVALID_CURSOR. */
  list(page: ReadArguments): Promise<Connection<ExportRow>>;
}

const SIGN_OF_LIFE_MS = 30_000;

export function createExportsService({ database, clock }: { database: Database; clock: Clock }): ExportsService {
  return {
    async begin(request) {
      const id = newId('exp');
      const startedAt = clock.now();
      await createExport(database, { id, ...request, startedAt, heardAt: startedAt, rows: 0, outcome: 'RUNNING' });
      let rows = 0;
      const tell = () => updateExport(database, id, { rows, heardAt: clock.now() });
      // it goes on also while a slow reader takes its time; one that is missed does no harm
      const telling = setInterval(() => void tell().catch(() => undefined), SIGN_OF_LIFE_MS);
      telling.unref();
      return {
        id,
        sent: (count) => {
          rows = count;
        },
        end: async (outcome, count, error) => {
          clearInterval(telling);
          const now = clock.now();
          await updateExport(database, id, {
            outcome,
            rows: count,
            error: error ?? null,
            finishedAt: now,
            heardAt: now,
          });
        },
      };
    },
    list: (page) =>
      readPage(database, allExports, orderingOf(exportsSortable, null), page, (node) =>
        exportFromNode(node, clock.now()),
      ),
  };
}

const allExports = {
  name: 'exports',
  select: ({ predicates, parameters }: { predicates: readonly string[]; parameters: Parameters }) => ({
    text: `MATCH (node:Export)${predicates.length > 0 ? `\nWHERE ${predicates.join(' AND ')}` : ''}`,
    parameters,
  }),
};
