import type { Query, Transaction } from '../../platform/neo4j/database.ts';

const read: Query = {
  name: 'identity.recordsOfCustomers',
  text: `
UNWIND $ids AS id
MATCH (:Customer {id: id})-[:HAS_RECORD]->(record:SourceRecord)
RETURN id, record.key AS key ORDER BY id, record.strongKeys IS NULL, key`,
};

/** The keys of the source records of some customers, those with strong identifiers first, each sorted; customers without any are left out. */
export async function readRecordsOf(
  transaction: Transaction,
  ids: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const records = new Map<string, string[]>();
  for (const { id, key } of await transaction.run<{ id: string; key: string }>(read, { ids }))
    records.set(id, [...(records.get(id) ?? []), key]);
  return records;
}
