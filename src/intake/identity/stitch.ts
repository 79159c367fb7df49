import { newId } from '../../platform/ids.ts';
import type { Transaction } from '../../platform/neo4j/database.ts';
import { leaveTrace } from '../changes/change-trace.store.ts';
import type { ChangedFact, CustomerChanges } from '../changes/derivations.ts';
import { hasStray, touchedCustomers } from '../changes/touched-customers.ts';
import { assignAnonymous } from './assign-anonymous.ts';
import { assignKnown, type Changes, finalId, noChanges } from './assign-known.ts';
import type { ClaimedIdentifiers } from './claim-identifiers.store.ts';
import {
  createCustomers,
  findEmptied,
  type MergeEntry,
  meetCustomers,
  mergeCustomers,
  noteSplits,
  retireCustomers,
  reviveCustomers,
  type Split,
} from './customers.store.ts';
import { decideGroups, type GroupsInput } from './decide-groups.ts';
import type { Stamp } from './decisions.store.ts';
import { writePlacements } from './evidence.store.ts';
import { type Evidence, type Merge, nodeOf, type Placement } from './evidence.ts';
import {
  markShared,
  readIdentifiersOf,
  readWeakIdentifiers,
  readWeakIdentifiersOf,
  syncDevices,
  type WeakIdentifierState,
  writeCarriers,
  writePointers,
} from './identifiers.store.ts';
import type { Refusal } from './linking/link-facts.ts';
import { type MetCustomers, noneMet } from './met-customers.ts';
import {
  clearPossibleMatches,
  contestCustomers,
  notePossibleMatches,
  type RefusedPair,
} from './possible-matches.store.ts';
import type { AnonymousUnit } from './resolve-anonymous.ts';

/** What makes customers merge or come apart, if not new facts. */
export type StitchCause = 'DECISION' | 'RULES_CHANGED' | 'REISSUED';

export interface StitchInput extends GroupsInput {
  /** Customers that the caller has locked already. */
  readonly met?: MetCustomers;
  /** Old ids to go on with, each on the fact that `heirs` names. */
  readonly revived?: readonly string[];
  /** Why customers merge or come apart; by default because of what the facts say. */
  readonly cause?: StitchCause;
  /** Weak identifiers that other facts may come on than the graph had: whose their anonymous facts are is decided anew. */
  readonly reopened?: ReadonlySet<string>;
  /** The decision by which they merge, if it is one: taken back, it lets the old ids live again. */
  readonly decisionId?: string;
  /** Who decided, and why. */
  readonly stamp?: Stamp;
  readonly now: Date;
}

export interface StitchOutcome {
  readonly customersCreated: number;
  readonly customersMerged: number;
  /** Living customers whose figures are to be counted anew; to those of others new facts just add. */
  readonly regrouped: ReadonlySet<string>;
  /** Living customers whose source records changed: their golden record is to be decided again. */
  readonly recordsAffected: ReadonlySet<string>;
  /** Where the facts belong whose nodes are yet to be created, by `nodeOf`. */
  readonly placements: ReadonlyMap<string, Placement>;
  /** What rooms further down may derive from. */
  readonly changes: CustomerChanges;
  readonly merges: readonly MergeEntry[];
  readonly refused: readonly RefusedPair[];
  /** Identifiers that turned out to be shared by too many people. */
  readonly shared: readonly string[];
}

/** Identifier pairs to take away and to add, so that exactly the needed ones hold. */
async function changePointers(
  transaction: Transaction,
  claimed: ClaimedIdentifiers,
  dissolved: ReadonlySet<string>,
  changes: Changes,
) {
  const present = new Set<string>();
  const note = (key: string, customer: string) => present.add(`${key} ${finalId(changes, customer)}`);
  for (const [key, customers] of claimed.pointers)
    for (const customer of customers) if (!dissolved.has(customer)) note(key, customer);
  for (const [key, state] of claimed.weak)
    for (const customer of state.known) if (!dissolved.has(customer)) note(key, customer);
  const held = dissolved.size > 0 ? await readIdentifiersOf(transaction, [...dissolved]) : [];
  const removed = held.filter(({ key, customer }) => !changes.needed.has(`${key} ${finalId(changes, customer)}`));
  for (const { key, customer } of held) note(key, customer);
  const added = [...changes.needed.entries()].filter(([pair]) => !present.has(pair)).map(([, change]) => change);
  return { removed, added };
}

/** Customers left without any fact go on in the customer that took their facts; where nobody did, they end: these are returned. */
async function mergeEmptied(transaction: Transaction, changes: Changes, now: Date): Promise<string[]> {
  const left = new Map<string, Merge>();
  const nobodys = new Set<string>();
  for (const { evidence, to } of changes.placements) {
    const from = evidence.customer;
    if (from === null || from === to || changes.merges.has(from)) continue;
    if (to === null) nobodys.add(from);
    else
      left.set(from, {
        loser: from,
        survivor: to,
        cause: 'FACTS_MOVED',
        via: evidence.strongKeys[0] ?? '',
        because: nodeOf(evidence.type, evidence.key),
      });
  }
  for (const { to } of changes.placements) if (to !== null) left.delete(to);
  const retired: string[] = [];
  for (const id of await findEmptied(transaction, [...new Set([...left.keys(), ...nobodys])])) {
    const merge = left.get(id);
    if (merge) changes.merges.set(id, merge);
    else retired.push(id);
  }
  await retireCustomers(transaction, retired, now);
  return retired;
}

/** Customers that facts of a dissolved customer went to, which had none before. */
function splitsOf(changes: Changes, dissolved: ReadonlySet<string>, cause?: StitchCause): Split[] {
  const made = new Set([...changes.created, ...changes.revived]);
  const splits = new Map<string, Split>();
  for (const { evidence, to } of changes.placements) {
    const from = evidence.customer;
    if (from === null || to === null || from === to || !dissolved.has(from) || !made.has(to)) continue;
    if (finalId(changes, from) === finalId(changes, to)) continue;
    const isParted = changes.homes.has(nodeOf(evidence.type, evidence.key));
    splits.set(`${from} ${to}`, {
      id: newId('spl'),
      from: finalId(changes, from),
      into: finalId(changes, to),
      cause: cause ?? (isParted ? 'LIMIT' : 'FACTS_CHANGED'),
    });
  }
  return [...splits.values()];
}

/** Facts that came, changed, or went elsewhere. */
function changedFacts(evidence: readonly Evidence[], { placements }: Changes): ChangedFact[] {
  const moved = placements.map((placement) => placement.evidence);
  const facts = [...evidence.filter((fact) => fact.changed), ...moved];
  return [...new Map(facts.map(({ type, key }) => [nodeOf(type, key), { type, key }])).values()];
}

function livingOf(
  touched: ReadonlyMap<string, number>,
  merges: readonly Merge[],
  retired: readonly string[],
): string[] {
  const gone = new Set([...merges.map(({ loser }) => loser), ...retired]);
  return [...touched.keys()].filter((id) => !gone.has(id)).sort();
}

/** The customers that limits kept apart, once the batch is written. */
function refusedPairs(refusals: readonly Refusal[], changes: Changes): RefusedPair[] {
  const homeOf = (node: string) => finalId(changes, changes.homes.get(node) as string);
  return refusals
    .map(({ reason, key, one, other }) => ({
      reason,
      key,
      one: homeOf(one),
      other: homeOf(other),
      oneFact: one,
      otherFact: other,
    }))
    .filter((pair) => pair.one !== pair.other);
}

/** The weak identifiers of facts that were anonymous before and are no more: they carry the less. */
function weakKeysLeft(evidence: readonly Evidence[], units: readonly AnonymousUnit[]): string[] {
  const before = evidence.filter((fact) => fact.anonymous);
  if (before.length === 0) return [];
  const still = new Set(units.flatMap((unit) => unit.evidence));
  return before.filter((fact) => !still.has(fact)).flatMap((fact) => fact.weakKeys);
}

const customersOn = (states: Iterable<WeakIdentifierState>): string[] =>
  [...states].flatMap((state) => [...state.known, ...(state.owner === null ? [] : [state.owner])]);

/**
 * Decides which customer every fact belongs to, and writes that: customers created and merged, stored facts placed,
 * identifiers pointed. New facts are left to the caller, who creates them where `placements` says. All within the caller's
 * transaction; the number of statements does not depend on the number of facts.
 */
export async function stitch(transaction: Transaction, input: StitchInput): Promise<StitchOutcome> {
  const { claimed, now } = input;
  const met = input.met ?? noneMet();
  const touched = [
    ...[...claimed.pointers.values()].flat(),
    ...input.evidence.flatMap((fact) => fact.customer ?? []),
    ...customersOn(claimed.weak.values()),
  ];
  await meetCustomers(transaction, touched, met);
  const { groups, evidence, dissolved, refusals, shared, decidedFacts } = await decideGroups(transaction, input, met);
  const states = new Map(claimed.weak);
  const gatheredKeys = new Set(evidence.flatMap((fact) => fact.weakKeys).filter((key) => !states.has(key)));
  for (const [key, state] of await readWeakIdentifiers(transaction, [...gatheredKeys])) states.set(key, state);
  await meetCustomers(transaction, customersOn(states.values()), met);
  // Of a dissolved customer nothing is left but its facts: without a strong identifier among them nobody knows who it is.
  for (const { strongKeys, customers } of groups)
    if (strongKeys.length === 0)
      for (const customer of customers) if (dissolved.has(customer)) met.known.set(customer, false);
  const changes = noChanges();
  changes.revived.push(...(input.revived ?? []));
  const units = assignKnown(groups, { pointers: claimed.pointers, dissolved, met }, changes);
  await clearPossibleMatches(transaction, [...dissolved]);
  await markShared(transaction, shared);

  const moving = [...changes.merges.values()].flatMap((merge) => [merge.loser, merge.survivor]).concat([...dissolved]);
  if (moving.length > 0)
    for (const [key, state] of await readWeakIdentifiersOf(transaction, moving)) states.set(key, state);
  const decided = new Set(evidence.map((fact) => nodeOf(fact.type, fact.key)));
  const reopened = new Set([...(input.reopened ?? []), ...weakKeysLeft(evidence, units)]);
  const carriers = await assignAnonymous(transaction, { units, states, decided, dissolved, met, reopened }, changes);

  const pointers = await changePointers(transaction, claimed, dissolved, changes);
  await createCustomers(transaction, changes.created, now);
  await reviveCustomers(transaction, changes.revived, { actor: null, reason: null, ...input.stamp, now });
  await writePointers(transaction, pointers.removed, []);
  const fresh = changes.placements.filter((placement) => !placement.evidence.stored);
  await writePlacements(
    transaction,
    changes.placements.filter((placement) => placement.evidence.stored),
  );
  const retired = await mergeEmptied(transaction, changes, now);
  const merges = [...changes.merges.values()].map((merge) => ({
    ...merge,
    survivor: finalId(changes, merge.loser),
    cause: input.cause ?? merge.cause,
    mergeId: newId('mrg'),
    decisionId: input.decisionId ?? null,
  }));
  await mergeCustomers(transaction, merges, now);
  await writePointers(
    transaction,
    [],
    pointers.added.map(({ key, customer }) => ({ key, customer: finalId(changes, customer) })),
  );
  await writeCarriers(
    transaction,
    carriers.keys,
    carriers.rows.map(({ key, customer }) => ({ key, customer: finalId(changes, customer) })),
  );
  const splits = splitsOf(changes, dissolved, input.cause);
  await noteSplits(transaction, splits, now);
  const refused = refusedPairs(refusals, changes);
  await notePossibleMatches(transaction, refused);
  const homes = decidedFacts.flatMap((node) => changes.homes.get(node) ?? []);
  await contestCustomers(transaction, [...new Set(homes.map((id) => finalId(changes, id)))]);
  const ofEvidence = input.evidence.flatMap((fact) => fact.weakKeys);
  const weakKeys = new Set([...states.keys(), ...ofEvidence, ...(input.reopened ?? [])]);
  await syncDevices(transaction, [...weakKeys].sort());

  const rebuilt = [...dissolved, ...changes.revived, ...merges.map((merge) => merge.survivor)];
  const living = (ids: Iterable<string>) => new Set([...ids, ...rebuilt].map((id) => finalId(changes, id)));
  const repointed = [...pointers.removed, ...pointers.added].map(({ customer }) => customer);
  const regrouped = living([...changes.regrouped, ...repointed]);
  const recordsAffected = living(changes.recordsAffected);
  const customers = touchedCustomers({
    ...{ evidence: input.evidence, changes, dissolved, repointed, counted: regrouped, portrayed: recordsAffected },
    customersOn: (key) => customersOn(states.has(key) ? [states.get(key) as WeakIdentifierState] : []),
  });
  const stray = hasStray({ changes, evidence: input.evidence });
  await leaveTrace(transaction, { customers, catalogue: stray ? ['stray'] : [] }, now);
  return {
    customersCreated: changes.created.length,
    customersMerged: merges.length,
    regrouped,
    recordsAffected,
    merges,
    refused,
    shared,
    changes: {
      customers,
      living: livingOf(customers, merges, retired),
      facts: changedFacts(evidence, changes),
      ...{ merges, splits, revived: changes.revived, retired },
    },
    placements: new Map(fresh.map((placement) => [nodeOf(placement.evidence.type, placement.evidence.key), placement])),
  };
}
