import type { Random } from './random.ts';

const dayLength = 86_400_000;
const shanghaiOffset = 8 * 3_600_000;
/** Two and a half years. */
const demoDays = 913;

const seasonByMonth = [0.9, 0.7, 0.95, 1.15, 1.2, 1.1, 0.9, 1.0, 1.25, 1.3, 1.0, 1.05];

type TimeOfDay = 'shop' | 'online';

/** The days before `until` in Shanghai time: their seasons, promotions and instants (ms since 1970). */
export interface Calendar {
  readonly until: number;
  readonly days: number;
  /** A day in [from, to], likelier in season, at weekends and in promotions. */
  drawDay(random: Random, from: number, to: number): number;
  /** '618', '11.11' or null. */
  promotionOn(day: number): string | null;
  /** October to March. */
  isCold(day: number): boolean;
  /** An instant on that day, never after `until`. */
  drawTime(random: Random, day: number, kind: TimeOfDay): number;
  /** The day an instant falls on. */
  dayOf(instant: number): number;
  /** Local midnight at the start of a day. */
  startOf(day: number): number;
}

/** `2026-06-18T11:02:00+08:00`. */
export function formatInstant(instant: number): string {
  return `${new Date(instant + shanghaiOffset).toISOString().slice(0, 19)}+08:00`;
}

/** `2026-06-18`, in Shanghai. */
export function formatDate(instant: number): string {
  return new Date(instant + shanghaiOffset).toISOString().slice(0, 10);
}

function promotionOf(month: number, day: number): string | null {
  if (month === 6 && day <= 18) return '618';
  if (month === 11 && day <= 11) return '11.11';
  return null;
}

function weightOf(month: number, day: number, weekday: number): number {
  let weight = seasonByMonth[month - 1] as number;
  if (weekday === 0 || weekday === 6) weight *= 1.4;
  if (month === 10 && day <= 7) weight *= 1.5;
  const promotion = promotionOf(month, day);
  if (promotion === '618') weight *= day === 18 ? 5 : 2.2;
  if (promotion === '11.11') weight *= day === 11 ? 6 : 2.2;
  return weight;
}

/** The calendar of the two and a half years that end at `until`. */
export function createCalendar(until: Date): Calendar {
  const end = Math.floor(until.getTime() / 1000) * 1000;
  const lastMidnight = Math.floor((end + shanghaiOffset) / dayLength) * dayLength - shanghaiOffset;
  const first = lastMidnight - (demoDays - 1) * dayLength;
  const sums = new Float64Array(demoDays + 1);
  const promotions: (string | null)[] = [];
  const cold: boolean[] = [];
  for (let day = 0; day < demoDays; day++) {
    const local = new Date(first + day * dayLength + shanghaiOffset);
    const month = local.getUTCMonth() + 1;
    const date = local.getUTCDate();
    sums[day + 1] = (sums[day] as number) + weightOf(month, date, local.getUTCDay());
    promotions.push(promotionOf(month, date));
    cold.push(month >= 10 || month <= 3);
  }
  return {
    until: end,
    days: demoDays,
    drawDay(random, from, to) {
      const base = sums[from] as number;
      const at = base + random.next() * ((sums[to + 1] as number) - base);
      let low = from;
      let high = to;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle + 1] as number) > at) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    promotionOn: (day) => promotions[day] ?? null,
    isCold: (day) => cold[day] ?? false,
    drawTime(random, day, kind) {
      // Shops are open from 10 to 21; online the evening is busiest.
      const seconds =
        kind === 'shop'
          ? 10 * 3600 + random.integer(11 * 3600)
          : 24 * 3600 - 1 - Math.floor(random.next() * random.next() * 17 * 3600);
      const instant = first + day * dayLength + seconds * 1000;
      return instant > end ? instant - dayLength : instant;
    },
    dayOf: (instant) => Math.floor((instant - first) / dayLength),
    startOf: (day) => first + day * dayLength,
  };
}
