import { toKeys } from '../../intake/identity/evidence.ts';
import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { ReadQuery } from './loyalty.store.ts';

/** A strong identifier that leads to one customer only, as it is sent. */
export interface Anchor {
  readonly key: string;
  readonly kind: string;
  readonly value: string;
  readonly scope: string;
}

const anchorColumns =
  'identifier.key AS key, identifier.kind AS kind, identifier.value AS value, identifier.scope AS scope';
const leadsToOne = `identifier.strength = 'strong' AND NOT identifier.shared
  AND COUNT { (identifier)-[:IDENTIFIES]->(:Customer) } = 1`;

// Of a customer that was merged away one of their own, of a living one none of those who were merged into it where there is another:
// what hangs on the identifier is with whom was meant again if a merge is undone.
const anchorOfCustomer: Query = {
  name: 'loyalty.anchorOfCustomer',
  text: `
CALL () {
  MATCH (customer:Customer {id: $id})
  RETURN customer, [] AS own,
    COLLECT { MATCH (other:MergedCustomer)-[:MERGED_INTO*1..]->(customer) UNWIND other.loserKeys AS key RETURN key } AS others
  UNION
  MATCH (merged:MergedCustomer {id: $id})-[:MERGED_INTO*1..]->(customer:Customer)
  RETURN customer, coalesce(merged.loserKeys, []) AS own, [] AS others
}
OPTIONAL MATCH (customer)<-[on:IDENTIFIES]-(identifier:Identifier)
WHERE ${leadsToOne} AND coalesce(on.own, true)
RETURN ${anchorColumns}
ORDER BY identifier.key IN own DESC, identifier.key IN others, identifier.kind = 'member_number' DESC, identifier.firstSeenAt, identifier.key LIMIT 1`,
};

/** The identifier that stands for a customer: null when nobody has the id, key null when they have none of their own. */
export async function readAnchor(read: ReadQuery, id: string): Promise<Anchor | { readonly key: null } | null> {
  const [row] = await read<Anchor & Record<string, unknown>>(anchorOfCustomer, { id });
  return row ?? null;
}

// The order in which intake locks: identifiers, then customers.
const lock: Query = {
  name: 'loyalty.lock',
  text: `
MATCH (identifier:Identifier {key: $key})
SET identifier.key = identifier.key
WITH identifier
MATCH (identifier)-[:IDENTIFIES]->(customer:Customer)
WHERE ${leadsToOne}
SET customer.id = customer.id
RETURN customer.id AS id, ${anchorColumns}`,
};

const stillOn: Query = {
  name: 'loyalty.stillOn',
  text: 'MATCH (:Identifier {key: $key})-[:IDENTIFIES]->(customer:Customer {id: $id}) RETURN customer.id AS id',
};

/** A customer that nobody else changes until the transaction ends. */
export interface Locked {
  readonly customer: string;
  readonly anchor: Anchor;
}

/** Locks an identifier and its customer; null when it leads to none, or to several. 'moved': it was merged meanwhile, try again. */
export async function lockAccount(transaction: Transaction, key: string): Promise<Locked | 'moved' | null> {
  const [row] = await transaction.run<Anchor & { id: string }>(lock, { key });
  if (!row) return null;
  const { id: customer, ...anchor } = row;
  // While we waited for the lock, the customer may have become part of another.
  const still = await transaction.run(stillOn, { key, id: customer });
  return still.length > 0 ? { customer, anchor } : 'moved';
}

const findEntry: Query = {
  name: 'loyalty.findEntry',
  text: `
MATCH (entry:Event {key: $key})
WHERE entry:PointsEntry
OPTIONAL MATCH (customer:Customer)-[:PERFORMED]->(entry)
RETURN entry.key AS key, entry.source AS source, entry.eventId AS entryId, entry.pointsKind AS kind, entry.points AS points,
  entry.occurredAt AS at, entry.reverses AS reverses, entry.request AS request, entry.balanceAfter AS balanceAfter,
  entry.strongKeys AS strongKeys, entry.recordKey AS recordKey, customer.id AS customer`,
};

/** A movement of points as the graph has it, and whose it is. */
export interface StoredEntry {
  readonly key: string;
  readonly source: string;
  readonly entryId: string;
  readonly kind: string;
  readonly points: number;
  readonly at: Date;
  readonly reverses: string | null;
  /** What was asked for, where the API made it. */
  readonly request: string | null;
  readonly balanceAfter: number | null;
  readonly strongKeys: readonly string[];
  readonly recordKey: string | null;
  readonly customer: string | null;
}

/** A movement of points by its key; null when there is none. */
export async function readEntry(read: ReadQuery, key: string): Promise<StoredEntry | null> {
  type Found = Omit<StoredEntry, 'strongKeys'> & { strongKeys: string | string[] | null };
  const [row] = await read<Found & Record<string, unknown>>(findEntry, { key });
  return row ? { ...row, strongKeys: toKeys(row.strongKeys) } : null;
}

const note: Query = {
  name: 'loyalty.noteAnswer',
  text: `
MATCH (:Customer {id: $customer})-[:PERFORMED]->(entry:Event {key: $key})
SET entry.request = $request, entry.balanceAfter = $balance
RETURN entry.key AS key`,
};

/** Keeps what was asked and answered, so that it is answered again; false when the entry is not that customer's. */
export async function noteAnswer(
  transaction: Transaction,
  answer: { readonly customer: string; readonly key: string; readonly request: string; readonly balance: number },
): Promise<boolean> {
  return (await transaction.run(note, { ...answer })).length > 0;
}
