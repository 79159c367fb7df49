import { align, distinct } from '../../catalogue/align.ts';
import { readText } from '../../catalogue/read-properties.ts';
import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import { type CustomerRow, customerFromNode } from './customer-row.ts';

/** From `$ids` to `id, customer`; the id of a customer that was merged away leads to its living survivor. */
export const matchById = `UNWIND $ids AS id
CALL (id) {
  MATCH (customer:Customer {id: id})
  RETURN customer
  UNION
  MATCH (:MergedCustomer {id: id})-[:MERGED_INTO*1..]->(customer:Customer)
  RETURN customer
}`;

const findById: Query = { name: 'customers.byId', text: `${matchById}\nRETURN id, customer` };

const findByIdentifier: Query = {
  name: 'customers.byIdentifier',
  text: `UNWIND $keys AS key
MATCH (:Identifier {key: key})-[:IDENTIFIES]->(customer:Customer)
WITH key, collect(DISTINCT customer)[0..2] AS customers
WHERE size(customers) = 1
RETURN key, customers[0] AS customer`,
};

/** Reads customers. Every call is one statement, whatever the number asked for; results stand in that order. */
export interface CustomersStore {
  /** By id; the id of a customer that was merged away leads to its living survivor. */
  byId(ids: readonly string[]): Promise<(CustomerRow | null)[]>;
  /** By the key of an identifier that leads to exactly one customer. */
  byIdentifierKey(keys: readonly string[]): Promise<(CustomerRow | null)[]>;
}

export function createCustomersStore(database: Database): CustomersStore {
  return {
    async byId(ids) {
      const rows = await database.read<Row & { customer: Row }>(findById, { ids: distinct(ids) });
      return align(ids, new Map(rows.map((row) => [readText(row, 'id'), customerFromNode(row.customer)])));
    },
    async byIdentifierKey(keys) {
      const rows = await database.read<Row & { customer: Row }>(findByIdentifier, { keys: distinct(keys) });
      return align(keys, new Map(rows.map((row) => [readText(row, 'key'), customerFromNode(row.customer)])));
    },
  };
}
