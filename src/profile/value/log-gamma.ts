const SHIFT_BELOW = 10;
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
// B(2k) / (2k (2k - 1)), the coefficients of Stirling's series.
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188] as const;

/** The natural logarithm of the gamma function for x > 0, to about 12 digits: Stirling's series, shifted to where it is exact. */
export function logGamma(x: number): number {
  let shift = 0;
  let large = x;
  for (; large < SHIFT_BELOW; large++) shift += Math.log(large);
  let tail = 0;
  let power = 1 / large;
  for (const coefficient of SERIES) {
    tail += coefficient * power;
    power /= large * large;
  }
  return (large - 0.5) * Math.log(large) - large + HALF_LOG_TWO_PI + tail - shift;
}

/** ln Γ(x + n) − ln Γ(x) for a whole n ≥ 0, exact also where both are huge. */
export function logRising(x: number, n: number): number {
  let sum = 0;
  for (let step = 0; step < n; step++) sum += Math.log(x + step);
  return sum;
}
