import type { Transaction } from '../../platform/neo4j/database.ts';
import { noPeriods } from '../identity/owner-periods.ts';
import { type StitchCause, type StitchOutcome, stitch } from '../identity/stitch.ts';
import { settleCustomers } from '../load/settle-customers.ts';
import { carryNothingOn, removeUnnamedIdentifiers, writeShared } from './claim-again.store.ts';
import { type Closure, gatherClosure, type RestitchRules, type Start } from './gather-closure.ts';
import { rewriteFacts } from './statements.store.ts';

/** What was decided anew. */
export interface Restitched {
  readonly closure: Closure;
  readonly outcome: StitchOutcome;
}

/**
 * Decides anew who is who among all that hangs together with some customers or facts, under the rules at hand: identifiers
 * are made anew out of what facts stated, then the facts go through the very same stitching as those of an import. Done again
 * it changes nothing.
 */
export async function restitch(
  transaction: Transaction,
  start: Start,
  rules: RestitchRules,
  cause: StitchCause,
  now: Date,
): Promise<Restitched> {
  const closure = await gatherClosure(transaction, start, rules);
  const facts = [...closure.facts.values()];
  const changed = facts.filter(({ evidence }) => evidence.changed);
  await rewriteFacts(
    transaction,
    facts.filter(({ differs }) => differs),
  );
  // Whether a value is shared is found anew, of those of which not everybody is here it was just found.
  const gained = changed.flatMap(({ evidence }) => evidence.weakKeys);
  const unknown = [...closure.keys, ...gained].filter((key) => !closure.shared.has(key));
  await writeShared(transaction, unknown, false);
  await writeShared(transaction, closure.shared, true);
  await carryNothingOn(transaction, closure.keys);
  const outcome = await stitch(transaction, {
    evidence: facts.map(({ evidence }) => evidence).filter((fact) => fact.changed || !fact.anonymous),
    met: closure.met,
    claimed: {
      pointers: new Map(closure.pointers),
      shared: new Set(closure.shared),
      weak: new Map(),
      periods: noPeriods,
    },
    dissolved: closure.customers,
    reopened: new Set(changed.flatMap(({ evidence, stored }) => [...evidence.weakKeys, ...stored.weakKeys])),
    readKey: rules.readKey,
    cause,
    now,
  });
  await removeUnnamedIdentifiers(transaction, changed);
  await settleCustomers(transaction, outcome, rules.derivations, now);
  return { closure, outcome };
}
