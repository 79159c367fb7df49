import type { BuyingHistory } from './history.ts';
import { logGamma } from './log-gamma.ts';

/**
 * The gamma–gamma model of what a purchase is worth (Fader and Hardie, The Gamma-Gamma Model of Monetary Value, 2013): values
 * vary around a mean of the customer's own (shape `p`), and the means over customers (`q`, `v`). It takes what a customer
 * spends to be independent of how often.
 */
export interface GammaGammaParameters {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

type Spending = Pick<BuyingHistory, 'repeats' | 'meanValue'>;

/** The log-likelihood of one customer's mean repeat value (equation 1a of the note); of customers with repeats only. */
export function gammaGammaLogLikelihood({ p, q, v }: GammaGammaParameters, { repeats, meanValue }: Spending): number {
  const shape = p * repeats;
  return (
    logGamma(shape + q) -
    logGamma(shape) -
    logGamma(q) +
    q * Math.log(v) +
    (shape - 1) * Math.log(meanValue) +
    shape * Math.log(repeats) -
    (shape + q) * Math.log(v + repeats * meanValue)
  );
}

/** What the next purchase is expected to be worth: between the customer's own mean and that of all (equation 5). */
export function expectedValue({ p, q, v }: GammaGammaParameters, { repeats, meanValue }: Spending): number {
  return (p * (v + repeats * meanValue)) / (p * repeats + q - 1);
}
