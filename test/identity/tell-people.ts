import type { Query } from '../../src/platform/neo4j/database.ts';
import type { TestApp } from '../support/app.ts';

/** One customer as the public API shows it. */
export interface Told {
  readonly id: string;
  /** Keys of its records, orders and events, sorted: `crm|1 pos|7`. */
  readonly facts: string;
  readonly name: string | null;
  readonly tags: readonly string[];
  readonly stage: string;
  readonly purchases: number;
  readonly spent: string;
  readonly identifiers: readonly string[];
}

interface Node extends Omit<Told, 'facts' | 'name' | 'stage' | 'purchases' | 'spent' | 'identifiers'> {
  readonly displayName: string | null;
  readonly lifecycleStage: string;
  readonly purchaseCount: number;
  readonly totalSpent: { readonly amount: string };
  readonly sourceRecords: readonly { readonly source: string; readonly recordId: string }[];
  readonly orders: { readonly nodes: readonly { readonly source: string; readonly number: string }[] };
  readonly identifiers: readonly { readonly kind: string; readonly scope: string | null; readonly value: string }[];
}
const question = `{ customers(first: 100) { nodes {
  id displayName tags lifecycleStage purchaseCount totalSpent { amount }
  sourceRecords { source recordId } orders(first: 100) { nodes { source number } } identifiers { kind scope value }
} } }`;
// Events have no list in the public API.
const eventsOf: Query = {
  name: 'test.events',
  text: 'MATCH (customer:Customer)-[:PERFORMED]->(event:Event) RETURN customer.id AS id, collect(event.key) AS keys',
};

/** Everyone in the graph, by what is theirs. */
export async function everyone(app: TestApp): Promise<Told[]> {
  const { customers } = await app.data<{ customers: { nodes: Node[] } }>(question);
  const rows = await app.database.read<{ id: string; keys: string[] }>(eventsOf);
  const events = new Map(rows.map(({ id, keys }) => [id, keys]));
  return customers.nodes
    .map((node) => ({
      id: node.id,
      facts: [
        ...node.sourceRecords.map(({ source, recordId }) => `${source}|${recordId}`),
        ...node.orders.nodes.map(({ source, number }) => `${source}|${number}`),
        ...(events.get(node.id) ?? []),
      ]
        .sort()
        .join(' '),
      name: node.displayName,
      tags: node.tags,
      stage: node.lifecycleStage,
      purchases: node.purchaseCount,
      spent: node.totalSpent.amount,
      identifiers: node.identifiers.map(({ kind, scope, value }) => `${kind}|${scope ?? ''}|${value}`).sort(),
    }))
    .sort((one, other) => (one.facts < other.facts ? -1 : 1));
}

/** What belongs together, without ids: the facts of each customer. */
export const factsOf = async (app: TestApp): Promise<string[]> => (await everyone(app)).map(({ facts }) => facts);

/** Ids of the customers that ids lead to, however long ago they were merged; null for one that never was. */
export async function survivorsOf(app: TestApp, ids: readonly string[]): Promise<(string | null)[]> {
  const asked = ids.map((id, at) => `c${at}: customer(id: "${id}") { id }`).join(' ');
  const data = await app.data<Record<string, { id: string } | null>>(`{ ${asked} }`);
  return ids.map((_, at) => data[`c${at}`]?.id ?? null);
}

/** Id of the customer whom an identifier finds. */
export async function whoHas(app: TestApp, kind: string, value: string): Promise<string | null> {
  const { customer } = await app.data<{ customer: { id: string } | null }>(
    'query ($kind: String!, $value: String!) { customer(identifier: { kind: $kind, value: $value }) { id } }',
    { kind, value },
  );
  return customer?.id ?? null;
}

/** Who may be one with whom, and why: `facts / facts: reason`. */
export async function possibleMatches(app: TestApp): Promise<string[]> {
  const side = '{ customer { id } }';
  const { possibleMatches } = await app.data<{
    possibleMatches: { nodes: { reason: string; one: Side; other: Side }[] };
  }>(`{ possibleMatches(first: 100) { nodes { reason one ${side} other ${side} } } }`);
  const names = new Map((await everyone(app)).map(({ id, facts }) => [id, facts]));
  const name = ({ customer }: Side) => names.get(customer.id) as string;
  return possibleMatches.nodes
    .map(({ reason, one, other }) => `${[name(one), name(other)].sort().join(' / ')}: ${reason}`)
    .sort();
}
interface Side {
  readonly customer: { readonly id: string };
}

/** What a decision came to. */
export interface Decided {
  readonly decisionId: string;
  readonly customers: readonly { readonly id: string }[];
}

/** A source record `source|recordId` as the API names it. */
export function refOf(key: string) {
  const [source = '', recordId = ''] = key.split('|');
  return { source, recordId };
}

/** The decisions that people can make, each a mutation, made by the same person for the same reason. */
export function decisionsOn(app: TestApp) {
  const by = { actor: 'mei@brand.example', reason: 'she called us' };
  const run = async (field: string, types: string, variables: Record<string, unknown>) => {
    const declared = [...types.matchAll(/(\w+): ([\w[\]!]+)/g)];
    const data = await app.data<Record<string, Decided>>(
      `mutation (${declared.map(([, name, type]) => `$${name}: ${type}`).join(', ')}) {
        ${field}(${declared.map(([, name]) => `${name}: $${name}`).join(', ')}) { decisionId customers { id } }
      }`,
      variables,
    );
    return data[field] as Decided;
  };
  const pair = 'one: SourceRecordRef!, other: SourceRecordRef!, by: DecisionInput!';
  return {
    keepApart: (one: string, other: string) => run('keepApart', pair, { one: refOf(one), other: refOf(other), by }),
    keepTogether: (one: string, other: string) =>
      run('keepTogether', pair, { one: refOf(one), other: refOf(other), by }),
    merge: (...customers: string[]) =>
      run('mergeCustomers', 'customers: [ID!]!, by: DecisionInput!', { customers, by }),
    split: (customer: string, ...records: string[]) =>
      run('splitCustomer', 'customer: ID!, records: [SourceRecordRef!]!, by: DecisionInput!', {
        customer,
        records: records.map(refOf),
        by,
      }),
    undoMerge: (mergeId: string) => run('undoMerge', 'mergeId: ID!, by: DecisionInput!', { mergeId, by }),
    revoke: (decisionId: string) => run('revokeDecision', 'decisionId: ID!, by: DecisionInput!', { decisionId, by }),
  };
}
