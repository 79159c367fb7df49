import type { Database, Query, Transaction } from '../../platform/neo4j/database.ts';
import { readOptionalInstant } from '../read-properties.ts';
import type { PerformanceBand } from './bands.ts';
import { countQueries, saveBands } from './count-queries.ts';
import type { Peer } from './rank.ts';

/** A member of a group of peers, with the band it has now. */
export interface RankedPeer extends Peer {
  readonly performance: PerformanceBand | null;
}

/** The period whose revenue counts: from < placedAt <= to. */
export interface CountedPeriod {
  readonly from: Date;
  readonly to: Date;
}

const readState: Query = {
  name: 'performance.readState',
  text: `MATCH (state:PerformanceCount {id: 'performance'})
RETURN state.countedAt AS countedAt`,
};

const saveState: Query = {
  name: 'performance.saveState',
  text: `MATCH (state:PerformanceCount {id: 'performance'})
SET state.countedAt = $now`,
};

/** When everything was last counted; null when it never was. */
export async function readCountedAt(database: Database): Promise<Date | null> {
  const [row] = await database.read(readState);
  return row ? readOptionalInstant(row, 'countedAt') : null;
}

/** Notes that everything was counted. */
export async function saveCountedAt(transaction: Transaction, now: Date): Promise<void> {
  await transaction.run(saveState, { now });
}

/** What a count found. */
export interface Recounted {
  /** When everything was last counted; null when it never was. */
  readonly countedAt: Date | null;
  /** The groups of peers in which something changed, those left included; all groups when everything was counted. */
  readonly stores: readonly PeerGroup[];
  readonly staff: readonly PeerGroup[];
}

/** Everyone who is ranked together, each with the band it has now. */
export type PeerGroup = readonly RankedPeer[];

/** A group as the statement gives it: codes, revenues, bands. */
type Columns = readonly [readonly string[], readonly number[], readonly string[]];

/**
 * Counts the revenue of these stores and staff anew and notes it on them, with the group of peers that each belongs to. Other counts
 * wait until the transaction ends.
 * @param sellers null: all of them, and all groups are given
 */
export async function recount(
  transaction: Transaction,
  sellers: { readonly storeCodes: readonly string[]; readonly staffCodes: readonly string[] } | null,
  period: CountedPeriod,
): Promise<Recounted> {
  const query = sellers === null ? countQueries.countAll : countQueries.count;
  const [row] = await transaction.run(query, { ...period, ...sellers });
  if (!row) throw new Error(`${query.name} gave no row.`);
  return {
    countedAt: readOptionalInstant(row, 'countedAt'),
    stores: (row.stores as Columns[]).map(toGroup),
    staff: (row.staff as Columns[]).map(toGroup),
  };
}

function toGroup([codes, revenues, bands]: Columns): PeerGroup {
  return codes.map((code, index) => ({
    code,
    revenueMinor: revenues[index] as number,
    performance: (bands[index] || null) as PerformanceBand | null,
  }));
}

/** Writes bands; null takes the band away. */
export async function writeBands(
  transaction: Transaction,
  noun: keyof typeof saveBands,
  bands: readonly { readonly code: string; readonly performance: PerformanceBand | null }[],
): Promise<void> {
  await transaction.run(saveBands[noun], { bands });
}
