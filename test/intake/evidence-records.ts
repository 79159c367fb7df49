import type { Database } from '../../src/platform/neo4j/database.ts';
import type { DumpedCustomer } from '../support/intake.ts';

type Identifiers = Record<string, string>;
const identifiersOf = (given: Identifiers) => Object.entries(given).map(([kind, value]) => ({ kind, value }));
/** A record of the CRM. */
export const customer = (recordId: string, identifiers: Identifiers, more: object = {}) => ({
  customer: {
    source: 'crm',
    recordId,
    observedAt: '2026-06-01T10:00:00Z',
    identifiers: identifiersOf(identifiers),
    ...more,
  },
});
/** An order of one line at the till. */
export const order = (number: string, identifiers: Identifiers, more: object = {}) => ({
  order: {
    source: 'pos',
    number,
    placedAt: '2026-06-02T10:00:00Z',
    currency: 'CNY',
    customer: { identifiers: identifiersOf(identifiers) },
    lines: [{ sku: 'bag', quantity: 1, unitPrice: '100.00' }],
    ...more,
  },
});
/** Something seen on the site. */
export const event = (eventId: string, identifiers: Identifiers, more: object = {}) => ({
  event: {
    source: 'web',
    eventId,
    name: 'view',
    occurredAt: '2026-06-03T10:00:00Z',
    customer: { identifiers: identifiersOf(identifiers) },
    ...more,
  },
});
/** Two phone numbers. */
export const P1 = '13800138001';
export const P2 = '13800138002';

/** The facts of each customer, one line for each. */
export const parts = (all: readonly DumpedCustomer[]) =>
  all.map(({ records, orders, events }) => [...records, ...orders, ...events].sort().join(' ')).sort();

/** The customer that an id which was merged away leads to. */
export async function survivorOf(database: Database, id: string): Promise<string | undefined> {
  const rows = await database.read<{ id: string }>(
    {
      name: 'test.survivor',
      text: 'MATCH (:MergedCustomer {id: $id})-[:MERGED_INTO*1..]->(c:Customer) RETURN c.id AS id',
    },
    { id },
  );
  return rows[0]?.id;
}
