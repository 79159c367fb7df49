import type { Database, Query, Transaction } from '../../platform/neo4j/database.ts';
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

// Setting a property takes the write lock: counts wait for each other, and each sees what the one before it wrote.
const lockState: Query = {
  name: 'performance.lockState',
  text: `MERGE (state:PerformanceCount {id: 'performance'})
SET state.refreshedAt = $now
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

/** Like readCountedAt, and makes other counts wait until this transaction ends. */
export async function lockCountedAt(transaction: Transaction, now: Date): Promise<Date | null> {
  const [row] = await transaction.run(lockState, { now });
  return row ? readOptionalInstant(row, 'countedAt') : null;
}

/** Notes that everything was counted. */
export async function saveCountedAt(transaction: Transaction, now: Date): Promise<void> {
  await transaction.run(saveState, { now });
}

/** What a count changed: the groups of peers in which something did, those left included, and who changed its group. */
export interface Recounted {
  readonly groups: string[];
  readonly moved: string[];
}

/**
 * Counts the revenue of these stores or staff anew and notes it on them, with the group of peers that each belongs to.
 * @param codes null: all of them
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
  return row ? { groups: readTexts(row, 'groups'), moved: readTexts(row, 'moved') } : { groups: [], moved: [] };
}

/** The codes of everyone who works at these stores. */
export async function readStaffOf(transaction: Transaction, storeCodes: readonly string[]): Promise<string[]> {
  const rows = await transaction.run(findStaffOfStores, { storeCodes });
  return rows.map((row) => readText(row, 'code'));
}

/** Everyone in these groups; null: in any group. */
export async function readPeers(
  transaction: Transaction,
  queries: CountQueries,
  groups: readonly string[] | null,
): Promise<RankedPeer[]> {
  const rows = await transaction.run(queries.readPeers, { groups });
  return rows.map((row) => ({
    code: readText(row, 'code'),
    group: readText(row, 'group'),
    revenueMinor: readInteger(row, 'revenueMinor'),
    performance: readOptionalChoice(row, 'performance', performanceBands),
  }));
}

/** Writes bands; null takes the band away. */
export async function saveBands(
  transaction: Transaction,
  queries: CountQueries,
  bands: readonly { readonly code: string; readonly performance: PerformanceBand | null }[],
): Promise<void> {
  await transaction.run(queries.saveBands, { bands });
}
