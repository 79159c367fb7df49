import { minorDigits } from '../../platform/money.ts';
import { localDateOf } from '../../platform/time.ts';
import type { Bonus, LoyaltyRules } from './loyalty-rules.ts';
import type { PaidOrder } from './movements.ts';

/** What of an order bonuses ask for. */
export type EarningOrder = Pick<PaidOrder, 'placedAt' | 'channel' | 'promotion' | 'storeCode'>;

/** By what rules orders earn. */
export interface EarnSettings {
  readonly rules: LoyaltyRules;
  /** The reporting currency. */
  readonly currency: string;
  readonly timeZone: string;
}

const SCALE = 10_000n;
const scaled = (factor: number) => BigInt(Math.round(factor * Number(SCALE)));

/** Points for an amount of an order: so many for each whole unit, times the greatest bonus that applies, rounded down. */
export function earnedPoints(order: EarningOrder, amountMinor: number, settings: EarnSettings): number {
  const { earn } = settings.rules;
  if (amountMinor <= 0) return 0;
  const units = BigInt(amountMinor) / 10n ** BigInt(minorDigits(settings.currency));
  const points = (units * scaled(earn.pointsPerUnit) * scaled(multiplierOf(order, settings))) / (SCALE * SCALE);
  return points > BigInt(earn.mostPerOrder) ? earn.mostPerOrder : Number(points);
}

/** The greatest bonus that applies to an order; 1 without any. A bonus below 1 counts only where no other applies. */
function multiplierOf(order: EarningOrder, { rules, timeZone }: EarnSettings): number {
  const { bonuses } = rules.earn;
  if (bonuses.length === 0) return 1;
  const day = localDateOf(order.placedAt, timeZone);
  const multipliers = bonuses.filter((bonus) => applies(bonus, order, day)).map(({ multiplier }) => multiplier);
  return multipliers.length === 0 ? 1 : Math.max(...multipliers);
}

function applies(bonus: Bonus, { channel, promotion, storeCode }: EarningOrder, day: string): boolean {
  const isOne = (names: readonly string[] | undefined, value: string | null) =>
    names === undefined || (value !== null && names.includes(value));
  return (
    isOne(bonus.channels, channel) &&
    isOne(bonus.promotions, promotion) &&
    isOne(bonus.stores, storeCode) &&
    (bonus.from === undefined || day >= bonus.from) &&
    (bonus.until === undefined || day <= bonus.until)
  );
}
