import type { Transaction } from '../../../platform/neo4j/database.ts';
import { holds } from '../../compiler/evaluate.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import { readTouched } from './facts.store.ts';
import type { LiveSegment } from './live-segments.ts';
import type { ChangeCause, Movement } from './members.store.ts';
import { mergeReads, readsNothing } from './reads.ts';
import { findDifference, findSelected } from './selected.store.ts';
import type { Task } from './tasks.ts';

/** Who entered and who left, segment after segment, each after those that it names. */
export async function findMovements(
  transaction: Transaction,
  tasks: readonly Task[],
  compile: CompileSelection,
  now: Date,
): Promise<Movement[]> {
  const single = tasks.filter(({ whole, customers }) => whole === null && customers.size > 0);
  const judged = await judge(transaction, single, now);
  const movements: Movement[] = [];
  for (const { segment, whole, customers } of tasks) {
    const { rule, segments, row } = segment;
    if (whole !== null) {
      const { entered, left } = await findDifference(
        transaction,
        row.id,
        compile.now(rule, { asOf: now, segments, anyCost: true }),
      );
      const isNew = whole === 'PUBLISHED' || whole === 'RULE';
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
  return movements;
}

interface Verdict {
  /** Who is stored as a member. */
  readonly inside: ReadonlySet<string>;
  /** Whom the rule selects; null where the graph must be asked. */
  readonly selected: ReadonlySet<string> | null;
}

/** Reads all customers in question once, with all that any of the segments reads of them, and judges them in memory. */
async function judge(transaction: Transaction, tasks: readonly Task[], now: Date): Promise<Map<LiveSegment, Verdict>> {
  if (tasks.length === 0) return new Map();
  const ids = [...new Set(tasks.flatMap(({ customers }) => [...customers.keys()]))].sort();
  const reads = readsNothing('customer');
  for (const { segment } of tasks) if (segment.judged) mergeReads(reads, segment.reads);
  const found = new Map((await readTouched(transaction, ids, reads)).map((customer) => [customer.id, customer]));
  return new Map(
    tasks.map(({ segment, customers }): [LiveSegment, Verdict] => {
      const present = [...customers.keys()].flatMap((id) => found.get(id) ?? []);
      const inside = new Set(present.filter((one) => one.inside.has(segment.row.id)).map(({ id }) => id));
      if (!segment.judged) return [segment, { inside, selected: null }];
      const condition = segment.conditionAt(now);
      const selected = present.filter(({ facts }) => facts !== null && holds(condition, facts)).map(({ id }) => id);
      return [segment, { inside, selected: new Set(selected) }];
    }),
  );
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
