import { beforeAll, describe, expect, test } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const CUSTOMERS = 60;

/** Everyone has bought three times, at one of seven stores from one of five clerks, two of eleven products each time. */
function world(): RecordInput[] {
  const records: RecordInput[] = [];
  for (let n = 0; n < 7; n += 1) records.push({ store: { code: `s-${n}`, name: `Store ${n}`, format: 'mall' } });
  for (let n = 0; n < 5; n += 1) records.push({ staff: { code: `e-${n}`, store: `s-${n}`, manager: 'e-0' } });
  for (let n = 0; n < 11; n += 1)
    records.push({ product: { sku: `p-${n}`, name: `Product ${n}`, category: ['Outdoor'] } });
  for (let n = 0; n < CUSTOMERS; n += 1) {
    const identifiers = [{ kind: 'email', value: `c${n}@example.com` }];
    const observedAt = '2026-01-01T00:00:00Z';
    records.push({ customer: { source: 'crm', recordId: `${n}`, observedAt, identifiers, tags: ['hiker'] } });
    for (let m = 0; m < 3; m += 1) {
      const line = (at: number) => ({ sku: `p-${(n + m + at) % 11}`, quantity: at + 1, unitPrice: '100.00' });
      records.push({
        order: {
          source: 'pos',
          number: `${n}-${m}`,
          placedAt: `2026-0${m + 2}-01T00:00:00Z`,
          currency: 'CNY',
          store: `s-${n % 7}`,
          staff: `e-${n % 5}`,
          customer: { identifiers },
          lines: [line(0), line(1)],
        },
      });
    }
  }
  return records;
}

/** The names of the statements that an operation sends, in order of the alphabet. */
async function statementsOf(query: string, variables: Record<string, unknown>): Promise<string[]> {
  const names: string[] = [];
  const forget = app.database.observe((statement) => names.push(statement.name));
  try {
    await app.data(query, variables);
  } finally {
    forget();
  }
  return names.sort();
}

describe('the number of statements', () => {
  beforeAll(async () => {
    expect(await app.ingest(...world())).toMatchObject({ rejected: 0, warnings: [] });
    await app.data('mutation { saveSegment(input: { name: "Hikers", rule: "tags has \\"hiker\\"" }) { id } }');
    await app.data('mutation { saveSegment(input: { name: "Buyers", rule: "purchases" }) { id } }');
    // else it would be counted in the background some time during a test
    await app.application.statistics.refresh();
  });

  test('of a page of customers with orders, lines, stores and products does not grow with the page', async () => {
    const query = `query ($n: Int) {
      customers(first: $n) {
        totalCount
        nodes {
          id
          lifecycleStage
          orders(first: 3) {
            totalCount
            nodes {
              total { amount }
              store { name revenue { amount } }
              staff { code store { code } manager { code } }
              lines { quantity product { name } }
            }
            pageInfo { hasNextPage hasPreviousPage }
          }
        }
        pageInfo { hasNextPage }
      }
    }`;
    const page = await statementsOf(query, { n: 50 });
    expect(page).toEqual(await statementsOf(query, { n: 5 }));
    expect(page.length).toBeLessThanOrEqual(11);
    expect(new Set(page).size).toBe(page.length);
  });

  test('of a page with all that hangs on a customer does not grow either', async () => {
    const query = `query ($n: Int) {
      customers(first: $n) {
        nodes {
          identifiers { value }
          devices { id }
          sourceRecords { recordId identifiers { value } }
          attributes { name value }
          mergedFrom { id }
          segments { name }
          orders(first: 1) { nodes { customer { id } } }
        }
      }
    }`;
    const page = await statementsOf(query, { n: 50 });
    expect(page).toEqual(await statementsOf(query, { n: 5 }));
    expect(page.length).toBeLessThanOrEqual(12);
  });

  test('of a page of segments with their sizes is two, and one more as a rule names a tag', async () => {
    expect(await statementsOf('{ segments { nodes { name rule filter size computedAt } } }', {})).toHaveLength(3);
  });

  test('of several objects by id is one a type', async () => {
    const ids = ['store:s-1', 'store:s-2', 'product:p-1', 'store:s-3', 'product:p-2'];
    expect(await statementsOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toHaveLength(2);
  });

  test('of a page alone is one', async () => {
    expect(
      await statementsOf('{ customers { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }', {}),
    ).toHaveLength(1);
  });
});
