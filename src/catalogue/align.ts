/** One result for every key asked for, in that order; null where nothing was found. A repeated key gets the same result again. */
export function align<K, R>(keys: readonly K[], found: ReadonlyMap<K, R>): (R | null)[] {
  return keys.map((key) => found.get(key) ?? null);
}

/** One list for every key asked for, in that order; a new empty list where nothing was found. */
export function alignLists<K, R>(keys: readonly K[], found: ReadonlyMap<K, readonly R[]>): R[][] {
  return keys.map((key) => [...(found.get(key) ?? [])]);
}

/** The different keys among those given: what a statement is asked for. */
export function distinct<K>(keys: readonly K[]): K[] {
  return [...new Set(keys)];
}

/** The items under their keys, in the order in which each was met. */
export function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
