import type { Dice } from './dice.ts';
import { countBack } from './settings.ts';

/** When generated worlds are looked at. Noon in Shanghai, on the last day of a month: going back months meets short ones. */
export const worldNow = new Date('2026-08-31T04:00:00.000Z');
/** The time zone of generated worlds. */
export const worldTimeZone = 'Asia/Shanghai';

/** Spans that rules and bands count back; instants right at their ends are where readings go apart. */
export const nastyDurations = ['P90D', 'P6M', 'P1Y', 'P365D', 'P30D', 'PT48H', 'P1M'] as const;

/** The first instants of days that rules name. */
export const nastyDates = ['2026-06-18', '2025-11-11', '2026-02-28'] as const;

const edges: readonly number[] = [
  worldNow.getTime(),
  ...nastyDurations.map((duration) => countBack(worldNow, duration, worldTimeZone)),
  ...nastyDates.map((date) => Date.parse(`${date}T00:00:00+08:00`)),
].flatMap((edge) => [edge - 1, edge, edge + 1]);

/** An instant of the last 20 months, often at or beside the edge of a span. Written with varying offsets. */
export function instant(dice: Dice): string {
  const at = dice.chance(0.3)
    ? dice.pick(edges)
    : worldNow.getTime() - dice.number(0, 600) * 86_400_000 - dice.number(0, 86_400) * 1000;
  return spell(at, dice);
}

/** The same instant, written in UTC or as Shanghai sees it. */
export function spell(at: number, dice: Dice): string {
  const utc = new Date(at).toISOString();
  if (dice.chance(0.5)) return utc;
  return `${new Date(at + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
}
