import { beforeAll, describe, expect, it } from 'vitest';
import type { ClauseVerdict } from '../../src/audience/segments/explain/clause-tree.ts';
import { createAudience, refusalOf, statementsOf } from '../selection/audience.ts';
import { createCustomers, createOrders, createProducts, createStaff, createStores } from '../selection/world.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const { segments, selection } = createAudience(database);

beforeAll(async () => {
  await createCustomers(database, [
    {
      id: 'cus_lin',
      displayName: 'Lin',
      tags: ['hiker'],
      purchaseCount: 2,
      totalSpentMinor: 30_000,
      averagePurchaseMinor: 15_000,
      lastPurchaseAt: new Date('2026-06-10T00:00:00Z'),
    },
    { id: 'cus_wu', known: false },
  ]);
  await createStores(database, [
    { code: 'sh-01', name: 'Shanghai', city: 'Shanghai', performance: 'LOW', tags: ['mall'] },
    { code: 'bj-01', name: 'Beijing', performance: 'HIGH', tags: [] },
  ]);
  await createStaff(database, [{ code: 'e-1', name: 'Chen Jie', tags: [] }]);
  await createProducts(database, [
    { sku: 'pole', name: 'Carbon pole', category: ['Outdoor', 'Trekking poles'] },
    { sku: 'hat' },
  ]);
  const lin = 'cus_lin';
  await createOrders(database, [
    {
      customer: lin,
      number: '1',
      placedAt: '2026-05-01T00:00:00Z',
      store: 'bj-01',
      skus: ['pole'],
      totalMinor: 10_000,
    },
    {
      customer: lin,
      number: '2',
      placedAt: '2026-06-10T00:00:00Z',
      store: 'sh-01',
      staff: 'e-1',
      skus: ['hat', 'pole'],
      totalMinor: 20_000,
    },
    {
      customer: lin,
      number: '3',
      placedAt: '2026-06-11T00:00:00Z',
      store: 'sh-01',
      status: 'CANCELLED',
      promotion: '618',
    },
  ]);
  await database.write({
    name: 'fixture.rest',
    text: `MATCH (lin:Customer {id: 'cus_lin'}), (store:Store {code: 'sh-01'}), (pole:Product {sku: 'pole'})
CREATE (lin)-[:PERFORMED]->(visit:Event {key: 'wechat|e1', source: 'wechat', eventId: 'e1', name: 'store_visit',
  occurredAt: datetime('2026-06-12T01:00:00Z'), channel: 'wechat', properties: '{}'}),
 (visit)-[:HAPPENED_AT]->(store), (visit)-[:ABOUT]->(pole),
 (device:Device {deviceId: 'd-1', platform: 'ios', model: 'x', lastSeenAt: datetime('2026-06-12T01:00:00Z')}),
 (visit)-[:ON]->(device), (lin)-[:USES]->(device),
 (phone:Identifier {key: 'phone||+861', kind: 'phone', scope: '', value: '+861', strength: 'strong', shared: false,
  firstSeenAt: datetime('2026-05-01T00:00:00Z'), lastSeenAt: datetime('2026-06-01T00:00:00Z'), sources: ['pos']})-[:IDENTIFIES]->(lin),
 (:MergedCustomer {id: 'cus_old', mergeId: 'm', mergedAt: datetime(), cause: 'phone'})-[:MERGED_INTO]->
 (:MergedCustomer {id: 'cus_older', mergeId: 'm', mergedAt: datetime(), cause: 'phone'})-[:MERGED_INTO]->(lin)`,
  });
  await segments.save({ name: 'hikers', rule: 'tags has "hiker"' });
});

const explain = async (rule: string, customer = 'cus_lin') => (await segments.explain({ customer, rule })).clause;
const verdicts = (clause: ClauseVerdict): unknown => [clause.matched, ...clause.clauses.map(verdicts)];

const order2 = {
  type: 'order',
  source: 'pos',
  number: '2',
  placedAt: '2026-06-10T00:00:00.000Z',
  status: 'PAID',
  channel: 'store',
  promotion: null,
  total: { amount: '200.00', currency: 'CNY' },
  store: { code: 'sh-01', name: 'Shanghai', city: 'Shanghai', performance: 'LOW', tags: ['mall'] },
  staff: { code: 'e-1', name: 'Chen Jie', performance: null, tags: [] },
  lines: [
    { line: 1, quantity: 1, sku: 'hat', name: null, category: [] },
    { line: 2, quantity: 1, sku: 'pole', name: 'Carbon pole', category: ['Outdoor', 'Trekking poles'] },
  ],
};

describe('an explanation', () => {
  it('gives the verdict of every clause, those of segments included', async () => {
    const clause = await explain(
      'in segment "hikers" and not (city = "Shanghai" or lifecycleStage = REPEAT) and purchases',
    );
    expect(clause.rule).toBe(
      'in segment "hikers" and not (city = "Shanghai" or lifecycleStage = REPEAT) and purchases',
    );
    expect(clause.clauses.map((part) => part.rule)).toEqual([
      'in segment "hikers"',
      'not (city = "Shanghai" or lifecycleStage = REPEAT)',
      'purchases',
    ]);
    expect(verdicts(clause)).toEqual([false, [true, [true]], [false, [true, [false], [true]]], [true]]);
    expect(clause.clauses[0]?.clauses[0]?.rule).toBe('tags has "hiker"');
  });

  it.each([
    ['tags has "hiker"', 'tags', ['hiker']],
    ['city = "Shanghai"', 'city', null],
    ['lifecycleStage = LOYAL', 'lifecycleStage', 'REPEAT'],
    ['totalSpent > 500', 'totalSpent', { amount: '300.00', currency: 'CNY' }],
    ['averagePurchaseValue > 5', 'averagePurchaseValue', { amount: '150.00', currency: 'CNY' }],
    ['lastPurchaseAt within 7 days', 'lastPurchaseAt', '2026-06-10T00:00:00.000Z'],
    ['firstPurchaseAt is known', 'firstPurchaseAt', null],
    ['purchaseCount in (1, 2)', 'purchaseCount', 2],
  ])('of %s shows the value found', async (rule, field, value) => {
    expect((await explain(rule)).evidence).toEqual([{ type: 'value', field, value }]);
  });

  it('of purchases shows the order with its store, staff and lines', async () => {
    const rule = 'purchases where (store.performance = LOW and lines where (product.category = "Trekking poles"))';
    expect(await explain(rule)).toEqual({
      rule,
      matched: true,
      evidence: [
        { type: 'measures', relation: 'purchases', count: 1, of: 2, total: { amount: '200.00', currency: 'CNY' } },
        order2,
      ],
      nearest: [],
      clauses: [],
    });
  });

  it('of a measure that fails shows how far it got', async () => {
    const clause = await explain('purchases count >= 3 total > 100');
    expect(clause.matched).toBe(false);
    expect(clause.evidence[0]).toEqual({
      type: 'measures',
      relation: 'purchases',
      count: 2,
      of: 2,
      total: { amount: '300.00', currency: 'CNY' },
    });
    expect(clause.evidence.slice(1).map((each) => each.number)).toEqual(['2', '1']);
  });

  it('of an absence that fails shows what is there', async () => {
    const clause = await explain('no orders where (promotion = "618")');
    expect(clause.matched).toBe(false);
    expect(clause.evidence.map((each) => each.number ?? [each.count, each.of])).toEqual([[1, 3], '3']);
    const none = await explain('no orders where (promotion = "1111")');
    expect([none.matched, none.evidence.length]).toEqual([true, 1]);
  });

  it('of events, identifiers and devices shows them', async () => {
    expect((await explain('events where (name = "store_visit" and store.city = "Shanghai")')).evidence).toEqual([
      { type: 'measures', relation: 'events', count: 1, of: 1 },
      {
        type: 'event',
        source: 'wechat',
        eventId: 'e1',
        name: 'store_visit',
        occurredAt: '2026-06-12T01:00:00.000Z',
        channel: 'wechat',
        store: { code: 'sh-01', name: 'Shanghai', city: 'Shanghai', performance: 'LOW', tags: ['mall'] },
        product: { sku: 'pole', name: 'Carbon pole', category: ['Outdoor', 'Trekking poles'] },
        deviceId: 'd-1',
      },
    ]);
    expect((await explain('identifiers where (kind = "phone")')).evidence[1]).toEqual({
      type: 'identifier',
      kind: 'phone',
      scope: null,
      value: '+861',
      shared: false,
      firstSeenAt: '2026-05-01T00:00:00.000Z',
      lastSeenAt: '2026-06-01T00:00:00.000Z',
      sources: ['pos'],
    });
    expect((await explain('devices where (platform = "ios")')).evidence[1]).toEqual({
      type: 'device',
      deviceId: 'd-1',
      platform: 'ios',
      model: 'x',
      lastSeenAt: '2026-06-12T01:00:00.000Z',
    });
  });

  it('reads the customer in one transaction of few statements, however many clauses there are', async () => {
    const rule = 'purchases and orders count > 5 or events or identifiers or city = "x" or tags has "y"';
    const sent = await statementsOf(database, () => explain(rule));
    expect(sent).toEqual([
      'tags.all',
      'customers.byId',
      'explain.verdicts',
      'explain.relations',
      'explain.orders',
      'explain.events',
      'explain.identifiers',
    ]);
    const many = Array.from({ length: 45 }, (_, at) => `purchaseCount = ${at}`).join(' or ');
    const clause = await explain(many);
    expect(clause.clauses.map((part) => part.matched)).toEqual(Array.from({ length: 45 }, (_, at) => at === 2));
  });

  it('of everyone holds, and has no parts', async () => {
    const { member, clause } = await segments.explain({ customer: 'cus_wu', filter: {} });
    expect([member, clause.matched, clause.clauses]).toEqual([true, true, []]);
  });

  it('speaks of the survivor for the id of a customer that was merged away', async () => {
    for (const customer of ['cus_old', 'cus_older']) {
      expect((await segments.explain({ customer, segment: 'hikers' })).member).toBe(true);
    }
  });

  it('is reckoned from asOf', async () => {
    const rule = 'orders where (placedAt within 7 days)';
    const early = await segments.explain({ customer: 'cus_lin', rule, asOf: new Date('2026-05-02T00:00:00Z') });
    expect(early.clause.evidence.slice(1).map((each) => each.number)).toEqual(['1']);
  });

  it('agrees with the list of customers, for every customer', async () => {
    const rules = [
      'purchases where (placedAt within 30 days) total >= 200 and not tags has any ("vip", "x")',
      'lifecycleStage in (ANONYMOUS, REPEAT) or no orders',
      'not (no orders where (store.tags has "mall" and lines count = 0)) and birthDate is not known',
      'events where (product.category = "Outdoor") count < 2 and not (identifiers where (kind = "phone"))',
      'in segment "hikers" or devices count = 0',
    ];
    for (const rule of rules) {
      const selected = (await selection.customers({ rule })).nodes.map((customer) => customer.id);
      for (const customer of ['cus_lin', 'cus_wu']) {
        const { member } = await segments.explain({ customer, rule });
        expect([rule, customer, member]).toEqual([rule, customer, selected.includes(customer)]);
      }
    }
  });

  it('is refused for nobody, an unknown segment, a faulty rule or several inputs', async () => {
    const codeOf = async (input: Parameters<typeof segments.explain>[0]) =>
      (await refusalOf(() => segments.explain(input))).code;
    expect(await codeOf({ customer: 'cus_none', rule: 'purchases' })).toBe('NOT_FOUND');
    expect(await codeOf({ customer: 'cus_lin', segment: 'nobody' })).toBe('NOT_FOUND');
    expect(await codeOf({ customer: 'cus_lin', rule: 'nonsense' })).toBe('INVALID_RULE');
    expect(await codeOf({ customer: 'cus_lin', rule: 'in segment "nobody"' })).toBe('INVALID_RULE');
    expect(await codeOf({ customer: 'cus_lin' })).toBe('BAD_USER_INPUT');
    expect(await codeOf({ customer: 'cus_lin', segment: 'hikers', rule: 'purchases' })).toBe('BAD_USER_INPUT');
  });
});
