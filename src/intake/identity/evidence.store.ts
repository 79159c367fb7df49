import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import { type Evidence, type EvidenceType, type Placement, toKeys } from './evidence.ts';

interface EvidenceRow {
  type: EvidenceType;
  key: string;
  strongKeys: string | string[] | null;
  weakKeys: string | string[] | null;
  recordKey: string | null;
  seenAt: Date;
  name: string | null;
  customer: string | null;
  anonymous: boolean | null;
  anonymousCustomer: string | null;
}

/** What is read of a fact, for `Evidence`. */
export const columns = (
  fact: string,
  type: EvidenceType,
) => `'${type}' AS type, ${fact}.key AS key, ${fact}.strongKeys AS strongKeys, ${fact}.weakKeys AS weakKeys,
  ${fact}.recordKey AS recordKey, coalesce(${fact}.observedAt, ${fact}.placedAt, ${fact}.occurredAt, datetime({epochMillis: 0})) AS seenAt,
  ${fact}.personName AS name, ${fact}.anonymous AS anonymous, ${fact}.anonymousCustomer AS anonymousCustomer`;

const ofCustomers: Query = {
  name: 'identity.evidenceOfCustomers',
  text: `
UNWIND $customers AS customer
CALL (customer) {
  MATCH (:Customer {id: customer})-[:HAS_RECORD]->(fact:SourceRecord) RETURN ${columns('fact', 'customer')}
  UNION ALL
  MATCH (:Customer {id: customer})-[:PLACED]->(fact) RETURN ${columns('fact', 'order')}
  UNION ALL
  MATCH (:Customer {id: customer})-[:PERFORMED]->(fact) RETURN ${columns('fact', 'event')}
}
RETURN type, key, strongKeys, weakKeys, recordKey, seenAt, name, customer, anonymous, anonymousCustomer`,
};

const anonymousOn: Query = {
  name: 'identity.anonymousEvidenceOn',
  text: `
UNWIND $weakKeys AS weakKey
CALL (weakKey) {
  MATCH (:Identifier {key: weakKey})<-[:SEEN_ON]-(fact:SourceRecord) WHERE fact.anonymous
  OPTIONAL MATCH (customer:Customer)-[:HAS_RECORD]->(fact)
  RETURN ${columns('fact', 'customer')}, customer.id AS customer
  UNION ALL
  MATCH (:Identifier {key: weakKey})<-[:SEEN_ON]-(fact:Order) WHERE fact.anonymous
  OPTIONAL MATCH (customer:Customer)-[:PLACED]->(fact)
  RETURN ${columns('fact', 'order')}, customer.id AS customer
  UNION ALL
  MATCH (:Identifier {key: weakKey})<-[:SEEN_ON]-(fact:Event) WHERE fact.anonymous
  OPTIONAL MATCH (customer:Customer)-[:PERFORMED]->(fact)
  RETURN ${columns('fact', 'event')}, customer.id AS customer
}
RETURN DISTINCT type, key, strongKeys, weakKeys, recordKey, seenAt, name, customer, anonymous, anonymousCustomer`,
};

const families: Query = {
  name: 'identity.recordFamilies',
  text: `
UNWIND $records AS record
CALL (record) {
  MATCH (fact:SourceRecord {key: record})
  OPTIONAL MATCH (customer:Customer)-[:HAS_RECORD]->(fact)
  RETURN ${columns('fact', 'customer')}, customer.id AS customer
  UNION ALL
  MATCH (:SourceRecord {key: record})<-[:REFERS_TO]-(fact:Order)
  OPTIONAL MATCH (customer:Customer)-[:PLACED]->(fact)
  RETURN ${columns('fact', 'order')}, customer.id AS customer
  UNION ALL
  MATCH (:SourceRecord {key: record})<-[:REFERS_TO]-(fact:Event)
  OPTIONAL MATCH (customer:Customer)-[:PERFORMED]->(fact)
  RETURN ${columns('fact', 'event')}, customer.id AS customer
}
RETURN type, key, strongKeys, weakKeys, recordKey, seenAt, name, customer, anonymous, anonymousCustomer`,
};

function toEvidence(row: EvidenceRow): Evidence {
  const [strongKeys, weakKeys] = [toKeys(row.strongKeys), toKeys(row.weakKeys)];
  return { ...row, strongKeys, weakKeys, anonymous: row.anonymous ?? false, stored: true, changed: false };
}

/** Every fact of some customers. */
export async function readEvidenceOf(transaction: Transaction, customers: readonly string[]): Promise<Evidence[]> {
  return (await transaction.run<EvidenceRow>(ofCustomers, { customers })).map(toEvidence);
}

/** Source records with the orders and events that refer to them. */
export async function readFamilies(transaction: Transaction, records: readonly string[]): Promise<Evidence[]> {
  if (records.length === 0) return [];
  return (await transaction.run<EvidenceRow>(families, { records })).map(toEvidence);
}

/** The anonymous facts on weak identifiers. */
export async function readAnonymousEvidence(
  transaction: Transaction,
  weakKeys: readonly string[],
): Promise<Evidence[]> {
  return (await transaction.run<EvidenceRow>(anonymousOn, { weakKeys })).map(toEvidence);
}

/** The label of facts, and what ties them to their customer. */
export const labels = { customer: 'SourceRecord', order: 'Order', event: 'Event' } as const;
export const relationships = { customer: 'HAS_RECORD', order: 'PLACED', event: 'PERFORMED' } as const;

const place = (type: EvidenceType): Query => ({
  name: `identity.place.${type}`,
  text: `
UNWIND $rows AS row
MATCH (fact:${labels[type]} {key: row.key})
MATCH (customer:Customer {id: row.to})
CREATE (customer)-[:${relationships[type]}]->(fact)
SET fact += row.marks`,
});
const unplace = (type: EvidenceType): Query => ({
  name: `identity.unplace.${type}`,
  text: `
UNWIND $rows AS row
MATCH (fact:${labels[type]} {key: row.key})<-[belongs:${relationships[type]}]-(:Customer)
SET fact += row.marks
DELETE belongs`,
});
const queries = Object.fromEntries(
  (['customer', 'order', 'event'] as const).map((type) => [type, { place: place(type), unplace: unplace(type) }]),
) as Record<EvidenceType, { place: Query; unplace: Query }>;

/** What a fact that came only through weak identifiers remembers of that. */
export function anonymityMarks({ evidence, anonymous, anonymousCustomer }: Placement) {
  return anonymous || evidence.anonymous ? { anonymous: anonymous || null, anonymousCustomer } : {};
}

/** Puts stored facts where they belong: off the customer that had them, onto the one that has them now. */
export async function writePlacements(transaction: Transaction, placements: readonly Placement[]) {
  for (const type of ['customer', 'order', 'event'] as const) {
    const rows = placements
      .filter((placement) => placement.evidence.type === type)
      .map((placement) => ({
        key: placement.evidence.key,
        from: placement.evidence.customer,
        to: placement.to,
        marks: anonymityMarks(placement),
      }));
    const moved = rows.filter((row) => row.from !== null);
    if (moved.length > 0) await transaction.run(queries[type].unplace, { rows: moved });
    const placed = rows.filter((row) => row.to !== null);
    if (placed.length > 0) await transaction.run(queries[type].place, { rows: placed });
  }
}
