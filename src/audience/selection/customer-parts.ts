/** Which parts of a customer to read along with it. */
export interface CustomerParts {
  readonly identifiers?: boolean;
  readonly devices?: boolean;
  readonly sourceRecords?: boolean;
  readonly orders?: OrderParts;
}

/** The first page of the orders, all of them counting, and what of each. */
export interface OrderParts {
  readonly first?: number | null;
  readonly store?: boolean;
  readonly staff?: boolean;
  readonly lines?: boolean;
  /** Of the lines. */
  readonly products?: boolean;
}
