import { newId } from '../../platform/ids.ts';
import type { Transaction } from '../../platform/neo4j/database.ts';
import { assignAnonymous } from './assign-anonymous.ts';
import { assignKnown, type Changes, finalId, noChanges } from './assign-known.ts';
import {
  createCustomers,
  findEmptied,
  lockCustomers,
  meetCustomers,
  mergeCustomers,
  reviveCustomers,
} from './customers.store.ts';
import { readEvidenceOf, readFamilies, writePlacements } from './evidence.store.ts';
import { type Evidence, type Merge, nodeOf, type Placement } from './evidence.ts';
import {
  type ClaimedIdentifiers,
  readIdentifiersOf,
  readWeakIdentifiers,
  readWeakIdentifiersOf,
  syncDevices,
  type WeakIdentifierState,
  writeCarriers,
  writePointers,
} from './identifiers.store.ts';
import { resolveGroups } from './resolve.ts';

export interface StitchInput {
  /** New facts, and facts whose identifiers changed, as they are from now on. */
  readonly evidence: readonly Evidence[];
  readonly claimed: ClaimedIdentifiers;
  /** Customers that lose a tie: all their facts are decided anew. */
  readonly dissolved: ReadonlySet<string>;
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
}

/**
 * Source records of nobody known that a weak identifier carries, now or before: the facts that refer to such a record go
 * where it goes.
 */
function carriedRecords(evidence: Iterable<Evidence>, known: ReadonlyMap<string, boolean>): string[] {
  const facts = [...evidence];
  const carried = new Set(facts.filter((fact) => fact.weakKeys.length > 0).map((fact) => fact.recordKey ?? fact.key));
  return facts
    .filter(({ type, key, anonymous, customer }) => {
      const ofNobodyKnown = customer !== null && known.get(customer) === false;
      return type === 'customer' && (anonymous || (ofNobodyKnown && carried.has(key)));
    })
    .map((record) => record.key);
}

/**
 * Adds what must be decided with the batch: every fact of the dissolved customers, and the facts that refer to a carried
 * source record. The batch's own version of a fact counts.
 */
async function gatherEvidence(
  transaction: Transaction,
  input: StitchInput,
  known: ReadonlyMap<string, boolean>,
): Promise<Evidence[]> {
  const gathered = new Map(input.evidence.map((fact) => [nodeOf(fact.type, fact.key), fact]));
  const add = (facts: readonly Evidence[]) => {
    for (const fact of facts) {
      const node = nodeOf(fact.type, fact.key);
      if (!gathered.has(node)) gathered.set(node, fact);
    }
  };
  if (input.dissolved.size > 0) {
    const held = await readEvidenceOf(transaction, [...input.dissolved]);
    add(held.filter((fact) => !fact.anonymous));
  }
  add(await readFamilies(transaction, carriedRecords(gathered.values(), known)));
  return [...gathered.values()];
}

/** Identifier pairs to take away and to add, so that exactly the needed ones hold. */
async function changePointers(transaction: Transaction, input: StitchInput, changes: Changes) {
  const present = new Set<string>();
  const note = (key: string, customer: string) => present.add(`${key} ${finalId(changes, customer)}`);
  for (const [key, customer] of input.claimed.pointers) if (!input.dissolved.has(customer)) note(key, customer);
  for (const [key, state] of input.claimed.weak)
    for (const customer of state.known) if (!input.dissolved.has(customer)) note(key, customer);
  const held = input.dissolved.size > 0 ? await readIdentifiersOf(transaction, [...input.dissolved]) : [];
  const removed = held.filter(({ key, customer }) => !changes.needed.has(`${key} ${finalId(changes, customer)}`));
  for (const { key, customer } of held) note(key, customer);
  const added = [...changes.needed.entries()].filter(([pair]) => !present.has(pair)).map(([, change]) => change);
  return { removed, added };
}

/** Customers left without any fact go on in the customer that took their facts. */
async function mergeEmptied(transaction: Transaction, changes: Changes): Promise<void> {
  const left = new Map<string, Merge>();
  for (const { evidence, to } of changes.placements) {
    const from = evidence.customer;
    if (from === null || to === null || from === to || changes.merges.has(from)) continue;
    left.set(from, {
      loser: from,
      survivor: to,
      cause: 'FACTS_MOVED',
      via: evidence.strongKeys[0] ?? '',
      because: nodeOf(evidence.type, evidence.key),
    });
  }
  for (const { to } of changes.placements) if (to !== null) left.delete(to);
  for (const id of await findEmptied(transaction, [...left.keys()])) changes.merges.set(id, left.get(id) as Merge);
}

const customersOn = (states: Iterable<WeakIdentifierState>): string[] =>
  [...states].flatMap((state) => [...state.known, ...(state.owner === null ? [] : [state.owner])]);

/**
 * Decides which customer every fact belongs to, and writes that: customers created and merged, stored facts placed,
 * identifiers pointed. New facts are left to the caller, who creates them where `placements` says. All within the caller's
 * transaction; the number of statements does not depend on the number of facts.
 */
export async function stitch(transaction: Transaction, input: StitchInput): Promise<StitchOutcome> {
  const { claimed, dissolved, now } = input;
  const met = [
    ...claimed.pointers.values(),
    ...input.evidence.flatMap((fact) => fact.customer ?? []),
    ...customersOn(claimed.weak.values()),
  ];
  const known = await lockCustomers(transaction, met);
  const evidence = await gatherEvidence(transaction, input, known);
  const states = new Map(claimed.weak);
  const gatheredKeys = new Set(evidence.flatMap((fact) => fact.weakKeys).filter((key) => !states.has(key)));
  for (const [key, state] of await readWeakIdentifiers(transaction, [...gatheredKeys])) states.set(key, state);
  const unmet = [...evidence.flatMap((fact) => fact.customer ?? []), ...customersOn(states.values())];
  await meetCustomers(transaction, unmet, known);
  const groups = resolveGroups({ evidence, pointers: claimed.pointers, dissolved });
  const changes = noChanges();
  const units = assignKnown(groups, claimed.pointers, (customer) => known.get(customer) === true, changes);

  const moving = [...changes.merges.values()].flatMap((merge) => [merge.loser, merge.survivor]).concat([...dissolved]);
  if (moving.length > 0)
    for (const [key, state] of await readWeakIdentifiersOf(transaction, moving)) states.set(key, state);
  const decided = new Set(evidence.map((fact) => nodeOf(fact.type, fact.key)));
  const carriers = await assignAnonymous(transaction, { units, states, decided, dissolved, known }, changes);

  const pointers = await changePointers(transaction, input, changes);
  await createCustomers(transaction, changes.created, now);
  await reviveCustomers(transaction, changes.revived, now);
  await writePointers(transaction, pointers.removed, []);
  const fresh = changes.placements.filter((placement) => !placement.evidence.stored);
  await writePlacements(
    transaction,
    changes.placements.filter((placement) => placement.evidence.stored),
  );
  await mergeEmptied(transaction, changes);
  const merges = [...changes.merges.values()].map((merge) => ({
    ...merge,
    survivor: finalId(changes, merge.loser),
    mergeId: newId('mrg'),
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
  const weakKeys = new Set([...states.keys(), ...input.evidence.flatMap((fact) => fact.weakKeys)]);
  await syncDevices(transaction, [...weakKeys].sort());

  const rebuilt = [...dissolved, ...changes.revived, ...merges.map((merge) => merge.survivor)];
  const living = (ids: Iterable<string>) => new Set([...ids, ...rebuilt].map((id) => finalId(changes, id)));
  const repointed = [...pointers.removed, ...pointers.added].map(({ customer }) => customer);
  return {
    customersCreated: changes.created.length,
    customersMerged: merges.length,
    regrouped: living([...changes.regrouped, ...repointed]),
    recordsAffected: living(changes.recordsAffected),
    placements: new Map(fresh.map((placement) => [nodeOf(placement.evidence.type, placement.evidence.key), placement])),
  };
}
