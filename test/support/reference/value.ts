/** A purchase as it stands: when, and what was kept of it, in minor units. */
export interface PlainPurchase {
  readonly at: number;
  readonly netMinor: number;
}

/** What a customer's rank is told by, counted from the purchases alone. */
interface Bought {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

const boughtBy = (purchases: readonly PlainPurchase[]): Bought => ({
  recency: Math.max(...purchases.map(({ at }) => at)),
  frequency: purchases.length,
  monetary: purchases.reduce((sum, { netMinor }) => sum + netMinor, 0),
});

/** 1, and 1 more for every fifth of the buyers who are below. */
function scoreOf(value: number, all: readonly number[]): number {
  const below = all.filter((other) => other < value).length;
  return 1 + [1, 2, 3, 4].filter((fifths) => below * 5 >= all.length * fifths).length;
}

/** The name of scores, read off the descriptions of the groups. */
function groupOf(recency: number, value: number): string {
  if (recency <= 2) return value === 5 ? 'CANNOT_LOSE' : value >= 3 ? 'AT_RISK' : 'HIBERNATING';
  if (recency === 3) return value >= 4 ? 'LOYAL' : value === 3 ? 'NEEDS_ATTENTION' : 'ABOUT_TO_SLEEP';
  if (value >= 4) return recency === 5 ? 'CHAMPIONS' : 'LOYAL';
  if (value >= 2) return 'POTENTIAL_LOYAL';
  return recency === 5 ? 'NEW' : 'PROMISING';
}

/** Scores and group of every buyer, by whatever names them. */
export function plainRanks(buyers: ReadonlyMap<string, readonly PlainPurchase[]>): ReadonlyMap<string, object> {
  const bought = [...buyers].map(([name, purchases]) => [name, boughtBy(purchases)] as const);
  const scored = (name: keyof Bought, value: number) =>
    scoreOf(
      value,
      bought.map(([, one]) => one[name]),
    );
  return new Map(
    bought.map(([name, { recency, frequency, monetary }]) => {
      const scores = {
        recency: scored('recency', recency),
        frequency: scored('frequency', frequency),
        monetary: scored('monetary', monetary),
      };
      const group = groupOf(scores.recency, Math.round((scores.frequency + scores.monetary) / 2));
      return [name, { ...scores, group }];
    }),
  );
}

const SHANGHAI_MS = 8 * 3_600_000;

/** Whether somebody bought on two days or more, as Shanghai counts them. */
export function hasReturned(purchases: readonly PlainPurchase[]): boolean {
  return new Set(purchases.map(({ at }) => Math.floor((at + SHANGHAI_MS) / 86_400_000))).size > 1;
}
