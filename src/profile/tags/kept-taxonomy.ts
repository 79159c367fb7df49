import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { readStoredTags, type StoredTags } from './definitions.store.ts';

/** Gives what the graph knows of tags. */
export type ReadTaxonomy = () => Promise<StoredTags>;

// Also how late this process hears of a tag that another one declared.
const KEPT_FOR_MS = 1_000;

/**
 * Reads what the graph knows of tags once for many questions. It is read anew whenever this process wrote anything since, and
 * after a second: what others wrote is known by then.
 */
export function keepTaxonomy(database: Database, clock: Clock): ReadTaxonomy {
  let kept: { readonly at: number; readonly writes: number; readonly tags: StoredTags } | null = null;
  return async () => {
    const [at, writes] = [clock.now().getTime(), database.writesSoFar()];
    if (kept !== null && kept.writes === writes && Math.abs(at - kept.at) < KEPT_FOR_MS) return kept.tags;
    const tags = await readStoredTags(database.read);
    kept = { at, writes, tags };
    return tags;
  };
}
