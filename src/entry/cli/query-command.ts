import { once } from 'node:events';
import Table from 'cli-table3';
import { Command, Option } from 'commander';
import { stringify } from 'csv-stringify';
import type { Application } from '../../application.ts';
import { DomainError } from '../../platform/errors.ts';
import { fromMinor } from '../../platform/money.ts';
import { parseInstant } from '../../platform/time.ts';
import type { CustomerRow } from '../../profile/customer360/customer-row.ts';
import { withApplication } from './with-application.ts';

type Member = Readonly<Record<string, string | number | null>>;

interface QueryOptions {
  format: 'table' | 'csv' | 'ndjson';
  limit: number;
  asOf?: string;
}

/** One member as a flat record, the same columns in every format. */
function toMember(customer: CustomerRow, currency: string): Member {
  return {
    id: customer.id,
    displayName: customer.displayName,
    city: customer.city,
    purchaseCount: customer.purchaseCount,
    totalSpent: `${fromMinor(customer.totalSpentMinor, currency)} ${currency}`,
    lastPurchaseAt: customer.lastPurchaseAt?.toISOString() ?? null,
    tags: customer.tags.join(', '),
  };
}

// A cell that a spreadsheet would run as a formula is quoted with an apostrophe.
const safeCell = (value: string) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

async function writeStream(members: AsyncIterable<Member>, format: 'csv' | 'ndjson'): Promise<void> {
  if (format === 'ndjson') {
    for await (const member of members) await write(`${JSON.stringify(member)}\n`);
    return;
  }
  const csv = stringify({ header: true, cast: { string: safeCell } });
  const printed = (async () => {
    for await (const chunk of csv) await write(String(chunk));
  })();
  for await (const member of members) if (!csv.write(member)) await once(csv, 'drain');
  csv.end();
  await printed;
}

async function writeTable(members: AsyncIterable<Member>, limit: number, count: number, rule: string): Promise<void> {
  const rows: Member[] = [];
  for await (const member of members) {
    if (rows.length === limit) break;
    rows.push(member);
  }
  await write(`${rule}\n${count} ${count === 1 ? 'customer' : 'customers'}\n`);
  if (rows.length === 0) return;
  const table = new Table({ head: Object.keys(rows[0] as Member), style: { head: [], border: [] } });
  for (const row of rows) table.push(Object.values(row).map((value) => value ?? ''));
  await write(`${table}\n`);
  if (count > rows.length) await write(`The first ${rows.length}; --limit shows more, --format csv or ndjson all.\n`);
}

async function* toMembers(customers: AsyncIterable<CustomerRow>, currency: string): AsyncGenerator<Member> {
  for await (const customer of customers) yield toMember(customer, currency);
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

async function query(application: Application, rule: string, options: QueryOptions): Promise<void> {
  const { segments, config } = application;
  const asOf = options.asOf === undefined ? undefined : parseInstant(options.asOf);
  if (asOf === null)
    throw new DomainError('BAD_USER_INPUT', '--as-of must be an instant such as 2026-06-30T00:00:00+08:00.');
  const members = toMembers(segments.streamMembers({ rule, asOf }), config.currency);
  if (options.format !== 'table') return writeStream(members, options.format);
  const preview = await segments.preview({ rule, asOf, sample: 1 });
  return writeTable(members, options.limit, preview.count, preview.rule);
}

/** `customer-graph query RULE`: the customers that a rule selects. */
export function queryCommand(): Command {
  return new Command('query')
    .description('list the customers that a segment rule selects')
    .argument('<rule>', 'for example: tags has "hiker" and purchases count >= 2')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'csv', 'ndjson']).default('table'))
    .option('--limit <number>', 'rows of the table', Number, 20)
    .option('--as-of <instant>', 'look at time windows from this instant instead of now')
    .action((rule: string, options: QueryOptions) =>
      withApplication((application) => query(application, rule, options)).catch(explainRule),
    );
}
