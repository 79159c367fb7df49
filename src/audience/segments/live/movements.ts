import type { Transaction } from '../../../platform/neo4j/database.ts';
import { testOf } from '../../compiler/evaluate/holds.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import { readTouched, type TouchedCustomer } from './facts.store.ts';
import { type LiveSegment, readsOf } from './live-segments.ts';
import type { KnownCustomers } from './look.store.ts';
import type { ChangeCause, Movement } from './members.store.ts';
import { findDifference, findSelected } from './selected.store.ts';
import type { Task } from './tasks.ts';

/** What one step moves. */
export interface Movements {
  readonly movements: readonly Movement[];
  /** New segments that are left for the next step. */
  readonly postponed: ReadonlySet<LiveSegment>;
}

/** What movements are found by. */
export interface MovementSettings {
  readonly compile: CompileSelection;
  readonly now: Date;
  readonly mostByNewRules: number;
}

/**
 * Who entered and who left, segment after segment, each after those that it names. New rules move everyone at once: when those done
 * have moved so many, the others are left, as one transaction must fit into memory.
 */
export async function findMovements(
  transaction: Transaction,
  tasks: readonly Task[],
  known: KnownCustomers,
  { compile, now, mostByNewRules }: MovementSettings,
): Promise<Movements> {
  const single = tasks.filter(({ whole, customers }) => whole === null && customers.size > 0);
  const judged = await judge(transaction, single, known, now);
  const movements: Movement[] = [];
  const postponed = new Set<LiveSegment>();
  let movedByNewRules = 0;
  for (const { segment, whole, customers } of tasks) {
    const { rule, segments, row } = segment;
    const isNew = whole === 'PUBLISHED' || whole === 'RULE';
    if (isNew && movedByNewRules >= mostByNewRules) {
      postponed.add(segment);
      continue;
    }
    if (whole !== null) {
      const { entered, left } = await findDifference(
        transaction,
        row.id,
        compile.now(rule, { asOf: now, segments, anyCost: true }),
      );
      if (isNew) movedByNewRules += entered.length + left.length;
      const causeOf = (id: string) => (isNew ? whole : (customers.get(id) ?? whole));
      movements.push(...moved(row, entered, left, causeOf));
      continue;
    }
    const verdict = judged.get(segment);
    if (!verdict) continue;
    const { inside, selected } = verdict;
    const chosen =
      selected ??
      (await findSelected(
        transaction,
        [...customers.keys()],
        compile.now(rule, { asOf: now, segments, restrictToIds: true }),
      ));
    const entered = [...customers.keys()].filter((id) => chosen.has(id) && !inside.has(id));
    const left = [...customers.keys()].filter((id) => !chosen.has(id) && inside.has(id));
    movements.push(...moved(row, entered, left, (id) => customers.get(id) as ChangeCause));
  }
  return { movements, postponed };
}

interface Verdict {
  /** Who is stored as a member. */
  readonly inside: ReadonlySet<string>;
  /** Whom the rule selects; null where the graph must be asked. */
  readonly selected: ReadonlySet<string> | null;
}

/** Reads all customers in question that are not at hand, with all that any of the segments reads of them, and judges them in memory. */
async function judge(
  transaction: Transaction,
  tasks: readonly Task[],
  known: KnownCustomers,
  now: Date,
): Promise<Map<LiveSegment, Verdict>> {
  if (tasks.length === 0) return new Map();
  const ids = [...new Set(tasks.flatMap(({ customers }) => [...customers.keys()]))].sort();
  const missing = ids.filter((id) => !known.looked.has(id));
  const segments = tasks.map(({ segment }) => segment);
  const read = missing.length > 0 ? await readTouched(transaction, missing, readsOf(segments)) : [];
  const found = new Map([...known.customers, ...read].map((customer) => [customer.id, customer]));
  return new Map(tasks.map(({ segment, customers }) => [segment, verdictOn(segment, customers.keys(), found, now)]));
}

function verdictOn(
  segment: LiveSegment,
  ids: Iterable<string>,
  found: ReadonlyMap<string, TouchedCustomer>,
  now: Date,
): Verdict {
  const holds = segment.judged ? testOf(segment.condition) : null;
  const inside = new Set<string>();
  const selected = new Set<string>();
  for (const id of ids) {
    const customer = found.get(id);
    if (customer?.inside.has(segment.row.id)) inside.add(id);
    if (holds && customer?.facts && holds(customer.facts, now)) selected.add(id);
  }
  return { inside, selected: holds && selected };
}

/** One movement for each kind and cause, customers by id. */
function moved(
  segment: Movement['segment'],
  entered: readonly string[],
  left: readonly string[],
  causeOf: (id: string) => ChangeCause,
): Movement[] {
  const movements = new Map<string, Movement & { customers: string[] }>();
  for (const [kind, ids] of [
    ['LEFT', left],
    ['ENTERED', entered],
  ] as const)
    for (const id of [...ids].sort()) {
      const cause = causeOf(id);
      const key = `${kind} ${cause}`;
      const movement = movements.get(key) ?? { segment, kind, cause, customers: [] };
      movement.customers.push(id);
      movements.set(key, movement);
    }
  return [...movements.values()];
}
