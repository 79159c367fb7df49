import type { Fault } from '../records/check-record.ts';
import type { Fact } from '../records/facts.ts';
import { BEGINNING } from '../records/prepare-context.ts';

/** The version of a record that the graph holds; contentHash null: only its key is known (a placeholder). */
export interface StoredVersion {
  readonly contentHash: string | null;
  readonly version: Date | null;
}

export interface Choice<T extends Fact> {
  /** For each key whose content changes, the version to write. */
  readonly winners: ReadonlyMap<string, T>;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly warnings: readonly (Fault & { readonly index: number })[];
}

/** The newer of two contents; at the same time the greater hash, so that the order of arrival has no say. */
function isNewer(fact: Fact, stored: StoredVersion): boolean {
  const difference = fact.version.getTime() - (stored.version ?? BEGINNING).getTime();
  return difference > 0 || (difference === 0 && fact.contentHash > (stored.contentHash ?? ''));
}

/** What to tell of content that was not taken because another of the same time stands; null for plainly older content. */
function explain(fact: Fact, stored: StoredVersion): (Fault & { index: number }) | null {
  const { index, type, key } = fact;
  const path = [type];
  if (type === 'event' && fact.isPoints) {
    const message = `Movements of points never change: ${key} is kept as it was first sent. Send another one that corrects it.`;
    return { index, code: 'POINTS_CHANGED', message, path: ['points'] };
  }
  if (type === 'event')
    return { index, code: 'EVENT_CHANGED', message: `Events never change: ${key} is kept as it was first sent.`, path };
  if (fact.version.getTime() !== (stored.version ?? BEGINNING).getTime()) return null;
  const message = `Another content of ${type} ${key} with the same time is kept. Send a newer updatedAt or observedAt to replace it.`;
  return { index, code: 'SAME_TIME_OTHER_CONTENT', message, path };
}

/**
 * Decides for records of one type, in the order they came, which content stands.
 * @param stored what the graph holds, by key
 */
export function chooseVersions<T extends Fact>(
  facts: readonly T[],
  stored: ReadonlyMap<string, StoredVersion>,
): Choice<T> {
  const current = new Map<string, StoredVersion>();
  const winners = new Map<string, T>();
  const warnings: (Fault & { index: number })[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const fact of facts) {
    const standing = current.get(fact.key) ?? stored.get(fact.key);
    if (standing == null || standing.contentHash === null) counts.created += 1;
    else if (standing.contentHash === fact.contentHash) {
      counts.unchanged += 1;
      continue;
    } else if (fact.type !== 'event' && isNewer(fact, standing)) counts.updated += 1;
    else {
      counts.unchanged += 1;
      const warning = explain(fact, standing);
      if (warning) warnings.push(warning);
      continue;
    }
    current.set(fact.key, fact);
    winners.set(fact.key, fact);
  }
  return { winners, ...counts, warnings };
}
