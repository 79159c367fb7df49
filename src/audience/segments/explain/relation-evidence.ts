import { fromMinor } from '../../../platform/money.ts';
import type { Row } from '../../../platform/neo4j/database.ts';
import type { RelationName, Scope } from '../../rules/index.ts';
import type { Evidence } from './clause-tree.ts';

/** How a customer's relation is walked. */
export interface RelationWalk {
  readonly scope: ShownScope;
  /** Pattern from `customer` to `related`. */
  readonly pattern: string;
  /** Unique property of the object. */
  readonly key: string;
  /** A further condition on `related`. */
  readonly only?: string;
  /** Shown first: the newest. */
  readonly orderBy: string;
  /** What the matched objects sum to, beside their number. */
  readonly sum: string;
}

/** What can stand at the end of a customer's relation. */
export type ShownScope = Extract<Scope, 'order' | 'event' | 'identifier' | 'device'>;

const orders: RelationWalk = {
  scope: 'order',
  pattern: '(customer)-[:PLACED]->(related:Order)',
  key: 'key',
  orderBy: 'node.placedAt DESC, node.key',
  sum: 'sum(node.netMinor)',
};

/** The relations that a customer's rule can name. */
export const walks: Readonly<Record<Exclude<RelationName, 'lines'>, RelationWalk>> = {
  orders,
  purchases: { ...orders, only: 'related.isPurchase' },
  events: {
    scope: 'event',
    pattern: '(customer)-[:PERFORMED]->(related:Event)',
    key: 'key',
    orderBy: 'node.occurredAt DESC, node.key',
    sum: '0',
  },
  identifiers: {
    scope: 'identifier',
    pattern: '(customer)<-[:IDENTIFIES]-(related:Identifier)',
    key: 'key',
    orderBy: 'node.key',
    sum: '0',
  },
  devices: {
    scope: 'device',
    pattern: '(customer)-[:USES]->(related:Device)',
    key: 'deviceId',
    orderBy: 'node.deviceId',
    sum: '0',
  },
};

/** What the graph found of one relation clause. */
export interface FoundRelation {
  /** How many there are in all, how many of them `where` selects, and what these sum to in minor units. */
  readonly related: number;
  readonly matched: number;
  readonly totalMinor: number;
  /** Keys of the newest of the matched ones. */
  readonly keys: readonly string[];
}

/** The measures first, then the objects, as plain JSON. `shown` has the properties of each object by its key. */
export function evidenceOf(
  relation: keyof typeof walks,
  { matched, related, totalMinor, keys }: FoundRelation,
  shown: ReadonlyMap<string, Row>,
  currency: string,
): Evidence[] {
  const { scope } = walks[relation];
  const total = scope === 'order' ? { total: { amount: fromMinor(totalMinor, currency), currency } } : {};
  const objects = keys.map((key) => shown.get(key)).filter((object) => object !== undefined);
  return [
    { type: 'measures', relation, count: matched, of: related, ...total },
    ...objects.map((object) => showObject(scope, object)),
  ];
}

function showObject(scope: ShownScope, object: Row): Evidence {
  const { totalMinor, currency, ...rest } = Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
  if (scope === 'order') {
    return { type: 'order', ...rest, total: { amount: fromMinor(Number(totalMinor), String(currency)), currency } };
  }
  // no scope is kept as empty text, because it is part of a key
  return scope === 'identifier' ? { type: 'identifier', ...rest, scope: rest.scope || null } : { type: scope, ...rest };
}
