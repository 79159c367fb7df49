import { beforeAll, describe, expect, it } from 'vitest';
import type { Query, QueryOperator } from '../../src/platform/neo4j/database.ts';
import { useApp } from '../support/app.ts';

// The database plans with what it knows: right after a first import that is nothing, and a plan that reads every order stays in use.
const app = useApp({ now: '2026-07-01T00:00:00Z' });
const at = (day: number) => `2026-06-${String(day).padStart(2, '0')}T10:00:00Z`;

let id = '';
beforeAll(async () => {
  const people = Array.from({ length: 400 }, (_, number) => ({
    identifiers: [{ kind: 'phone', value: String(13_800_138_000 + number) }],
  }));
  const lines = [{ sku: 'pole', quantity: 1, unitPrice: '100.00' }];
  const sold = { source: 'pos', currency: 'CNY', store: 'sh-01', staff: 'e-1', lines };
  await app.ingest(
    ...people.map((person, n) => ({ customer: { source: 'crm', recordId: `${n}`, observedAt: at(1), ...person } })),
  );
  await app.ingest(
    ...people.flatMap((customer, n) =>
      [1, 2, 3, 4, 5].map((day) => ({ order: { ...sold, number: `${n}-${day}`, placedAt: at(day), customer } })),
    ),
    ...people.map((customer, n) => ({
      event: { source: 'web', eventId: `${n}`, name: 'review', occurredAt: at(1), customer },
    })),
  );
  const [row] = await app.database.read<{ id: string }>({
    name: 'test.id',
    text: 'MATCH (customer:Customer) RETURN customer.id AS id LIMIT 1',
  });
  id = row?.id ?? '';
});

/** The operators of the statements of a question that read all there is of something, as the database would run them now. */
async function readsAll(fields: string): Promise<string[]> {
  const sent: { query: Query; parameters: Record<string, unknown> }[] = [];
  const stop = app.database.observe((query, parameters) => sent.push({ query, parameters }));
  try {
    await app.data(`query ($id: ID!) { customer(id: $id) { id ${fields} } }`, { id });
  } finally {
    stop();
  }
  const found: string[] = [];
  const visit = ({ name, details, children }: QueryOperator, query: Query): void => {
    // a seek by a value that the customer's own facts gave is no such reading
    const reads = /Scan|SeekByRange/.test(name) && /:(Order|Event)\b/.test(details);
    if (reads) found.push(`${query.name}: ${name} ${details}`);
    for (const child of children) visit(child, query);
  };
  const asked = sent.filter(({ query }) => !query.name.startsWith('statistics.'));
  expect(asked.length).toBeGreaterThan(0);
  for (const { query, parameters } of asked) visit(await app.database.plan(query, parameters, { run: false }), query);
  return found;
}

describe('what is told of a customer starts at the customer', () => {
  it.each([
    'orders(first: 10) { nodes { number store { code } lines { product { sku } } } }',
    'orders(first: 10, filter: { channel: { eq: "store" } }) { nodes { number } totalCount }',
    'timeline(first: 10) { edges { node { at } } }',
    'habits { promotionShare averageRating preferredHour sharesOpened reviewReads }',
    'reviews { at }',
    'lifecycleHistory { stage }',
    'golden48Hours { arrivedAt }',
    'household { members { customer { id } } }',
    'referrals { customer { id } } referredBy { customer { id } }',
    'loyalty { balance }',
    'value { churnRisk }',
    'recommendations(first: 3) { product { sku } }',
  ])('%s', async (fields) => {
    expect(await readsAll(fields)).toEqual([]);
  });
});
