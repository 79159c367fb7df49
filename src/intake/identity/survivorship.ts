import { compositeKey } from '../../platform/ids.ts';
import { canonicalJson } from './profile-values.ts';

export type Provenance = 'FIRST_PARTY' | 'SECOND_PARTY' | 'THIRD_PARTY';

/** Which record said something, when, and how near its source stands to the person. */
export interface RecordStamp {
  readonly source: string;
  readonly recordId: string;
  readonly provenance: Provenance;
  readonly observedAt: Date;
}

/** A value, and the record that states it. */
export interface Claim<T, R extends RecordStamp = RecordStamp> {
  readonly value: T;
  readonly record: R;
}

const provenanceRank: Readonly<Record<Provenance, number>> = { FIRST_PARTY: 0, SECOND_PARTY: 1, THIRD_PARTY: 2 };

/**
 * Orders claims, the one to be believed first: first-party before second-party before third-party; then the newest; then
 * the greater source|recordId; then the greater value. Only equal values of one record compare equal, so the winner does
 * not depend on the order in which the claims are listed.
 */
export function compareClaims(a: Claim<unknown>, b: Claim<unknown>): number {
  return compareProvenance(a, b) || compareRecency(a, b);
}

/** The first step of compareClaims. */
export function compareProvenance(a: Claim<unknown>, b: Claim<unknown>): number {
  return provenanceRank[a.record.provenance] - provenanceRank[b.record.provenance];
}

/** The steps of compareClaims after provenance. */
export function compareRecency(a: Claim<unknown>, b: Claim<unknown>): number {
  return (
    b.record.observedAt.getTime() - a.record.observedAt.getTime() ||
    greaterFirst(recordKey(a), recordKey(b)) ||
    greaterFirst(canonicalJson(a.value), canonicalJson(b.value))
  );
}

/** The claim that is believed, or null when nothing was claimed. */
export function best<C extends Claim<unknown>>(
  claims: readonly C[],
  compare: (a: C, b: C) => number = compareClaims,
): C | null {
  return claims.reduce<C | null>((leader, claim) => (leader && compare(leader, claim) <= 0 ? leader : claim), null);
}

function recordKey({ record }: Claim<unknown>): string {
  return compositeKey(record.source, record.recordId);
}

function greaterFirst(a: string, b: string): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
