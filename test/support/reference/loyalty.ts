/**
 * Points and tiers told a second time, as plainly as can be: every point is an object of its own, and nothing is clever. Knows
 * only what docs/loyalty.md says of the default rules; days begin at midnight in Shanghai, which has no summer time.
 */

/** An order that was paid for, amounts in whole currency units. */
export interface PlainOrder {
  readonly key: string;
  readonly placedAt: Date;
  readonly changedAt: Date | null;
  readonly paid: number;
  readonly kept: number;
}

/** A points record. */
export interface PlainEntry {
  readonly key: string;
  readonly kind: 'EARN' | 'BURN' | 'ADJUST' | 'REVERSE';
  readonly points: number;
  readonly at: Date;
  readonly reverses: string | null;
  readonly expiresAt: Date | null;
}

/** What an account comes to. */
export interface PlainAccount {
  readonly balance: number;
  readonly debt: number;
  /** How many points are void from when on, the soonest first. */
  readonly ends: readonly (readonly [string, number])[];
  /** What each account of the programme gained. */
  readonly totals: Readonly<Record<'ISSUED' | 'REDEEMED' | 'EXPIRED' | 'ADJUSTED' | 'DEBT', number>>;
}

interface Point {
  readonly from: string;
  readonly at: number;
  readonly ends: number;
  readonly lent?: boolean;
}

const HOUR = 3_600_000;
const SHANGHAI = 8 * HOUR;

/** The end of the month, two years after. */
export function endOfPoints(at: Date): number {
  const local = new Date(at.getTime() + SHANGHAI);
  return Date.UTC(local.getUTCFullYear() + 2, local.getUTCMonth() + 1, 1) - SHANGHAI;
}

/** The end of the day, thirty days after. */
function endOfReturned(at: Date): number {
  const local = new Date(at.getTime() + SHANGHAI);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + 31) - SHANGHAI;
}

const text = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** What is there and what is owed after everything that happened up to an instant. */
export function plainAccount(orders: readonly PlainOrder[], entries: readonly PlainEntry[], now: Date): PlainAccount {
  let points: Point[] = [];
  let debt = 0;
  const totals = { ISSUED: 0, REDEEMED: 0, EXPIRED: 0, ADJUSTED: 0, DEBT: 0 };
  const taken = new Map<string, Point[]>();

  const inOrder = () =>
    points.sort((one, other) => one.ends - other.ends || one.at - other.at || text(one.from, other.from));
  const lapse = (at: number) => {
    const before = points.length;
    points = points.filter(({ ends }) => ends > at);
    totals.EXPIRED += before - points.length;
  };
  const come = (coming: readonly Point[]) => {
    for (const point of coming) {
      if (debt > 0) {
        debt -= 1;
        totals.DEBT += 1;
      } else points.push(point);
    }
    inOrder();
  };
  const go = (count: number, first?: string): Point[] => {
    const gone: Point[] = [];
    for (let left = count; left > 0; left -= 1) {
      inOrder();
      const own = points.findIndex(({ from }) => from === first);
      const [point] = points.splice(Math.max(own, 0), 1);
      if (point) gone.push(point);
      else {
        debt += 1;
        totals.DEBT -= 1;
        gone.push({ from: '', at: 0, ends: 0, lent: true });
      }
    }
    return gone;
  };
  const many = (count: number, point: Point) => Array.from({ length: count }, () => point);

  type Happening = { at: number; rank: number; id: string; happen: () => void };
  const happenings: Happening[] = [];
  for (const order of orders) {
    const at = order.placedAt.getTime();
    const id = `EARN|${order.key}`;
    const happen = () => {
      totals.ISSUED -= order.paid;
      come(many(order.paid, { from: id, at, ends: endOfPoints(order.placedAt) }));
    };
    happenings.push({ at, rank: 0, id, happen });
    const back = order.paid - order.kept;
    const changed = Math.max(at, order.changedAt?.getTime() ?? at);
    const refund = () => {
      totals.ISSUED += back;
      go(back, id);
    };
    if (back > 0) happenings.push({ at: changed, rank: 2, id: `REFUND|${order.key}`, happen: refund });
  }
  for (const entry of entries) {
    const at = entry.at.getTime();
    const id = `${entry.kind}|${entry.key}`;
    const other = entry.kind === 'EARN' ? 'ISSUED' : entry.kind === 'BURN' ? 'REDEEMED' : 'ADJUSTED';
    const rank = { EARN: 0, ADJUST: 1, BURN: 3, REVERSE: 4 }[entry.kind];
    if (entry.kind === 'BURN') {
      const happen = () => {
        totals[other] += entry.points;
        taken.set(entry.key, go(entry.points));
      };
      happenings.push({ at, rank, id, happen });
    } else if (entry.kind !== 'REVERSE') {
      const happen = () => {
        totals[other] -= entry.points;
        const ends = entry.expiresAt?.getTime() ?? endOfPoints(entry.at);
        if (entry.points < 0) go(-entry.points);
        else come(many(entry.points, { from: id, at, ends }));
      };
      happenings.push({ at, rank, id, happen });
    }
  }
  for (const burn of entries.filter(({ kind }) => kind === 'BURN')) {
    const [first] = entries
      .filter(({ kind, reverses }) => kind === 'REVERSE' && reverses === burn.key)
      .sort((one, other) => one.at.getTime() - other.at.getTime() || text(one.key, other.key));
    if (!first) continue;
    const at = new Date(Math.max(first.at.getTime(), burn.at.getTime()));
    const id = `REVERSE|${first.key}`;
    const happen = () => {
      const gone = taken.get(burn.key) ?? [];
      totals.REDEEMED -= gone.length;
      const lent = gone.filter((point) => point.lent);
      const own = gone.filter((point) => !point.lent);
      come([
        ...lent.map(() => ({ from: `${id}|owed`, at: at.getTime(), ends: endOfPoints(at) })),
        ...own.map(({ from, ends }) => ({
          from: `${id}|${from}`,
          at: at.getTime(),
          ends: Math.max(ends, endOfReturned(at)),
        })),
      ]);
    };
    happenings.push({ at: at.getTime(), rank: 4, id, happen });
  }
  happenings.sort((one, other) => one.at - other.at || one.rank - other.rank || text(one.id, other.id));
  for (const { at, happen } of happenings.filter((one) => one.at <= now.getTime())) {
    lapse(at);
    happen();
    lapse(at);
  }
  lapse(now.getTime());
  const ends = [...new Set(points.map((point) => point.ends))].sort((one, other) => one - other);
  return {
    balance: points.length,
    debt,
    ends: ends.map((end) => [new Date(end).toISOString(), points.filter((point) => point.ends === end).length]),
    totals,
  };
}

const LEVELS = [
  { name: 'SILVER', enter: 2_000, keep: 1_000 },
  { name: 'GOLD', enter: 10_000, keep: 5_000 },
  { name: 'PLATINUM', enter: 30_000, keep: 15_000 },
];

/** The same day and time of another year in Shanghai; 29 February becomes the 28th. */
function yearsLater(at: number, years: number): number {
  const local = new Date(at + SHANGHAI);
  const moved = new Date(local);
  moved.setUTCFullYear(local.getUTCFullYear() + years);
  if (moved.getUTCMonth() !== local.getUTCMonth()) moved.setUTCDate(0);
  return moved.getTime() - SHANGHAI;
}

/** The changes of tier, oldest first, each as "instant tier cause". */
export function plainTiers(orders: readonly Pick<PlainOrder, 'placedAt' | 'kept'>[], now: Date): string[] {
  const bought = orders
    .filter(({ kept }) => kept > 0)
    .map(({ placedAt, kept }) => ({ at: placedAt.getTime(), kept }))
    .filter(({ at }) => at <= now.getTime());
  const spent = (at: number) =>
    bought.filter((one) => one.at <= at && one.at > yearsLater(at, -1)).reduce((sum, { kept }) => sum + kept, 0);
  const told: string[] = [];
  let tier = -1;
  let due = Number.POSITIVE_INFINITY;
  const become = (at: number, to: number, cause: string) => {
    tier = to;
    due = to < 0 ? Number.POSITIVE_INFINITY : yearsLater(at, 1);
    told.push(`${new Date(at).toISOString()} ${LEVELS[to]?.name ?? 'MEMBER'} ${cause}`);
  };
  const decide = (before: number) => {
    while (due < before) {
      let kept = tier;
      while (kept >= 0 && spent(due) < (LEVELS[kept]?.keep ?? 0)) kept -= 1;
      become(due, kept, kept === tier ? 'KEPT' : 'LOST');
    }
  };
  for (const at of [...new Set(bought.map((one) => one.at))].sort((one, other) => one - other)) {
    decide(at);
    const reached = LEVELS.filter(({ enter }) => spent(at) >= enter).length - 1;
    if (reached > tier) become(at, reached, 'ENTERED');
  }
  decide(now.getTime());
  return told;
}
