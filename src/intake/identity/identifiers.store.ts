import type { Query, Transaction } from '../../platform/neo4j/database.ts';

/** The customers on a weak identifier, as the graph has them. */
export interface WeakIdentifierState {
  /** Known customers seen on it by facts of their own. */
  readonly known: readonly string[];
  /** Whose its anonymous facts are; null when it carries none. */
  readonly owner: string | null;
}

/** One customer on an identifier; customer null: there is none. */
export interface OnRow {
  key: string;
  customer: string | null;
  own: boolean | null;
  carries: boolean | null;
  shared: boolean | null;
}

/** What is read of a customer on an identifier. */
export const on =
  'identifier.key AS key, customer.id AS customer, on.own AS own, on.carries AS carries, identifier.shared AS shared';
/** What the customers on weak identifiers make of them. */
export function readWeakStates(rows: readonly OnRow[]): Map<string, WeakIdentifierState> {
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
