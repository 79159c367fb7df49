import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { readPage } from '../docs/read-page.ts';
import { useApp } from '../support/app.ts';

const app = useApp({ now: '2026-06-18T12:00:00+08:00' });
let number = 0;
const sale = (person: string, store: string, placedAt: string, total: string, more: object = {}): RecordInput => {
  number += 1;
  const customer = { identifiers: [{ kind: 'email', value: `${person}@example.com` }] };
  return {
    order: {
      source: 'pos',
      number: `${number}`,
      placedAt,
      currency: 'CNY',
      customer,
      store,
      lines: [],
      total,
      ...more,
    },
  };
};

interface Report {
  revenue: { amount: string };
  trend: { month: string }[];
  peers: { rank: number; count: number } | null;
}
const report = `report {
  from to revenue { amount currency } purchases customers averagePurchaseValue { amount } repeatRate loyalShare
  stages { stage customers }
  peers { count rank revenue { amount } purchases customers averagePurchaseValue { amount } repeatRate loyalShare }
  trend { month customers purchases revenue { amount } }
}`;

describe('the report of a store or member of staff', () => {
  beforeAll(async () => {
    const stores: RecordInput[] = ['s1', 's2', 's3'].map((code) => ({ store: { code, name: code, format: 'mall' } }));
    const taken = await app.ingest(
      ...[...stores, { store: { code: 's4', format: 'outlet' } }],
      ...[{ staff: { code: 'e1', store: 's1' } }, { staff: { code: 'e2', store: 's2' } }],
      sale('ann', 's1', '2026-06-01T10:00:00+08:00', '100.00', { staff: 'e1' }),
      // half past midnight in Shanghai: May
      sale('ann', 's2', '2026-04-30T16:30:00Z', '50.00'),
      sale('bob', 's1', '2026-06-02T10:00:00+08:00', '200.00'),
      sale('cid', 's1', '2026-01-10T10:00:00+08:00', '300.00'),
      sale('dot', 's1', '2026-06-03T10:00:00+08:00', '999.00', { status: 'REFUNDED', refunded: '999.00' }),
      ...[1, 2, 3, 4, 5].map((day) => sale('eve', 's3', `2026-06-0${day}T10:00:00+08:00`, '10.00')),
    );
    expect(taken).toMatchObject({ rejected: 0, warnings: [] });
  });

  it('tells what was sold to whom, against peers, and how it goes', async () => {
    const { stores } = await app.data<{ stores: { nodes: { code: string; report: Report }[] } }>(
      `{ stores { nodes { code ${report} } } }`,
    );
    const [first, second, , outlet] = stores.nodes.map((node) => node.report) as [Report, Report, Report, Report];
    const stages = (counts: Record<string, number>) =>
      ['ANONYMOUS', 'WINDOW', 'FIRST_TIME', 'REPEAT', 'LOYAL', 'INDECISIVE', 'LAPSED'].map((stage) => ({
        stage,
        customers: counts[stage] ?? 0,
      }));
    const { trend, ...figures } = first;
    expect(figures).toEqual({
      ...{ from: '2026-03-20T04:00:00.000Z', to: '2026-06-18T04:00:00.000Z' },
      ...{ revenue: { amount: '300.00', currency: 'CNY' }, purchases: 2, customers: 2 },
      ...{ averagePurchaseValue: { amount: '150.00' }, repeatRate: 0.5, loyalShare: 0 },
      stages: stages({ FIRST_TIME: 1, REPEAT: 1 }),
      peers: {
        ...{ count: 2, rank: 1, revenue: { amount: '50.00' }, purchases: 1, customers: 1 },
        ...{ averagePurchaseValue: { amount: '10.00' }, repeatRate: 1, loyalShare: 0 },
      },
    });
    expect(trend.map(({ month }) => month)).toEqual([
      ...[7, 8, 9, 10, 11, 12].map((month) => `2025-${String(month).padStart(2, '0')}-01`),
      ...[1, 2, 3, 4, 5, 6].map((month) => `2026-0${month}-01`),
    ]);
    expect(trend.filter((month) => JSON.stringify(month).includes('"purchases":0'))).toHaveLength(10);
    expect([trend[6], trend[11]]).toEqual([
      { month: '2026-01-01', customers: 1, purchases: 1, revenue: { amount: '300.00' } },
      { month: '2026-06-01', customers: 2, purchases: 2, revenue: { amount: '300.00' } },
    ]);
    expect(second.trend[10]).toEqual({ month: '2026-05-01', customers: 1, purchases: 1, revenue: { amount: '50.00' } });
    expect(second.peers).toMatchObject({ count: 2, rank: 2 });
    expect(outlet).toMatchObject({
      ...{ purchases: 0, customers: 0, averagePurchaseValue: null, repeatRate: null, loyalShare: null, peers: null },
      stages: stages({}),
    });
  });

  it('is asked for as docs/store-reports.md does', async () => {
    const { stores } = await app.data<{ stores: { nodes: { performance: string; report: Report }[] } }>(
      readPage('store-reports.md').blocks[0]?.text ?? '',
    );
    expect(stores.nodes.map((node) => node.report.revenue.amount)).toEqual(['300.00', '50.00', '50.00', '0.00']);
  });

  it('is the same for staff, with the staff of such stores', async () => {
    const { staff } = await app.data<{ staff: { report: Report } }>(
      `{ staff(code: "e1") { ${report.replace('report {', 'report(within: "P1M", asOf: "2026-06-18T12:00:00+08:00") {')} } }`,
    );
    expect(staff.report).toMatchObject({
      ...{ revenue: { amount: '100.00' }, purchases: 1, customers: 1, repeatRate: 1, loyalShare: 0 },
      peers: { count: 1, rank: 1, revenue: { amount: '0.00' }, averagePurchaseValue: null, repeatRate: null },
    });
    const wrong = await app.graphql('{ staff(code: "e1") { report(within: "soon") { purchases } } }');
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'within' });
  });

  it('takes three statements, however many are asked for', async () => {
    const count = async (first: number) => {
      const names: string[] = [];
      const forget = app.database.observe(({ name }) => names.push(name));
      await app.data(`{ stores(first: ${first}) { nodes { ${report} } } }`);
      forget();
      return names.filter((name) => name.startsWith('sales.')).sort();
    };
    const three = ['sales.store.months', 'sales.store.parts', 'sales.store.peers'];
    expect(await count(1)).toEqual(three);
    expect(await count(4)).toEqual(three);
  });
});
