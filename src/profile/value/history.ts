/** When and for how much a customer bought. Several purchases of one day are one. */
export interface BuyingHistory {
  /** Days with a purchase after the first such day. */
  readonly repeats: number;
  /** Weeks from the first such day to the last. */
  readonly recency: number;
  /** Weeks from the first such day to the day that is spoken of. */
  readonly age: number;
  /** Mean net value of the repeats; 0 without any. */
  readonly meanValue: number;
}

/** Days a week: the models count in weeks, as the papers do. */
export const DAYS_PER_WEEK = 7;
