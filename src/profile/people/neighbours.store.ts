import type { Database, Query } from '../../platform/neo4j/database.ts';

/** Things that the graph around a customer is walked through; stores, staff and products end it, as they lead to everybody. */
export const walked = ['CUSTOMER', 'IDENTIFIER', 'DEVICE', 'ORDER'] as const;
/** The kind of such a thing. */
export type Walked = (typeof walked)[number];
export type NeighbourKind = Walked | 'STORE' | 'STAFF' | 'PRODUCT';
export type NeighbourTie =
  | 'IDENTIFIES'
  | 'USES'
  | 'PLACED'
  | 'AT'
  | 'SOLD_BY'
  | 'CONTAINS'
  | 'SAME_ADDRESS'
  | 'REFERRED';

/** A step from a thing to one beside it. */
export interface NeighbourStep {
  /** Key of the thing that the step starts at. */
  readonly from: string;
  readonly kind: NeighbourKind;
  readonly key: string;
  readonly label: string | null;
  readonly tie: NeighbourTie;
  /** The tie leads from the thing found to the one that the step starts at. */
  readonly back: boolean;
}

/** One branch of a step: so many at most, in an order of its own. */
const branch = (match: string, kind: NeighbourKind, tie: NeighbourTie, back: boolean, found: string, order = 'key') => `
  MATCH ${match}
  RETURN '${kind}' AS kind, ${found}, '${tie}' AS tie, ${back} AS back ORDER BY ${order} LIMIT $limit`;

const customerFound = 'there.id AS key, null AS label';

const queries: Readonly<Record<Walked, Query>> = {
  CUSTOMER: stepsFrom('Customer', 'id', 'customer', [
    branch(
      '(thing)<-[:IDENTIFIES]-(there:Identifier)',
      'IDENTIFIER',
      'IDENTIFIES',
      true,
      "there.key AS key, there.kind + ' ' + there.value AS label",
    ),
    branch('(thing)-[:USES]->(there:Device)', 'DEVICE', 'USES', false, 'there.deviceId AS key, there.model AS label'),
    branch(
      '(thing)-[:PLACED]->(there:Order)',
      'ORDER',
      'PLACED',
      false,
      'there.key AS key, there.number AS label',
      'there.placedAt DESC, key',
    ),
  ]),
  IDENTIFIER: stepsFrom('Identifier', 'key', 'identifier', [
    branch('(thing)-[:IDENTIFIES]->(there:Customer)', 'CUSTOMER', 'IDENTIFIES', false, customerFound),
  ]),
  DEVICE: stepsFrom('Device', 'deviceId', 'device', [
    branch('(thing)<-[:USES]-(there:Customer)', 'CUSTOMER', 'USES', true, customerFound),
  ]),
  ORDER: stepsFrom('Order', 'key', 'order', [
    branch('(thing)<-[:PLACED]-(there:Customer)', 'CUSTOMER', 'PLACED', true, customerFound),
    branch('(thing)-[:AT]->(there:Store)', 'STORE', 'AT', false, 'there.code AS key, there.name AS label'),
    branch('(thing)-[:SOLD_BY]->(there:Staff)', 'STAFF', 'SOLD_BY', false, 'there.code AS key, there.name AS label'),
    branch(
      '(thing)-[:CONTAINS]->(there:Product) WITH DISTINCT there',
      'PRODUCT',
      'CONTAINS',
      false,
      'there.sku AS key, there.name AS label',
    ),
  ]),
};

function stepsFrom(label: string, key: string, name: string, branches: readonly string[]): Query {
  return {
    name: `neighbours.of.${name}`,
    text: `
UNWIND $keys AS from
MATCH (thing:${label} {${key}: from})
CALL (thing) {${branches.join('\n  UNION ALL')}
}
RETURN from, kind, key, label, tie, back`,
  };
}

/** The steps from things of one kind, up to `limit` of each sort from each; one statement. */
export async function readSteps(
  database: Database,
  kind: Walked,
  keys: readonly string[],
  limit: number,
): Promise<NeighbourStep[]> {
  if (keys.length === 0) return [];
  return database.read<NeighbourStep & Record<string, unknown>>(queries[kind], { keys: [...keys].sort(), limit });
}
