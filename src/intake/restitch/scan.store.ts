import type { Query } from '../../platform/neo4j/database.ts';
import type { Reader } from './statements.store.ts';

const customersAfter: Query = {
  name: 'restitch.customersAfter',
  text: `
MATCH (customer:Customer)
WHERE $cursor < customer.id <= $until
WITH customer ORDER BY customer.id LIMIT $most
RETURN customer.id AS id, coalesce(customer.contested, false) AS contested,
  COUNT { (customer)-[:HAS_RECORD]->() } AS records,
  COLLECT {
    MATCH (customer)<-[on:IDENTIFIES]-(identifier:Identifier {strength: 'strong'})
    WHERE coalesce(on.own, true) AND NOT identifier.shared
    RETURN identifier.key
  } AS keys
ORDER BY id`,
};

/** A customer, and what could make a limit part it. */
export interface ScannedCustomer {
  readonly id: string;
  /** Limits or decisions had a say in what it holds. */
  readonly contested: boolean;
  readonly records: number;
  /** Its strong identifiers, without shared ones. */
  readonly keys: readonly string[];
}

/** Customers in the order of their ids, between two of them. */
export function readCustomersAfter(reader: Reader, cursor: string, until: string, most: number) {
  return reader.run<ScannedCustomer>(customersAfter, { cursor, until, most });
}

const sharedAfter: Query = {
  name: 'restitch.sharedAfter',
  text: `
MATCH (identifier:Identifier)
WHERE identifier.key > $cursor AND identifier.shared
WITH identifier ORDER BY identifier.key LIMIT $most
RETURN identifier.key AS key`,
};

/** Identifiers that too many people have, in key order, after a key. */
export async function readSharedAfter(reader: Reader, cursor: string, most: number): Promise<string[]> {
  return (await reader.run<{ key: string }>(sharedAfter, { cursor, most })).map(({ key }) => key);
}

const counts: Query = {
  name: 'restitch.counts',
  text: `
RETURN COUNT { (:SourceRecord) } AS customer, COUNT { (:Order) } AS \`order\`, COUNT { (:Event) } AS event,
  COUNT { (:Customer) } AS customers,
  coalesce(head(COLLECT { MATCH (customer:Customer) RETURN customer.id ORDER BY customer.id DESC LIMIT 1 }), '') AS newest`,
};

/** How many there are of what is looked through. */
export interface Counts extends Record<'customer' | 'order' | 'event' | 'customers', number> {
  /** The greatest customer id. */
  readonly newest: string;
}

export async function readCounts(reader: Reader): Promise<Counts> {
  return (await reader.run<Counts & Record<string, unknown>>(counts))[0] as Counts;
}
