import { nodeOf } from '../identity/evidence.ts';
import { createUnionFind } from '../identity/union-find.ts';
import type { Fact, PersonalFact } from '../records/facts.ts';

/** Fewer are not worth a second transaction. */
const LEAST = 1_000;

const isCatalogue = ({ type }: Fact) => type === 'store' || type === 'staff' || type === 'product';

/** What a fact names of persons: facts that name the same belong together. */
function namesOf(fact: PersonalFact): string[] {
  const names = [...fact.strongKeys, ...fact.weakKeys];
  if (fact.recordKey !== null) names.push(nodeOf('customer', fact.recordKey));
  if (fact.type === 'customer') names.push(nodeOf('customer', fact.key));
  if (fact.type === 'event' && fact.deviceIdentifier?.key) names.push(fact.deviceIdentifier.key);
  return names.length > 0 ? names : [nodeOf(fact.type, fact.key)];
}

/** 0 or 1, the same for a name whenever it comes. */
function sideOf(name: string): 0 | 1 {
  let sum = 0;
  for (let at = 0; at < name.length; at++) sum += name.charCodeAt(at);
  return sum % 2 === 0 ? 0 : 1;
}

/**
 * Parts facts into two groups that name nothing in common, each in the order of the whole, so that they can be written side by side;
 * who is named alike in the next facts is mostly found on the same side again. One group where there are few, and where one speaks of
 * the catalogue, which all others may name. In the graph they may still meet in a customer; then one waits for the other, as two
 * callers do.
 */
export function partFacts(facts: readonly Fact[], least = LEAST): readonly (readonly Fact[])[] {
  if (facts.length < least || facts.some(isCatalogue)) return [facts];
  const named = facts.map((fact) => namesOf(fact as PersonalFact));
  const together = createUnionFind();
  for (const [first = '', ...others] of named) {
    together.find(first);
    for (const other of others) together.union(first, other);
  }
  const sides = new Map<string, 0 | 1>();
  for (const names of together.sets()) {
    const [first = ''] = names.sort();
    sides.set(together.find(first), sideOf(first));
  }
  const groups: [Fact[], Fact[]] = [[], []];
  for (const [index, fact] of facts.entries())
    groups[sides.get(together.find(named[index]?.[0] ?? '')) ?? 0].push(fact);
  return groups.every((group) => group.length > 0) ? groups : [facts];
}
