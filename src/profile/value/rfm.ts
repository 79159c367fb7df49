/** What a buyer is ranked by: the newest purchase (milliseconds), how many purchases, what they were worth (minor units). */
export interface Buyer {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

export type RfmDimension = keyof Buyer;

/** For each dimension the lowest value that scores 2, 3, 4 and 5; infinite where nobody does. */
export type RfmBoundaries = Readonly<Record<RfmDimension, readonly number[]>>;

/** Scores from 1, the lowest, to 5. */
export type RfmScores = Readonly<Record<RfmDimension, number>>;

const SCORES = 5;

/** The boundaries that rank these buyers. `columns` holds a value of each buyer; it is sorted in place. */
export function rfmBoundaries(columns: Readonly<Record<RfmDimension, Float64Array>>): RfmBoundaries {
  return {
    recency: boundariesOf(columns.recency),
    frequency: boundariesOf(columns.frequency),
    monetary: boundariesOf(columns.monetary),
  };
}

// A score is 1 + a fifth for every 20 % of the buyers who are below, so that equal values always score the same.
function boundariesOf(values: Float64Array): number[] {
  values.sort();
  return Array.from({ length: SCORES - 1 }, (_, index) => {
    const least = Math.ceil((values.length * (index + 1)) / SCORES);
    for (let at = least; at < values.length; at++)
      if (at === 0 || values[at] !== values[at - 1]) return values[at] as number;
    return Number.POSITIVE_INFINITY;
  });
}

/** How a buyer ranks among those that the boundaries were made of. */
export function rfmScores(buyer: Buyer, boundaries: RfmBoundaries): RfmScores {
  const score = (dimension: RfmDimension) =>
    1 + boundaries[dimension].filter((boundary) => buyer[dimension] >= boundary).length;
  return { recency: score('recency'), frequency: score('frequency'), monetary: score('monetary') };
}

export type RfmGroup =
  | 'CHAMPIONS'
  | 'LOYAL'
  | 'POTENTIAL_LOYAL'
  | 'NEW'
  | 'PROMISING'
  | 'NEEDS_ATTENTION'
  | 'ABOUT_TO_SLEEP'
  | 'AT_RISK'
  | 'CANNOT_LOSE'
  | 'HIBERNATING';

// By recency score, 5 at the top; from left to right the mean of frequency and monetary score, 1 to 5.
const GROUPS: Readonly<Record<number, readonly RfmGroup[]>> = {
  5: ['NEW', 'POTENTIAL_LOYAL', 'POTENTIAL_LOYAL', 'CHAMPIONS', 'CHAMPIONS'],
  4: ['PROMISING', 'POTENTIAL_LOYAL', 'POTENTIAL_LOYAL', 'LOYAL', 'LOYAL'],
  3: ['ABOUT_TO_SLEEP', 'ABOUT_TO_SLEEP', 'NEEDS_ATTENTION', 'LOYAL', 'LOYAL'],
  2: ['HIBERNATING', 'HIBERNATING', 'AT_RISK', 'AT_RISK', 'CANNOT_LOSE'],
  1: ['HIBERNATING', 'HIBERNATING', 'AT_RISK', 'AT_RISK', 'CANNOT_LOSE'],
};

/** All groups, from the most valuable. */
export const RFM_GROUPS: readonly RfmGroup[] = [
  'CHAMPIONS',
  'LOYAL',
  'POTENTIAL_LOYAL',
  'NEW',
  'PROMISING',
  'NEEDS_ATTENTION',
  'CANNOT_LOSE',
  'AT_RISK',
  'ABOUT_TO_SLEEP',
  'HIBERNATING',
];

/** The group that scores belong to: how recently against how much, where half a score rounds up. */
export function rfmGroup({ recency, frequency, monetary }: RfmScores): RfmGroup {
  return GROUPS[recency]?.[Math.round((frequency + monetary) / 2) - 1] as RfmGroup;
}
