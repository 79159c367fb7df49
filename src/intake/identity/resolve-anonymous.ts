import { type Evidence, nodeOf, older } from './evidence.ts';
import { createUnionFind } from './union-find.ts';

/** Facts tied together by weak identifiers only (and, within a unit, by references to one source record). */
export interface AnonymousUnit {
  readonly evidence: readonly Evidence[];
  readonly weakKeys: readonly string[];
}

/** Anonymous facts that share weak identifiers, and whose they are. */
export interface AnonymousGroup {
  readonly evidence: readonly Evidence[];
  readonly weakKeys: readonly string[];
  /** The known customer who is alone on these weak identifiers, else null. */
  readonly known: string | null;
  /** The anonymous customer that these facts had before, the oldest of them; null when they had none. */
  readonly formerly: string | null;
}

/**
 * Groups anonymous facts by the weak identifiers they share. A group goes to a known customer when exactly one is on its
 * identifiers; with none or several it keeps an anonymous customer of its own.
 * @param units anonymous facts
 * @param knownOn the known customers that were seen on a weak identifier
 * @param isAnonymous whether a customer has no strong identifier
 */
export function groupAnonymous(
  units: readonly AnonymousUnit[],
  knownOn: (weakKey: string) => ReadonlySet<string>,
  isAnonymous: (customer: string) => boolean,
): AnonymousGroup[] {
  const union = createUnionFind();
  for (const unit of units) for (const key of unit.weakKeys) union.union(unit.weakKeys[0] as string, key);
  const byRoot = new Map<string, { evidence: Evidence[]; weakKeys: Set<string> }>();
  for (const unit of units) {
    const root = union.find(unit.weakKeys[0] as string);
    const group = byRoot.get(root) ?? { evidence: [], weakKeys: new Set<string>() };
    group.evidence.push(...unit.evidence);
    for (const key of unit.weakKeys) group.weakKeys.add(key);
    byRoot.set(root, group);
  }
  const taken = new Set<string>();
  return [...byRoot.values()].map(({ evidence, weakKeys }) => {
    const known = new Set([...weakKeys].flatMap((key) => [...knownOn(key)]));
    const former = evidence
      .flatMap((fact) => [fact.anonymousCustomer, fact.customer])
      .filter((id) => id !== null && isAnonymous(id) && !taken.has(id)) as string[];
    const formerly = former.length > 0 ? former.reduce(older) : null;
    if (formerly !== null) taken.add(formerly);
    return { evidence, weakKeys: [...weakKeys], known: known.size === 1 ? ([...known][0] as string) : null, formerly };
  });
}

/** Cuts facts into units: those that refer to one source record stay together with it. */
export function toUnits(evidence: readonly Evidence[]): AnonymousUnit[] {
  const union = createUnionFind();
  const byNode = new Map(evidence.map((fact) => [nodeOf(fact.type, fact.key), fact]));
  for (const [node, fact] of byNode) {
    union.find(node);
    if (fact.recordKey !== null) union.union(node, nodeOf('customer', fact.recordKey));
  }
  return union
    .sets()
    .map((members) => members.flatMap((member) => byNode.get(member) ?? []))
    .map((members) => ({ evidence: members, weakKeys: [...new Set(members.flatMap((fact) => fact.weakKeys))] }))
    .filter((unit) => unit.weakKeys.length > 0);
}
