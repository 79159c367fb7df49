import { type BgNbdParameters, bgNbdLogLikelihood } from './bg-nbd.ts';
import { type GammaGammaParameters, gammaGammaLogLikelihood } from './gamma-gamma.ts';
import type { BuyingHistory } from './history.ts';
import { minimise } from './minimise.ts';

/** With fewer customers who came back than this, parameters would be guesses. */
export const LEAST_RETURNED = 50;

/**
 * The parameters under which the histories are most likely; null when too few came back, or none are found.
 * Those of spending are also null where nobody's spending can be told.
 */
export async function fitBgNbd(histories: readonly BuyingHistory[]): Promise<BgNbdParameters | null> {
  if (histories.filter(({ repeats }) => repeats > 0).length < LEAST_RETURNED) return null;
  const found = await mostLikely(
    histories,
    bgNbdLogLikelihood,
    ([r, alpha, a, b]) => ({ r, alpha, a, b }),
    [0, 1, 0, 1],
  );
  return found;
}

/** The same for what purchases are worth, of those who came back. */
export async function fitGammaGamma(histories: readonly BuyingHistory[]): Promise<GammaGammaParameters | null> {
  const returned = histories.filter(({ repeats, meanValue }) => repeats > 0 && meanValue > 0);
  if (returned.length < LEAST_RETURNED) return null;
  // Values are scaled to a mean of 1, so that one start fits every currency.
  const scale = returned.reduce((sum, { meanValue }) => sum + meanValue, 0) / returned.length;
  const scaled = returned.map((history) => ({ ...history, meanValue: history.meanValue / scale }));
  const found = await mostLikely(scaled, gammaGammaLogLikelihood, ([p, q, v]) => ({ p, q, v }), [1, 1, 0]);
  // The mean over customers exists only for q > 1.
  return found && found.q > 1 ? { ...found, v: found.v * scale } : null;
}

type Numbers<Count extends 3 | 4> = Count extends 4 ? [number, number, number, number] : [number, number, number];

// Where customers hardly differ, ever larger parameters say the same; beyond this nothing is gained.
const LARGEST_LOG = Math.log(1_000);

// Parameters are positive: their logarithms are searched.
async function mostLikely<Parameters, Start extends Numbers<3> | Numbers<4>>(
  histories: readonly BuyingHistory[],
  logLikelihood: (parameters: Parameters, history: BuyingHistory) => number,
  named: (values: Start) => Parameters,
  start: Start,
): Promise<Parameters | null> {
  const at = (logs: readonly number[]) => named(logs.map(Math.exp) as Start);
  const { at: best, converged } = await minimise((logs) => {
    if (logs.some((log) => Math.abs(log) > LARGEST_LOG)) return Number.POSITIVE_INFINITY;
    const parameters = at(logs);
    const sum = histories.reduce((total, history) => total + logLikelihood(parameters, history), 0);
    return Number.isFinite(sum) ? -sum / histories.length : Number.POSITIVE_INFINITY;
  }, start);
  return converged ? at(best) : null;
}
