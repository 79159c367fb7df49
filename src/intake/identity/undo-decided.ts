import type { Transaction } from '../../platform/neo4j/database.ts';
import { readDecidedMerges } from './customers.store.ts';
import { nodeOf } from './evidence.ts';

/** Ids that live again, and the facts, by `nodeOf`, with which they and their survivors go on. */
export interface OldIds {
  readonly revived: readonly string[];
  readonly heirs: ReadonlyMap<string, string>;
}

/** The ids that a decision merged away: when it is taken back they live again. */
export async function readOldIds(
  transaction: Transaction,
  decisionId: string,
  customers: readonly string[],
): Promise<OldIds> {
  const heirs = new Map<string, string>();
  const revived: string[] = [];
  for (const merge of await readDecidedMerges(transaction, decisionId, customers)) {
    if (merge.loserRecord === null || merge.survivorRecord === null) continue;
    heirs.set(merge.survivor, nodeOf('customer', merge.survivorRecord));
    heirs.set(merge.loser, nodeOf('customer', merge.loserRecord));
    revived.push(merge.loser);
  }
  return { revived, heirs };
}
