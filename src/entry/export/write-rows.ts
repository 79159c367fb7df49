import { stringify } from 'csv-stringify/sync';
import type { ShapedRow } from './shape-rows.ts';

/** How a table is written. */
export interface TableStyle {
  /** Begins with the mark by which Excel knows UTF-8. */
  readonly bom: boolean;
  /** Leaves cells as they are that a spreadsheet would run as formulas; else they get an apostrophe. */
  readonly formulas: boolean;
}

/** One JSON object a line. */
export async function* writeNdjson(portions: AsyncIterable<readonly ShapedRow[]>): AsyncGenerator<string, void, void> {
  for await (const rows of portions) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** CSV by RFC 4180: a line of names, CRLF, quotes where they are needed. */
export async function* writeCsv(
  portions: AsyncIterable<readonly ShapedRow[]>,
  paths: readonly (readonly string[])[],
  { bom, formulas }: TableStyle,
): AsyncGenerator<string, void, void> {
  const style = { record_delimiter: 'windows', escape_formulas: !formulas } as const;
  // the names go out with the first rows: what keeps these from coming is known before anything is sent
  let before = stringify([paths.map((path) => path.join('.'))], { ...style, bom });
  for await (const rows of portions) {
    yield before +
      stringify(
        rows.map((row) => paths.map((path) => cellOf(valueAt(row, path)))),
        style,
      );
    before = '';
  }
  if (before !== '') yield before;
}

/** The value at the end of a path; null where there is none. */
export function valueAt(row: ShapedRow, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as ShapedRow | null | undefined)?.[name] ?? null, row);
}

/** Lists of texts are joined by commas; other lists are JSON. */
export function cellOf(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'number' ? value : String(value);
}
