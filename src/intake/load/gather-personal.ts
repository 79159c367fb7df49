import type { Transaction } from '../../platform/neo4j/database.ts';
import type { Evidence } from '../identity/evidence.ts';
import type { Periods } from '../identity/owner-periods.ts';
import type { CustomerFact, EventFact, OrderFact, PersonalFact } from '../records/facts.ts';
import { type Choice, chooseVersions } from './choose-versions.ts';
import { claimFacts, createPlaceholders, type StoredFact } from './facts.store.ts';
import {
  gatherFact,
  gatherRecord,
  gatherReferred,
  loosened,
  losesTies,
  type RecordEvidence,
  type StoredByType,
} from './gather-evidence.ts';
import type { RecordFault } from './record-fault.ts';

/** A source record with what is new of it. */
export interface RecordChange extends RecordEvidence {
  /** Its new content; null when a newer one stands. */
  readonly content: CustomerFact | null;
}

/** What a batch says of persons, and what of it changes the graph. */
export interface GatheredFacts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly warnings: readonly RecordFault[];
  readonly stored: StoredByType;
  /** Source records whose content or identifiers change, with the content to write, if any. */
  readonly records: readonly RecordChange[];
  readonly orders: readonly OrderFact[];
  readonly events: readonly EventFact[];
  readonly evidence: readonly Evidence[];
  /** Customers that lost a tie. */
  readonly dissolved: ReadonlySet<string>;
  /** Weak identifiers that a stored anonymous fact tied together, and its new version does not. */
  readonly reopened: ReadonlySet<string>;
  /** Stores and staff that sell, or sold by an older version, what changed. */
  readonly storeCodes: readonly string[];
  readonly staffCodes: readonly string[];
}

function byKey<T extends PersonalFact>(facts: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const fact of facts) {
    const group = groups.get(fact.key);
    if (group) group.push(fact);
    else groups.set(fact.key, [fact]);
  }
  return groups;
}

function gatherRecords(
  facts: readonly CustomerFact[],
  choice: Choice<CustomerFact>,
  stored: ReadonlyMap<string, StoredFact>,
  periods: Periods,
): RecordChange[] {
  return [...byKey(facts)]
    .map(([key, versions]) => {
      const content = choice.winners.get(key) ?? null;
      return { ...gatherRecord(key, versions, stored.get(key), content, periods), content };
    })
    .filter(
      ({ content, newKeys, stated, evidence }) =>
        content !== null || newKeys.length > 0 || stated !== stored.get(evidence.key)?.statedIdentifiers,
    );
}

/** The stores and staff of orders, as they are and as they were. */
function salesOf(orders: readonly OrderFact[], stored: ReadonlyMap<string, StoredFact>) {
  const before = orders.flatMap((order) => stored.get(order.key) ?? []);
  return {
    storeCodes: [...new Set([...orders.map(({ store }) => store), ...before.map(({ storeCode }) => storeCode)])].filter(
      (code) => code != null,
    ),
    staffCodes: [...new Set([...orders.map(({ staff }) => staff), ...before.map(({ staffCode }) => staffCode)])].filter(
      (code) => code != null,
    ),
  };
}

/**
 * Claims the customer records, orders and events of a batch, decides which contents stand, and gathers the evidence they
 * bring. What does not change the graph (sent before, or older) is counted and left alone.
 */
export async function gatherPersonal(
  transaction: Transaction,
  facts: readonly PersonalFact[],
  periods: Periods,
): Promise<GatheredFacts> {
  const customers = facts.filter((fact) => fact.type === 'customer');
  const orders = facts.filter((fact) => fact.type === 'order');
  const events = facts.filter((fact) => fact.type === 'event');
  const keysOf = (list: readonly PersonalFact[]) => list.map((fact) => fact.key);
  const mentioned = [...orders, ...events].flatMap((fact) => fact.recordKey ?? []);
  const stored: StoredByType = {
    customer: await claimFacts(transaction, 'customer', [...keysOf(customers), ...mentioned]),
    order: await claimFacts(transaction, 'order', keysOf(orders)),
    event: await claimFacts(transaction, 'event', keysOf(events)),
  };
  const choices = [
    chooseVersions(customers, stored.customer),
    chooseVersions(orders, stored.order),
    chooseVersions(events, stored.event),
  ] as const;
  const records = gatherRecords(customers, choices[0], stored.customer, periods);
  const winners = { orders: [...choices[1].winners.values()], events: [...choices[2].winners.values()] };
  const changed = [...winners.orders, ...winners.events];

  const touched = new Set(records.map(({ evidence }) => evidence.key));
  const referred = [...new Set(changed.flatMap((fact) => fact.recordKey ?? []))].filter((key) => !touched.has(key));
  await createPlaceholders(transaction, referred.filter((key) => !stored.customer.has(key)).sort());

  // An older version that brings an identifier which was not known enriches its record: that is an update, too.
  const enriched = records.filter(({ content, newKeys }) => content === null && newKeys.length > 0).length;
  const total = (count: 'created' | 'updated' | 'unchanged') => choices.reduce((sum, choice) => sum + choice[count], 0);
  return {
    created: total('created'),
    updated: total('updated') + enriched,
    unchanged: total('unchanged') - enriched,
    warnings: choices.flatMap((choice) => choice.warnings),
    stored,
    records,
    ...winners,
    evidence: [
      ...records.map(({ evidence }) => evidence),
      ...referred.map((key) => gatherReferred(key, stored.customer.get(key))),
      ...changed.map((fact) => gatherFact(fact, stored[fact.type].get(fact.key))),
    ],
    dissolved: new Set([
      ...changed
        .map((fact) => ({ fact, before: stored[fact.type].get(fact.key) }))
        .flatMap(({ fact, before }) => (losesTies(fact, before) ? (before?.customer ?? []) : [])),
      ...records.flatMap(({ lostKeys, evidence }) => (lostKeys.length > 0 ? (evidence.customer ?? []) : [])),
    ]),
    reopened: new Set(changed.flatMap((fact) => loosened(fact, stored[fact.type].get(fact.key)))),
    ...salesOf(winners.orders, stored.order),
  };
}
