import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { FactRow, WeakRow } from './facts.store.ts';

const create: Query = {
  name: 'load.createRecords',
  text: `
UNWIND $rows AS row
CREATE (record:SourceRecord)
SET record = row.properties
WITH record, row
CALL (record, row) {
  MATCH (customer:Customer {id: row.customer})
  CREATE (customer)-[:HAS_RECORD]->(record)
}
CALL (record, row) {
  UNWIND row.identifiers AS key
  MATCH (identifier:Identifier {key: key})
  CREATE (record)-[:STATES]->(identifier)
}`,
};

/** A new source record with the customer it belongs to and the identifiers it states. */
export interface RecordRow extends FactRow {
  readonly customer: string | null;
  readonly identifiers: readonly string[];
}

/** Creates source records where they belong. */
export async function createRecords(transaction: Transaction, rows: readonly RecordRow[]) {
  await transaction.runRows(create, rows);
}

const state: Query = {
  name: 'load.stateIdentifiers',
  text: `
UNWIND $rows AS row
MATCH (record:SourceRecord {key: row.key})
MATCH (identifier:Identifier {key: row.identifier})
CREATE (record)-[:STATES]->(identifier)`,
};

/** Ties stored source records to the identifiers that they state for the first time. */
export async function writeStated(transaction: Transaction, rows: readonly WeakRow[]) {
  await transaction.runRows(state, rows);
}

const unstate: Query = {
  name: 'load.unstateIdentifiers',
  text: `
UNWIND $rows AS row
MATCH (:SourceRecord {key: row.key})-[states:STATES]->(:Identifier {key: row.identifier})
DELETE states`,
};

/** Unties stored source records from identifiers that were somebody else's when they stated them. */
export async function removeStated(transaction: Transaction, rows: readonly WeakRow[]) {
  await transaction.runRows(unstate, rows);
}
