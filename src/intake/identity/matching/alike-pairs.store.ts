import type { Query, Transaction } from '../../../platform/neo4j/database.ts';

/** A record of a customer in a block, with who else is in it. */
export interface BlockOfRecord {
  readonly customer: string;
  readonly record: string;
  readonly key: string;
  readonly size: number;
  /** Records of other customers, each with its customer; none where the block is too large to compare all. */
  readonly others: readonly (readonly [record: string, customer: string])[];
}

const neighbours: Query = {
  name: 'matching.neighbours',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})-[:HAS_RECORD]->(record:SourceRecord)-[:COMPARED_BY]->(block:MatchKey)
WITH customer, record, block, COUNT { (block)<-[:COMPARED_BY]-() } AS size
RETURN customer.id AS customer, record.key AS record, block.key AS key, size,
  COLLECT {
    MATCH (block)<-[:COMPARED_BY]-(other:SourceRecord)<-[:HAS_RECORD]-(owner:Customer)
    WHERE size <= $most AND owner <> customer
    RETURN [other.key, owner.id]
  } AS others`,
};

/** The blocks of some customers' records. */
export function readBlocksOf(transaction: Transaction, ids: readonly string[], most: number): Promise<BlockOfRecord[]> {
  return transaction.run<BlockOfRecord>(neighbours, { ids, most });
}

/** Whom a customer is not to be compared with, and whom it is alike to so far. */
export interface Standing {
  readonly id: string;
  /** Decided to be somebody else, or kept apart by a limit, which says more. */
  readonly apart: readonly string[];
  readonly alike: readonly string[];
}

const standings: Query = {
  name: 'matching.standings',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN id,
  COLLECT {
    MATCH (customer)-[:HAS_RECORD]->(:SourceRecord)-[:DECIDED {verdict: 'APART'}]-(:SourceRecord)<-[:HAS_RECORD]-(other:Customer)
    RETURN DISTINCT other.id
    UNION
    MATCH (customer)-[match:POSSIBLE_MATCH]-(other:Customer) WHERE match.reason <> 'ALIKE'
    RETURN DISTINCT other.id
  } AS apart,
  COLLECT { MATCH (customer)-[:POSSIBLE_MATCH {reason: 'ALIKE'}]-(other:Customer) RETURN DISTINCT other.id } AS alike`,
};

export function readStandings(transaction: Transaction, ids: readonly string[]): Promise<Standing[]> {
  return transaction.run<Standing>(standings, { ids });
}

const lockCustomers: Query = {
  name: 'matching.lockCustomers',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
SET customer.id = customer.id`,
};
// What merged customers were alike to is of their survivors now.
const clear: Query = {
  name: 'matching.clearAlike',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
REMOVE customer:ScoresDue
WITH customer
CALL (customer) {
  MATCH (customer)-[match:POSSIBLE_MATCH {reason: 'ALIKE'}]-()
  DELETE match
}
CALL (customer) {
  MATCH (customer)<-[:MERGED_INTO*1..]-(:MergedCustomer)-[match:POSSIBLE_MATCH {reason: 'ALIKE'}]-()
  DELETE match
}`,
};
const create: Query = {
  name: 'matching.noteAlike',
  text: `
UNWIND $rows AS row
MATCH (one:Customer {id: row.one})
MATCH (other:Customer {id: row.other})
CREATE (one)-[match:POSSIBLE_MATCH]->(other)
SET match = row, match.reason = 'ALIKE', match.via = ''`,
};

/** Two customers who are alike, by the two of their records that are most so. */
export interface AlikePair {
  readonly one: string;
  readonly other: string;
  /** The records, as `type:key`; `oneFact` sorts before `otherFact`. */
  readonly oneFact: string;
  readonly otherFact: string;
  readonly scoreMillionths: number;
  /** JSON: the weight before comparing, and the comparisons with theirs. */
  readonly comparison: string;
}

/** Replaces whom some customers are alike to. `involved`: everybody on either side, before and after, to be locked in order. */
export async function replaceAlike(
  transaction: Transaction,
  ids: readonly string[],
  rows: readonly AlikePair[],
  involved: Iterable<string>,
): Promise<void> {
  await transaction.run(lockCustomers, { ids: [...new Set([...ids, ...involved])].sort() });
  await transaction.run(clear, { ids });
  await transaction.runRows(create, rows);
}

const clearSome: Query = {
  name: 'matching.clearSomeAlike',
  text: `
MATCH ()-[match:POSSIBLE_MATCH {reason: 'ALIKE'}]->()
WITH match LIMIT $most
DELETE match
RETURN count(*) AS cleared`,
};

/** Forgets some of all that are alike; how many. */
export async function clearSomeAlike(transaction: Transaction, most: number): Promise<number> {
  const [row] = await transaction.run<{ cleared: number }>(clearSome, { most });
  return row?.cleared ?? 0;
}
