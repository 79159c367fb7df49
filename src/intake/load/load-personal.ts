import type { Transaction } from '../../platform/neo4j/database.ts';
import type { Evidence } from '../identity/evidence.ts';
import type { CustomerFact, EventFact, OrderFact, PersonalFact } from '../records/facts.ts';
import { type Choice, chooseVersions } from './choose-versions.ts';
import {
  claimFacts,
  type FactRow,
  type StoredFact,
  writeEventTies,
  writeFacts,
  writeOrderTies,
  writeReferences,
  writeSeenOn,
  writeStated,
} from './facts.store.ts';
import {
  gatherFact,
  gatherRecord,
  gatherReferred,
  losesTies,
  type RecordEvidence,
  type StoredByType,
} from './gather-evidence.ts';
import type { RecordFault } from './load-batch.ts';

export interface PersonalOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly warnings: readonly RecordFault[];
  readonly evidence: readonly Evidence[];
  /** Customers that lost a tie. */
  readonly dissolved: ReadonlySet<string>;
  /** Stores and staff that sell, or sold by an older version, what changed. */
  readonly storeCodes: readonly string[];
  readonly staffCodes: readonly string[];
}

function factRow(fact: PersonalFact, now: Date, more: Readonly<Record<string, unknown>>): FactRow {
  const { key, contentHash, recordKey } = fact;
  return { key, properties: { ...fact.properties, contentHash, recordKey, receivedAt: now, ...more } };
}

/** Groups facts by key, keeping their order. */
function byKey<T extends PersonalFact>(facts: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const fact of facts) {
    const group = groups.get(fact.key);
    if (group) group.push(fact);
    else groups.set(fact.key, [fact]);
  }
  return groups;
}

interface Records {
  readonly choice: Choice<CustomerFact>;
  /** Source records whose content or identifiers change. */
  readonly touched: readonly RecordEvidence[];
  /** Older versions that brought an identifier which was not known: they count as updates. */
  readonly enriched: number;
}

function gatherRecords(facts: readonly CustomerFact[], stored: ReadonlyMap<string, StoredFact>): Records {
  const choice = chooseVersions(facts, stored);
  const gathered = [...byKey(facts)].map(([key, versions]) => gatherRecord(key, versions, stored.get(key)));
  const touched = gathered.filter(({ evidence, newKeys }) => choice.winners.has(evidence.key) || newKeys.length > 0);
  return { choice, touched, enriched: touched.filter(({ evidence }) => !choice.winners.has(evidence.key)).length };
}

async function writeRecords(transaction: Transaction, { choice, touched }: Records, now: Date) {
  const rows = touched.map(({ evidence: { key, strongKeys, weakKeys }, stated }) => {
    const identity = { strongKeys, weakKeys, statedIdentifiers: JSON.stringify(stated) };
    const winner = choice.winners.get(key);
    return winner ? factRow(winner, now, identity) : { key, properties: identity };
  });
  await writeFacts(transaction, 'customer', rows);
  await writeStated(
    transaction,
    touched.flatMap(({ evidence, newKeys }) => newKeys.map((identifier) => ({ key: evidence.key, identifier }))),
  );
  const weak = touched.flatMap(({ evidence: { key, weakKeys } }) =>
    weakKeys.map((identifier) => ({ key, identifier })),
  );
  await writeSeenOn(transaction, 'customer', weak);
}

async function writeFactsOf(transaction: Transaction, facts: readonly (OrderFact | EventFact)[], now: Date) {
  for (const type of ['order', 'event'] as const) {
    const own = facts.filter((fact) => fact.type === type);
    const version = (fact: PersonalFact) => (type === 'order' ? { updatedAt: fact.version } : {});
    await writeFacts(
      transaction,
      type,
      own.map((fact) => factRow(fact, now, { strongKeys: fact.strongKeys, weakKeys: fact.weakKeys, ...version(fact) })),
    );
  }
}

async function writeTies(transaction: Transaction, facts: readonly (OrderFact | EventFact)[], stored: StoredByType) {
  const orders = facts.filter((fact) => fact.type === 'order');
  const replaced = orders.filter((order) => stored.order.get(order.key)?.contentHash != null).map((order) => order.key);
  await writeOrderTies(transaction, orders, replaced);
  await writeEventTies(
    transaction,
    facts.filter((fact) => fact.type === 'event'),
  );
  for (const type of ['order', 'event'] as const) {
    const own = facts.filter((fact) => fact.type === type);
    const weak = own.flatMap(({ key, weakKeys }) => weakKeys.map((identifier) => ({ key, identifier })));
    await writeSeenOn(transaction, type, weak);
    const referring = own.flatMap(({ key, recordKey }) => (recordKey === null ? [] : [{ key, record: recordKey }]));
    await writeReferences(transaction, type, referring);
  }
}

/**
 * Claims and writes the customer records, orders and events of a batch, and gathers the evidence they bring.
 * What does not change the graph (sent before, or older) is counted and left alone.
 */
export async function loadPersonal(
  transaction: Transaction,
  facts: readonly PersonalFact[],
  now: Date,
): Promise<PersonalOutcome> {
  const customers = facts.filter((fact) => fact.type === 'customer');
  const orders = facts.filter((fact) => fact.type === 'order');
  const events = facts.filter((fact) => fact.type === 'event');
  const referred = [...new Set([...orders, ...events].flatMap((fact) => fact.recordKey ?? []))];
  const keysOf = (list: readonly PersonalFact[]) => list.map((fact) => fact.key);
  const stored: StoredByType = {
    customer: await claimFacts(transaction, 'customer', [...keysOf(customers), ...referred]),
    order: await claimFacts(transaction, 'order', keysOf(orders)),
    event: await claimFacts(transaction, 'event', keysOf(events)),
  };
  const records = gatherRecords(customers, stored.customer);
  const orderChoice = chooseVersions(orders, stored.order);
  const eventChoice = chooseVersions(events, stored.event);
  const winners = [...orderChoice.winners.values(), ...eventChoice.winners.values()];

  await writeRecords(transaction, records, now);
  await writeFactsOf(transaction, winners, now);
  await writeTies(transaction, winners, stored);

  const touched = new Set(records.touched.map(({ evidence }) => evidence.key));
  const referredNow = new Set(winners.flatMap((fact) => fact.recordKey ?? []));
  const sales = [...orderChoice.winners.values()].flatMap(({ key, store, staff }) => {
    const before = stored.order.get(key);
    return [
      { store, staff },
      { store: before?.storeCode ?? null, staff: before?.staffCode ?? null },
    ];
  });
  const choices = [records.choice, orderChoice, eventChoice];
  const total = (count: 'created' | 'updated' | 'unchanged') => choices.reduce((sum, choice) => sum + choice[count], 0);
  return {
    created: total('created'),
    updated: total('updated') + records.enriched,
    unchanged: total('unchanged') - records.enriched,
    warnings: choices.flatMap((choice) => choice.warnings),
    evidence: [
      ...records.touched.map(({ evidence }) => evidence),
      ...[...referredNow]
        .filter((key) => !touched.has(key))
        .map((key) => gatherReferred(key, stored.customer.get(key))),
      ...winners.map((fact) => gatherFact(fact, stored[fact.type].get(fact.key))),
    ],
    storeCodes: [...new Set(sales.flatMap((sale) => sale.store ?? []))],
    staffCodes: [...new Set(sales.flatMap((sale) => sale.staff ?? []))],
    dissolved: new Set(
      winners
        .filter((fact) => losesTies(fact, stored[fact.type].get(fact.key)))
        .flatMap((fact) => stored[fact.type].get(fact.key)?.customer ?? []),
    ),
  };
}
