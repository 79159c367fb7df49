import { type Evidence, nodeOf } from './evidence.ts';
import { linkFacts, type Refusal } from './linking/link-facts.ts';
import type { ReadLinkKey } from './linking/link-limits.ts';
import { type Group, keysOf, type Pointers } from './resolve.ts';

/** What a customer holds beside the facts at hand. */
export interface Held {
  readonly keys: readonly string[];
  /** How many source records: no more names than that are stated. */
  readonly records: number;
}

/** Whether a group only repeats what its one customer is known by, or is a single new fact: then no limit can be met. */
export function isPlain({ evidence, customers }: Group, pointers: Pointers, dissolved: ReadonlySet<string>): boolean {
  const [customer, ...others] = customers.filter((id) => !dissolved.has(id));
  if (customer === undefined) return evidence.length === 1;
  const brings = ({ type, changed, name, strongKeys }: Evidence) =>
    (type === 'customer' && changed && name !== null) ||
    strongKeys.some((key) => !pointers.get(key)?.includes(customer));
  return others.length === 0 && customers.length === 1 && !evidence.some(brings);
}

/** Whether a limit could part a group if all that it and its customers hold were one person's; never false where one does. */
export function mayMeetLimit(group: Group, held: readonly Held[], readKey: ReadLinkKey): boolean {
  const links = [...new Set([...group.strongKeys, ...held.flatMap(({ keys }) => keys)])].map(readKey);
  const perKind = countBy(links.map(({ kind }) => kind));
  const perNamespace = countBy(links.map(({ namespace }) => namespace));
  const records = group.evidence.filter(({ type }) => type === 'customer').length;
  const mostPeople = Math.max(
    held.reduce((sum, one) => sum + one.records, records),
    ...perNamespace.values(),
  );
  return links.some(
    ({ kind, namespace, exclusive, maxPerCustomer, sharedAbove }) =>
      (exclusive && (perNamespace.get(namespace) ?? 0) > 1) ||
      (maxPerCustomer !== null && (perKind.get(kind) ?? 0) > maxPerCustomer) ||
      (sharedAbove !== null && mostPeople > sharedAbove),
  );
}

/** What was decided of pairs of facts, by `nodeOf`, and which facts the ids of dissolved customers go on with. */
export interface DecidedPairs {
  readonly together: readonly (readonly [string, string])[];
  /** One person's by the rules, for being alike: as far as limits allow. */
  readonly alike: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
  /** Identifiers that are somebody's by decision: the facts whose person that is. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
}

export interface LimitedGroups {
  readonly groups: readonly Group[];
  readonly refusals: readonly Refusal[];
  /** Identifiers that turned out to be shared by too many people. */
  readonly shared: readonly string[];
}

/**
 * Parts groups where limits demand it.
 * @param groups groups whose customers are all dissolved, with all their facts
 * @param heirs the fact with which the id of a dissolved customer goes on
 */
export function limitGroups(
  groups: readonly Group[],
  readKey: ReadLinkKey,
  knownShared: ReadonlySet<string>,
  decided: DecidedPairs,
  heirs: ReadonlyMap<string, string>,
): LimitedGroups {
  const limited: Group[] = [];
  const refusals: Refusal[] = [];
  const shared: string[] = [];
  for (const group of groups) {
    const byNode = new Map(group.evidence.map((fact) => [nodeOf(fact.type, fact.key), fact]));
    const isDecided = [...decided.together, ...decided.alike, ...decided.apart].some(([one]) => byNode.has(one));
    if (!isDecided && !mayMeetLimit(group, [], readKey)) {
      limited.push(group);
      continue;
    }
    const facts = [...byNode].map(([node, { type, strongKeys, seenAt, name }]) => ({
      node,
      strongKeys,
      seenAt,
      name,
      isRecord: type === 'customer',
    }));
    const together = [...byNode].flatMap(([node, { recordKey }]): [string, string][] =>
      recordKey === null ? [] : [[node, nodeOf('customer', recordKey)]],
    );
    const linked = linkFacts(facts, { ...decided, together: [...together, ...decided.together] }, readKey, knownShared);
    refusals.push(...linked.refusals);
    shared.push(...linked.shared.keys());
    for (const nodes of linked.groups) {
      const evidence = [...nodes].flatMap((node) => byNode.get(node) ?? []);
      const customers = [...heirs].filter(([, heir]) => nodes.has(heir)).map(([customer]) => customer);
      limited.push({ evidence, strongKeys: keysOf(evidence), customers, parted: true });
    }
  }
  return { groups: limited, refusals, shared };
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
