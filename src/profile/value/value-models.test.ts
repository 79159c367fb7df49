import { describe, expect, it } from 'vitest';
import {
  aliveProbability,
  type BgNbdParameters,
  bgNbdLogLikelihood,
  expectedPurchases,
  medianWeeksToNextPurchase,
  purchaseProbability,
} from './bg-nbd.ts';
import { fitBgNbd, fitGammaGamma } from './fit.ts';
import { expectedValue } from './gamma-gamma.ts';
import type { BuyingHistory } from './history.ts';
import { logGamma, logRising } from './log-gamma.ts';
import { minimise } from './minimise.ts';

/** What the paper found for the buyers of CDNOW. */
const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const history = (repeats: number, recency: number, age: number, meanValue = 0): BuyingHistory => ({
  repeats,
  recency,
  age,
  meanValue,
});

/** Mulberry32: the same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A gamma variate of a whole shape: the sum of exponential ones. */
const gamma = (next: () => number, shape: number, rate: number) => {
  let sum = 0;
  for (let part = 0; part < shape; part++) sum -= Math.log(1 - next()) / rate;
  return sum;
};

/** A buyer as the model tells it, watched for so many weeks. */
function simulate(next: () => number, { r, alpha, a, b }: BgNbdParameters, age: number): BuyingHistory {
  const rate = gamma(next, r, alpha);
  const [one, other] = [gamma(next, a, 1), gamma(next, b, 1)];
  const leaves = one / (one + other);
  let at = 0;
  let repeats = 0;
  for (;;) {
    const nextAt = at - Math.log(1 - next()) / rate;
    if (nextAt > age) break;
    at = nextAt;
    repeats++;
    if (next() < leaves) break;
  }
  return history(repeats, at, age);
}

describe('BG/NBD', () => {
  it('expects what the paper expects of its first customer in 39 weeks', () => {
    expect(expectedPurchases(CDNOW, history(2, 30.43, 38.86), 39)).toBeCloseTo(1.226, 3);
  });

  it('knows how likely a customer is still there, and buys', () => {
    const lately = history(2, 30.43, 38.86);
    const longAgo = history(2, 3, 38.86);
    expect(aliveProbability(CDNOW, lately)).toBeCloseTo(0.7266, 3);
    expect(aliveProbability(CDNOW, longAgo)).toBeLessThan(aliveProbability(CDNOW, lately));
    expect(aliveProbability(CDNOW, history(0, 0, 38.86))).toBe(1);
    expect(purchaseProbability(CDNOW, lately, 0)).toBe(0);
    expect(purchaseProbability(CDNOW, lately, 1e9)).toBeCloseTo(aliveProbability(CDNOW, lately), 6);
  });

  it('puts the next purchase where half of those still there have made it', () => {
    const lately = history(2, 30.43, 38.86);
    const weeks = medianWeeksToNextPurchase(CDNOW, lately);
    expect(purchaseProbability(CDNOW, lately, weeks)).toBeCloseTo(aliveProbability(CDNOW, lately) / 2, 10);
  });

  it('adds up: the expectation for a moment is the rate at which it grows', () => {
    const buyer = history(7, 20, 25);
    const moment = 1e-4;
    expect(expectedPurchases(CDNOW, buyer, moment)).toBeCloseTo(purchaseProbability(CDNOW, buyer, moment), 8);
  });

  it('stays a number for the busiest customers', () => {
    const busy = history(400, 100, 101);
    expect(Number.isFinite(bgNbdLogLikelihood(CDNOW, busy))).toBe(true);
    expect(expectedPurchases(CDNOW, busy, 52)).toBeGreaterThan(100);
    expect(expectedPurchases(CDNOW, busy, 52)).toBeLessThan(52 * 4);
  });

  it('finds again what buyers were made with', async () => {
    const truth = { r: 2, alpha: 10, a: 2, b: 6 };
    const next = random(618);
    const buyers = Array.from({ length: 6_000 }, () => simulate(next, truth, 30 + 60 * next()));
    const found = (await fitBgNbd(buyers)) as BgNbdParameters;
    const likelihood = (parameters: BgNbdParameters) =>
      buyers.reduce((sum, buyer) => sum + bgNbdLogLikelihood(parameters, buyer), 0);
    expect(likelihood(found)).toBeGreaterThanOrEqual(likelihood(truth));
    expect(found.r / truth.r).toBeCloseTo(1, 0.5);
    expect(found.r / found.alpha).toBeCloseTo(truth.r / truth.alpha, 2);
    expect(found.a / (found.a + found.b)).toBeCloseTo(truth.a / (truth.a + truth.b), 1);
  });

  it('says nothing when fewer than 50 came back', async () => {
    const once = Array.from({ length: 500 }, () => history(0, 0, 20));
    const back = Array.from({ length: 49 }, () => history(1, 10, 20, 100));
    expect(await fitBgNbd([...once, ...back])).toBeNull();
    expect(await fitGammaGamma([...once, ...back])).toBeNull();
  });
});

describe('gamma–gamma', () => {
  const parameters = { p: 6.25, q: 3.74, v: 15.44 };

  it('expects what the note expects of CDNOW customers', () => {
    expect(expectedValue(parameters, history(2, 0, 0, 22.35))).toBeCloseTo(24.65, 1);
    expect(expectedValue(parameters, history(1, 0, 0, 11.77))).toBeCloseTo(18.91, 1);
    expect(expectedValue(parameters, history(0, 0, 0))).toBeCloseTo((6.25 * 15.44) / 2.74, 10);
  });

  it('finds again what spending was made with, in any currency', async () => {
    const truth = { p: 4, q: 3, v: 20_000 };
    const next = random(11);
    const buyers = Array.from({ length: 6_000 }, () => {
      const repeats = 1 + Math.floor(next() * 6);
      const rate = gamma(next, truth.q, truth.v);
      return history(repeats, 0, 0, gamma(next, truth.p * repeats, rate) / repeats);
    });
    const found = await fitGammaGamma(buyers);
    expect((found?.p ?? 0) / truth.p).toBeCloseTo(1, 0);
    expect((found?.q ?? 0) / truth.q).toBeCloseTo(1, 0);
    const mean = ({ p, q, v }: typeof truth) => (p * v) / (q - 1);
    expect(mean(found ?? truth) / mean(truth)).toBeCloseTo(1, 1);
  });
});

describe('what the models stand on', () => {
  it('knows logarithms of the gamma function', () => {
    expect(logGamma(1)).toBeCloseTo(0, 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 11);
    expect(logRising(3.5, 4)).toBeCloseTo(logGamma(7.5) - logGamma(3.5), 11);
  });

  it('finds the bottom of a curved valley', async () => {
    const rosenbrock = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    const { at, converged } = await minimise(rosenbrock, [-1.2, 1]);
    expect(converged).toBe(true);
    expect(at[0]).toBeCloseTo(1, 3);
    expect(at[1]).toBeCloseTo(1, 3);
  });
});
