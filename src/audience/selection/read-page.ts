import type { Database, Row } from '../../platform/neo4j/database.ts';
import { type Connection, once, type PageInfo } from './connection.ts';
import { decodeCursor, encodeCursor, type Position } from './cursor.ts';
import type { Bound } from './keyset.ts';
import type { Ordering } from './ordering.ts';
import { checkPage, type Page, type PageArguments } from './page.ts';
import type { Range } from './page-statement.ts';
import { countOf, type FoundRow, readCountedRange, readRange } from './read-range.ts';
import type { ListSource } from './statement.ts';

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

/** Paging arguments, and whether the number of all will be asked for: then it is read along with the page. */
export interface ReadArguments extends PageArguments {
  readonly withTotal?: boolean;
}

/** Reads one page in one statement. Its total is in the same statement, or in one beside it, if it will be asked for. */
export async function readPage<T>(
  database: Database,
  source: ListSource,
  ordering: Ordering,
  asked: ReadArguments,
  parse: (node: Row) => T,
): Promise<Connection<T>> {
  const plan = planPage(ordering, asked);
  const { found, count } = asked.withTotal
    ? await readCountedRange(database, source, ordering, plan.range)
    : { found: await readRange(database, source, ordering, `${source.name}.page`, plan.range) };
  return connectionOf(plan, ordering, found, parse, {
    exists: async (bound) => {
      const range = { bounds: [bound], reversed: bound.side === 'before', limit: 1 };
      return (await readRange(database, source, ordering, `${source.name}.beyondPage`, range)).length > 0;
    },
    count: async () => count ?? countOf(database, source),
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
  // written when asked for: most ask for none
  const edges = kept.map(({ node, position }) => ({
    node: parse(node),
    get cursor() {
      return encodeCursor(ordering, position);
    },
  }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
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
