import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { RefusalReason } from './linking/linked-group.ts';
import type { MatchName } from './match-id.ts';

/** Two customers that share an identifier and yet are not one. */
export interface RefusedPair {
  readonly one: string;
  readonly other: string;
  readonly reason: RefusalReason;
  /** The shared identifier. */
  readonly key: string;
  /** A fact of either customer that names it, as `type:key`. */
  readonly oneFact: string;
  readonly otherFact: string;
}

const held: Query = {
  name: 'identity.whatCustomersHold',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN id, COUNT { (customer)-[:HAS_RECORD]->() } AS records,
  COLLECT {
    MATCH (customer)<-[on:IDENTIFIES]-(identifier:Identifier {strength: 'strong'})
    WHERE coalesce(on.own, true) AND NOT identifier.shared
    RETURN identifier.key
  } AS keys`,
};

/** The strong identifiers of some customers, and how many source records they have. */
export async function readHeld(transaction: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { keys: readonly string[]; records: number }>();
  const rows = await transaction.run<{ id: string; keys: string[]; records: number }>(held, { ids });
  return new Map(rows.map((row) => [row.id, row]));
}

const rivals: Query = {
  name: 'identity.possibleMatchesOf',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
CALL (customer) {
  MATCH (customer)-[match:POSSIBLE_MATCH]-(other:Customer) WHERE match.reason <> 'ALIKE' RETURN other
  UNION
  MATCH (customer)-[:HAS_RECORD]->(:SourceRecord)-[:DECIDED]-(:SourceRecord)<-[:HAS_RECORD]-(other:Customer) RETURN other
}
RETURN DISTINCT other.id AS id`,
};

/** Customers and all that a limit or a decision ties them to, over any number of steps. */
export async function readContestedWith(transaction: Transaction, ids: Iterable<string>): Promise<Set<string>> {
  const found = new Set(ids);
  let frontier = [...found];
  while (frontier.length > 0) {
    const rows = await transaction.run<{ id: string }>(rivals, { ids: frontier });
    frontier = rows.map(({ id }) => id).filter((id) => !found.has(id));
    for (const id of frontier) found.add(id);
  }
  return found;
}

const sharedOf: Query = {
  name: 'identity.sharedIdentifiersOf',
  text: `
UNWIND $ids AS id
MATCH (:Customer {id: id})<-[:IDENTIFIES]-(identifier:Identifier {shared: true})
RETURN DISTINCT identifier.key AS key`,
};

/** The identifiers of some customers that are shared by too many people. */
export async function readSharedOf(transaction: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return (await transaction.run<{ key: string }>(sharedOf, { ids })).map(({ key }) => key);
}

const clear: Query = {
  name: 'identity.clearPossibleMatches',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
REMOVE customer.contested
WITH customer
MATCH (customer)-[match:POSSIBLE_MATCH]-()
WHERE match.reason <> 'ALIKE'
DELETE match`,
};

const note: Query = {
  name: 'identity.notePossibleMatches',
  text: `
UNWIND $rows AS row
MATCH (one:Customer {id: row.one})
MATCH (other:Customer {id: row.other})
SET one.contested = true, other.contested = true
CREATE (one)-[:POSSIBLE_MATCH {reason: row.reason, via: row.key, one: row.one, other: row.other, oneFact: row.oneFact,
  otherFact: row.otherFact}]->(other)`,
};

/** Forgets the possible matches of customers that are decided anew. */
export async function clearPossibleMatches(transaction: Transaction, ids: readonly string[]) {
  if (ids.length > 0) await transaction.run(clear, { ids });
}

const contest: Query = {
  name: 'identity.contestCustomers',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
SET customer.contested = true`,
};

/** Marks customers of whose facts not all is decided by identifiers alone, so that they are always looked at whole. */
export async function contestCustomers(transaction: Transaction, ids: readonly string[]) {
  if (ids.length > 0) await transaction.run(contest, { ids });
}

/** Notes which customers were kept apart, and why. */
export async function notePossibleMatches(transaction: Transaction, rows: readonly RefusedPair[]) {
  await transaction.runRows(note, rows);
}

const ownerOf = (fact: 'one' | 'other') => `
CALL {
  MATCH (owner:Customer)-[:HAS_RECORD]->(:SourceRecord {key: $${fact}.key}) WHERE $${fact}.type = 'customer' RETURN owner AS ${fact}
  UNION ALL
  MATCH (owner:Customer)-[:PLACED]->(:Order {key: $${fact}.key}) WHERE $${fact}.type = 'order' RETURN owner AS ${fact}
  UNION ALL
  MATCH (owner:Customer)-[:PERFORMED]->(:Event {key: $${fact}.key}) WHERE $${fact}.type = 'event' RETURN owner AS ${fact}
}`;
const recordFor = (fact: 'one' | 'other') => `CASE $${fact}.type WHEN 'customer' THEN $${fact}.key ELSE
    head(COLLECT { MATCH (${fact})-[:HAS_RECORD]->(record:SourceRecord) RETURN record.key ORDER BY record.key LIMIT 1 }) END`;
const find: Query = {
  name: 'identity.findPossibleMatch',
  text: `${ownerOf('one')}${ownerOf('other')}
MATCH (one)-[match:POSSIBLE_MATCH {via: $via}]-(other)
WHERE match.oneFact = $oneFact AND match.otherFact = $otherFact
RETURN match.reason AS reason, ${recordFor('one')} AS one, ${recordFor('other')} AS other`,
};

/** A possible match as it is decided on: a source record of either side, if it has one. */
export interface FoundMatch {
  readonly reason: RefusalReason | 'ALIKE';
  readonly one: string | null;
  readonly other: string | null;
}

/** The possible match of that name; null when there is none any more. */
export async function findPossibleMatch(transaction: Transaction, name: MatchName): Promise<FoundMatch | null> {
  const factOf = (node: string) => ({ type: node.slice(0, node.indexOf(':')), key: node.slice(node.indexOf(':') + 1) });
  const parameters = { ...name, one: factOf(name.oneFact), other: factOf(name.otherFact) };
  return (await transaction.run<FoundMatch>(find, parameters))[0] ?? null;
}
