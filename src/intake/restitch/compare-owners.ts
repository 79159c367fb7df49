import { nodeOf } from '../identity/evidence.ts';
import type { RefusalReason } from '../identity/linking/linked-group.ts';
import type { Restitched } from './restitch.ts';

/** Why two parts of a customer are not held together any more by an identifier that both name. */
export interface PartingReason {
  /** NO_IDENTIFIER: it would not join any more: junk, weak, of a kind that is not declared, or spelled otherwise. */
  readonly reason: RefusalReason | 'NO_IDENTIFIER';
  readonly key: string;
}

/** Customers that would become one. */
export interface PreviewedMerge {
  readonly customers: readonly string[];
  /** Keys of the identifiers that join them. */
  readonly via: readonly string[];
}

/** A customer that would come apart. */
export interface PreviewedSplit {
  readonly customer: string;
  /** Into how many, where facts that would be nobody's count as one. */
  readonly parts: number;
  readonly reasons: readonly PartingReason[];
}

/** Who would become one, and who would come apart. */
export interface Comparison {
  readonly merges: readonly PreviewedMerge[];
  readonly splits: readonly PreviewedSplit[];
}

const NOBODY = '';

/**
 * Compares whose facts are before and after. Anonymous activity goes along with others and is not compared.
 * @param owners whose each fact is afterwards, by `nodeOf`
 */
export function compareOwners({ closure, outcome }: Restitched, owners: ReadonlyMap<string, string>): Comparison {
  const facts = [...closure.facts.values()].filter(({ stored }) => stored.customer !== null && !stored.anonymous);
  const ownerOf = (node: string) => owners.get(node) ?? NOBODY;
  const before = new Map(facts.map(({ stored }) => [nodeOf(stored.type, stored.key), stored.customer as string]));
  const [into, from] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const [node, customer] of before) {
    add(into, customer, ownerOf(node));
    if (ownerOf(node) !== NOBODY) add(from, ownerOf(node), customer);
  }
  const merges = [...from.values()]
    .filter((customers) => customers.size > 1)
    .map((customers) => {
      const via = outcome.merges.filter(({ loser }) => customers.has(loser)).map((merge) => merge.via);
      return { customers: [...customers].sort(), via: [...new Set(via)].sort() };
    });
  const splits = [...into]
    .filter(([, parts]) => parts.size > 1)
    .map(([customer, parts]) => ({ customer, parts: parts.size, reasons: reasonsOf(customer) }));
  return { merges, splits };

  function reasonsOf(customer: string): PartingReason[] {
    const own = facts.filter(({ stored }) => stored.customer === customer);
    const partsOn = new Map<string, Set<string>>();
    for (const { stored } of own)
      for (const key of stored.strongKeys) add(partsOn, key, ownerOf(nodeOf(stored.type, stored.key)));
    const kept = new Set(own.flatMap(({ evidence }) => evidence.strongKeys));
    const refused = outcome.refused.filter(
      ({ oneFact, otherFact }) => before.get(oneFact) === customer && before.get(otherFact) === customer,
    );
    const reasons = new Map<string, PartingReason>();
    for (const { reason, key } of refused) reasons.set(`${reason} ${key}`, { reason, key });
    for (const [key, parts] of partsOn) {
      if (parts.size < 2) continue;
      if (!kept.has(key)) reasons.set(key, { reason: 'NO_IDENTIFIER', key });
      else if (closure.shared.has(key) || outcome.shared.includes(key))
        reasons.set(key, { reason: 'SHARED_VALUE', key });
    }
    return [...reasons.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  }
}

function add(sets: Map<string, Set<string>>, name: string, member: string): void {
  const set = sets.get(name);
  if (set) set.add(member);
  else sets.set(name, new Set([member]));
}
