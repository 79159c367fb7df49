import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import { type GoldenRecord, type RecordProfile, survive } from '../identity/golden-record.ts';

interface RecordRow extends Omit<RecordProfile, 'profile'> {
  customer: string;
  profile: string;
}

const readRecords: Query = {
  name: 'load.recordsOfCustomers',
  text: `
UNWIND $ids AS id
MATCH (:Customer {id: id})-[:HAS_RECORD]->(record:SourceRecord)
WHERE record.contentHash IS NOT NULL
RETURN id AS customer, record.source AS source, record.recordId AS recordId, record.provenance AS provenance,
  record.observedAt AS observedAt, record.profile AS profile, record.tags AS tags`,
};

// Whose records changed is to be compared with others anew: the mark is in the same transaction, the work is not.
const write: Query = {
  name: 'load.writeGoldenRecords',
  text: `
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
SET customer:KeysDue, customer += row.properties, customer.birthDate = date(row.properties.birthDate)`,
};

function goldenProperties(golden: GoldenRecord) {
  const { displayName, givenName, familyName, gender, birthDate, language, address, attributes, tags } = golden;
  return {
    displayName,
    givenName,
    familyName,
    gender,
    birthDate,
    language,
    addressLine: address?.line ?? null,
    district: address?.district ?? null,
    city: address?.city ?? null,
    province: address?.province ?? null,
    country: address?.country ?? null,
    postalCode: address?.postalCode ?? null,
    attributes: Object.keys(attributes).length > 0 ? JSON.stringify(attributes) : null,
    tags,
  };
}

/** Decides the golden record of some customers anew from all their source records. */
export async function writeGoldenRecords(transaction: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return;
  const byCustomer = new Map<string, RecordProfile[]>(ids.map((id) => [id, []]));
  for (const { customer, profile, ...stamp } of await transaction.run<RecordRow>(readRecords, { ids }))
    byCustomer.get(customer)?.push({ ...stamp, profile: JSON.parse(profile) });
  const rows = [...byCustomer].map(([id, records]) => ({ id, properties: goldenProperties(survive(records)) }));
  await transaction.run(write, { rows });
}
