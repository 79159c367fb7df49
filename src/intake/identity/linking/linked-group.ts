import type { LinkKey, ReadLinkKey } from './link-limits.ts';

/** A fact as joining sees it. */
export interface LinkFact {
  /** Unique over all facts; sorts facts of the same instant. */
  readonly node: string;
  readonly strongKeys: readonly string[];
  readonly seenAt: Date;
  /** The person's name as this fact states it, compared as it is; null: not stated. */
  readonly name: string | null;
  /** A source record: one person, whatever it stated over time. An order or event that names several people is a mistake. */
  readonly isRecord: boolean;
}

/** Why two groups that share a value are not joined. */
export type RefusalReason = 'KEPT_APART' | 'EXCLUSIVE_CONFLICT' | 'TOO_MANY_VALUES' | 'SHARED_VALUE';

/** Facts that belong to one person as far as is known, with what limits further joining. */
export interface LinkedGroup {
  readonly nodes: Set<string>;
  /** By kind: every value with the instants at which it was seen. */
  readonly values: Map<string, Map<string, number[]>>;
  /** By namespace of an exclusive kind: the values that it has. Orders and events that name several vouch for none. */
  readonly exclusive: Map<string, Set<string>>;
  /** Nodes that a decision keeps apart from this group's. */
  readonly apartFrom: Set<string>;
}

/** A group of one fact. */
export function groupOf(fact: LinkFact, readKey: ReadLinkKey, apartFrom: Iterable<string>): LinkedGroup {
  const group: LinkedGroup = {
    nodes: new Set([fact.node]),
    values: new Map(),
    exclusive: new Map(),
    apartFrom: new Set(apartFrom),
  };
  for (const link of fact.strongKeys.map(readKey)) {
    note(group.values, link.kind, link.key, [fact.seenAt.getTime()]);
    if (link.exclusive) entry(group.exclusive, link.namespace, () => new Set<string>()).add(link.key);
  }
  if (!fact.isRecord)
    for (const [namespace, values] of group.exclusive) if (values.size > 1) group.exclusive.delete(namespace);
  return group;
}

/** Moves all that the smaller of two groups has to the larger, which is returned. */
export function mergeGroups(one: LinkedGroup, other: LinkedGroup): LinkedGroup {
  const [into, from] = one.nodes.size >= other.nodes.size ? [one, other] : [other, one];
  for (const node of from.nodes) into.nodes.add(node);
  for (const node of from.apartFrom) into.apartFrom.add(node);
  for (const [kind, values] of from.values) for (const [key, seen] of values) note(into.values, kind, key, seen);
  for (const [namespace, values] of from.exclusive)
    for (const value of values) entry(into.exclusive, namespace, () => new Set<string>()).add(value);
  return into;
}

/** Why two groups may not be joined by an identifier that both have; null when they may. Checked in this order. */
export function refuse(one: LinkedGroup, other: LinkedGroup, link: LinkKey): RefusalReason | null {
  if (areKeptApart(one, other)) return 'KEPT_APART';
  if (haveExclusiveConflict(one, other)) return 'EXCLUSIVE_CONFLICT';
  return haveTooManyValues(one, other, link) ? 'TOO_MANY_VALUES' : null;
}

/** Whether two groups that share nothing may not be joined for being alike: any limit forbids it. */
export function refuseAlike(one: LinkedGroup, other: LinkedGroup, readKey: ReadLinkKey): boolean {
  if (areKeptApart(one, other) || haveExclusiveConflict(one, other)) return true;
  const oneOfEachKind = [...one.values.values()].flatMap((values) => [...values.keys()].slice(0, 1));
  return oneOfEachKind.some((key) => haveTooManyValues(one, other, readKey(key)));
}

export function areKeptApart(one: LinkedGroup, other: LinkedGroup): boolean {
  const [few, many] = one.apartFrom.size <= other.apartFrom.size ? [one, other] : [other, one];
  for (const node of few.apartFrom) if (many.nodes.has(node)) return true;
  return false;
}

function haveExclusiveConflict(one: LinkedGroup, other: LinkedGroup): boolean {
  for (const [namespace, values] of one.exclusive) {
    const others = other.exclusive.get(namespace);
    if (others !== undefined && ![...values].some((value) => others.has(value))) return true;
  }
  return false;
}

function haveTooManyValues(one: LinkedGroup, other: LinkedGroup, { kind, maxPerCustomer, windowMs }: LinkKey): boolean {
  if (maxPerCustomer === null) return false;
  const together = new Map<string, number[]>();
  for (const group of [one, other])
    for (const [key, seen] of group.values.get(kind) ?? []) together.set(key, [...(together.get(key) ?? []), ...seen]);
  if (together.size <= maxPerCustomer) return false;
  return windowMs === null || mostWithin(together, windowMs) > maxPerCustomer;
}

/** The most different values that were seen within a window, wherever it lies. */
function mostWithin(values: ReadonlyMap<string, readonly number[]>, windowMs: number): number {
  const sightings = [...values]
    .flatMap(([key, seen]) => seen.map((at) => ({ key, at })))
    .sort((first, second) => first.at - second.at);
  const within = new Map<string, number>();
  let [most, oldest] = [0, 0];
  for (const { key, at } of sightings) {
    within.set(key, (within.get(key) ?? 0) + 1);
    for (let first = sightings[oldest]; first && at - first.at > windowMs; first = sightings[++oldest]) {
      const left = (within.get(first.key) ?? 0) - 1;
      if (left > 0) within.set(first.key, left);
      else within.delete(first.key);
    }
    most = Math.max(most, within.size);
  }
  return most;
}

function note(values: LinkedGroup['values'], kind: string, key: string, seen: readonly number[]): void {
  entry(
    entry(values, kind, () => new Map<string, number[]>()),
    key,
    () => [],
  ).push(...seen);
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
