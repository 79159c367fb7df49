import type { IdentityEvent } from '../identity/identity-history.ts';
import type { StagePeriod } from '../lifecycle/stage-history.ts';
import type { LifecycleStage } from '../lifecycle/stages.ts';
import { comesAfter, compareEntries, type TimelineEntry, type TimelineSource } from './entry.ts';

/** A stage that began. */
export interface StageEntry extends TimelineEntry {
  readonly type: 'STAGE';
  readonly period: StagePeriod;
  /** Null for the first one. */
  readonly before: LifecycleStage | null;
}

/** Something that happened to who the customer is. */
export interface IdentityEntry extends TimelineEntry {
  readonly type: 'IDENTITY';
  readonly change: IdentityEvent;
}

/** Entries that are worked out whole for each customer, of which a page is then cut. */
export function wholeSource<Entry extends TimelineEntry>(
  type: Entry['type'],
  readAll: (ids: readonly string[]) => Promise<readonly (readonly Entry[])[]>,
): TimelineSource<Entry> {
  return {
    type,
    async read(wanted, limit) {
      const all = await readAll(wanted.map(({ id }) => id));
      return wanted.map(({ after }, at) =>
        (all[at] ?? [])
          .filter((entry) => comesAfter(entry, after))
          .sort(compareEntries)
          .slice(0, limit),
      );
    },
  };
}

/** Changes of the stage. */
export function stageEntries(
  historiesOf: (ids: readonly string[]) => Promise<readonly (readonly StagePeriod[])[]>,
): TimelineSource<StageEntry> {
  return wholeSource('STAGE', async (ids) =>
    (await historiesOf(ids)).map((periods) =>
      periods.map((period, at) => ({
        type: 'STAGE',
        at: period.from,
        key: period.stage,
        period,
        before: periods[at - 1]?.stage ?? null,
      })),
    ),
  );
}

/** Merges, splits and decisions. */
export function identityEntries(
  historiesOf: (ids: readonly string[]) => Promise<readonly (readonly IdentityEvent[])[]>,
): TimelineSource<IdentityEntry> {
  return wholeSource('IDENTITY', async (ids) =>
    (await historiesOf(ids)).map((changes) =>
      changes.map((change) => ({
        type: 'IDENTITY',
        at: change.at,
        key: [change.kind, change.id ?? '', ...change.otherIds].join(' '),
        change,
      })),
    ),
  );
}
