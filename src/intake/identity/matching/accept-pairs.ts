import type { Transaction } from '../../../platform/neo4j/database.ts';
import type { ReadLinkKey } from '../linking/link-limits.ts';
import { groupOf, type LinkedGroup, refuseAlike } from '../linking/linked-group.ts';
import type { AlikePair } from './alike-pairs.store.ts';
import { readAcceptBars } from './rule-ties.store.ts';

/** Customers that the rules may join: nobody decided of them otherwise, and no limit stands against it. */
export async function findAcceptable(
  transaction: Transaction,
  pairs: readonly AlikePair[],
  readKey: ReadLinkKey,
): Promise<AlikePair[]> {
  const bars = await readAcceptBars(transaction, pairs);
  const barOf = new Map(bars.map((bar) => [`${bar.one} ${bar.other}`, bar]));
  // When the values were seen is left out: what a window would allow is left to people.
  const groupWith = (strongKeys: readonly string[]): LinkedGroup =>
    groupOf({ node: '', strongKeys, seenAt: new Date(0), name: null, isRecord: true }, readKey, []);
  return pairs.filter(({ one, other }) => {
    const bar = barOf.get(`${one} ${other}`);
    return bar && !bar.decided && !refuseAlike(groupWith(bar.oneKeys), groupWith(bar.otherKeys), readKey);
  });
}
