/** Customers met in a transaction: locked, so that what is noted of them stays true. */
export interface MetCustomers {
  /** Whether a customer has a strong identifier; a customer that does not exist (any more) is not in here. */
  readonly known: Map<string, boolean>;
  /** Those of whose facts not all is decided by identifiers alone: limits or decisions have a say. */
  readonly contested: Set<string>;
}

/** What the graph says of a customer that was met. */
export interface CustomerRow {
  readonly known: boolean;
  readonly contested: boolean | null;
}

export const noneMet = (): MetCustomers => ({ known: new Map(), contested: new Set() });

export function noteMet(met: MetCustomers, { id, known, contested }: CustomerRow & { readonly id: string }): void {
  met.known.set(id, known);
  if (contested) met.contested.add(id);
}
