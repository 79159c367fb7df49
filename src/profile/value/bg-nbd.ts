import type { BuyingHistory } from './history.ts';
import { logRising } from './log-gamma.ts';

/**
 * The BG/NBD model of repeat buying (Fader, Hardie and Lee, "Counting Your Customers" the Easy Way, Marketing Science 24, 2005):
 * while active a customer buys at random at a rate of their own (gamma-distributed over customers with shape `r` and scale
 * `alpha`, in weeks), and after each purchase stops for good with a probability of their own (beta-distributed with `a`, `b`).
 */
export interface BgNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

type Times = Pick<BuyingHistory, 'repeats' | 'recency' | 'age'>;

/** The log-likelihood of one history (equation 6 of the paper). */
export function bgNbdLogLikelihood({ r, alpha, a, b }: BgNbdParameters, { repeats, recency, age }: Times): number {
  const counts = logRising(r, repeats) + logRising(b, repeats) - logRising(a + b, repeats) + r * Math.log(alpha);
  const active = -(r + repeats) * Math.log(alpha + age);
  if (repeats === 0) return counts + active;
  const stopped = Math.log(a) - Math.log(b + repeats - 1) - (r + repeats) * Math.log(alpha + recency);
  const larger = Math.max(active, stopped);
  return counts + larger + Math.log(Math.exp(active - larger) + Math.exp(stopped - larger));
}

/** The probability that the customer is still active: 1 for who bought only once, as nobody stops before buying again. */
export function aliveProbability({ r, alpha, a, b }: BgNbdParameters, { repeats, recency, age }: Times): number {
  if (repeats === 0) return 1;
  const odds = (a / (b + repeats - 1)) * ((alpha + age) / (alpha + recency)) ** (r + repeats);
  return 1 / (1 + odds);
}

/** The probability of at least one purchase in the next so many weeks. */
export function purchaseProbability(parameters: BgNbdParameters, history: Times, weeks: number): number {
  const { r, alpha } = parameters;
  const none = ((alpha + history.age) / (alpha + history.age + weeks)) ** (r + history.repeats);
  return aliveProbability(parameters, history) * (1 - none);
}

/** Weeks until the next purchase that half of such customers, if still active, have made. */
export function medianWeeksToNextPurchase({ r, alpha }: BgNbdParameters, { repeats, age }: Times): number {
  return (alpha + age) * (2 ** (1 / (r + repeats)) - 1);
}

/** How many purchases to expect in the next so many weeks (equation 10 of the paper). */
export function expectedPurchases(parameters: BgNbdParameters, history: Times, weeks: number): number {
  const { r, alpha, a, b } = parameters;
  const { repeats, age } = history;
  const z = weeks / (alpha + age + weeks);
  const missed = poweredHypergeometric(r + repeats, b + repeats, a + b + repeats - 1, z);
  return ((a + b + repeats - 1) / (a - 1)) * (1 - missed) * aliveProbability(parameters, history);
}

const MOST_TERMS = 100_000;
const SMALLEST_TERM = 1e-14;
const HUGE = 1e200;

/** (1 − z)ᵃ ₂F₁(a, b; c; z) for 0 ≤ z < 1, by Gauss's series: the power is small where the sum is large, so neither is kept alone. */
function poweredHypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  let logScale = a * Math.log1p(-z);
  for (let n = 0; n < MOST_TERMS && Math.abs(term) > SMALLEST_TERM * Math.abs(sum); n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(sum) < HUGE) continue;
    term /= HUGE;
    sum /= HUGE;
    logScale += Math.log(HUGE);
  }
  return sum * Math.exp(logScale);
}
