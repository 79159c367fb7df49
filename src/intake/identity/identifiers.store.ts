import type { Query, Transaction } from '../../platform/neo4j/database.ts';
import type { PersonalFact } from '../records/facts.ts';
import { type CustomerRow, type MetCustomers, noneMet, noteMet } from './met-customers.ts';

/** The customers on a weak identifier, as the graph has them. */
export interface WeakIdentifierState {
  /** Known customers seen on it by facts of their own. */
  readonly known: readonly string[];
  /** Whose its anonymous facts are; null when it carries none. */
  readonly owner: string | null;
}

export interface ClaimedIdentifiers {
  /** The customers on the identifiers, locked. */
  readonly met: MetCustomers;
  /** The customers of each strong identifier that has any, but of shared ones none. */
  readonly pointers: Map<string, readonly string[]>;
  readonly shared: Set<string>;
  readonly weak: Map<string, WeakIdentifierState>;
}

/** One customer on an identifier; customer null: there is none. */
interface OnRow {
  key: string;
  customer: string | null;
  own: boolean | null;
  carries: boolean | null;
  shared: boolean | null;
}

const on =
  'identifier.key AS key, customer.id AS customer, on.own AS own, on.carries AS carries, identifier.shared AS shared';
const noteSeenAgain = `identifier.lastSeenAt =
  CASE WHEN row.lastSeenAt > identifier.lastSeenAt THEN row.lastSeenAt ELSE identifier.lastSeenAt END
FOREACH (_ IN CASE WHEN coalesce(row.firstSeenAt, row.lastSeenAt) < identifier.firstSeenAt THEN [1] ELSE [] END |
  SET identifier.firstSeenAt = coalesce(row.firstSeenAt, row.lastSeenAt))
FOREACH (source IN [source IN row.sources WHERE NOT source IN identifier.sources] |
  SET identifier.sources = identifier.sources + source)
WITH identifier
OPTIONAL MATCH (identifier)-[on:IDENTIFIES]->(customer:Customer) WHERE NOT identifier.shared
WITH identifier, on, customer ORDER BY customer.id
SET customer.id = customer.id
RETURN ${on}, customer.known AS known, customer.contested AS contested`;

// The first SET takes the write lock before the pointer is read, so that nobody moves it until we have committed; the second
// locks the customers, in the order of their ids.
const claimKnown: Query = {
  name: 'identity.claimIdentifiers',
  text: `
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
SET ${noteSeenAgain}`,
};

// Another call may create one of them meanwhile: then this waits for it and finds what it wrote.
const claimNew: Query = {
  name: 'identity.createIdentifiers',
  text: `
UNWIND $rows AS row
MERGE (identifier:Identifier {key: row.key})
ON CREATE SET identifier.kind = row.kind, identifier.scope = row.scope, identifier.value = row.value,
  identifier.strength = row.strength, identifier.shared = false, identifier.lastSeenAt = row.lastSeenAt,
  identifier.firstSeenAt = coalesce(row.firstSeenAt, row.lastSeenAt), identifier.sources = row.sources
ON MATCH SET ${noteSeenAgain}`,
};

interface IdentifierRow {
  key: string;
  kind: string;
  scope: string;
  value: string;
  strength: 'strong' | 'weak';
  firstSeenAt: Date;
  lastSeenAt: Date;
  sources: string[];
}

function noteSeen(
  rows: Map<string, IdentifierRow>,
  fact: PersonalFact,
  row: Omit<IdentifierRow, 'firstSeenAt' | 'lastSeenAt' | 'sources'>,
) {
  const seen = rows.get(row.key);
  if (!seen) {
    rows.set(row.key, { ...row, firstSeenAt: fact.seenAt, lastSeenAt: fact.seenAt, sources: [fact.source] });
    return;
  }
  if (fact.seenAt < seen.firstSeenAt) seen.firstSeenAt = fact.seenAt;
  if (fact.seenAt > seen.lastSeenAt) seen.lastSeenAt = fact.seenAt;
  if (!seen.sources.includes(fact.source)) seen.sources.push(fact.source);
}

/** What facts say of identifiers, by key and in key order. */
function identifierRows(facts: readonly PersonalFact[]): Map<string, IdentifierRow> {
  const rows = new Map<string, IdentifierRow>();
  for (const fact of facts) {
    for (const { key, kind, scope, normalised, strength } of fact.identifiers)
      if (key !== null && normalised !== null) noteSeen(rows, fact, { key, kind, scope, value: normalised, strength });
    if (fact.type === 'event' && fact.deviceIdentifier?.key) {
      const { key, kind, scope, normalised, strength } = fact.deviceIdentifier;
      noteSeen(rows, fact, { key: key as string, kind, scope, value: normalised as string, strength });
    }
  }
  return new Map([...rows].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What the customers on weak identifiers make of them. */
function readWeakStates(rows: readonly OnRow[]): Map<string, WeakIdentifierState> {
  const states = new Map<string, { known: string[]; owner: string | null }>();
  for (const { key, customer, own, carries } of rows) {
    if (customer === null) continue;
    const state = states.get(key) ?? { known: [], owner: null };
    states.set(key, state);
    if (own ?? true) state.known.push(customer);
    if (carries) state.owner = customer;
  }
  return states;
}

/**
 * Creates or finds the identifiers that facts name, write-locks them in key order, notes when and by whom they were seen,
 * and reads the customers behind them.
 */
export async function claimIdentifiers(
  transaction: Transaction,
  facts: readonly PersonalFact[],
): Promise<ClaimedIdentifiers> {
  const rows = identifierRows(facts);
  if (rows.size === 0) return { met: noneMet(), pointers: new Map(), shared: new Set(), weak: new Map() };
  const again = [...rows.values()].map(({ key, firstSeenAt, lastSeenAt, sources }) => ({
    key,
    lastSeenAt,
    sources,
    ...(firstSeenAt < lastSeenAt ? { firstSeenAt } : {}),
  }));
  const found = await transaction.runRows<OnRow & CustomerRow>(claimKnown, again);
  const existing = new Set(found.map((row) => row.key));
  const unknown = [...rows.values()].filter(({ key }) => !existing.has(key));
  found.push(...(await transaction.runRows<OnRow & CustomerRow>(claimNew, unknown)));
  const isStrong = ({ key }: OnRow) => rows.get(key)?.strength === 'strong';
  const pointers = new Map<string, string[]>();
  for (const row of found.filter(isStrong))
    if (row.customer !== null) pointers.set(row.key, [...(pointers.get(row.key) ?? []), row.customer]);
  const met = noneMet();
  for (const { customer, known, contested } of found)
    if (customer !== null) noteMet(met, { id: customer, known, contested });
  return {
    met,
    pointers,
    shared: new Set(found.filter((row) => row.shared).map((row) => row.key)),
    weak: readWeakStates(found.filter((row) => !isStrong(row))),
  };
}

const weakOfCustomers: Query = {
  name: 'identity.weakIdentifiersOfCustomers',
  text: `
UNWIND $customers AS id
MATCH (:Customer {id: id})<-[:IDENTIFIES]-(identifier:Identifier {strength: 'weak'})
WITH DISTINCT identifier
MATCH (identifier)-[on:IDENTIFIES]->(customer:Customer)
RETURN ${on}`,
};

/** The state of every weak identifier that some customers were seen on. */
export async function readWeakIdentifiersOf(transaction: Transaction, customers: readonly string[]) {
  return readWeakStates(await transaction.run<OnRow>(weakOfCustomers, { customers }));
}

const weakByKey: Query = {
  name: 'identity.weakIdentifiersByKey',
  text: `
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
SET identifier.lastSeenAt = identifier.lastSeenAt
WITH identifier
MATCH (identifier)-[on:IDENTIFIES]->(customer:Customer)
RETURN ${on}`,
};

/** Write-locks weak identifiers and reads their state; those that nobody is on are left out. */
export async function readWeakIdentifiers(transaction: Transaction, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, WeakIdentifierState>();
  return readWeakStates(await transaction.run<OnRow>(weakByKey, { keys: [...keys].sort() }));
}

const pointersOf: Query = {
  name: 'identity.identifiersOfCustomers',
  text: `
UNWIND $customers AS id
MATCH (:Customer {id: id})<-[on:IDENTIFIES]-(identifier:Identifier)
WHERE coalesce(on.own, true)
RETURN identifier.key AS key, id AS customer`,
};

/** Every identifier that identifies one of some customers by a fact of its own. */
export function readIdentifiersOf(transaction: Transaction, customers: readonly string[]) {
  return transaction.run<{ key: string; customer: string }>(pointersOf, { customers });
}

// One relationship ties an identifier to a customer, for either reason or both: `own` (missing means true) says that a fact
// of the customer's names it, `carries` that the customer has the anonymous facts that came on it.
const detach: Query = {
  name: 'identity.detachIdentifiers',
  text: `
UNWIND $rows AS row
MATCH (:Identifier {key: row.key})-[on:IDENTIFIES]->(:Customer {id: row.customer})
WITH on, coalesce(on.carries, false) AS carries
FOREACH (_ IN CASE WHEN carries THEN [1] ELSE [] END | SET on.own = false)
FOREACH (_ IN CASE WHEN carries THEN [] ELSE [1] END | DELETE on)`,
};
const attach: Query = {
  name: 'identity.attachIdentifiers',
  text: `
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
MATCH (customer:Customer {id: row.customer})
MERGE (identifier)-[on:IDENTIFIES]->(customer)
REMOVE on.own`,
};

export interface PointerChange {
  readonly key: string;
  readonly customer: string;
}

/** Takes identifiers off customers, then puts identifiers on customers; each pair at most once. */
export async function writePointers(
  transaction: Transaction,
  removed: readonly PointerChange[],
  added: readonly PointerChange[],
) {
  if (removed.length > 0) await transaction.run(detach, { rows: removed });
  if (added.length > 0) await transaction.run(attach, { rows: added });
}

const uncarry: Query = {
  name: 'identity.uncarryAnonymous',
  text: `
UNWIND $keys AS key
MATCH (:Identifier {key: key})-[on:IDENTIFIES {carries: true}]->()
WITH on, coalesce(on.own, true) AS own
FOREACH (_ IN CASE WHEN own THEN [1] ELSE [] END | REMOVE on.carries)
FOREACH (_ IN CASE WHEN own THEN [] ELSE [1] END | DELETE on)`,
};
const carry: Query = {
  name: 'identity.carryAnonymous',
  text: `
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
MATCH (customer:Customer {id: row.customer})
MERGE (identifier)-[on:IDENTIFIES]->(customer)
ON CREATE SET on.own = false
SET on.carries = true`,
};

/** Notes whose the anonymous facts of weak identifiers are; of those in `keys` without a row, nobody's. */
export async function writeCarriers(transaction: Transaction, keys: readonly string[], rows: readonly PointerChange[]) {
  if (keys.length > 0) await transaction.run(uncarry, { keys });
  if (rows.length > 0) await transaction.run(carry, { rows });
}

const useDevices: Query = {
  name: 'identity.useDevices',
  text: `
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
WHERE identifier.kind = 'device_id'
MERGE (device:Device {deviceId: identifier.value})
WITH identifier, device
CALL (identifier, device) {
  MATCH (device)<-[uses:USES]-(customer)
  WHERE NOT EXISTS { (identifier)-[:IDENTIFIES]->(customer) }
  DELETE uses
}
CALL (identifier, device) {
  MATCH (identifier)-[:IDENTIFIES]->(customer:Customer)
  MERGE (customer)-[:USES]->(device)
}`,
};

/** Brings the customers' devices in line with the device identifiers that were touched. */
export async function syncDevices(transaction: Transaction, weakKeys: readonly string[]) {
  if (weakKeys.length > 0) await transaction.run(useDevices, { keys: weakKeys });
}

const share: Query = {
  name: 'identity.markShared',
  text: `
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
SET identifier.shared = true`,
};

/** Marks identifiers as shared by too many people to join any. */
export async function markShared(transaction: Transaction, keys: readonly string[]) {
  if (keys.length > 0) await transaction.run(share, { keys });
}
