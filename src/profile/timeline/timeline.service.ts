import { checkCount } from '../../platform/check-count.ts';
import { compareEntries, decodePlace, encodePlace, type Place, type Wanted } from './entry.ts';
import type { KnownEntry, KnownSource } from './kinds.ts';

/** What is asked of a timeline. */
export interface TimelineArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  /** Only these kinds; missing: all. */
  readonly types?: readonly string[] | null;
}

/** A page of a timeline, newest first. */
export interface TimelinePage {
  readonly edges: readonly { readonly node: KnownEntry; readonly cursor: string }[];
  readonly nodes: readonly KnownEntry[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Everything that happened to customers, in one stream. */
export interface TimelineService {
  /**
   * A page for each customer, in that order. Each kind of entries takes its fixed number of statements, however many customers
   * are asked for and however long their timelines are.
   * @throws DomainError BAD_USER_INPUT, INVALID_CURSOR
   */
  pagesOf(ids: readonly string[], page: TimelineArguments): Promise<TimelinePage[]>;
  /** The newest entries of each customer beyond its own place, at most so many. */
  entriesOf(wanted: readonly Wanted[], limit: number): Promise<KnownEntry[][]>;
}

const DEFAULT_SIZE = 50;
const MOST = 250;

export function createTimelineService(sources: readonly KnownSource[]): TimelineService {
  async function read(chosen: readonly KnownSource[], wanted: readonly Wanted[], limit: number) {
    const found = await Promise.all(chosen.map((source) => source.read(wanted, limit)));
    return wanted.map((_, at) =>
      found
        .flatMap((lists) => lists[at] ?? [])
        .sort(compareEntries)
        .slice(0, limit),
    );
  }

  return {
    async pagesOf(ids, { first, after, types }) {
      const size = checkCount('first', first ?? DEFAULT_SIZE, MOST);
      const place = after == null ? null : decodePlace(after);
      const chosen = sources.filter(({ type }) => types == null || types.includes(type));
      const wanted = ids.map((id) => ({ id, after: place }));
      // one more than is shown tells whether there is another page
      return (await read(chosen, wanted, size + 1)).map((entries) => toPage(entries, size, place));
    },
    entriesOf: (wanted, limit) => read(sources, wanted, limit),
  };
}

function toPage(entries: readonly KnownEntry[], size: number, after: Place | null): TimelinePage {
  const nodes = entries.slice(0, size);
  const edges = nodes.map((node) => ({ node, cursor: encodePlace(node) }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: entries.length > size,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
