import { type Evidence, nodeOf } from './evidence.ts';
import { createUnionFind } from './union-find.ts';

/** Facts, identifiers and customers that belong to one person by strong identifiers and record references. */
export interface Group {
  readonly evidence: readonly Evidence[];
  readonly strongKeys: readonly string[];
  /** Existing customers that the group touches. */
  readonly customers: readonly string[];
  /** A limit of the identity rules parted it from others that share an identifier with it. */
  readonly parted?: boolean;
}

export type Pointers = ReadonlyMap<string, readonly string[]>;

export interface ResolveInput {
  /** New and touched facts, and every fact of a dissolved customer. */
  readonly evidence: readonly Evidence[];
  /** The customers that each strong identifier identifies now; several when a limit keeps them apart. */
  readonly pointers: Pointers;
  /** Identifiers that too many people have: they tie nothing. */
  readonly shared: ReadonlySet<string>;
  /** Pairs of facts, by `nodeOf`, that somebody decided to be one person's. */
  readonly together?: readonly (readonly [string, string])[];
  /** Customers whose evidence changed so that they may come apart: what they hold is decided anew. */
  readonly dissolved: ReadonlySet<string>;
  /** Facts, by `nodeOf`, with which ids go on; by default each dissolved customer's with its oldest fact. */
  readonly heirs?: ReadonlyMap<string, string>;
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

/** The strong identifiers that some facts name. */
export const keysOf = (evidence: readonly Evidence[]): string[] => [
  ...new Set(evidence.flatMap((fact) => fact.strongKeys)),
];

/** The fact with which each dissolved customer's id goes on, as its node; those that hold nothing have none. */
export function heirsOf(dissolved: ReadonlySet<string>, evidence: readonly Evidence[]): Map<string, string> {
  const held = new Map<string, Evidence[]>();
  for (const fact of evidence) {
    if (fact.customer === null || fact.anonymous || !dissolved.has(fact.customer)) continue;
    held.set(fact.customer, [...(held.get(fact.customer) ?? []), fact]);
  }
  return new Map(
    [...held].map(([customer, facts]) => {
      // An id goes on with a fact of whoever is known, rather than with one that devices and cookies carried there.
      const named = facts.filter((fact) => fact.strongKeys.length > 0 || fact.recordKey !== null);
      const { type, key } = oldest(named.length > 0 ? named : facts);
      return [customer, nodeOf(type, key)];
    }),
  );
}

/**
 * Finds which facts belong to one person: connected components over shared strong identifiers, record references,
 * and the customers that these already have. A dissolved customer holds nothing together; its id goes on with the
 * component of its heir.
 */
export function resolveGroups(input: ResolveInput): Group[] {
  const { evidence, pointers, dissolved, shared, together = [], heirs = heirsOf(dissolved, evidence) } = input;
  const union = createUnionFind();
  const byNode = new Map(evidence.map((fact) => [nodeOf(fact.type, fact.key), fact]));
  for (const [node, fact] of byNode) {
    union.find(node);
    for (const key of fact.strongKeys) if (!shared.has(key)) union.union(node, IDENTIFIER + key);
    if (fact.recordKey !== null) union.union(node, nodeOf('customer', fact.recordKey));
    if (fact.customer !== null && !fact.anonymous && !dissolved.has(fact.customer))
      union.union(node, CUSTOMER + fact.customer);
  }
  for (const [one, other] of together) union.union(one, other);
  for (const [key, customers] of pointers)
    for (const customer of customers) if (!dissolved.has(customer)) union.union(IDENTIFIER + key, CUSTOMER + customer);
  for (const [customer, heir] of heirs) union.union(heir, CUSTOMER + customer);
  const groups = union.sets().map((members) => {
    const ofGroup = members.flatMap((member) => byNode.get(member) ?? []);
    return {
      evidence: ofGroup,
      strongKeys: keysOf(ofGroup),
      customers: members.filter((member) => member.startsWith(CUSTOMER)).map((member) => member.slice(CUSTOMER.length)),
    };
  });
  // Identifiers that only unchanged facts name bring nothing to decide.
  return groups.filter((group) => group.evidence.length > 0);
}
