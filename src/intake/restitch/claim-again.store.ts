import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import { periodOf } from '../identity/owner-periods.ts';
import { noteSeen, type SeenIdentifier } from '../identity/seen-identifiers.ts';
import type { SettledFact } from './restate.ts';

const claim: Query = {
  name: 'restitch.claimIdentifiers',
  text: `
UNWIND $rows AS row
MERGE (identifier:Identifier {key: row.key})
ON CREATE SET identifier.kind = row.kind, identifier.scope = row.scope, identifier.value = row.value,
  identifier.shared = false, identifier.firstSeenAt = row.firstSeenAt, identifier.lastSeenAt = row.lastSeenAt,
  identifier.sources = row.sources, identifier.until = row.until, identifier.plainKey = row.plainKey
ON MATCH SET
  identifier.firstSeenAt = CASE WHEN row.firstSeenAt < identifier.firstSeenAt THEN row.firstSeenAt ELSE identifier.firstSeenAt END,
  identifier.lastSeenAt = CASE WHEN row.lastSeenAt > identifier.lastSeenAt THEN row.lastSeenAt ELSE identifier.lastSeenAt END,
  identifier.sources = identifier.sources + [source IN row.sources WHERE NOT source IN identifier.sources]
SET identifier.strength = row.strength
WITH identifier, row
RETURN identifier.key AS key,
  COLLECT { MATCH (identifier)-[:IDENTIFIES]->(customer:Customer) WHERE row.strength = 'strong' RETURN customer.id LIMIT $most } AS customers`,
};

/** The identifiers of some facts, as they are seen there, in key order. */
export function claimRows(facts: Iterable<SettledFact>, wanted: ReadonlySet<string>): SeenIdentifier[] {
  const rows = new Map<string, SeenIdentifier>();
  for (const { evidence, stored, identifiers } of facts)
    for (const [key, { kind, scope, value, strength }] of identifiers) {
      if (!wanted.has(key)) continue;
      const seen = { seenAt: evidence.seenAt, source: stored.source };
      noteSeen(rows, seen, { key, kind, scope, value, strength, ...periodOf(key) });
    }
  return [...rows.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Creates or finds identifiers, write-locks them, and reads whom the strong ones identify: of each at most so many. */
export async function claimAgain(transaction: Transaction, rows: readonly SeenIdentifier[], most: number) {
  const found = await transaction.runRows<{ key: string; customers: string[] }>(claim, rows, { most });
  return new Map(found.map(({ key, customers }) => [key, customers]));
}

const on: Query = {
  name: 'restitch.customersOn',
  text: `
MATCH (:Identifier {key: $key})-[:IDENTIFIES]->(customer:Customer)
RETURN customer.id AS id`,
};

/** Everyone whom an identifier identifies. */
export async function readCustomersOn(transaction: Pick<Transaction, 'run'>, key: string): Promise<string[]> {
  return (await transaction.run<{ id: string }>(on, { key })).map(({ id }) => id);
}

const carryNothing: Query = {
  name: 'restitch.carryNothing',
  text: `
UNWIND $keys AS key
MATCH (:Identifier {key: key})-[on:IDENTIFIES {carries: true}]->(:Customer)
WITH on, coalesce(on.own, true) AS own
FOREACH (_ IN CASE WHEN own THEN [1] ELSE [] END | REMOVE on.carries)
FOREACH (_ IN CASE WHEN own THEN [] ELSE [1] END | DELETE on)`,
};

/** Strong identifiers carry no anonymous facts, also those that were weak before. */
export async function carryNothingOn(transaction: Transaction, keys: Iterable<string>) {
  await transaction.run(carryNothing, { keys: [...keys] });
}

const setShared: Query = {
  name: 'restitch.setShared',
  text: `
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
WHERE identifier.shared <> row.shared
SET identifier.shared = row.shared`,
};

/** Notes of identifiers whether too many people have them. */
export async function writeShared(transaction: Transaction, keys: Iterable<string>, shared: boolean) {
  await transaction.runRows(
    setShared,
    [...keys].map((key) => ({ key, shared })),
  );
}

const unnamed: Query = {
  name: 'restitch.removeUnnamed',
  text: `
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
WHERE NOT EXISTS { (identifier)--() }
DELETE identifier`,
};

/** Removes those of some identifiers that nothing names any more. */
export async function removeUnnamed(transaction: Transaction, keys: Iterable<string>) {
  await transaction.run(unnamed, { keys: [...new Set(keys)].sort() });
}

/** Removes identifiers that facts do not name any more. */
export async function removeUnnamedIdentifiers(transaction: Transaction, facts: readonly SettledFact[]) {
  const lost = facts.flatMap(({ stored, evidence }) => {
    const kept = new Set([...evidence.strongKeys, ...evidence.weakKeys]);
    return [...stored.strongKeys, ...stored.weakKeys].filter((key) => !kept.has(key));
  });
  if (lost.length > 0) await removeUnnamed(transaction, lost);
}
