import { type ComparedField, comparisonLevels, type FieldComparison, type LevelOdds } from './comparison-levels.ts';

/** How frequent things are in the graph. */
export interface Frequencies {
  /** How many source records there are; in classes, see `recordsClass`. */
  readonly records: number;
  /** How many of them are in a block; in classes, see `frequencyClass`. */
  readonly inBlock: (key: string) => number;
}

/** A comparison with its weight in bits. */
export type WeighedComparison = FieldComparison & { readonly weight: number };

/** How likely two records are one person's. */
export interface Weighed {
  /** Probability, 0 to 1, to six digits. */
  readonly score: number;
  /** Bits that stand against any two records, before they are compared. */
  readonly prior: number;
  readonly comparisons: readonly WeighedComparison[];
}

// In a small graph values look rarer than they are.
const FEWEST_RECORDS = 1024;
// Of ten records one has another of the same person that no identifier joins to it.
const OPEN_RECORDS = 0.1;
// A value is held to be as frequent as usual until so many records say otherwise.
const USUAL_WEIGHS = 1000;
const RAREST = 1e-5;
const HOUSEHOLD_BITS = 2;

/** Frequencies count by powers of two, so that a score changes seldom, and does not depend on what came before. */
export const frequencyClass = (count: number): number => (count < 4 ? 0 : 2 ** Math.floor(Math.log2(count)));

/** The same of the number of all source records. */
export const recordsClass = (count: number): number => Math.max(FEWEST_RECORDS, frequencyClass(count));

const rounded = (bits: number) => Math.round(bits * 1000) / 1000;

function oddsOf({ field, level }: FieldComparison): LevelOdds {
  return (comparisonLevels[field] as Readonly<Record<string, LevelOdds>>)[level] as LevelOdds;
}

/** Where a value is frequent, agreeing on it says little; a rare one says more, down to a bound. */
function weightOf(comparison: FieldComparison, { records, inBlock }: Frequencies): number {
  const { m, u, byFrequency } = oddsOf(comparison);
  if (!byFrequency || comparison.counted === null) return rounded(Math.log2(m / u));
  const others = Math.max(0, inBlock(comparison.counted) - 2);
  const frequency = (others + USUAL_WEIGHS * u) / (records + USUAL_WEIGHS);
  return rounded(Math.log2(m / Math.max(RAREST, Math.min(1, frequency))));
}

const ofHouseholds: ReadonlySet<ComparedField> = new Set<ComparedField>(['PHONE', 'EMAIL', 'ADDRESS']);

/** People of one family have the address and like phone numbers in common: with another given name these say little. */
function limitHousehold(comparisons: readonly WeighedComparison[]): readonly WeighedComparison[] {
  if (!comparisons.some(({ level }) => level === 'FAMILY_NAME_ONLY')) return comparisons;
  let left = HOUSEHOLD_BITS;
  return comparisons.map((comparison) => {
    if (!ofHouseholds.has(comparison.field) || comparison.weight <= 0) return comparison;
    const weight = Math.min(left, comparison.weight);
    left = rounded(left - weight);
    return { ...comparison, weight };
  });
}

/** The probability that two records compared so are one person's: the odds before, times m/u of every field. */
export function weighComparison(comparisons: readonly FieldComparison[], frequencies: Frequencies): Weighed {
  const weighed = limitHousehold(comparisons.map((one) => ({ ...one, weight: weightOf(one, frequencies) })));
  const prior = rounded(Math.log2(OPEN_RECORDS / frequencies.records));
  const bits = weighed.reduce((sum, { weight }) => sum + weight, prior);
  return { score: Math.round(1e6 / (1 + 2 ** -bits)) / 1e6, prior, comparisons: weighed };
}
