import { type EarnSettings, earnedPoints } from './earn-points.ts';
import { expiryOf } from './expiry.ts';
import type { AccountFacts, PaidOrder, PointsEntry } from './movements.ts';

/** One thing that happens to an account. Of those of the same instant the lower rank, then the lower id, comes first. */
export type Step = { readonly at: Date; readonly id: string; readonly orderKey: string | null } & (
  | { readonly kind: 'EARN' | 'ADJUST'; readonly points: number; readonly expiresAt: Date | null; readonly of: Origin }
  | {
      readonly kind: 'REFUND' | 'BURN' | 'ADJUST';
      readonly points: number;
      readonly expiresAt?: never;
      readonly of: Origin;
    }
  | { readonly kind: 'REVERSE'; readonly burn: string; readonly of: PointsEntry }
);
/** The points record behind a step; null: an order. */
type Origin = PointsEntry | null;

const RANKS = { EARN: 0, ADJUST: 1, REFUND: 2, BURN: 3, REVERSE: 4 } as const;

/** What orders and points records do to an account up to an instant, in the order in which it happens. */
export function stepsOf(facts: AccountFacts, settings: EarnSettings, asOf: Date): Step[] {
  return [
    ...facts.orders.flatMap((order) => orderSteps(order, settings)),
    ...facts.entries.flatMap((entry) => entrySteps(entry, settings)),
    ...reversals(facts.entries),
  ]
    .filter(({ at }) => at <= asOf)
    .sort(
      (one, other) =>
        one.at.getTime() - other.at.getTime() ||
        RANKS[one.kind] - RANKS[other.kind] ||
        (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
    );
}

function orderSteps(order: PaidOrder, settings: EarnSettings): Step[] {
  const earned = earnedPoints(order, order.valueMinor, settings);
  const kept = earnedPoints(order, order.keptMinor, settings);
  const { key: orderKey, placedAt } = order;
  const expiresAt = expiryOf(placedAt, settings.rules, settings.timeZone);
  const of = null;
  const steps: Step[] = [];
  if (earned > 0)
    steps.push({ kind: 'EARN', id: `EARN|${orderKey}`, at: placedAt, orderKey, points: earned, expiresAt, of });
  if (earned > kept)
    steps.push({
      kind: 'REFUND',
      id: `REFUND|${orderKey}`,
      at: laterOf(order.changedAt ?? placedAt, placedAt),
      orderKey,
      points: earned - kept,
      of,
    });
  return steps;
}

function entrySteps(entry: PointsEntry, { rules, timeZone }: EarnSettings): Step[] {
  const { kind, key, at, orderKey, points } = entry;
  if (kind === 'REVERSE') return [];
  const base = { id: `${kind}|${key}`, at, orderKey, of: entry };
  if (kind === 'BURN') return [{ ...base, kind, points }];
  if (points < 0) return [{ ...base, kind: 'ADJUST', points: -points }];
  return [{ ...base, kind, points, expiresAt: entry.expiresAt ?? expiryOf(at, rules, timeZone) }];
}

/** A redemption is reversed once, by the first who does, and not before it was made; a reversal of anything else is void. */
function reversals(entries: readonly PointsEntry[]): Step[] {
  const burns = new Map(entries.filter(({ kind }) => kind === 'BURN').map((entry) => [entry.key, entry]));
  const first = new Map<string, PointsEntry>();
  for (const entry of entries) {
    if (entry.kind !== 'REVERSE' || entry.reverses === null || !burns.has(entry.reverses)) continue;
    const standing = first.get(entry.reverses);
    if (standing === undefined || isEarlier(entry, standing)) first.set(entry.reverses, entry);
  }
  return [...first].map(([burn, entry]) => {
    const { at: burnedAt, orderKey } = burns.get(burn) as PointsEntry;
    return {
      kind: 'REVERSE',
      id: `REVERSE|${entry.key}`,
      at: laterOf(entry.at, burnedAt),
      orderKey: entry.orderKey ?? orderKey,
      burn,
      of: entry,
    };
  });
}

/** The later of two instants. */
export const laterOf = (one: Date, other: Date) => new Date(Math.max(one.getTime(), other.getTime()));

const isEarlier = (one: PointsEntry, other: PointsEntry) =>
  one.at < other.at || (one.at.getTime() === other.at.getTime() && one.key < other.key);
