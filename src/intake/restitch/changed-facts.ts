import { nodeOf } from '../identity/evidence.ts';
import type { Start } from './gather-closure.ts';
import type { FactName, SettledFact } from './restate.ts';

/** Facts whose identifiers are to be others than the graph has, by the identifiers that they gain or no longer come on. */
export interface ChangedFacts {
  readonly size: number;
  add(fact: SettledFact): void;
  /** Those on some identifiers. */
  on(keys: readonly string[]): Start;
}

/** Remembers changed facts in memory: for each its customer, or its name where it is nobody's. */
export function rememberChanged(): ChangedFacts {
  const customers = new Map<string, Set<string>>();
  const loose = new Map<string, Map<string, FactName>>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add({ evidence, stored }) {
      size += 1;
      const { type, key, customer, strongKeys, weakKeys } = evidence;
      for (const on of new Set([...strongKeys, ...weakKeys, ...stored.weakKeys])) {
        if (customer !== null) customers.set(on, (customers.get(on) ?? new Set()).add(customer));
        else loose.set(on, (loose.get(on) ?? new Map()).set(nodeOf(type, key), { type, key }));
      }
    },
    on: (keys) => ({
      customers: [...new Set(keys.flatMap((key) => [...(customers.get(key) ?? [])]))],
      facts: keys.flatMap((key) => [...(loose.get(key)?.values() ?? [])]),
    }),
  };
}
