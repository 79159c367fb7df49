import type { Transaction } from '../../platform/neo4j/database.ts';
import type { Derivation } from '../changes/derivations.ts';
import type { StitchOutcome } from '../identity/stitch.ts';
import { countFigures } from './figures.store.ts';
import { writeGoldenRecords } from './golden.store.ts';

/** Brings customers up to date once it is settled, and written, which facts are theirs: figures, golden records, what is derived of them. */
export async function settleCustomers(
  transaction: Transaction,
  { regrouped, recordsAffected, changes }: Pick<StitchOutcome, 'regrouped' | 'recordsAffected' | 'changes'>,
  derivations: readonly Derivation[],
  now: Date,
): Promise<void> {
  await countFigures(transaction, [...regrouped].sort(), now);
  await writeGoldenRecords(transaction, [...recordsAffected].sort());
  if (changes.customers.size === 0 && changes.facts.length === 0) return;
  for (const derive of derivations) await derive(transaction, changes, now);
}
