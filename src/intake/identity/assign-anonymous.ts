import type { Transaction } from '../../platform/neo4j/database.ts';
import { type Changes, createCustomer, finalId, placeAll } from './assign-known.ts';
import { meetCustomers } from './customers.store.ts';
import { readAnonymousEvidence, readFamilies } from './evidence.store.ts';
import { type Evidence, nodeOf } from './evidence.ts';
import { type PointerChange, readWeakIdentifiers, type WeakIdentifierState } from './identifiers.store.ts';
import type { MetCustomers } from './met-customers.ts';
import { type AnonymousGroup, type AnonymousUnit, groupAnonymous, toUnits } from './resolve-anonymous.ts';

export interface AnonymousInput {
  /** Anonymous facts of this batch. */
  readonly units: readonly AnonymousUnit[];
  /** Weak identifiers that this batch touches, as the graph has them. */
  readonly states: Map<string, WeakIdentifierState>;
  /** Names of facts that this batch decides: what the graph says of them is out of date. */
  readonly decided: ReadonlySet<string>;
  /** Customers that hold nothing together any more. */
  readonly dissolved: ReadonlySet<string>;
  /** Weak identifiers to be looked at again whatever is on them. */
  readonly reopened: ReadonlySet<string>;
  /** More are added as they are met. */
  readonly met: MetCustomers;
}

export interface Carriers {
  /** Weak identifiers whose anonymous facts were decided. */
  readonly keys: string[];
  readonly rows: PointerChange[];
}

type KnownOn = (key: string) => Set<string>;

/** The known customers on a weak identifier once this batch is written. */
function knownAfter(input: AnonymousInput, changes: Changes): KnownOn {
  const added = new Map<string, string[]>();
  for (const { key, customer } of changes.needed.values()) added.set(key, [...(added.get(key) ?? []), customer]);
  return (key) => {
    const before = (input.states.get(key)?.known ?? []).filter((customer) => !input.dissolved.has(customer));
    return new Set([...before, ...(added.get(key) ?? [])].map((customer) => finalId(changes, customer)));
  };
}

/** Whether the known customers on a weak identifier that carries anonymous facts are others than before. */
function changed(state: WeakIdentifierState, after: ReadonlySet<string>, changes: Changes): boolean {
  const before = new Set(state.known.map((customer) => finalId(changes, customer)));
  return (
    before.size < state.known.length ||
    after.size !== before.size ||
    [...after].some((customer) => !before.has(customer))
  );
}

/** The anonymous facts in the graph that hang together with some weak identifiers, over any number of steps. */
async function readConnected(
  transaction: Transaction,
  keys: ReadonlySet<string>,
  input: AnonymousInput,
): Promise<Evidence[]> {
  const found = new Map<string, Evidence>();
  const seen = new Set<string>();
  let frontier = [...keys];
  while (frontier.length > 0) {
    for (const key of frontier) seen.add(key);
    const unknownStates = frontier.filter((key) => !input.states.has(key));
    for (const [key, state] of await readWeakIdentifiers(transaction, unknownStates)) input.states.set(key, state);
    const onThem = await readAnonymousEvidence(transaction, frontier);
    const records = onThem.flatMap((fact) => (fact.type === 'customer' ? fact.key : (fact.recordKey ?? [])));
    const families = await readFamilies(transaction, [...new Set(records)]);
    for (const fact of [...onThem, ...families]) {
      const node = nodeOf(fact.type, fact.key);
      if (fact.anonymous && !input.decided.has(node)) found.set(node, fact);
    }
    frontier = [...new Set([...found.values()].flatMap((fact) => fact.weakKeys))].filter((key) => !seen.has(key));
  }
  return [...found.values()];
}

/** Weak identifiers whose anonymous facts in the graph must be looked at again; most batches have none. */
function keysToReopen(
  groups: readonly AnonymousGroup[],
  input: AnonymousInput,
  knownOn: KnownOn,
  changes: Changes,
): Set<string> {
  const keys = new Set(input.reopened);
  for (const [key, state] of input.states)
    if (state.owner !== null && changed(state, knownOn(key), changes)) keys.add(key);
  for (const group of groups) {
    const owners = new Set(group.weakKeys.map((key) => input.states.get(key)?.owner ?? null));
    const reopened = group.weakKeys.some((key) => keys.has(key));
    if (reopened || owners.size > 1) for (const key of group.weakKeys) keys.add(key);
  }
  return keys;
}

function applyGroup(
  group: AnonymousGroup,
  kept: ReadonlySet<string | null>,
  input: AnonymousInput,
  changes: Changes,
): string {
  const tombstone = group.formerly !== null && !input.met.known.has(group.formerly);
  if (group.known === null && tombstone) changes.revived.push(group.formerly as string);
  const target = group.known ?? group.formerly ?? createCustomer(changes);
  for (const fact of group.evidence) {
    const from = fact.customer;
    if (from === null || from === target || kept.has(from)) continue;
    if (input.met.known.get(from) !== false || changes.merges.has(from)) continue;
    changes.merges.set(from, {
      loser: from,
      survivor: target,
      cause: 'ANONYMOUS_ACTIVITY',
      via: group.weakKeys[0] as string,
      because: nodeOf(fact.type, fact.key),
    });
  }
  // Facts of a customer that merges as a whole move with it; but they must remember where they came from.
  const handedOver = group.known === null ? null : group.formerly;
  placeAll(changes, group.evidence, target, true, handedOver);
  return target;
}

/**
 * Decides whose the anonymous facts are that this batch brings or touches: a known customer's when exactly one is on their
 * weak identifiers, else an anonymous customer's. What the graph holds is read again only where the answer may have changed.
 */
export async function assignAnonymous(
  transaction: Transaction,
  input: AnonymousInput,
  changes: Changes,
): Promise<Carriers> {
  const knownOn = knownAfter(input, changes);
  const isAnonymous = (customer: string) => input.met.known.get(customer) !== true;
  let groups = groupAnonymous(input.units, knownOn, isAnonymous);
  const reopened = keysToReopen(groups, input, knownOn, changes);
  if (reopened.size > 0) {
    const connected = await readConnected(transaction, reopened, input);
    await meetCustomers(
      transaction,
      connected.flatMap((fact) => fact.customer ?? []),
      input.met,
    );
    groups = groupAnonymous([...input.units, ...toUnits(connected)], knownOn, isAnonymous);
  }
  const rows: PointerChange[] = [];
  const keys = new Set(reopened);
  const kept = new Set(groups.filter(({ known }) => known === null).map(({ formerly }) => formerly));
  for (const group of groups) {
    const owner = group.weakKeys.every((key) => !reopened.has(key))
      ? (input.states.get(group.weakKeys[0] as string)?.owner ?? null)
      : null;
    if (owner !== null) {
      placeAll(changes, group.evidence, finalId(changes, owner), true, null);
      continue;
    }
    const customer = applyGroup(group, kept, input, changes);
    for (const key of group.weakKeys) {
      keys.add(key);
      rows.push({ key, customer });
    }
  }
  return { keys: [...keys], rows };
}
