import type { Transaction } from '../../../platform/neo4j/database.ts';
import { blockingKeys, isCounted, MOST_IN_BLOCK } from './blocking-keys.ts';
import { changeKeys, markMembersOf, takeKeysDue } from './match-keys.store.ts';
import { type FeatureRules, readFeatures } from './read-features.ts';
import { frequencyClass } from './weigh-comparison.ts';

/**
 * Finds the blocks of some customers' records anew. Everybody whose scores that changes is marked: these customers, and those
 * in blocks that became more or less frequent, or too large or small enough to be compared.
 */
export async function updateKeys(transaction: Transaction, ids: readonly string[], rules: FeatureRules): Promise<void> {
  const records = await takeKeysDue(transaction, ids);
  const changes = records.map((record) => {
    const wanted = blockingKeys(readFeatures(record, rules));
    const of = (key: string) => ({ record: record.key, key });
    return {
      added: wanted.filter((key) => !record.keys.includes(key)).map(of),
      removed: record.keys.filter((key) => !wanted.includes(key)).map(of),
    };
  });
  const resized = await changeKeys(
    transaction,
    changes.flatMap(({ added }) => added),
    changes.flatMap(({ removed }) => removed),
  );
  const moved = resized.filter(
    ({ key, before, after }) =>
      before <= MOST_IN_BLOCK !== after <= MOST_IN_BLOCK ||
      (isCounted(key) && frequencyClass(before) !== frequencyClass(after)),
  );
  await markMembersOf(
    transaction,
    moved.map(({ key }) => key),
  );
}
