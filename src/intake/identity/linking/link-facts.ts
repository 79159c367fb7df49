import type { LinkKey, ReadLinkKey } from './link-limits.ts';
import {
  groupOf,
  type LinkedGroup,
  type LinkFact,
  mergeGroups,
  type RefusalReason,
  refuse,
  refuseAlike,
} from './linked-group.ts';
import { findShared } from './shared-values.ts';

/** Facts that must be one person's, or must not, whatever identifiers say. */
export interface LinkTies {
  /** Pairs of nodes that are one person's: an order and the record it names, or what somebody decided. */
  readonly together: readonly (readonly [string, string])[];
  /** Pairs of nodes that are alike enough to be one person's, unless a limit refuses. */
  readonly alike?: readonly (readonly [string, string])[];
  /** Pairs of nodes that somebody decided to keep apart. */
  readonly apart: readonly (readonly [string, string])[];
  /** By identifier: the nodes whose it is by decision. They come first in joining by it, the first of them before all. */
  readonly owners?: ReadonlyMap<string, readonly string[]>;
}

/** Two groups that share a value and yet are not one. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** The identifier that would have joined them. */
  readonly key: string;
  /** A fact of either side that has the identifier; `one` sorts before `other`. */
  readonly one: string;
  readonly other: string;
}

export interface Linked {
  /** The facts of each person, as nodes. */
  readonly groups: readonly ReadonlySet<string>[];
  readonly refusals: readonly Refusal[];
  /** Values that join nobody, with the number of people that have them. */
  readonly shared: ReadonlyMap<string, number>;
}

const sorted = (facts: readonly LinkFact[]) =>
  [...facts].sort((a, b) => a.seenAt.getTime() - b.seenAt.getTime() || (a.node < b.node ? -1 : 1));

/**
 * Decides which facts are one person's. All facts that hang together must be given, and the answer depends on nothing but
 * them: ties first; then identifiers by the priority of their kind, each joining its facts from the oldest to the newest
 * unless a limit refuses; at last what is alike. What is refused stays apart and is told, with the reason.
 * @param knownShared values that were found to be shared before
 */
export function linkFacts(
  facts: readonly LinkFact[],
  ties: LinkTies,
  readKey: ReadLinkKey,
  knownShared: ReadonlySet<string>,
): Linked {
  const ordered = sorted(facts);
  const apartFrom = new Map<string, string[]>();
  for (const [one, other] of ties.apart) {
    apartFrom.set(one, [...(apartFrom.get(one) ?? []), other]);
    apartFrom.set(other, [...(apartFrom.get(other) ?? []), one]);
  }
  const groupByNode = new Map<string, LinkedGroup>();
  for (const fact of ordered) groupByNode.set(fact.node, groupOf(fact, readKey, apartFrom.get(fact.node) ?? []));
  const join = (one: LinkedGroup, other: LinkedGroup) => {
    const merged = mergeGroups(one, other);
    for (const node of merged === one ? other.nodes : one.nodes) groupByNode.set(node, merged);
    return merged;
  };

  for (const [one, other] of ties.together) {
    const [first, second] = [groupByNode.get(one), groupByNode.get(other)];
    if (first && second && first !== second) join(first, second);
  }

  const shared = findShared(ordered, readKey);
  const refusals = new Map<string, Refusal>();
  const tell = (reason: RefusalReason, key: string, one: string, other: string) => {
    const [first, second] = one < other ? [one, other] : [other, one];
    refusals.set(`${key} ${first} ${second}`, { reason, key, one: first, other: second });
  };
  const byNode = new Map(ordered.map((fact) => [fact.node, fact]));
  for (const { link, having: stating } of linksOf(ordered, readKey)) {
    const owners = (ties.owners?.get(link.key) ?? []).flatMap((node) => byNode.get(node) ?? []);
    const having = owners.length > 0 ? new Set([...owners, ...stating]) : stating;
    // The groups on this value, each by its first fact.
    const distinct: string[] = [];
    for (const { node } of having) {
      const group = groupByNode.get(node) as LinkedGroup;
      if (distinct.some((other) => groupByNode.get(other) === group)) continue;
      const reasons: [string, RefusalReason][] = [];
      const home =
        shared.has(link.key) || knownShared.has(link.key)
          ? undefined
          : distinct.find((other) => {
              const reason = refuse(groupByNode.get(other) as LinkedGroup, group, link);
              if (reason !== null) reasons.push([other, reason]);
              return reason === null;
            });
      if (home !== undefined) join(groupByNode.get(home) as LinkedGroup, group);
      else {
        for (const [other, reason] of reasons) tell(reason, link.key, other, node);
        distinct.push(node);
      }
    }
  }
  for (const [one, other] of [...(ties.alike ?? [])].sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1))) {
    const [first, second] = [groupByNode.get(one), groupByNode.get(other)];
    if (first && second && first !== second && !refuseAlike(first, second, readKey)) join(first, second);
  }
  const stillApart = [...refusals.values()].filter(({ one, other }) => groupByNode.get(one) !== groupByNode.get(other));
  return { groups: [...new Set(groupByNode.values())].map(({ nodes }) => nodes), refusals: stillApart, shared };
}

/** Identifiers in the order in which they join, each with its facts from the oldest to the newest. */
function linksOf(ordered: readonly LinkFact[], readKey: ReadLinkKey): { link: LinkKey; having: LinkFact[] }[] {
  const links = new Map<string, { link: LinkKey; having: LinkFact[] }>();
  for (const fact of ordered)
    for (const key of fact.strongKeys) {
      const found = links.get(key);
      if (found) found.having.push(fact);
      else links.set(key, { link: readKey(key), having: [fact] });
    }
  return [...links.values()].sort(
    (one, other) => one.link.priority - other.link.priority || (one.link.key < other.link.key ? -1 : 1),
  );
}
