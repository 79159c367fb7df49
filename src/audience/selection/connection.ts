/** One element of a list with the cursor that stands for its place. */
export interface Edge<Row> {
  readonly node: Row;
  readonly cursor: string;
}

/** Relay's PageInfo. The probe that a page needs anyway answers one of the two at once; the other asks the graph when called. */
export interface PageInfo {
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  hasNextPage(): Promise<boolean>;
  hasPreviousPage(): Promise<boolean>;
}

/** A page of a list. `totalCount` is exact and costs a statement only when called. */
export interface Connection<Row> {
  readonly edges: readonly Edge<Row>[];
  readonly nodes: readonly Row[];
  readonly pageInfo: PageInfo;
  totalCount(): Promise<number>;
}

/** Calls `compute` at the first call only; a failure is not kept. */
export function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | undefined;
  return () => {
    pending ??= compute().catch((error: unknown) => {
      pending = undefined;
      throw error;
    });
    return pending;
  };
}
