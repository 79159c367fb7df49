import { newCustomerId } from '../../platform/ids.ts';
import { type Evidence, type Merge, nodeOf, older, type Placement } from './evidence.ts';
import type { MetCustomers } from './met-customers.ts';
import type { Group, Pointers } from './resolve.ts';
import type { AnonymousUnit } from './resolve-anonymous.ts';

/** Changes that stitching makes, gathered before any is written. */
export interface Changes {
  readonly created: string[];
  readonly revived: string[];
  readonly merges: Map<string, Merge>;
  readonly placements: Placement[];
  /** Identifiers that name a customer by a fact: `needed` pairs must hold afterwards. */
  readonly needed: Map<string, { key: string; customer: string }>;
  /** The customers of facts that a limit parted from others, by `nodeOf`. */
  readonly homes: Map<string, string>;
  /** Customers who lose a fact, or have one that was another before: more than new facts that add to their figures. */
  readonly regrouped: Set<string>;
  /** Customers whose source records changed. */
  readonly recordsAffected: Set<string>;
}

export function noChanges(): Changes {
  return {
    created: [],
    revived: [],
    merges: new Map(),
    placements: [],
    needed: new Map(),
    homes: new Map(),
    regrouped: new Set(),
    recordsAffected: new Set(),
  };
}

/** Where a customer id leads once the merges decided so far are done. */
export function finalId(changes: Changes, id: string): string {
  let current = id;
  for (let merge = changes.merges.get(current); merge; merge = changes.merges.get(current)) current = merge.survivor;
  return current;
}

/** A customer id for a person met for the first time. */
export function createCustomer(changes: Changes): string {
  const id = newCustomerId();
  changes.created.push(id);
  return id;
}

const noteNeeded = (changes: Changes, key: string, customer: string) =>
  changes.needed.set(`${key} ${customer}`, { key, customer });

/** An identifier that a fact of a customer and one of another name. */
function sharedWith(customer: string, evidence: readonly Evidence[]): { via: string; fact: Evidence } | null {
  const elsewhere = new Set(evidence.filter((fact) => fact.customer !== customer).flatMap((fact) => fact.strongKeys));
  for (const fact of evidence) {
    const via = fact.customer === customer ? fact.strongKeys.find((key) => elsewhere.has(key)) : undefined;
    if (via !== undefined) return { via, fact };
  }
  return null;
}

/** What joined a loser to its survivor: an identifier that pointed to it, else a reference to a source record. */
function mergeOf(loser: string, survivor: string, group: Group, pointers: Pointers): Merge {
  // What came with this batch brought it about, not what was there before.
  const evidence = [...group.evidence].sort((one, other) => Number(other.changed) - Number(one.changed));
  for (const fact of evidence) {
    const via = fact.strongKeys.find((key) => pointers.get(key)?.includes(loser));
    if (via !== undefined)
      return { loser, survivor, cause: 'SHARED_IDENTIFIER', via, because: nodeOf(fact.type, fact.key) };
  }
  const shared = sharedWith(loser, evidence);
  if (shared !== null) {
    const because = nodeOf(shared.fact.type, shared.fact.key);
    return { loser, survivor, cause: 'SHARED_IDENTIFIER', via: shared.via, because };
  }
  const reference = evidence.find((fact) => fact.recordKey !== null) ?? (evidence[0] as Evidence);
  const because = nodeOf(reference.type, reference.key);
  return { loser, survivor, cause: 'SOURCE_RECORD', via: reference.recordKey ?? '', because };
}

/** Puts a group's facts on its customer, noting what that changes. */
export function placeAll(
  changes: Changes,
  evidence: readonly Evidence[],
  to: string | null,
  anonymous: boolean,
  anonymousCustomer: string | null,
): void {
  for (const fact of evidence) {
    const from = fact.customer === null ? null : finalId(changes, fact.customer);
    const formerly = anonymous ? (fact.anonymousCustomer ?? anonymousCustomer) : null;
    const stays = from === to && fact.anonymous === anonymous && fact.anonymousCustomer === formerly;
    if (stays && !fact.changed) continue;
    for (const id of [to, fact.customer]) {
      if (id === null) continue;
      if (fact.stored || fact.type === 'customer') changes.regrouped.add(id);
      if (fact.type === 'customer') changes.recordsAffected.add(id);
    }
    if (stays) continue;
    changes.placements.push({ evidence: fact, to, anonymous, anonymousCustomer: formerly });
  }
}

/** What is known of customers before the groups are given theirs. */
export interface KnownBefore {
  readonly pointers: Pointers;
  /** Customers that hold nothing together any more. */
  readonly dissolved: ReadonlySet<string>;
  readonly met: MetCustomers;
}

/**
 * Gives every group with a strong identifier its customer: the oldest it touches, else a new one; the others merge into it.
 * A group without any is returned as an anonymous unit when a weak identifier carries it; a lone source record becomes
 * a customer of its own; a lone order or event that names nobody belongs to nobody.
 */
export function assignKnown(
  groups: readonly Group[],
  { pointers, dissolved, met }: KnownBefore,
  changes: Changes,
): AnonymousUnit[] {
  const isKnown = (customer: string) => met.known.get(customer) === true;
  const units: AnonymousUnit[] = [];
  for (const group of groups) {
    const known = group.strongKeys.length > 0 || group.customers.some(isKnown);
    const weakKeys = [...new Set(group.evidence.flatMap((fact) => fact.weakKeys))];
    if (!known && weakKeys.length > 0) {
      units.push({ evidence: group.evidence, weakKeys });
      continue;
    }
    const isGone = group.customers.every((customer) => dissolved.has(customer));
    const nameless = !known && isGone && !group.evidence.some((fact) => fact.type === 'customer');
    if (nameless) {
      placeAll(changes, group.evidence, null, false, null);
      continue;
    }
    const target = group.customers.length > 0 ? group.customers.reduce(older) : createCustomer(changes);
    for (const loser of group.customers)
      if (loser !== target) changes.merges.set(loser, mergeOf(loser, target, group, pointers));
    for (const key of group.strongKeys) noteNeeded(changes, key, target);
    if (known) for (const key of weakKeys) noteNeeded(changes, key, target);
    if (group.parted) for (const fact of group.evidence) changes.homes.set(nodeOf(fact.type, fact.key), target);
    placeAll(changes, group.evidence, target, false, null);
  }
  return units;
}
