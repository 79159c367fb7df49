import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { expectedPurchases, purchaseProbability } from '../../src/profile/value/bg-nbd.ts';
import { expectedValue } from '../../src/profile/value/gamma-gamma.ts';
import type { ValueModel } from '../../src/profile/value/value-model.ts';
import { useApp } from '../support/app.ts';

const app = useApp({ now: '2026-06-18T12:00:00+08:00' });
const DAY = 86_400_000;

const phone = (customer: number) => `1381234${String(customer).padStart(4, '0')}`;
const record = (customer: number): RecordInput => ({
  customer: {
    source: 'pos',
    recordId: String(customer),
    observedAt: '2025-01-01T00:00:00Z',
    identifiers: [{ kind: 'phone', value: phone(customer) }],
  },
});
let orders = 0;
const order = (
  customer: number,
  placedAt: string,
  total: string,
  status: 'PAID' | 'REFUNDED' = 'PAID',
): RecordInput => ({
  order: {
    source: 'pos',
    number: `A-${++orders}`,
    placedAt,
    currency: 'CNY',
    status,
    customer: { identifiers: [{ kind: 'phone', value: phone(customer) }] },
    lines: [{ sku: 'poles', quantity: 1, unitPrice: total }],
  },
});
const daysAgo = (days: number) => new Date(Date.parse('2026-06-18T02:00:00Z') - days * DAY).toISOString();

const query = `query ($phone: String!) {
  customer(identifier: { kind: "phone", value: $phone }) {
    value {
      rfm { recency frequency monetary group }
      aliveProbability churnRisk expectedNextOrderAt
      purchaseProbability(within: "P91D") expectedOrders(within: "P91D") expectedSpend(within: "P91D") { amount currency }
    }
  }
}`;
const askValue = async (customer: number) =>
  (await app.data<{ customer: { value: Record<string, unknown> | null } }>(query, { phone: phone(customer) })).customer
    .value;

/** 100 customers with 1 to 4 purchases each, 60 of whom came back. */
const world: RecordInput[] = Array.from({ length: 100 }, (_, customer) => {
  const purchases = customer < 40 ? 1 : 2 + (customer % 3);
  const first = 200 + ((customer * 37) % 160);
  return [
    record(customer),
    ...Array.from({ length: purchases }, (_, purchase) =>
      order(
        customer,
        daysAgo(first - purchase * (20 + (customer % 5) * 10)),
        String(100 + ((customer * 53) % 400) + purchase),
      ),
    ),
  ];
}).flat();

describe('before there is a model', () => {
  beforeAll(async () => {
    await app.ingest(...world, record(900));
  });

  it('nothing is expected, and nobody is ranked', async () => {
    expect(await app.data('{ valueModel { buyers } valueRefresh { total } }')).toEqual({
      valueModel: null,
      valueRefresh: null,
    });
    expect(await askValue(0)).toEqual({
      rfm: null,
      aliveProbability: null,
      churnRisk: null,
      expectedNextOrderAt: null,
      purchaseProbability: null,
      expectedOrders: null,
      expectedSpend: null,
    });
  });
});

describe('with a model', () => {
  let model: ValueModel;
  beforeAll(async () => {
    model = await app.application.value.refresh();
  });

  it('says whom it was made of', async () => {
    const { valueModel } = await app.data<{ valueModel: { groups: { count: number }[] } & Record<string, unknown> }>(
      '{ valueModel { fittedAt buyers returned buying { r alpha a b } spending { p q v } groups { group count } } }',
    );
    expect(valueModel).toMatchObject({
      fittedAt: '2026-06-18T04:00:00.000Z',
      buyers: 100,
      returned: 60,
      buying: model.buying,
      spending: model.spending,
    });
    expect(valueModel.groups.reduce((sum, { count }) => sum + count, 0)).toBe(100);
    expect(valueModel.groups).toEqual(Object.entries(model.groups).map(([group, count]) => ({ group, count })));
  });

  it('counts groups as it ranks each customer', async () => {
    const { customers } = await app.data<{ customers: { nodes: { value: { rfm: { group: string } } | null }[] } }>(
      '{ customers(first: 250) { nodes { value { rfm { group } } } } }',
    );
    const counted: Record<string, number> = {};
    for (const { value } of customers.nodes) if (value) counted[value.rfm.group] = (counted[value.rfm.group] ?? 0) + 1;
    expect(counted).toEqual(Object.fromEntries(Object.entries(model.groups).filter(([, count]) => count > 0)));
  });

  it('gives nothing for who never bought', async () => {
    expect(await askValue(900)).toBeNull();
  });

  it('reads the purchases up to now: two of one local day are one, refunded ones are none', async () => {
    // 15:30 UTC and 16:30 UTC are two days in Shanghai; 16:30 UTC and 03:00 UTC the day after are one.
    await app.ingest(
      record(901),
      order(901, '2026-05-01T15:30:00Z', '300.00'),
      order(901, '2026-05-01T16:30:00Z', '100.00'),
      order(901, '2026-05-02T03:00:00Z', '50.00'),
      order(901, '2026-06-01T03:00:00Z', '999.00', 'REFUNDED'),
      order(901, '2026-07-01T03:00:00Z', '999.00'),
    );
    // First day 2026-05-01, last 2026-05-02, spoken of on 2026-06-18.
    const history = { repeats: 1, recency: 1 / 7, age: 48 / 7, meanValue: 15_000 };
    const { buying, spending } = model;
    if (!buying || !spending) throw new Error('60 came back, that is enough to tell');
    const spend = Math.round(expectedPurchases(buying, history, 13) * expectedValue(spending, history));
    expect(await askValue(901)).toMatchObject({
      purchaseProbability: purchaseProbability(buying, history, 13),
      churnRisk: 1 - purchaseProbability(buying, history, 365 / 7),
      expectedOrders: expectedPurchases(buying, history, 13),
      expectedSpend: { amount: (spend / 100).toFixed(2), currency: 'CNY' },
      rfm: { recency: 5 },
    });
  });

  it('is right after a merge, and keeps the model it has', async () => {
    const before = await askValue(901);
    await app.ingest({
      customer: {
        source: 'web',
        recordId: 'both',
        observedAt: '2026-06-01T00:00:00Z',
        identifiers: [
          { kind: 'phone', value: phone(901) },
          { kind: 'phone', value: phone(900) },
        ],
      },
    });
    expect(await askValue(900)).toEqual(before);
    expect(await app.application.value.model()).toEqual(model);
  });

  it('takes a handful of statements for a page, however long', async () => {
    const count = async (first: number) => {
      const names: string[] = [];
      const stop = app.database.observe(({ name }) => names.push(name));
      await app.data(`{ customers(first: ${first}) { nodes { value { churnRisk } } } }`);
      stop();
      return names.filter((name) => name.startsWith('value.')).sort();
    };
    expect(await count(2)).toEqual(['value.daysOf', 'value.readModel']);
    expect(await count(50)).toEqual(['value.daysOf', 'value.readModel']);
  });

  it('refuses what is no duration', async () => {
    const { errors } = await app.graphql(
      `{ customer(identifier: { kind: "phone", value: "${phone(1)}" }) { value { expectedOrders(within: "soon") } } }`,
    );
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a refresh', () => {
  it('is one, however many ask for it', async () => {
    const [one, other] = await Promise.all([
      app.data<{ refreshValueModel: object }>('mutation { refreshValueModel { fittedAt buyers } }'),
      app.data<{ refreshValueModel: object }>('mutation { refreshValueModel { fittedAt buyers } }'),
    ]);
    expect(one.refreshValueModel).toEqual({ fittedAt: '2026-06-18T04:00:00.000Z', buyers: 101 });
    expect(other).toEqual(one);
    expect(app.application.value.refreshing()).toBeNull();
  });
});
