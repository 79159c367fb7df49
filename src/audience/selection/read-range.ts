import type { Database, Row } from '../../platform/neo4j/database.ts';
import type { Position } from './cursor.ts';
import type { Ordering } from './ordering.ts';
import { countedPageStatement, pageStatement, type Range } from './page-statement.ts';
import type { ListSource, Statement } from './statement.ts';

/** A row of a page as the graph gives it. */
export interface FoundRow {
  readonly node: Row;
  readonly position: Position;
}

/** A range of a list, and how many nodes the whole list has. */
export interface CountedRange {
  readonly found: readonly FoundRow[];
  readonly count: number;
}

/** Reads a range of a list in one statement, or none when nothing can be in it. */
export async function readRange(
  database: Database,
  source: ListSource,
  ordering: Ordering,
  name: string,
  range: Range,
): Promise<FoundRow[]> {
  const statement = pageStatement(source, ordering, range);
  if (!statement) return [];
  return database.read<FoundRow>({ name, text: statement.text }, statement.parameters);
}

/** How many nodes the whole list has. */
export function countOf(database: Database, source: ListSource): Promise<number> {
  return countAll(database, source, everythingOf(source));
}

/**
 * Both at once. A list that starts at everything is read in the order of an index only as far as the range goes, and counted
 * beside that; any other is found in one go.
 */
export async function readCountedRange(
  database: Database,
  source: ListSource,
  ordering: Ordering,
  range: Range,
): Promise<CountedRange> {
  const all = everythingOf(source);
  if (!all.plan || all.plan.source.kind === 'Everything') {
    const [found, count] = await Promise.all([
      readRange(database, source, ordering, `${source.name}.page`, range),
      countAll(database, source, all),
    ]);
    return { found, count };
  }
  const { text, parameters } = countedPageStatement(all, ordering, range);
  const [row] = await database.read<CountedRange>({ name: `${source.name}.countedPage`, text }, parameters);
  return row ?? { found: [], count: 0 };
}

const everythingOf = (source: ListSource) => source.select({ predicates: [], parameters: {} });

async function countAll(database: Database, source: ListSource, { text, parameters }: Statement): Promise<number> {
  const query = { name: `${source.name}.count`, text: `${text}\nRETURN count(node) AS count` };
  const [row] = await database.read<{ count: number }>(query, parameters);
  return row?.count ?? 0;
}
