import type { Database, Query, Row, Transaction } from '../../platform/neo4j/database.ts';
import { readInteger, readOptionalChoice, readOptionalInstant, readText, readTexts } from '../read-properties.ts';
import { type PerformanceBand, performanceBands } from './bands.ts';
import { type CountQueries, findStaffOfStores } from './count-queries.ts';
import type { Peer } from './rank.ts';

/** A member of a group of peers, with the band it has now. */
export interface RankedPeer extends Peer {
  readonly group: string;
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
  /** Who changed its group. */
  readonly moved: readonly string[];
  /** Everyone in the groups in which something changed, those left included. */
  readonly peers: readonly RankedPeer[];
}

/**
 * Counts the revenue of these stores or staff anew and notes it on them, with the group of peers that each belongs to. Other counts
 * wait until the transaction ends.
 * @param codes null: all of them, and all groups are given
 */
export async function recount(
  transaction: Transaction,
  queries: CountQueries,
  codes: readonly string[] | null,
  period: CountedPeriod,
): Promise<Recounted> {
  const [row] =
    codes === null
      ? await transaction.run(queries.countAll, { ...period })
      : await transaction.run(queries.count, { ...period, codes });
  if (!row) throw new Error(`${queries.count.name} gave no row.`);
  return {
    countedAt: readOptionalInstant(row, 'countedAt'),
    moved: readTexts(row, 'moved'),
    peers: (row.peers as Row[]).map(toPeer),
  };
}

const toPeer = (peer: Row): RankedPeer => ({
  code: readText(peer, 'code'),
  group: readText(peer, 'group'),
  revenueMinor: readInteger(peer, 'revenueMinor'),
  performance: readOptionalChoice(peer, 'performance', performanceBands),
});

/** The codes of everyone who works at these stores. */
export async function readStaffOf(transaction: Transaction, storeCodes: readonly string[]): Promise<string[]> {
  const rows = await transaction.run(findStaffOfStores, { storeCodes });
  return rows.map((row) => readText(row, 'code'));
}

/** Writes bands; null takes the band away. */
export async function saveBands(
  transaction: Transaction,
  queries: CountQueries,
  bands: readonly { readonly code: string; readonly performance: PerformanceBand | null }[],
): Promise<void> {
  await transaction.run(queries.saveBands, { bands });
}
