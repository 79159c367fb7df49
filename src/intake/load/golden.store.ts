import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import { registerEndingTags } from '../changes/ending-tags.store.ts';
import { type GoldenRecord, type RecordProfile, survive } from '../identity/golden-record.ts';
import { readTerm, tagTermProperties } from '../records/tag-term.ts';

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
  record.observedAt AS observedAt, record.profile AS profile, record.tags AS tags, record.tagTerms AS tagTerms`,
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
  const { displayName, givenName, familyName, gender, birthDate, language, address, attributes, tags, tagTerms } =
    golden;
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
    ...tagTermProperties(tagTerms),
  };
}

/** Decides the golden record of some customers anew from all their source records. */
export async function writeGoldenRecords(transaction: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return;
  const byCustomer = new Map<string, RecordProfile[]>(ids.map((id) => [id, []]));
  for (const { customer, profile, ...stamp } of await transaction.run<RecordRow>(readRecords, { ids }))
    byCustomer.get(customer)?.push({ ...stamp, profile: JSON.parse(profile) });
  const golden = [...byCustomer].map(([id, records]) => ({ id, golden: survive(records) }));
  const rows = golden.map(({ id, golden: found }) => ({ id, properties: goldenProperties(found) }));
  await transaction.run(write, { rows });
  const ending = golden.flatMap(({ golden: { tagTerms } }) => tagTerms.map((term) => readTerm(term).tag));
  await registerEndingTags(transaction, ending);
}
