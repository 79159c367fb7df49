import { toKeys } from '../../intake/identity/evidence.ts';
import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { ReadQuery } from './loyalty.store.ts';

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
