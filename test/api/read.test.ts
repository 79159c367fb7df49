import { beforeAll, describe, expect, test } from 'vitest';
import { useApp } from '../support/app.ts';

const app = useApp({ now: '2026-06-20T00:00:00Z' });

const phone = { kind: 'phone', value: '138 0013 8000' };

beforeAll(async () => {
  const report = await app.ingest(
    { store: { code: 'sh-01', name: "Jing'an", format: 'flagship', city: 'Shanghai', tags: ['mall', 'corner'] } },
    { staff: { code: 'e-1', name: 'Chen Jie', title: 'clerk', store: 'sh-01', manager: 'e-2' } },
    {
      product: {
        sku: 'bag',
        name: 'Bag',
        category: ['Outdoor', 'Bags'],
        brand: 'Northridge',
        price: { amount: '399', currency: 'CNY' },
      },
    },
    {
      customer: {
        source: 'pos',
        recordId: '77120',
        observedAt: '2026-06-18T11:02:00+08:00',
        identifiers: [phone, { kind: 'email', value: 'no mail' }],
        profile: { displayName: 'Ms Lin', gender: 'FEMALE', birthDate: '1990-02-03', address: { city: 'Shanghai' } },
        tags: ['vip'],
      },
    },
    {
      order: {
        source: 'pos',
        number: 'A-1',
        placedAt: '2026-06-18T11:02:00+08:00',
        status: 'PARTIALLY_REFUNDED',
        currency: 'CNY',
        channel: 'store',
        promotion: '618',
        store: 'sh-01',
        staff: 'e-1',
        customer: { identifiers: [phone] },
        lines: [{ sku: 'bag', quantity: 2, unitPrice: '399.00', discount: '98.00' }],
        refunded: '100.00',
      },
    },
    {
      event: {
        source: 'wechat',
        eventId: 'e-9',
        name: 'scan_qr',
        occurredAt: '2026-06-19T03:05:00Z',
        customer: { identifiers: [phone, { kind: 'device_id', value: 'd-1' }] },
        device: { deviceId: 'd-1', platform: 'ios' },
      },
    },
  );
  expect(report.errors).toEqual([]);
});

describe('reading', () => {
  test('shows a customer with figures, evidence and where each value came from', async () => {
    const { customer } = await app.data<{ customer: Record<string, unknown> }>(`{
      customer(identifier: { kind: "phone", value: "+86 138-0013-8000" }) {
        displayName gender birthDate city tags lifecycleStage purchaseCount
        totalSpent { amount currency } averagePurchaseValue { amount } firstPurchaseAt lastPurchaseAt lastSeenAt
        identifiers { kind scope value sources shared }
        devices { id deviceId platform model }
        sourceRecords { source recordId provenance observedAt identifiers { kind scope value normalised status } }
        attributes { name value source recordId provenance observedAt }
        mergedFrom { id }
      }
    }`);
    expect(customer).toEqual({
      displayName: 'Ms Lin',
      gender: 'FEMALE',
      birthDate: '1990-02-03',
      city: 'Shanghai',
      tags: ['vip'],
      lifecycleStage: 'FIRST_TIME',
      purchaseCount: 1,
      totalSpent: { amount: '600.00', currency: 'CNY' },
      averagePurchaseValue: { amount: '600.00' },
      firstPurchaseAt: '2026-06-18T03:02:00.000Z',
      lastPurchaseAt: '2026-06-18T03:02:00.000Z',
      lastSeenAt: '2026-06-19T03:05:00.000Z',
      identifiers: expect.arrayContaining([
        { kind: 'phone', scope: null, value: '+8613800138000', sources: ['pos', 'wechat'], shared: false },
      ]),
      devices: [{ id: 'device:d-1', deviceId: 'd-1', platform: 'ios', model: null }],
      sourceRecords: [
        {
          source: 'pos',
          recordId: '77120',
          provenance: 'FIRST_PARTY',
          observedAt: '2026-06-18T03:02:00.000Z',
          identifiers: [
            { kind: 'email', scope: null, value: 'no mail', normalised: null, status: 'DOUBTFUL' },
            { kind: 'phone', scope: null, value: '138 0013 8000', normalised: '+8613800138000', status: 'ACCEPTED' },
          ],
        },
      ],
      attributes: ['birthDate', 'city', 'displayName', 'gender', 'tags'].map((name) => ({
        name,
        value: { birthDate: '1990-02-03', city: 'Shanghai', displayName: 'Ms Lin', gender: 'FEMALE', tags: 'vip' }[
          name
        ],
        source: 'pos',
        recordId: '77120',
        provenance: 'FIRST_PARTY',
        observedAt: '2026-06-18T03:02:00.000Z',
      })),
      mergedFrom: [],
    });
  });

  test('goes from an order to everything it touches', async () => {
    const { order } = await app.data<{ order: Record<string, unknown> }>(`{
      order(source: "pos", number: "A-1") {
        id source number placedAt status channel promotion total { amount currency } net { amount }
        customer { displayName }
        store { code name tags }
        staff { code name title store { code } manager { code name } }
        lines { quantity unitPrice { amount currency } discount { amount } product { sku category brand price { amount currency } } }
      }
    }`);
    expect(order).toEqual({
      id: 'order:pos|A-1',
      source: 'pos',
      number: 'A-1',
      placedAt: '2026-06-18T03:02:00.000Z',
      status: 'PARTIALLY_REFUNDED',
      channel: 'store',
      promotion: '618',
      total: { amount: '700.00', currency: 'CNY' },
      net: { amount: '600.00' },
      customer: { displayName: 'Ms Lin' },
      store: { code: 'sh-01', name: "Jing'an", tags: ['corner', 'mall'] },
      staff: {
        code: 'e-1',
        name: 'Chen Jie',
        title: 'clerk',
        store: { code: 'sh-01' },
        manager: { code: 'e-2', name: null },
      },
      lines: [
        {
          quantity: 2,
          unitPrice: { amount: '399.00', currency: 'CNY' },
          discount: { amount: '98.00' },
          product: {
            sku: 'bag',
            category: ['Outdoor', 'Bags'],
            brand: 'Northridge',
            price: { amount: '399.00', currency: 'CNY' },
          },
        },
      ],
    });
  });

  test('sums the revenue of a store in a span of time', async () => {
    const query = `{ store(code: "sh-01") {
      lately: revenue { amount currency }
      before: revenue(within: "P1M", asOf: "2026-06-18T03:01:59Z") { amount }
      onTime: revenue(within: "PT1H", asOf: "2026-06-18T03:02:00Z") { amount }
      anHourLater: revenue(within: "PT1H", asOf: "2026-06-18T04:02:00Z") { amount }
    } }`;
    expect(await app.data(query)).toEqual({
      store: {
        lately: { amount: '600.00', currency: 'CNY' },
        before: { amount: '0.00' },
        onTime: { amount: '600.00' },
        anHourLater: { amount: '0.00' },
      },
    });
  });

  test('finds every kind of object by its id, in the order asked for', async () => {
    const { customers, segment } = await app
      .data<{
        customers: { nodes: { id: string }[] };
        segment: { id: string };
      }>(`mutation { segment: saveSegment(input: { name: "All VIPs", rule: "tags has \\"vip\\"" }) { id } }`)
      .then(async (saved) => ({
        ...(await app.data<{ customers: { nodes: { id: string }[] } }>('{ customers { nodes { id } } }')),
        ...saved,
      }));
    const customer = customers.nodes[0]?.id ?? '';
    const ids = [
      'product:bag',
      customer,
      'order:pos|A-1',
      'store:none',
      'staff:e-1',
      segment.id,
      'device:d-1',
      'store:sh-01',
      '?',
    ];
    const { nodes } = await app.data('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
    expect(nodes).toEqual([
      { __typename: 'Product', id: 'product:bag' },
      { __typename: 'Customer', id: customer },
      { __typename: 'Order', id: 'order:pos|A-1' },
      null,
      { __typename: 'Staff', id: 'staff:e-1' },
      { __typename: 'Segment', id: segment.id },
      { __typename: 'Device', id: 'device:d-1' },
      { __typename: 'Store', id: 'store:sh-01' },
      null,
    ]);
    expect(
      await app.data('query ($id: ID!) { node(id: $id) { ... on Customer { displayName } } }', { id: customer }),
    ).toEqual({
      node: { displayName: 'Ms Lin' },
    });
  });

  test('lists with filters, orders and cursors', async () => {
    const query = `query ($after: String) {
      staffMembers(first: 1, after: $after) { totalCount edges { cursor node { code } } pageInfo { hasNextPage endCursor } }
      orders(filter: { promotion: { eq: "618" }, store: { city: { eq: "Shanghai" } } }) { totalCount nodes { number } }
      products(filter: { category: { eq: "Bags" } }) { nodes { sku } }
      stores(filter: { tags: { has: "mall" } }, orderBy: { field: REVENUE, direction: DESC }) { nodes { code } }
      customers(filter: { purchases: { total: { gte: "600" } } }, orderBy: { field: TOTAL_SPENT }) { nodes { displayName } }
    }`;
    const first = await app.data<{ staffMembers: { pageInfo: { endCursor: string } } }>(query);
    expect(first).toMatchObject({
      staffMembers: { totalCount: 2, edges: [{ node: { code: 'e-1' } }], pageInfo: { hasNextPage: true } },
      orders: { totalCount: 1, nodes: [{ number: 'A-1' }] },
      products: { nodes: [{ sku: 'bag' }] },
      stores: { nodes: [{ code: 'sh-01' }] },
      customers: { nodes: [{ displayName: 'Ms Lin' }] },
    });
    const { staffMembers } = await app.data(query, { after: first.staffMembers.pageInfo.endCursor });
    expect(staffMembers).toMatchObject({ edges: [{ node: { code: 'e-2' } }], pageInfo: { hasNextPage: false } });
  });

  test('keeps the stage a matter of time', async () => {
    app.clock.set('2027-07-01T00:00:00Z');
    try {
      expect(await app.data('{ customers { nodes { lifecycleStage } } }')).toEqual({
        customers: { nodes: [{ lifecycleStage: 'LAPSED' }] },
      });
    } finally {
      app.clock.set('2026-06-20T00:00:00Z');
    }
  });

  test('previews, saves, explains and deletes a segment', async () => {
    const rule = 'purchases where (store.city = "Shanghai" and promotion = "618") and lifecycleStage = FIRST_TIME';
    const { previewSegment } = await app.data(
      'query ($rule: String) { previewSegment(rule: $rule) { count sample { displayName } rule filter asOf clauses { rule count } } }',
      { rule },
    );
    expect(previewSegment).toMatchObject({
      count: 1,
      sample: [{ displayName: 'Ms Lin' }],
      asOf: '2026-06-20T00:00:00.000Z',
      clauses: [{ count: 1 }, { count: 1 }],
    });
    const saved = await app.data<{ saveSegment: { id: string; filter: unknown } }>(
      'mutation ($rule: String) { saveSegment(input: { name: "First 618", rule: $rule }) { id name size computedAt filter members { nodes { displayName segments { name } } } } }',
      { rule },
    );
    expect(saved.saveSegment).toMatchObject({
      name: 'First 618',
      size: 1,
      computedAt: '2026-06-20T00:00:00.000Z',
      members: { nodes: [{ displayName: 'Ms Lin', segments: expect.arrayContaining([{ name: 'First 618' }]) }] },
    });
    const same = await app.data('query ($filter: CustomerFilter) { previewSegment(filter: $filter) { count rule } }', {
      filter: saved.saveSegment.filter,
    });
    expect(same).toEqual({ previewSegment: { count: 1, rule: (previewSegment as { rule: string }).rule } });
    const { customers } = await app.data<{ customers: { nodes: { id: string }[] } }>('{ customers { nodes { id } } }');
    const { explainMembership } = await app.data(
      'query ($customer: ID!) { explainMembership(customer: $customer, segment: "First 618") { member clause { rule matched clauses { rule matched evidence } } } }',
      { customer: customers.nodes[0]?.id },
    );
    expect(explainMembership).toMatchObject({
      member: true,
      clause: { matched: true, clauses: [{ matched: true }, { matched: true }] },
    });
    const id = saved.saveSegment.id;
    expect(await app.data('mutation ($id: ID!) { deleteSegment(id: $id) }', { id })).toEqual({ deleteSegment: id });
    expect(await app.data('{ segment(name: "First 618") { id } }')).toEqual({ segment: null });
  });
});
