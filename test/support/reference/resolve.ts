import { eventKey, type Facts, orderKey, recordKey } from './latest-versions.ts';
import { type NormalIdentifier, normaliseIdentifier } from './normalise.ts';
import type { CustomerRefJson, IdentifierJson } from './record-input.ts';

/** The facts and identifiers that belong to one person. Keys are sorted. */
export interface Resolved {
  /** Has a strong identifier. */
  known: boolean;
  /** Customer records taken in (a record that is only referred to is not listed). */
  records: string[];
  orders: string[];
  events: string[];
  identifiers: NormalIdentifier[];
}

/** One fact with all it says about whose it is. */
interface Evidence {
  fact: string;
  strong: NormalIdentifier[];
  weak: NormalIdentifier[];
  record: string | null;
}

/** Sets of keys that belong together; `join` unites two, `of` names the set by its smallest key. */
class Groups {
  readonly #parent = new Map<string, string>();

  of(key: string): string {
    const parent = this.#parent.get(key);
    if (parent === undefined) this.#parent.set(key, key);
    return parent === undefined || parent === key ? key : this.of(parent);
  }

  join(left: string, right: string): void {
    const [first, second] = [this.of(left), this.of(right)].sort() as [string, string];
    this.#parent.set(second, first);
  }
}

/**
 * Which facts are one person: connected by shared strong identifiers and references to source records.
 * What has only weak identifiers goes to the one known person seen on them, else to an anonymous customer of its own.
 */
export function resolve(facts: Facts): Resolved[] {
  const evidence = evidenceOf(facts);
  const groups = new Groups();
  for (const piece of evidence) {
    groups.of(piece.fact);
    for (const identifier of piece.strong) groups.join(piece.fact, identifier.key);
    if (piece.record) groups.join(piece.fact, `record:${piece.record}`);
  }
  const known = new Set(evidence.filter((piece) => piece.strong.length > 0).map((piece) => groups.of(piece.fact)));
  const seenOn = knownPersonsByWeakIdentifier(evidence, groups, known);
  joinAnonymous(evidence, groups, known, seenOn);
  return collect(evidence, groups);
}

function evidenceOf(facts: Facts): Evidence[] {
  const evidence: Evidence[] = [];
  for (const version of facts.customerVersions) {
    const record = recordKey(version);
    evidence.push({ fact: `record:${record}`, ...split(version.identifiers), record });
  }
  for (const order of facts.orders.values()) addReferring(evidence, `order:${orderKey(order)}`, order.customer, []);
  for (const event of facts.events.values()) {
    const device = event.device ? [{ kind: 'device_id', value: event.device.deviceId }] : [];
    addReferring(evidence, `event:${eventKey(event)}`, event.customer, device);
  }
  return evidence;
}

/** A fact that names nothing usable belongs to nobody and is left out. */
function addReferring(evidence: Evidence[], fact: string, ref: CustomerRefJson, more: IdentifierJson[]): void {
  const named = split([...(ref.identifiers ?? []), ...more]);
  const record = ref.record ? recordKey(ref.record) : null;
  if (record || named.strong.length > 0 || named.weak.length > 0) evidence.push({ fact, ...named, record });
}

function split(stated: readonly IdentifierJson[]): { strong: NormalIdentifier[]; weak: NormalIdentifier[] } {
  const usable = stated.map(normaliseIdentifier).filter((identifier) => identifier !== null);
  return { strong: usable.filter(({ strong }) => strong), weak: usable.filter(({ strong }) => !strong) };
}

function knownPersonsByWeakIdentifier(
  evidence: Evidence[],
  groups: Groups,
  known: ReadonlySet<string>,
): Map<string, Set<string>> {
  const seenOn = new Map<string, Set<string>>();
  for (const piece of evidence) {
    const person = groups.of(piece.fact);
    if (!known.has(person)) continue;
    for (const { key } of piece.weak) seenOn.set(key, (seenOn.get(key) ?? new Set()).add(person));
  }
  return seenOn;
}

function joinAnonymous(
  evidence: Evidence[],
  groups: Groups,
  known: ReadonlySet<string>,
  seenOn: Map<string, Set<string>>,
): void {
  const anonymous = evidence.filter((piece) => !known.has(groups.of(piece.fact)));
  for (const piece of anonymous) for (const { key } of piece.weak) groups.join(piece.fact, `weak:${key}`);
  const owners = new Map<string, Set<string>>();
  for (const piece of anonymous) {
    const group = groups.of(piece.fact);
    const persons = owners.get(group) ?? new Set<string>();
    for (const { key } of piece.weak) for (const person of seenOn.get(key) ?? []) persons.add(person);
    owners.set(group, persons);
  }
  for (const [group, persons] of owners) {
    const [only, ...others] = persons;
    if (only !== undefined && others.length === 0) groups.join(group, only);
  }
}

function collect(evidence: Evidence[], groups: Groups): Resolved[] {
  const persons = new Map<string, Evidence[]>();
  for (const piece of evidence) {
    const person = groups.of(piece.fact);
    persons.set(person, [...(persons.get(person) ?? []), piece]);
  }
  return [...persons.values()].map((pieces) => {
    const keys = (prefix: string): string[] => {
      const facts = pieces.map(({ fact }) => fact).filter((fact) => fact.startsWith(prefix));
      return [...new Set(facts)].map((fact) => fact.slice(prefix.length)).sort();
    };
    const identifiers = new Map(
      pieces.flatMap(({ strong, weak }) => [...strong, ...weak]).map((one) => [one.key, one]),
    );
    return {
      known: pieces.some(({ strong }) => strong.length > 0),
      records: keys('record:'),
      orders: keys('order:'),
      events: keys('event:'),
      identifiers: [...identifiers.values()].sort((left, right) => (left.key < right.key ? -1 : 1)),
    };
  });
}
