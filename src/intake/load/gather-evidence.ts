import type { Evidence, EvidenceType } from '../identity/evidence.ts';
import { type Periods, settlePeriods } from '../identity/owner-periods.ts';
import { mergeStated, readStated, writeStated } from '../identity/stated-identifiers.ts';
import type { CustomerFact, EventFact, OrderFact, PersonalFact } from '../records/facts.ts';
import { BEGINNING } from '../records/prepare-context.ts';
import type { StoredFact } from './facts.store.ts';

/** A source record with all the identifiers that any of its versions stated: evidence once given is kept. */
export interface RecordEvidence {
  readonly evidence: Evidence;
  readonly stated: string;
  /** Keys of identifiers that no earlier version stated. */
  readonly newKeys: readonly string[];
  /** Keys that it no longer has: an older version told that it had the value when that was somebody else's. */
  readonly lostKeys: readonly string[];
}

const union = (...lists: (readonly string[])[]) => [...new Set(lists.flat())];

/** What stored facts say of who they belong to. */
function storedPart(stored: StoredFact | undefined) {
  return {
    stored: stored !== undefined,
    customer: stored?.customer ?? null,
    anonymous: stored?.anonymous ?? false,
    anonymousCustomer: stored?.anonymousCustomer ?? null,
  };
}

/** Adds the identifiers of all versions of a source record that came in this batch to those it stated before. */
export function gatherRecord(
  key: string,
  versions: readonly CustomerFact[],
  stored: StoredFact | undefined,
  content: CustomerFact | null,
  periods: Periods,
): RecordEvidence {
  const storedAt = stored?.version ?? BEGINNING;
  const stated = mergeStated([
    ...readStated(stored?.statedIdentifiers ?? null, storedAt),
    ...versions.flatMap(({ identifiers, version }) => identifiers.map((one) => ({ ...one, at: version }))),
  ]);
  const all = union(stored?.strongKeys ?? [], ...versions.map((version) => version.strongKeys));
  const strongKeys = settlePeriods(all, stated, periods);
  const weakKeys = union(stored?.weakKeys ?? [], ...versions.map((version) => version.weakKeys));
  const known = new Set([...(stored?.strongKeys ?? []), ...(stored?.weakKeys ?? [])]);
  const name = content ? content.name : (stored?.name ?? null);
  const times = versions.map(({ version }) => version.getTime());
  const seenAt = new Date(Math.max(...times, storedAt.getTime()));
  return {
    evidence: {
      type: 'customer',
      key,
      strongKeys,
      weakKeys,
      recordKey: null,
      seenAt,
      name,
      changed: true,
      ...storedPart(stored),
    },
    stated: writeStated(stated, seenAt),
    newKeys: [...strongKeys, ...weakKeys].filter((identifier) => !known.has(identifier)),
    lostKeys: (stored?.strongKeys ?? []).filter((identifier) => !strongKeys.includes(identifier)),
  };
}

/** A source record that an order or event refers to, as the graph has it; a placeholder when it is not known yet. */
export function gatherReferred(key: string, stored: StoredFact | undefined): Evidence {
  const { strongKeys, weakKeys } = { strongKeys: stored?.strongKeys ?? [], weakKeys: stored?.weakKeys ?? [] };
  const seenAt = stored?.version ?? BEGINNING;
  const part = { ...storedPart(stored), stored: true, changed: false };
  return { type: 'customer', key, strongKeys, weakKeys, recordKey: null, seenAt, name: stored?.name ?? null, ...part };
}

/** The evidence of an order or event: what its standing version says. */
export function gatherFact(fact: OrderFact | EventFact, stored: StoredFact | undefined): Evidence {
  const { type, key, strongKeys, weakKeys, recordKey, seenAt } = fact;
  return { type, key, strongKeys, weakKeys, recordKey, seenAt, name: null, changed: true, ...storedPart(stored) };
}

const losesWeak = (fact: PersonalFact, stored: StoredFact) =>
  stored.weakKeys.some((key) => !fact.weakKeys.includes(key));

/** Whether a new version of a fact says less of who it belongs to than the stored one: then ties may come undone. */
export function losesTies(fact: PersonalFact, stored: StoredFact | undefined): boolean {
  if (!stored?.customer || stored.anonymous) return false;
  const lost = stored.strongKeys.some((key) => !fact.strongKeys.includes(key)) || losesWeak(fact, stored);
  return lost || (stored.recordKey !== null && stored.recordKey !== fact.recordKey);
}

/** The weak identifiers that a stored anonymous fact held together with one which its new version does not name. */
export function loosened(fact: PersonalFact, stored: StoredFact | undefined): readonly string[] {
  return stored?.anonymous && losesWeak(fact, stored) ? stored.weakKeys : [];
}

export type StoredByType = Readonly<Record<EvidenceType, ReadonlyMap<string, StoredFact>>>;
