import { newId } from '../../platform/ids.ts';
import type { Transaction } from '../../platform/neo4j/database.ts';
import { assignAnonymous } from './assign-anonymous.ts';
import { assignKnown, type Changes, finalId, noChanges } from './assign-known.ts';
import {
  createCustomers,
  findEmptied,
  lockCustomers,
  type MergeEntry,
  mergeCustomers,
  reviveCustomers,
} from './customers.store.ts';
import { readEvidenceOf, writePlacements } from './evidence.store.ts';
import { type Evidence, type Merge, nodeOf, type Placement } from './evidence.ts';
import {
  type ClaimedIdentifiers,
  readIdentifiersOf,
  readWeakIdentifiersOf,
  syncDevices,
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
  /** Living customers whose facts changed: their figures are to be counted again. */
  readonly affected: ReadonlySet<string>;
  /** Those of them whose source records changed: their golden record is to be decided again. */
  readonly recordsAffected: ReadonlySet<string>;
  /** Where the facts belong whose nodes are yet to be created, by `nodeOf`. */
  readonly placements: ReadonlyMap<string, Placement>;
}

/** Adds every fact of the dissolved customers to what is decided; the batch's own version of a fact counts. */
async function gatherEvidence(transaction: Transaction, input: StitchInput): Promise<Evidence[]> {
  if (input.dissolved.size === 0) return [...input.evidence];
  const decided = new Set(input.evidence.map((fact) => nodeOf(fact.type, fact.key)));
  const held = await readEvidenceOf(transaction, [...input.dissolved]);
  return [...input.evidence, ...held.filter((fact) => !fact.anonymous && !decided.has(nodeOf(fact.type, fact.key)))];
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

const describe = (merge: Merge): MergeEntry => {
  const cause = merge.via === '' ? 'the same facts' : `${merge.because.split(':')[0]} record shares ${merge.via}`;
  return { ...merge, mergeId: newId('mrg'), cause };
};

/** Customers left without any fact go on in the customer that took their facts. */
async function mergeEmptied(transaction: Transaction, changes: Changes): Promise<void> {
  const left = new Map<string, Merge>();
  for (const { evidence, to } of changes.placements) {
    const from = evidence.customer;
    if (from === null || to === null || from === to || changes.merges.has(from)) continue;
    left.set(from, {
      loser: from,
      survivor: to,
      via: evidence.strongKeys[0] ?? '',
      because: nodeOf(evidence.type, evidence.key),
    });
  }
  for (const { to } of changes.placements) if (to !== null) left.delete(to);
  for (const id of await findEmptied(transaction, [...left.keys()])) changes.merges.set(id, left.get(id) as Merge);
}

/**
 * Decides which customer every fact belongs to, and writes that: customers created and merged, stored facts placed,
 * identifiers pointed. New facts are left to the caller, who creates them where `placements` says. All within the caller's transaction; the number of statements does not depend on the number of facts.
 */
export async function stitch(transaction: Transaction, input: StitchInput): Promise<StitchOutcome> {
  const { claimed, dissolved, now } = input;
  const weakStates = [...claimed.weak.values()];
  const met = [
    ...claimed.pointers.values(),
    ...input.evidence.flatMap((fact) => fact.customer ?? []),
    ...weakStates.flatMap((state) => [...state.known, ...(state.owner === null ? [] : [state.owner])]),
  ];
  const known = await lockCustomers(transaction, met);
  const evidence = await gatherEvidence(transaction, input);
  const groups = resolveGroups({ evidence, pointers: claimed.pointers, dissolved });
  const changes = noChanges();
  const units = assignKnown(groups, claimed.pointers, (customer) => known.get(customer) === true, changes);

  const moving = [...changes.merges.values()].flatMap((merge) => [merge.loser, merge.survivor]).concat([...dissolved]);
  const states = new Map(claimed.weak);
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
  const merges = [...changes.merges.values()].map((merge) =>
    describe({ ...merge, survivor: finalId(changes, merge.loser) }),
  );
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

  const regrouped = [...dissolved, ...changes.revived, ...merges.map((merge) => merge.survivor)];
  const living = (ids: Iterable<string>) => new Set([...ids, ...regrouped].map((id) => finalId(changes, id)));
  return {
    customersCreated: changes.created.length,
    customersMerged: merges.length,
    affected: living(changes.affected),
    recordsAffected: living(changes.recordsAffected),
    placements: new Map(fresh.map((placement) => [nodeOf(placement.evidence.type, placement.evidence.key), placement])),
  };
}
