import type { Database, Query, Transaction } from '../../platform/neo4j/database.ts';
import { columns, labels, relationships } from '../identity/evidence.store.ts';
import { type EvidenceType, fromKeys, type StoredKeys, toKeys } from '../identity/evidence.ts';
import { type Periods, plainKey } from '../identity/owner-periods.ts';
import type { FactName, SettledFact, StoredStatement } from './restate.ts';

/** What both a transaction and the database itself can do. */
export type Reader = Pick<Transaction, 'run'>;

/** A database as a reader, every statement by itself. */
export const readerOf = (database: Database): Reader => ({
  run: (query, parameters) => database.read(query, parameters),
});

const types = ['customer', 'order', 'event'] as const;
const stated = (fact: string, type: EvidenceType) =>
  `${columns(fact, type)}, ${fact}.source AS source, ${type === 'customer' ? 'null' : `${fact}.sent`} AS sent,
  ${type === 'customer' ? `${fact}.statedIdentifiers` : 'null'} AS statedIdentifiers`;
const all =
  'type, key, strongKeys, weakKeys, recordKey, seenAt, name, anonymous, anonymousCustomer, source, sent, statedIdentifiers, customer';

const ofCustomers: Query = {
  name: 'restitch.statementsOfCustomers',
  text: `
UNWIND $customers AS customer
CALL (customer) {
${types
  .map(
    (type) =>
      `  MATCH (:Customer {id: customer})-[:${relationships[type]}]->(fact:${labels[type]}) RETURN ${stated('fact', type)}`,
  )
  .join('\n  UNION ALL\n')}
}
RETURN ${all}`,
};
const withOwner = (type: EvidenceType) => `OPTIONAL MATCH (customer:Customer)-[:${relationships[type]}]->(fact)
RETURN ${stated('fact', type)}, customer.id AS customer`;
const byKey = Object.fromEntries(
  types.map((type): [EvidenceType, Query] => [
    type,
    {
      name: `restitch.statements.${type}`,
      text: `
UNWIND $keys AS key
MATCH (fact:${labels[type]} {key: key})
${withOwner(type)}`,
    },
  ]),
) as Record<EvidenceType, Query>;
const after = Object.fromEntries(
  types.map((type): [EvidenceType, Query] => [
    type,
    {
      name: `restitch.statementsAfter.${type}`,
      text: `
MATCH (fact:${labels[type]})
WHERE fact.key > $cursor
WITH fact ORDER BY fact.key LIMIT $most
${withOwner(type)} ORDER BY key`,
    },
  ]),
) as Record<EvidenceType, Query>;
// A single key is kept bare; a list takes both.
const naming: Query = {
  name: 'restitch.statementsNaming',
  text: `
MATCH (:Identifier {key: $key})-[:IDENTIFIES]->(owner:Customer)
CALL (owner) {
${types
  .map(
    (type) => `  MATCH (owner)-[:${relationships[type]}]->(fact:${labels[type]}) WHERE $key IN [] + fact.strongKeys
  RETURN ${stated('fact', type)}`,
  )
  .join('\n  UNION ALL\n')}
}
RETURN ${all.replace(', customer', ', owner.id AS customer')} LIMIT $most`,
};

type StatementRow = StoredKeys<StoredStatement> & {
  sent: string | string[] | null;
  anonymous: boolean | null;
};

function toStatement(row: StatementRow): StoredStatement {
  const sent = toKeys(row.sent);
  return {
    ...row,
    strongKeys: toKeys(row.strongKeys),
    weakKeys: toKeys(row.weakKeys),
    sent: sent.length > 0 ? sent : null,
    anonymous: row.anonymous ?? false,
  };
}

/** Every fact of some customers. */
export async function readStatementsOf(reader: Reader, customers: readonly string[]): Promise<StoredStatement[]> {
  if (customers.length === 0) return [];
  return (await reader.run<StatementRow>(ofCustomers, { customers })).map(toStatement);
}

/** Facts by name. */
export async function readStatements(reader: Reader, facts: readonly FactName[]): Promise<StoredStatement[]> {
  const found: StoredStatement[] = [];
  for (const type of types) {
    const keys = facts.filter((fact) => fact.type === type).map(({ key }) => key);
    if (keys.length > 0) found.push(...(await reader.run<StatementRow>(byKey[type], { keys })).map(toStatement));
  }
  return found;
}

/** The facts of a type in key order, after a key. */
export async function readStatementsAfter(reader: Reader, type: EvidenceType, cursor: string, most: number) {
  return (await reader.run<StatementRow>(after[type], { cursor, most })).map(toStatement);
}

/** Facts that name a strong identifier, in no order. */
export async function readStatementsNaming(reader: Reader, key: string, most: number): Promise<StoredStatement[]> {
  return (await reader.run<StatementRow>(naming, { key, most })).map(toStatement);
}

const periodsOf: Query = {
  name: 'restitch.periodsOfIdentifiers',
  text: `
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
WHERE identifier.reissuedAt IS NOT NULL
RETURN key, identifier.reissuedAt AS reissuedAt`,
};

/** When some identifiers changed hands. */
export async function readPeriods(reader: Reader, keys: Iterable<string>): Promise<Periods> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return new Map();
  const rows = await reader.run<{ key: string; reissuedAt: Date[] }>(periodsOf, { keys: wanted });
  return new Map(rows.map(({ key, reissuedAt }) => [key, reissuedAt]));
}

const rewrite = Object.fromEntries(
  types.map((type): [EvidenceType, Query] => [
    type,
    {
      name: `restitch.rewrite.${type}`,
      text: `
UNWIND $rows AS row
MATCH (fact:${labels[type]} {key: row.key})
SET fact += row.properties
WITH fact, row WHERE row.rekeyed
CALL (fact) {
  MATCH (fact)-[old:STATES|SEEN_ON]->(:Identifier)
  DELETE old
}
CALL (fact, row) {
  UNWIND row.states AS key
  MATCH (identifier:Identifier {key: key})
  CREATE (fact)-[:STATES]->(identifier)
}
CALL (fact, row) {
  UNWIND row.seenOn AS key
  MATCH (identifier:Identifier {key: key})
  CREATE (fact)-[:SEEN_ON]->(identifier)
}`,
    },
  ]),
) as Record<EvidenceType, Query>;

/** Writes what facts are under the rules at hand. */
export async function rewriteFacts(transaction: Transaction, facts: readonly SettledFact[]) {
  for (const type of types) {
    const rows = facts
      .filter(({ evidence }) => evidence.type === type)
      .map(({ stored, evidence: { key, strongKeys, weakKeys, changed }, statedIdentifiers }) => {
        const keys = { strongKeys: fromKeys(strongKeys), weakKeys: fromKeys(weakKeys) };
        // What was sent is told by the keys only as long as these stay as they are.
        const sent = stored.sent ?? [...stored.strongKeys, ...stored.weakKeys].map(plainKey);
        const own = type === 'customer' ? { statedIdentifiers } : changed ? { sent: fromKeys(sent) } : {};
        const states = type === 'customer' ? [...strongKeys, ...weakKeys] : [];
        return { key, rekeyed: changed, properties: { ...keys, ...own }, states, seenOn: weakKeys };
      });
    await transaction.runRows(rewrite[type], rows);
  }
}

const owners = Object.fromEntries(
  types.map((type): [EvidenceType, Query] => [
    type,
    {
      name: `restitch.owners.${type}`,
      text: `
UNWIND $keys AS key
MATCH (fact:${labels[type]} {key: key})<-[:${relationships[type]}]-(customer:Customer)
RETURN '${type}:' + key AS node, customer.id AS customer`,
    },
  ]),
) as Record<EvidenceType, Query>;

/** Whose some facts are, by `nodeOf`. */
export async function readOwners(reader: Reader, facts: readonly FactName[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const type of types) {
    const keys = facts.filter((fact) => fact.type === type).map(({ key }) => key);
    if (keys.length === 0) continue;
    const rows = await reader.run<{ node: string; customer: string }>(owners[type], { keys });
    for (const { node, customer } of rows) found.set(node, customer);
  }
  return found;
}
