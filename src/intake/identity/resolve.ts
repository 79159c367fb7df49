import { type Evidence, nodeOf } from './evidence.ts';
import { createUnionFind } from './union-find.ts';

/** Facts, identifiers and customers that belong to one person by strong identifiers and record references. */
export interface Group {
  readonly evidence: readonly Evidence[];
  readonly strongKeys: readonly string[];
  /** Existing customers that the group touches. */
  readonly customers: readonly string[];
}

export interface ResolveInput {
  /** New and touched facts, and every fact of a dissolved customer. */
  readonly evidence: readonly Evidence[];
  /** The customer that each strong identifier identifies now. */
  readonly pointers: ReadonlyMap<string, string>;
  /** Customers whose evidence changed so that they may come apart: what they hold is decided anew. */
  readonly dissolved: ReadonlySet<string>;
}

const CUSTOMER = 'customer-id ';
const IDENTIFIER = 'identifier ';

/** The oldest of some facts; ties go to the lower name, so that the order of arrival has no say. */
function oldest(evidence: readonly Evidence[]): Evidence {
  return evidence.reduce((first, next) => {
    const difference = next.seenAt.getTime() - first.seenAt.getTime();
    return difference < 0 || (difference === 0 && nodeOf(next.type, next.key) < nodeOf(first.type, first.key))
      ? next
      : first;
  });
}

/**
 * Finds which facts belong to one person: connected components over shared strong identifiers, record references,
 * and the customers that these already have. A dissolved customer holds nothing together; its id goes on with the
 * component of its oldest fact.
 */
export function resolveGroups({ evidence, pointers, dissolved }: ResolveInput): Group[] {
  const union = createUnionFind();
  const byNode = new Map(evidence.map((fact) => [nodeOf(fact.type, fact.key), fact]));
  for (const [node, fact] of byNode) {
    union.find(node);
    for (const key of fact.strongKeys) union.union(node, IDENTIFIER + key);
    if (fact.recordKey !== null) union.union(node, nodeOf('customer', fact.recordKey));
    if (fact.customer !== null && !fact.anonymous && !dissolved.has(fact.customer))
      union.union(node, CUSTOMER + fact.customer);
  }
  for (const [key, customer] of pointers) {
    if (!dissolved.has(customer)) union.union(IDENTIFIER + key, CUSTOMER + customer);
  }
  for (const customer of dissolved) {
    const held = evidence.filter((fact) => fact.customer === customer && !fact.anonymous);
    if (held.length === 0) continue;
    const heir = oldest(held);
    union.union(nodeOf(heir.type, heir.key), CUSTOMER + customer);
  }
  const groups = union.sets().map((members) => {
    const starting = (prefix: string) =>
      members.filter((member) => member.startsWith(prefix)).map((member) => member.slice(prefix.length));
    return {
      evidence: members.flatMap((member) => byNode.get(member) ?? []),
      strongKeys: starting(IDENTIFIER),
      customers: starting(CUSTOMER),
    };
  });
  // Identifiers that only unchanged facts name bring nothing to decide.
  return groups.filter((group) => group.evidence.length > 0);
}
