import { beforeAll, describe, expect, test } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

const phone = { kind: 'phone', value: '138 0013 8000' };
const email = { kind: 'email', value: 'lin@example.com' };
const customerRecord = (recordId: string, identifiers: (typeof phone)[]): RecordInput => ({
  customer: { source: 'crm', recordId, observedAt: `2026-01-0${recordId}T00:00:00Z`, identifiers },
});
const order = (number: string, placedAt: string, more: object = {}): RecordInput => ({
  order: {
    source: 'pos',
    number,
    placedAt,
    currency: 'CNY',
    customer: { identifiers: [phone] },
    lines: [
      { sku: 'bag', quantity: 2, unitPrice: '399.00', discount: '98.00' },
      { sku: 'not described yet', quantity: 1, unitPrice: '10.00' },
    ],
    ...more,
  },
});

const parts = `fragment Parts on Customer {
  id
  identifiers { kind value firstSeenAt sources }
  devices { deviceId platform }
  sourceRecords { recordId observedAt provenance identifiers { value } }
  orders(first: $first) {
    totalCount
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes {
      number
      total { amount }
      store { code name city tags }
      staff { code name }
      lines { quantity discount { amount } product { sku name category price { amount } } }
    }
  }
}`;
/** Read in one statement. */
const along = `query ($id: ID!, $first: Int) { customer(id: $id) { ...Parts } } ${parts}`;
/** Read part by part. */
const apart = `query ($id: ID!, $first: Int) { node(id: $id) { ...Parts } } ${parts}`;

let id: string;
let mergedId: string;

beforeAll(async () => {
  const idOf = async (identifier: object) => {
    const query = 'query ($identifier: IdentifierInput!) { customer(identifier: $identifier) { id } }';
    return (await app.data<{ customer: { id: string } }>(query, { identifier })).customer.id;
  };
  await app.ingest(customerRecord('1', [phone]), customerRecord('2', [email]));
  const [one, other] = [await idOf(phone), await idOf(email)];
  const report = await app.ingest(
    customerRecord('3', [phone, email]),
    { store: { code: 'sh-01', name: "Jing'an", city: 'Shanghai', tags: ['mall'] } },
    { staff: { code: 'e-1', name: 'Chen Jie', store: 'sh-01' } },
    { product: { sku: 'bag', name: 'Bag', category: ['Outdoor', 'Bags'], price: { amount: '399', currency: 'CNY' } } },
    order('1', '2026-02-01T00:00:00Z', { store: 'sh-01', staff: 'e-1' }),
    order('2', '2026-03-01T00:00:00Z', { store: 'nowhere yet' }),
    order('3', '2026-04-01T00:00:00Z', { store: 'sh-01' }),
    order('4', '2026-04-01T00:00:00Z'),
  );
  expect(report.errors).toEqual([]);
  id = await idOf(phone);
  mergedId = id === one ? other : one;
});

describe('a customer whose parts are read along', () => {
  test.each([null, 1, 3, 250])('is the same as read part by part, with pages of %s', async (first) => {
    const { customer } = await app.data(along, { id, first });
    expect(customer).toEqual((await app.data(apart, { id, first })).node);
    expect(customer).toMatchObject({
      id,
      identifiers: [{ value: 'lin@example.com' }, { value: '+8613800138000' }],
      sourceRecords: [{ recordId: '1' }, { recordId: '2' }, { recordId: '3' }],
      orders: { totalCount: 4, pageInfo: { hasNextPage: first === 1 || first === 3, hasPreviousPage: false } },
    });
  });

  test('takes one statement', async () => {
    const ask = () => app.data(along.replace('totalCount', ''), { id, first: 250 });
    // the first time what the graph knows of tags is read, too
    await ask();
    const names: string[] = [];
    const forget = app.database.observe(({ name }) => names.push(name));
    await ask();
    forget();
    expect(names).toEqual(['customers.withParts']);
  });

  test('is found by the id of one that was merged into it, and is null for an id of nobody', async () => {
    expect(await app.data(along, { id: mergedId })).toEqual(await app.data(along, { id }));
    expect(await app.data(along, { id: 'cus_nobody' })).toEqual({ customer: null });
  });

  test('refuses at the orders a page that is too large', async () => {
    const { errors } = await app.graphql(along, { id, first: 251 });
    expect(errors).toMatchObject([{ path: ['customer', 'orders'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('keeps pages apart that are asked for with other arguments', async () => {
    const query = `query ($id: ID!) { customer(id: $id) {
      orders { nodes { number } }
      one: orders(first: 1) { nodes { number } }
      last: orders(last: 1) { nodes { number } }
      dear: orders(filter: { store: { city: { eq: "Shanghai" } } }) { nodes { number } }
    } }`;
    const numbers = (...values: string[]) => ({ nodes: values.map((number) => ({ number })) });
    expect(await app.data(query, { id })).toEqual({
      customer: {
        orders: numbers('3', '4', '2', '1'),
        one: numbers('3'),
        last: numbers('1'),
        dear: numbers('3', '1'),
      },
    });
  });
});
