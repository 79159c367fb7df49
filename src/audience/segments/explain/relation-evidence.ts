import { fromMinor } from '../../../platform/money.ts';
import type { Row } from '../../../platform/neo4j/database.ts';
import { householdTies, referralTies, referredByTies } from '../../../profile/people/ties.ts';
import type { RelationName, Scope } from '../../rules/index.ts';
import type { Evidence } from './clause-tree.ts';

/** How a customer's relation is walked. */
export interface RelationWalk {
  readonly scope: ShownScope;
  /** Clauses that go from `customer` to each `related`; from none to nothing, or to a null. `$phoneKinds` is given. */
  readonly match: string;
  readonly label: string;
  /** Unique property of the object. */
  readonly key: string;
  /** The order in which those in a variable are shown: the newest first. */
  readonly newest: (variable: string) => string;
  /** What the matched objects sum to, beside their number. */
  readonly sum: string;
}

/** What can stand at the end of a customer's relation. */
export type ShownScope = Extract<Scope, 'order' | 'event' | 'identifier' | 'device' | 'customer'>;

/** A relation of a customer whose objects are shown. */
export type WalkedRelation = Extract<
  RelationName,
  'orders' | 'purchases' | 'events' | 'identifiers' | 'devices' | 'household' | 'referrals' | 'referredBy'
>;

const orders: RelationWalk = {
  scope: 'order',
  label: 'Order',
  match: 'OPTIONAL MATCH (customer)-[:PLACED]->(related)',
  key: 'key',
  newest: (of) => `${of}.placedAt DESC, ${of}.key`,
  sum: 'sum(node.netMinor)',
};

const customers: Omit<RelationWalk, 'match'> = {
  scope: 'customer',
  label: 'Customer',
  key: 'id',
  newest: (of) => `${of}.lastSeenAt DESC, ${of}.id`,
  sum: 'sum(0)',
};

/** The relations that a customer's rule can name. */
export const walks: Readonly<Record<WalkedRelation, RelationWalk>> = {
  orders,
  purchases: { ...orders, match: `${orders.match} WHERE related.isPurchase` },
  events: {
    scope: 'event',
    label: 'Event',
    match: 'OPTIONAL MATCH (customer)-[:PERFORMED]->(related)',
    key: 'key',
    newest: (of) => `${of}.occurredAt DESC, ${of}.key`,
    sum: 'sum(0)',
  },
  identifiers: {
    scope: 'identifier',
    label: 'Identifier',
    match: 'OPTIONAL MATCH (customer)<-[:IDENTIFIES]-(related:Identifier)',
    key: 'key',
    newest: (of) => `${of}.key`,
    sum: 'sum(0)',
  },
  devices: {
    scope: 'device',
    label: 'Device',
    match: 'OPTIONAL MATCH (customer)-[:USES]->(related:Device)',
    key: 'deviceId',
    newest: (of) => `${of}.deviceId`,
    sum: 'sum(0)',
  },
  household: { ...customers, match: `${householdTies('customer', 'related', '$phoneKinds')} AND related.known` },
  referrals: { ...customers, match: referralTies('customer', 'related') },
  referredBy: { ...customers, match: referredByTies('customer', 'related') },
};

/** How the objects of a scope stand in the graph. */
export function nodeOf(scope: ShownScope): Pick<RelationWalk, 'label' | 'key'> {
  const { label, key } = Object.values(walks).find((walk) => walk.scope === scope) as RelationWalk;
  return { label, key };
}

/** What the graph found of one relation clause. */
export interface FoundRelation {
  /** How many there are in all; how many of these, the newest, were looked at; of those, how many `where` selects and their sum. */
  readonly related: number;
  readonly considered: number;
  readonly matched: number;
  readonly totalMinor: number;
  /** Keys of the newest of the matched ones. */
  readonly keys: readonly string[];
}

/** The measures first, then the objects, as plain JSON. `shown` has the properties of each object, by scope and key. */
export function evidenceOf(
  relation: WalkedRelation,
  { matched, related, considered, totalMinor, keys }: FoundRelation,
  shown: ReadonlyMap<ShownScope, ReadonlyMap<string, Row>>,
  currency: string,
): Evidence[] {
  const { scope } = walks[relation];
  const total = scope === 'order' ? { total: { amount: fromMinor(totalMinor, currency), currency } } : {};
  const objects = keys.map((key) => shown.get(scope)?.get(key)).filter((object) => object !== undefined);
  return [
    { type: 'measures', relation, count: matched, of: related, ...total, ...(considered < related && { considered }) },
    ...objects.map((object) => showObject(scope, object)),
  ];
}

/** One object as evidence. */
export function showObject(scope: ShownScope, object: Row): Evidence {
  const { totalMinor, currency, ...rest } = Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
  if (scope === 'order') {
    return { type: 'order', ...rest, total: { amount: fromMinor(Number(totalMinor), String(currency)), currency } };
  }
  // no scope is kept as empty text, because it is part of a key
  return scope === 'identifier' ? { type: 'identifier', ...rest, scope: rest.scope || null } : { type: scope, ...rest };
}
