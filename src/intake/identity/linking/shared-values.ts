import type { ReadLinkKey } from './link-limits.ts';
import type { LinkFact } from './linked-group.ts';

/**
 * The values that more people have than their kind allows, with how many people that are. People are told apart by what is
 * stated beside the value, whichever tells more: names, or the values of one other kind and scope. A fact that says nothing
 * but the value counts as nobody, however often it is sent.
 */
export function findShared(facts: readonly LinkFact[], readKey: ReadLinkKey): Map<string, number> {
  const byKey = new Map<string, LinkFact[]>();
  for (const fact of facts)
    for (const key of fact.strongKeys) {
      const having = byKey.get(key);
      if (having) having.push(fact);
      else byKey.set(key, [fact]);
    }
  const shared = new Map<string, number>();
  for (const [key, having] of byKey) {
    const { sharedAbove } = readKey(key);
    if (sharedAbove === null || having.length <= sharedAbove) continue;
    const people = countPeople(key, having, readKey);
    if (people > sharedAbove) shared.set(key, people);
  }
  return shared;
}

function countPeople(key: string, having: readonly LinkFact[], readKey: ReadLinkKey): number {
  const names = new Set(having.flatMap((fact) => fact.name ?? []));
  const beside = new Map<string, Set<string>>();
  for (const other of having.flatMap((fact) => fact.strongKeys)) {
    const { namespace } = readKey(other);
    beside.set(namespace, (beside.get(namespace) ?? new Set()).add(other));
  }
  beside.delete(readKey(key).namespace);
  return Math.max(names.size, ...[...beside.values()].map((values) => values.size));
}
