import { type Changes, finalId } from '../identity/assign-known.ts';
import type { Evidence } from '../identity/evidence.ts';
import { allFacts, aspects, made, regrouped } from './aspects.ts';

/** What stitching did, as far as it touches customers. */
export interface Stitched {
  readonly evidence: readonly Evidence[];
  readonly changes: Changes;
  readonly dissolved: ReadonlySet<string>;
  /** Customers whose identifiers are others than before. */
  readonly repointed: readonly string[];
  /** Customers on a weak identifier, before. */
  readonly customersOn: (weakKey: string) => readonly string[];
  /** Customers whose figures are counted anew. */
  readonly counted: ReadonlySet<string>;
  /** Customers whose golden record is decided anew. */
  readonly portrayed: ReadonlySet<string>;
}

const { figures, seen, orders, events, identifiers, devices, profile } = aspects;

const ofFact = {
  customer: profile | figures | seen | identifiers | devices,
  order: orders | figures | seen,
  event: events | seen | devices,
} as const;

/** Which customers a batch may have changed, and what of them: rather too much than too little. */
export function touchedCustomers(stitched: Stitched): Map<string, number> {
  const { changes, evidence, dissolved } = stitched;
  const touched = new Map<string, number>();
  const touch = (id: string | null, bits: number) => {
    if (id !== null) touched.set(id, (touched.get(id) ?? 0) | bits);
  };
  for (const { type, customer, weakKeys } of evidence) {
    if (customer !== null) touch(finalId(changes, customer), ofFact[type]);
    // an event may describe its device anew, whoever else uses it
    if (type === 'event')
      for (const key of weakKeys) for (const id of stitched.customersOn(key)) touch(finalId(changes, id), devices);
  }
  for (const { evidence: fact, to } of changes.placements) {
    if (to !== null) touch(finalId(changes, to), fact.stored ? allFacts : ofFact[fact.type]);
    if (fact.customer !== null && fact.customer !== to) touch(fact.customer, allFacts);
  }
  for (const id of changes.created) touch(finalId(changes, id), made);
  for (const id of stitched.repointed) touch(finalId(changes, id), identifiers | devices | figures);
  for (const id of stitched.counted) touch(id, figures | seen);
  for (const id of stitched.portrayed) touch(id, profile);
  for (const id of [...dissolved, ...changes.revived]) touch(finalId(changes, id), regrouped);
  for (const { loser } of changes.merges.values()) {
    touch(loser, regrouped);
    touch(finalId(changes, loser), regrouped);
  }
  return touched;
}

/** Whether a batch has an order or event that is nobody's: no customer tells of it, though its store, seller or product may. */
export function hasStray({ changes, evidence }: Pick<Stitched, 'changes' | 'evidence'>): boolean {
  const placed = new Set(changes.placements.flatMap(({ evidence: fact, to }) => (to === null ? [] : [fact])));
  return evidence.some((fact) => fact.type !== 'customer' && fact.customer === null && !placed.has(fact));
}
