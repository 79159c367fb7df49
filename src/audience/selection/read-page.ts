import type { Database, Row } from '../../platform/neo4j/database.ts';
import { type Connection, once, type PageInfo } from './connection.ts';
import { decodeCursor, encodeCursor, type Position } from './cursor.ts';
import type { Bound } from './keyset.ts';
import type { Ordering } from './ordering.ts';
import { checkPage, type Page, type PageArguments } from './page.ts';
import { pageStatement, type Range } from './page-statement.ts';
import type { ListSource } from './statement.ts';

/** A row of a page as the graph gives it. */
export interface FoundRow {
  readonly node: Row;
  readonly position: Position;
}

/** Checked paging arguments of one list, with what to read for them: one node more than the page, as a probe. */
export interface PagePlan {
  readonly page: Page;
  readonly after: Position | null;
  readonly before: Position | null;
  readonly range: Range;
}

/** Checks paging arguments and reads their cursors. Errors: BAD_USER_INPUT, INVALID_CURSOR. */
export function planPage(ordering: Ordering, asked: PageArguments): PagePlan {
  const page = checkPage(asked);
  const after = page.after === null ? null : decodeCursor(ordering, 'after', page.after);
  const before = page.before === null ? null : decodeCursor(ordering, 'before', page.before);
  const bounds: Bound[] = [];
  if (after) bounds.push({ side: 'after', position: after });
  if (before) bounds.push({ side: 'before', position: before });
  return { page, after, before, range: { bounds, reversed: page.direction === 'backward', limit: page.size + 1 } };
}

/** What a page leaves to be asked later; each is called at most once. */
export interface Later {
  /** Is there a node at or beyond this place? */
  exists(bound: Bound): Promise<boolean>;
  count(): Promise<number>;
}

/** Reads one page in one statement. */
export async function readPage<T>(
  database: Database,
  source: ListSource,
  ordering: Ordering,
  asked: PageArguments,
  parse: (node: Row) => T,
): Promise<Connection<T>> {
  const plan = planPage(ordering, asked);
  const found = await readRange(database, source, ordering, `${source.name}.page`, plan.range);
  return connectionOf(plan, ordering, found, parse, {
    exists: async (bound) => {
      const range = { bounds: [bound], reversed: bound.side === 'before', limit: 1 };
      return (await readRange(database, source, ordering, `${source.name}.beyondPage`, range)).length > 0;
    },
    count: async () => countOf(database, source),
  });
}

/** Makes the connection out of the rows read for a plan (the probe row among them), in reading order. */
export function connectionOf<T>(
  plan: PagePlan,
  ordering: Ordering,
  found: readonly FoundRow[],
  parse: (node: Row) => T,
  later: Later,
): Connection<T> {
  const more = found.length > plan.page.size;
  const kept = found.slice(0, plan.page.size);
  if (plan.range.reversed) kept.reverse();
  const edges = kept.map((row) => ({ node: parse(row.node), cursor: encodeCursor(ordering, row.position) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      ...neighbours(plan, more, later),
    },
    totalCount: once(() => later.count()),
  };
}

/** The probe row answers for the side that the page grows to; on the other side there is something only if a cursor was given. */
function neighbours(plan: PagePlan, more: boolean, later: Later): Pick<PageInfo, 'hasNextPage' | 'hasPreviousPage'> {
  const { after, before } = plan;
  const earlier = once(
    async () => after !== null && later.exists({ side: 'before', position: after, inclusive: true }),
  );
  const further = once(
    async () => before !== null && later.exists({ side: 'after', position: before, inclusive: true }),
  );
  const reversed = plan.range.reversed;
  return {
    hasNextPage: async () => (!reversed && more) || further(),
    hasPreviousPage: async () => (reversed && more) || earlier(),
  };
}

/** How many nodes the whole list has. */
export async function countOf(database: Database, source: ListSource): Promise<number> {
  const { text, parameters } = source.select({ predicates: [], parameters: {} });
  const query = { name: `${source.name}.count`, text: `${text}\nRETURN count(node) AS count` };
  const [row] = await database.read<{ count: number }>(query, parameters);
  return row?.count ?? 0;
}

async function readRange(
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
