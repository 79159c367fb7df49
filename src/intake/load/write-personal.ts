import type { Transaction } from '../../platform/neo4j/database.ts';
import { anonymityMarks } from '../identity/evidence.store.ts';
import { type EvidenceType, fromKeys, nodeOf, type Placement } from '../identity/evidence.ts';
import type { EventFact, OrderFact, PersonalFact } from '../records/facts.ts';
import { createEvents, createPointsEntries, writeDevices } from './events.store.ts';
import { updateFacts, writeReferences, writeSeenOn } from './facts.store.ts';
import type { GatheredFacts } from './gather-personal.ts';
import { createOrders, orderTies, replaceOrders } from './orders.store.ts';
import { createRecords, removeStated, writeStated } from './records.store.ts';

type Placements = ReadonlyMap<string, Placement>;

function factProperties(fact: PersonalFact) {
  const { key, contentHash, recordKey, strongKeys, weakKeys } = fact;
  return {
    ...fact.properties,
    key,
    contentHash,
    recordKey,
    strongKeys: fromKeys(strongKeys),
    weakKeys: fromKeys(weakKeys),
    ...(fact.type === 'customer' ? {} : { sent: fromKeys(fact.sent ?? []) }),
  };
}

/** The customer that a new fact belongs to, and what it remembers of being anonymous. */
function placeOf(type: EvidenceType, key: string, placements: Placements) {
  const placement = placements.get(nodeOf(type, key));
  return { customer: placement?.to ?? null, marks: placement ? anonymityMarks(placement) : {} };
}

async function writeRecords(transaction: Transaction, { records }: GatheredFacts, placements: Placements, now: Date) {
  const rows = records.map(({ evidence, stated, newKeys, lostKeys, content }) => {
    const { key, strongKeys, weakKeys } = evidence;
    const identity = {
      strongKeys: fromKeys(strongKeys),
      weakKeys: fromKeys(weakKeys),
      statedIdentifiers: stated,
    };
    const { customer, marks } = placeOf('customer', key, placements);
    const properties = content ? { ...factProperties(content), receivedAt: now, ...identity, ...marks } : identity;
    return { key, stored: evidence.stored, properties, customer, identifiers: newKeys, lost: lostKeys };
  });
  const stored = rows.filter((row) => row.stored);
  await createRecords(
    transaction,
    rows.filter((row) => !row.stored),
  );
  await updateFacts(transaction, 'customer', stored);
  await writeStated(
    transaction,
    stored.flatMap(({ key, identifiers }) => identifiers.map((identifier) => ({ key, identifier }))),
  );
  await removeStated(
    transaction,
    stored.flatMap(({ key, lost }) => lost.map((identifier) => ({ key, identifier }))),
  );
}

async function writeOrders(
  transaction: Transaction,
  { orders, stored }: GatheredFacts,
  placements: Placements,
  now: Date,
) {
  const rowOf = (order: OrderFact) => ({
    key: order.key,
    placedAt: order.seenAt,
    properties: {
      ...factProperties(order),
      updatedAt: order.version.getTime() === order.seenAt.getTime() ? null : order.version,
    },
    ...orderTies(order),
  });
  const isStored = (order: OrderFact) => stored.order.has(order.key);
  const fresh = orders
    .filter((order) => !isStored(order))
    .map((order) => {
      const { customer, marks } = placeOf('order', order.key, placements);
      const row = rowOf(order);
      return { ...row, properties: { ...row.properties, ...marks }, customer };
    });
  await createOrders(transaction, fresh, now);
  await replaceOrders(transaction, orders.filter(isStored).map(rowOf));
}

async function writeEvents(transaction: Transaction, events: readonly EventFact[], placements: Placements, now: Date) {
  const rowOf = (event: EventFact) => {
    const { customer, marks } = placeOf('event', event.key, placements);
    return {
      key: event.key,
      properties: { ...factProperties(event), ...marks },
      customer,
      store: event.store,
      sku: event.sku,
    };
  };
  const rows = (isPoints: boolean) => events.filter((event) => event.isPoints === isPoints).map(rowOf);
  await createEvents(transaction, rows(false), now);
  await createPointsEntries(transaction, rows(true), now);
  await writeDevices(transaction, events);
}

/** Writes the facts of a batch once it is decided where they belong: new ones with their ties at once, stored ones replaced. */
export async function writePersonal(
  transaction: Transaction,
  gathered: GatheredFacts,
  placements: Placements,
  now: Date,
) {
  await writeRecords(transaction, gathered, placements, now);
  await writeOrders(transaction, gathered, placements, now);
  await writeEvents(transaction, gathered.events, placements, now);
  const weakRows = (facts: readonly { key: string; weakKeys: readonly string[] }[]) =>
    facts.flatMap(({ key, weakKeys }) => weakKeys.map((identifier) => ({ key, identifier })));
  const references = (facts: readonly PersonalFact[]) =>
    facts.flatMap(({ key, recordKey }) => (recordKey === null ? [] : [{ key, record: recordKey }]));
  await writeSeenOn(transaction, 'customer', weakRows(gathered.records.map(({ evidence }) => evidence)));
  for (const [type, facts] of [
    ['order', gathered.orders],
    ['event', gathered.events],
  ] as const) {
    await writeSeenOn(transaction, type, weakRows(facts));
    await writeReferences(transaction, type, references(facts));
  }
}
