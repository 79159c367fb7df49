import type { LoyaltyAccount } from '../loyalty/account.ts';
import type { LedgerTransaction } from '../loyalty/ledger.ts';
import type { TierChange } from '../loyalty/tiers.ts';
import { wholeSource } from './derived-entries.ts';
import type { TimelineEntry, TimelineSource } from './entry.ts';

/** Points that moved. */
export interface PointsEntry extends TimelineEntry {
  readonly type: 'POINTS';
  readonly points: LedgerTransaction;
}

/** A tier that changed, or was kept for another period. */
export interface TierEntry extends TimelineEntry {
  readonly type: 'TIER';
  readonly tier: TierChange;
}

/** Accounts as they are now, one for every customer; null for one who has none. */
export type ReadAccounts = (ids: readonly string[]) => Promise<readonly (LoyaltyAccount | null)[]>;

/** All that moved points. */
export function pointsEntries(accountsOf: ReadAccounts): TimelineSource<PointsEntry> {
  return wholeSource('POINTS', async (ids) =>
    (await accountsOf(ids)).map((account) =>
      withPlaces(account?.transactions ?? []).map(({ item, place }) => ({
        ...{ type: 'POINTS', at: item.at, key: `${place} ${item.id}` },
        points: item,
      })),
    ),
  );
}

/** Changes of tier. */
export function tierEntries(accountsOf: ReadAccounts): TimelineSource<TierEntry> {
  return wholeSource('TIER', async (ids) =>
    (await accountsOf(ids)).map((account) =>
      withPlaces(account?.status.history ?? []).map(({ item, place }) => ({
        ...{ type: 'TIER', at: item.at, key: `${place} ${item.tier}` },
        tier: item,
      })),
    ),
  );
}

const LAST_PLACE = 999_999;

/** Of one instant, what came later stands first, and keeps its place when more comes; `items` are in the order of time. */
function withPlaces<Item extends { readonly at: Date }>(items: readonly Item[]) {
  let [instant, place] = [Number.NaN, LAST_PLACE];
  return items.map((item) => {
    place = item.at.getTime() === instant ? place - 1 : LAST_PLACE;
    instant = item.at.getTime();
    return { item, place: String(place).padStart(6, '0') };
  });
}
