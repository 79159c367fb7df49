import type { Transaction } from '../../platform/neo4j/database.ts';
import type { MergeEntry, Split } from '../identity/customers.store.ts';
import type { EvidenceType } from '../identity/evidence.ts';

/** A source record, order or event. */
export interface ChangedFact {
  readonly type: EvidenceType;
  readonly key: string;
}

/** What a transaction changed of customers, once facts, figures and golden records are written: rather too much than too little. */
export interface CustomerChanges {
  /** By customer id, what of it may be other than before, as bits of `aspects`; also customers that are no more. */
  readonly customers: ReadonlyMap<string, number>;
  /** Those of them that live, sorted. */
  readonly living: readonly string[];
  /** Facts that came, changed, or went from one customer to another. */
  readonly facts: readonly ChangedFact[];
  /** Who became part of whom. */
  readonly merges: readonly MergeEntry[];
  /** Who came out of whom; also a merge that was undone. */
  readonly splits: readonly Split[];
  /** Customers that live again under their old ids. */
  readonly revived: readonly string[];
  /** Customers of whose facts nobody can tell any more whose they are. */
  readonly retired: readonly string[];
}

/**
 * Keeps what a room further down derives of customers, in the transaction that changed their facts: run once per batch of an
 * import and once per decision of who is who. Its number of statements must not depend on the number of customers; it must
 * give the same whatever was derived before, since the transaction may be run again.
 */
export type Derivation = (transaction: Transaction, changes: CustomerChanges, at: Date) => Promise<void>;
