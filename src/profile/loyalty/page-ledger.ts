import { checkCount } from '../../platform/check-count.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Ledger, LedgerTransaction } from './ledger.ts';

const MOST = 250;
const USUAL = 50;

/** Which movements, from the newest on. */
export interface LedgerPageArguments {
  /** 1 to 250; 50 unless told. */
  readonly first?: number | null;
  /** Cursor of the one before. */
  readonly after?: string | null;
}

/** A page of movements, the newest first. */
export interface LedgerPage {
  readonly edges: readonly { readonly node: LedgerTransaction; readonly cursor: string }[];
  readonly nodes: readonly LedgerTransaction[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    hasNextPage(): Promise<boolean>;
    hasPreviousPage(): Promise<boolean>;
  };
}

/**
 * A page of a ledger. The cursor names the movement itself, so what comes in meanwhile shifts nothing; when that movement is
 * gone (its order was refunded whole, say), the page goes on with those that are older.
 * @throws DomainError BAD_USER_INPUT for a size outside 1..250, INVALID_CURSOR
 */
export function pageLedger({ transactions }: Ledger, { first, after }: LedgerPageArguments): LedgerPage {
  const size = checkCount('first', first ?? USUAL, MOST);
  const newest = transactions.toReversed();
  const from = after == null ? 0 : placeAfter(newest, readCursor(after));
  const nodes = newest.slice(from, from + size);
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    nodes,
    totalCount: transactions.length,
    pageInfo: {
      hasNextPage: async () => from + size < newest.length,
      hasPreviousPage: async () => from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

interface Place {
  readonly at: number;
  readonly id: string;
}

function placeAfter(newest: readonly LedgerTransaction[], { at, id }: Place): number {
  const same = newest.findIndex((transaction) => transaction.id === id);
  if (same >= 0) return same + 1;
  const older = newest.findIndex((transaction) => transaction.at.getTime() < at);
  return older < 0 ? newest.length : older;
}

const cursorOf = ({ at, id }: LedgerTransaction) =>
  Buffer.from(JSON.stringify([at.getTime(), id]), 'utf8').toString('base64url');

function readCursor(cursor: string): Place {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(content) && content.length === 2) {
      const [at, id] = content as [unknown, unknown];
      if (Number.isSafeInteger(at) && typeof id === 'string') return { at: at as number, id };
    }
  } catch {
    // said below
  }
  throw new DomainError('INVALID_CURSOR', 'The cursor given as after is not a cursor.', { argument: 'after' });
}
