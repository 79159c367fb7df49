import { userInfo } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Table from 'cli-table3';
import { Command, Option } from 'commander';
import type { Application } from '../../application.ts';
import { DomainError } from '../../platform/errors.ts';
import { parseInstant } from '../../platform/time.ts';
import { openExport } from '../export/open-export.ts';
import { defaultColumns, readColumns } from '../export/read-columns.ts';
import { shapeRows } from '../export/shape-rows.ts';
import { cellOf, valueAt } from '../export/write-rows.ts';
import { readCount } from './read-option.ts';
import { withApplication } from './with-application.ts';

interface QueryOptions {
  format: 'table' | 'csv' | 'ndjson';
  limit: number;
  columns: string;
  segment?: string;
  parameters?: string;
  asOf?: string;
  includeHoldout: boolean;
  bom: boolean;
  formulas: boolean;
}

interface Asked {
  readonly rule?: string;
  readonly segment?: string;
  readonly parameters?: unknown;
  readonly asOf?: Date;
}

/** The first rows for people, with the count of all. */
async function printTable(application: Application, asked: Asked, options: QueryOptions, signal: AbortSignal) {
  const columns = readColumns(options.columns);
  const members = await application.segments.openMembers(asked);
  const { rule, asOf } = members;
  const { count } = await application.segments.preview({ rule, asOf, sample: 0 });
  const rows: (string | number)[][] = [];
  for await (const portion of shapeRows(application, members.customers(signal), columns, asOf, signal)) {
    for (const row of portion) rows.push(columns.paths.map((path) => cellOf(valueAt(row, path)) ?? ''));
    if (rows.length >= options.limit) break;
  }
  const shown = rows.slice(0, options.limit);
  process.stdout.write(`${rule}\n${count} ${count === 1 ? 'customer' : 'customers'}\n`);
  if (shown.length === 0) return;
  const head = columns.paths.map((path) => path.join('.'));
  const table = new Table({ head, style: { head: [], border: [] } });
  table.push(...shown);
  process.stdout.write(`${table}\n`);
  if (count > shown.length) {
    process.stdout.write(`The first ${shown.length}; --limit shows more, --format csv or ndjson all.\n`);
  }
}

/** All rows for programs; a reader who has enough (`| head`) ends it. */
async function printAll(application: Application, asked: Asked, options: QueryOptions, signal: AbortSignal) {
  const { columns, bom, formulas, includeHoldout } = options;
  const format = options.format === 'csv' ? 'CSV' : 'NDJSON';
  const input = {
    ...asked,
    format,
    columns,
    bom,
    formulas,
    includeHoldout,
    via: 'CLI',
    actor: userInfo().username,
  } as const;
  const { chunks } = await openExport(application, input, signal);
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

/** A rule error with its carets, as the terminal shows it. */
function explainRule(error: unknown): never {
  if (error instanceof DomainError && error.code === 'INVALID_RULE') {
    const problems = (error.details.problems ?? []) as { code: string; message: string; excerpt?: string }[];
    const text = problems.map(({ code, message, excerpt }) => `${code}: ${message}${excerpt ? `\n${excerpt}` : ''}`);
    throw new DomainError(error.code, `the rule cannot be used.\n${text.join('\n')}`);
  }
  throw error;
}

async function query(application: Application, rule: string | undefined, options: QueryOptions, signal: AbortSignal) {
  const asOf = options.asOf === undefined ? undefined : parseInstant(options.asOf);
  if (asOf === null)
    throw new DomainError('BAD_USER_INPUT', '--as-of must be an instant such as 2026-06-30T00:00:00+08:00.');
  const parameters = options.parameters === undefined ? undefined : readParameters(options.parameters);
  const asked = { rule, segment: options.segment, parameters, asOf };
  return options.format === 'table'
    ? printTable(application, asked, options, signal)
    : printAll(application, asked, options, signal);
}

function readParameters(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('BAD_USER_INPUT', `--parameters must be a JSON object such as '{"promotion": "618"}'.`);
  }
}

/** `customer-graph query RULE`: the customers that a rule selects. */
export function queryCommand(): Command {
  return new Command('query')
    .description('list the customers that a segment rule selects')
    .argument('[rule]', 'for example: tags has "hiker" and purchases count >= 2')
    .option('--segment <name>', 'a saved segment, by name or id, instead of a rule')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'csv', 'ndjson']).default('table'))
    .option('--columns <selection>', 'fields of Customer, as in GraphQL', defaultColumns)
    .option('--limit <number>', 'rows of the table', readCount, 20)
    .option('--as-of <instant>', 'look at time windows from this instant instead of now')
    .option('--parameters <json>', 'values of the rule\'s parameters, such as \'{"promotion": "618"}\'')
    .option('--include-holdout', 'csv and ndjson: also members whom the holdout of --segment leaves alone', false)
    .option('--bom', 'CSV for Excel: begin with the mark of UTF-8', false)
    .option('--formulas', 'CSV: leave cells that begin like a formula as they are', false)
    .action((rule: string | undefined, options: QueryOptions, command: Command) => {
      if ((rule === undefined) === (options.segment === undefined))
        command.error('error: give either a rule or --segment with the name of a saved one.');
      return withApplication((application, signal) => query(application, rule, options, signal).catch(explainRule));
    });
}
