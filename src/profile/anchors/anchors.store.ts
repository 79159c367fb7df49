import type { Database, Query, Transaction } from '../../platform/neo4j/database.ts';

/** A strong identifier that leads to one customer only, as it is sent. */
export interface Anchor {
  readonly key: string;
  readonly kind: string;
  readonly value: string;
  readonly scope: string;
}

const anchorColumns =
  'identifier.key AS key, identifier.kind AS kind, identifier.value AS value, identifier.scope AS scope';
const leadsToOne = `identifier.strength = 'strong' AND NOT identifier.shared
  AND COUNT { (identifier)-[:IDENTIFIES]->(:Customer) } = 1`;

// Of a customer that was merged away one of their own, of a living one none of those who were merged into it where there is another:
// what hangs on the identifier is with whom was meant again if a merge is undone.
const anchorOfCustomer: Query = {
  name: 'anchors.ofCustomer',
  text: `
CALL () {
  MATCH (customer:Customer {id: $id})
  RETURN customer, [] AS own,
    COLLECT { MATCH (other:MergedCustomer)-[:MERGED_INTO*1..]->(customer) UNWIND other.loserKeys AS key RETURN key } AS others
  UNION
  MATCH (merged:MergedCustomer {id: $id})-[:MERGED_INTO*1..]->(customer:Customer)
  RETURN customer, coalesce(merged.loserKeys, []) AS own, [] AS others
}
OPTIONAL MATCH (customer)<-[on:IDENTIFIES]-(identifier:Identifier)
WHERE ${leadsToOne} AND coalesce(on.own, true)
RETURN ${anchorColumns}
ORDER BY identifier.key IN own DESC, identifier.key IN others, identifier.kind = 'member_number' DESC, identifier.firstSeenAt, identifier.key LIMIT 1`,
};

/** The identifier that stands for a customer: null when nobody has the id, key null when they have none of their own. */
export async function readAnchor(read: Database['read'], id: string): Promise<Anchor | { readonly key: null } | null> {
  const [row] = await read<Anchor & Record<string, unknown>>(anchorOfCustomer, { id });
  return row ?? null;
}

// The order in which intake locks: identifiers, then customers.
const lock: Query = {
  name: 'anchors.lock',
  text: `
MATCH (identifier:Identifier {key: $key})
SET identifier.key = identifier.key
WITH identifier
MATCH (identifier)-[:IDENTIFIES]->(customer:Customer)
WHERE ${leadsToOne}
SET customer.id = customer.id
RETURN customer.id AS id, ${anchorColumns}`,
};

const stillOn: Query = {
  name: 'anchors.stillOn',
  text: 'MATCH (:Identifier {key: $key})-[:IDENTIFIES]->(customer:Customer {id: $id}) RETURN customer.id AS id',
};

/** A customer that nobody else changes until the transaction ends. */
export interface Locked {
  readonly customer: string;
  readonly anchor: Anchor;
}

/** Locks an identifier and its customer; null when it leads to none, or to several. 'moved': it was merged meanwhile, try again. */
export async function lockCustomer(transaction: Transaction, key: string): Promise<Locked | 'moved' | null> {
  const [row] = await transaction.run<Anchor & { id: string }>(lock, { key });
  if (!row) return null;
  const { id: customer, ...anchor } = row;
  // While we waited for the lock, the customer may have become part of another.
  const still = await transaction.run(stillOn, { key, id: customer });
  return still.length > 0 ? { customer, anchor } : 'moved';
}

/** An identifier as a record names it. */
export const asSent = ({ kind, value, scope }: Pick<Anchor, 'kind' | 'value' | 'scope'>) => ({
  kind,
  value,
  scope: scope || null,
});
