import { type Ask, readAll } from '../support/reference/read-portrait.ts';
import type { IdentifierJson } from '../support/reference/record-input.ts';

/** One customer as a story looks at it. */
export interface CustomerView {
  id: string;
  displayName: string | null;
  givenName: string | null;
  familyName: string | null;
  gender: string | null;
  birthDate: string | null;
  language: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  tags: string[];
  inferredTags: string[];
  lifecycleStage: string;
  purchaseCount: number;
  totalSpent: { amount: string; currency: string };
  averagePurchaseValue: { amount: string; currency: string } | null;
  firstPurchaseAt: string | null;
  lastPurchaseAt: string | null;
  lastSeenAt: string | null;
  updatedAt: string;
  identifiers: { kind: string; scope: string | null; value: string; sources: string[] }[];
  devices: { deviceId: string; platform: string | null; model: string | null }[];
  /** By source. */
  sourceRecords: { source: string; recordId: string; provenance: string; observedAt: string }[];
  attributes: { name: string; value: unknown; source: string; recordId: string }[];
  mergedFrom: { id: string; mergedAt: string; cause: string; via: { kind: string; value: string } | null }[];
  loyalty: { balance: number; debt: number; tier: { name: string } } | null;
  /** Newest first. */
  orders: {
    source: string;
    number: string;
    store: { name: string } | null;
    staff: { name: string } | null;
    total: { amount: string };
  }[];
}

type App = { data: Ask };

const customerQuery = `query ($id: ID, $identifier: IdentifierInput) {
  customer(id: $id, identifier: $identifier) {
    id displayName givenName familyName gender birthDate language city province country tags inferredTags lifecycleStage purchaseCount
    totalSpent { amount currency } averagePurchaseValue { amount currency }
    firstPurchaseAt lastPurchaseAt lastSeenAt updatedAt
    identifiers { kind scope value sources }
    devices { deviceId platform model }
    sourceRecords { source recordId provenance observedAt }
    attributes { name value source recordId }
    mergedFrom { id mergedAt cause via { kind value } }
    loyalty { balance debt tier { name } }
    orders(first: 100) { nodes { source number store { name } staff { name } total { amount } } }
  }
}`;

/** The customer of an identifier, or else of an id; null when there is none. */
export async function customerBy(
  app: App,
  identifier: IdentifierJson | null,
  id?: string,
): Promise<CustomerView | null> {
  type Found = Omit<CustomerView, 'orders'> & { orders: { nodes: CustomerView['orders'] } };
  const variables = identifier ? { identifier } : { id };
  const { customer } = await app.data<{ customer: Found | null }>(customerQuery, variables);
  if (!customer) return null;
  const sourceRecords = [...customer.sourceRecords].sort((left, right) => (left.source < right.source ? -1 : 1));
  return { ...customer, sourceRecords, orders: customer.orders.nodes };
}

/** The customer of an identifier, who must be there. */
export async function knownBy(app: App, identifier: IdentifierJson): Promise<CustomerView> {
  const customer = await customerBy(app, identifier);
  if (!customer) throw new Error(`nobody has ${JSON.stringify(identifier)}`);
  return customer;
}

/** Ids of the customers that a rule selects, sorted; the empty rule selects everyone. */
export async function selected(app: App, rule: string, asOf?: string): Promise<string[]> {
  const query = `query ($rule: String, $asOf: DateTime, $after: String) {
    customers(rule: $rule, asOf: $asOf, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
  }`;
  type Data = { customers: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
  const given = rule === '' ? undefined : rule;
  const nodes = await readAll(async (after) => (await app.data<Data>(query, { rule: given, asOf, after })).customers);
  return nodes.map(({ id }) => id).sort();
}
