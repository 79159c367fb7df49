import type { CatalogueAspect } from '../../intake/changes/aspects.ts';
import { leaveTrace } from '../../intake/changes/change-trace.store.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Transaction } from '../../platform/neo4j/database.ts';
import { subtractDuration } from '../../platform/time.ts';
import { distinct } from '../align.ts';
import {
  type PeerGroup,
  type RankedPeer,
  readCountedAt,
  recount,
  saveCountedAt,
  writeBands,
} from './performance.store.ts';
import { rankPeers } from './rank.ts';

/** The stores and staff whose orders, or own records, changed. Neither given: count everything. */
export interface TouchedSellers {
  readonly storeCodes?: readonly string[];
  readonly staffCodes?: readonly string[];
}

/** What a refresh did: whether it counted everything, and whose band is another than before. */
export interface PerformanceRefresh {
  readonly full: boolean;
  readonly storeCodes: readonly string[];
  readonly staffCodes: readonly string[];
}

export interface PerformanceService {
  /**
   * Brings revenue and bands up to date in one transaction: counts the touched stores and staff, ranks the groups of peers
   * in which something changed, writes the bands that are new. Counts everything when told so, or when that was last done
   * more than an hour ago, as revenue changes with time alone.
   */
  refreshPerformance(touched?: TouchedSellers): Promise<PerformanceRefresh>;
}

export interface PerformanceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly timeZone: string;
  /** Period counted back from now (ISO 8601), and the share that is LOW, and HIGH. */
  readonly performance: { readonly window: string; readonly share: number };
}

const FULL_COUNT_EVERY_MS = 3_600_000;

export function createPerformanceService(deps: PerformanceDeps): PerformanceService {
  const { database, clock, timeZone, performance } = deps;

  /** Ranks those peers anew and gives whose band is another than before. */
  async function band(
    transaction: Transaction,
    noun: 'stores' | 'staff',
    groups: readonly PeerGroup[],
  ): Promise<readonly string[]> {
    const bands = changedBands(groups, performance.share);
    if (bands.length > 0) await writeBands(transaction, noun, bands);
    return bands.map(({ code }) => code);
  }

  return {
    async refreshPerformance(touched = {}) {
      const now = clock.now();
      const period = { from: subtractDuration(now, performance.window, timeZone), to: now };
      const everything = touched.storeCodes === undefined && touched.staffCodes === undefined;
      const storeCodes = distinct(touched.storeCodes ?? []).sort();
      const staffCodes = distinct(touched.staffCodes ?? []).sort();
      if (!everything && storeCodes.length + staffCodes.length === 0 && isRecent(await readCountedAt(database), now))
        return { full: false, storeCodes: [], staffCodes: [] };

      return database.writeTransaction('performance.refresh', async (transaction) => {
        const counted = await recount(transaction, everything ? null : { storeCodes, staffCodes }, period);
        const full = everything || !isRecent(counted.countedAt, now);
        const { stores, staff } = full && !everything ? await recount(transaction, null, period) : counted;
        const banded = {
          stores: await band(transaction, 'stores', stores),
          staff: await band(transaction, 'staff', staff),
        };
        if (full) await saveCountedAt(transaction, now);
        await leaveTrace(transaction, { catalogue: aspectsOf(banded) }, now);
        return { full, storeCodes: banded.stores, staffCodes: banded.staff };
      });
    },
  };
}

function aspectsOf({ stores, staff }: { readonly stores: readonly string[]; readonly staff: readonly string[] }) {
  const aspects: CatalogueAspect[] = [];
  if (stores.length > 0) aspects.push('store.performance');
  if (staff.length > 0) aspects.push('staff.performance');
  return aspects;
}

/** A count from the future was made by another clock, and is not to be relied on. */
function isRecent(countedAt: Date | null, now: Date): boolean {
  if (countedAt === null) return false;
  const age = now.getTime() - countedAt.getTime();
  return age >= 0 && age <= FULL_COUNT_EVERY_MS;
}

/** The bands of these peers that are another than before, sorted by code. */
function changedBands(groups: readonly PeerGroup[], share: number): Pick<RankedPeer, 'code' | 'performance'>[] {
  return groups
    .flatMap((group) => {
      const bands = rankPeers(group, share);
      return group.map(({ code, performance: before }) => ({ code, before, performance: bands.get(code) ?? null }));
    })
    .filter(({ before, performance }) => before !== performance)
    .map(({ code, performance }) => ({ code, performance }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
