import { beforeAll, describe, expect, it } from 'vitest';
import { createAudience, statementsOf } from '../selection/audience.ts';
import { createCustomers, createOrders, createProducts, createStores } from '../selection/world.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const { segments } = createAudience(database);
const MANY = 12_000;

beforeAll(async () => {
  await createCustomers(database, [
    {
      id: 'cus_lin',
      tags: ['hiker'],
      city: 'Beijing',
      purchaseCount: 2,
      totalSpentMinor: 30_000,
      lastPurchaseAt: new Date('2026-06-01T04:00:00Z'),
    },
    { id: 'cus_wu' },
    { id: 'cus_much' },
  ]);
  await createStores(database, [
    { code: 'sh', performance: 'LOW', tags: [] },
    { code: 'bj', performance: 'HIGH', tags: [] },
  ]);
  await createProducts(database, [
    { sku: 'pole', category: ['Outdoor', 'Trekking poles'] },
    { sku: 'hat', category: ['Outdoor', 'Hats'] },
  ]);
  const customer = 'cus_lin';
  await createOrders(database, [
    { customer, number: '1', placedAt: '2025-05-02T04:00:00Z', store: 'sh', skus: ['pole'], totalMinor: 10_000 },
    { customer, number: '2', placedAt: '2026-06-01T04:00:00Z', store: 'bj', skus: ['hat'], totalMinor: 20_000 },
    { customer, number: '3', placedAt: '2026-06-17T04:00:00Z', store: 'sh', status: 'CANCELLED', promotion: '618' },
  ]);
  await database.write(
    {
      name: 'fixture.many',
      text: `MATCH (customer:Customer {id: 'cus_much'}), (pole:Product {sku: 'pole'})
UNWIND range(1, $many) AS number
CREATE (customer)-[:PLACED]->(order:Order {key: 'pos|m' + number, source: 'pos', number: 'm' + number, status: 'PAID', isPurchase: true,
  placedAt: datetime('2026-06-01T00:00:00Z') - duration({hours: number}), currency: 'CNY', totalMinor: number, netMinor: number})
CREATE (order)-[:CONTAINS {line: 1, quantity: 1, unitPriceMinor: number}]->(pole)`,
    },
    { many: MANY },
  );
  await segments.save({ name: 'northerners', rule: 'city in ("Harbin", "Changchun")' });
});

const explain = (rule: string, customer = 'cus_lin') => segments.explain({ customer, rule });
/** Where the excluding clause stands, its text, and what is said of what came nearest. */
async function excluded(rule: string, customer?: string) {
  const { excludedBy } = await explain(rule, customer);
  return excludedBy && [excludedBy.path, excludedBy.rule, excludedBy.nearest.map((miss) => miss.message)];
}

describe('the first clause that keeps a customer out', () => {
  it.each([
    [
      'tags has "hiker" and city = "Shanghai" and purchases',
      [1],
      'city = "Shanghai"',
      'city is "Beijing", asked for: = "Shanghai"',
    ],
    ['not city = "Beijing"', [0], 'city = "Beijing"', 'city is "Beijing", asked for: not = "Beijing"'],
    [
      'not (purchases and (city = "Harbin" or tags has "hiker"))',
      [0],
      'purchases and (city = "Harbin" or tags has "hiker")',
      '2 of 2 purchases match, asked for: not at least one',
    ],
    [
      'purchases and not (city = "Harbin" or tags has "hiker")',
      [1, 0, 1],
      'tags has "hiker"',
      'tags is "hiker", asked for: not has "hiker"',
    ],
    [
      'in segment "northerners" or tags has "vip"',
      [],
      'in segment "northerners" or tags has "vip"',
      'city is "Beijing", asked for: in ("Harbin", "Changchun")',
    ],
    [
      'tags has "hiker" and not not in segment "northerners"'.replace('not not ', ''),
      [1, 0],
      'city in ("Harbin", "Changchun")',
      'city is "Beijing", asked for: in ("Harbin", "Changchun")',
    ],
    ['totalSpent > 500', [], 'totalSpent > 500', 'totalSpent is 300.00 CNY, asked for: > 500'],
    [
      'lastPurchaseAt within 7 days',
      [],
      'lastPurchaseAt within 7 days',
      'lastPurchaseAt is 17 days ago, asked for: within 7 days',
    ],
    ['lifecycleStage = LOYAL', [], 'lifecycleStage = LOYAL', 'lifecycleStage is REPEAT, asked for: = LOYAL'],
    ['devices', [], 'devices', 'there are no devices, asked for: at least one'],
    ['purchases count >= 3', [], 'purchases count >= 3', '2 of 2 purchases match, asked for: count >= 3'],
    [
      'purchases total > 5000',
      [],
      'purchases total > 5000',
      '2 of 2 purchases match, together 300.00 CNY, asked for: total > 5000',
    ],
    [
      'no orders where (promotion = "618")',
      [],
      'no orders where (promotion = "618")',
      '1 of 3 orders match, asked for: none',
    ],
  ])('of %s', async (rule, path, clause, message) => {
    const [foundPath, foundClause, messages] = (await excluded(rule)) ?? [];
    expect([foundPath, foundClause, messages?.[0]]).toEqual([path, clause, message]);
  });

  it('is none for a member, and nothing is sought then', async () => {
    const { member, excludedBy, clause } = await explain('tags has "hiker" or purchases where (promotion = "618")');
    expect([member, excludedBy, clause.clauses.map((part) => part.nearest)]).toEqual([true, null, [[], []]]);
    const sent = await statementsOf(database, () => explain('tags has "hiker" or purchases where (promotion = "618")'));
    expect(sent).toEqual(['tags.all', 'customers.byId', 'explain.verdicts', 'explain.relations']);
  });
});

describe('what came nearest to a relation', () => {
  it('is the order that meets most of where, with what it misses in words and values', async () => {
    const rule =
      'purchases where (placedAt within 180 days and store.performance = LOW and lines where (product.category = "Trekking poles"))';
    const { excludedBy } = await explain(rule);
    expect(excludedBy?.nearest.map((miss) => [miss.kind, miss.message])).toEqual([
      ['MEASURE', '0 of 2 purchases match, asked for: at least one'],
      ['OBJECT', 'order pos 1: placedAt is 412 days ago, asked for: within 180 days'],
      [
        'OBJECT',
        'order pos 2: store.performance is HIGH, asked for: = LOW; no line meets product.category = "Trekking poles"',
      ],
    ]);
    expect(excludedBy?.nearest[1]).toMatchObject({
      object: { type: 'order', number: '1', store: { code: 'sh', performance: 'LOW' } },
      met: ['store.performance = LOW', 'lines where (product.category = "Trekking poles")'],
      missed: [{ rule: 'placedAt within 180 days', found: '2025-05-02T04:00:00.000Z' }],
    });
  });

  it('says whether one line alone fails, or only all parts together', async () => {
    const messages = async (rule: string) => (await explain(rule)).excludedBy?.nearest.map((miss) => miss.message);
    const lines = 'purchases where (lines where (product.sku = "pole" and quantity >= 5))';
    expect((await messages(lines))?.[1]).toBe('order pos 2: no line meets product.sku = "pole", nor quantity >= 5');
    await database.write({
      name: 'fixture.more',
      text: `MATCH (order:Order {key: 'pos|1'}), (hat:Product {sku: 'hat'})
CREATE (order)-[:CONTAINS {line: 2, quantity: 5, unitPriceMinor: 1}]->(hat)`,
    });
    const both = 'purchases where (store.performance = LOW and lines where (product.sku = "pole" and quantity >= 5))';
    expect((await messages(both))?.[1]).toBe('order pos 1: each part is met, but not by one and the same line');
    expect((await messages('purchases where (store.performance = LOW and lines count >= 3)'))?.[1]).toBe(
      'order pos 1: not as many lines as asked for (count)',
    );
  });

  it('names each alternative that fails, and what holds but must not', async () => {
    const rule = 'orders where (status = PAID and not (store.performance = LOW or total < 150) and promotion is known)';
    const nearest = (await explain(rule)).excludedBy?.nearest ?? [];
    expect(nearest.slice(1).map((miss) => [miss.message, miss.met])).toEqual([
      [
        'order pos 2: promotion is not known, asked for: is known',
        ['status = PAID', 'not (store.performance = LOW or total < 150)'],
      ],
      [
        'order pos 3: status is CANCELLED, asked for: = PAID; store.performance is LOW, asked for: not = LOW; total is 100.00 CNY, asked for: not < 150',
        ['promotion is known'],
      ],
    ]);
  });

  it('of a measure is the number, and the objects that would have made it more', async () => {
    const nearest = (await explain('purchases where (store.performance = LOW) count >= 2')).excludedBy?.nearest;
    expect(nearest?.map((miss) => [miss.message, miss.missed[0]?.found])).toEqual([
      ['1 of 2 purchases match, asked for: count >= 2', { count: 1, of: 2 }],
      ['order pos 2: store.performance is HIGH, asked for: = LOW', 'HIGH'],
    ]);
    const fewer = (await explain('purchases where (total > 1) count < 2')).excludedBy?.nearest;
    expect(fewer?.map((miss) => miss.message)).toEqual(['2 of 2 purchases match, asked for: count < 2']);
  });
});

describe('a customer with very many orders', () => {
  it('is answered from a bounded number of them, which is said', async () => {
    const rule = 'no purchases where (lines where (product.sku = "pole")) and city = "x"';
    const { clause } = await explain(rule, 'cus_much');
    expect(clause.clauses[0]?.evidence[0]).toMatchObject({
      type: 'measures',
      count: 10_000,
      of: MANY,
      considered: 10_000,
    });
    expect(clause.clauses[0]?.matched).toBe(false);
    const near = (await explain('purchases where (total > 100000 and lines where (product.sku = "pole"))', 'cus_much'))
      .excludedBy;
    expect(near?.nearest.map((miss) => miss.message)).toEqual([
      `0 of ${MANY} purchases match, asked for: at least one`,
      'order pos m500: total is 5.00 CNY, asked for: > 100000',
      'order pos m499: total is 4.99 CNY, asked for: > 100000',
    ]);
  });

  it('takes the same few statements as one with none', async () => {
    const rule = 'purchases where (total > 100000 and lines where (product.sku = "hat")) and events where (name = "x")';
    const expected = ['customers.byId', 'explain.verdicts', 'explain.relations'];
    expect(await statementsOf(database, () => explain(rule, 'cus_wu'))).toEqual([...expected, 'explain.candidates']);
    expect(await statementsOf(database, () => explain(rule, 'cus_much'))).toEqual([
      ...expected,
      'explain.candidates',
      'explain.matching',
      'explain.values',
      'explain.orders',
    ]);
  });
});

describe('conditions of other kinds', () => {
  const explain = (rule: string, parameters?: object) => segments.explain({ customer: 'cus_lin', rule, parameters });
  const steps = (evidence: readonly Record<string, unknown>[]) =>
    evidence.filter(({ type }) => type === 'step').map(({ step, rule, reached }) => [step, rule, reached]);

  it('show how far a sequence came, with what was found of each step', async () => {
    const { member, clause, excludedBy } = await explain(
      'purchases where (store.code = "sh") then purchases within 30 days',
    );
    expect(member).toBe(false);
    expect(steps(clause.evidence)).toEqual([
      [1, 'purchases where (store.code = "sh")', true],
      [2, 'purchases within 30 days', false],
    ]);
    expect(clause.evidence.map(({ type, number, count }) => number ?? count ?? type)).toEqual([
      'step',
      1,
      '1',
      'step',
      2,
      '2',
      '1',
    ]);
    expect(excludedBy?.nearest).toMatchObject([
      {
        kind: 'MEASURE',
        message: 'step 2 of 2 is not reached: purchases within 30 days',
        missed: [{ found: { reached: 1, of: 2 } }],
      },
    ]);
  });

  it('show what happened that should not have, and what did not', async () => {
    const happened = await explain('orders where (number = "2") then no orders within 20 days');
    expect(happened.excludedBy?.nearest.map(({ message }) => message)).toEqual([
      'step 2 of 2 does not hold: it happened each time, or its time is not over yet: no orders within 20 days',
    ]);
    const held = await explain('orders where (number = "2") then no orders within 10 days');
    expect([held.member, steps(held.clause.evidence).map(([, , reached]) => reached)]).toEqual([true, [true, true]]);
    const unwanted = await explain('not (orders then orders)');
    expect(unwanted.excludedBy?.nearest.map(({ message }) => message)).toEqual(['all 2 steps are reached']);
  });

  it('show both values that are compared, and the value that a parameter stood for', async () => {
    const fields = await explain('city = province');
    expect(fields.clause.evidence).toEqual([
      { type: 'value', field: 'city', value: 'Beijing' },
      { type: 'value', field: 'province', value: null },
    ]);
    expect(fields.excludedBy?.nearest.map(({ message }) => message)).toEqual([
      'city is "Beijing" and province is not known, asked for: = province',
    ]);
    const given = await explain('city = $city', { city: 'Shanghai' });
    expect(given.clause).toMatchObject({ rule: 'city = "Shanghai"', matched: false, evidence: [{ value: 'Beijing' }] });
    await expect(explain('city = $city')).rejects.toMatchObject({ code: 'INVALID_RULE' });
  });

  it('show the figure by which a customer is ranked, or what it is made of', async () => {
    const spent = await explain('in top 1 by totalSpent');
    expect(spent.clause.evidence).toEqual([
      { type: 'value', field: 'totalSpent', value: { amount: '300.00', currency: 'CNY' } },
    ]);
    const counted = await explain('in bottom 1 by purchases where (store.code = "sh") count');
    expect(counted.clause.evidence).toMatchObject([
      { type: 'measures', relation: 'purchases', count: 1, of: 2 },
      { type: 'order', number: '1' },
    ]);
    expect(counted.member).toBe(false);
    expect(counted.excludedBy?.nearest.map(({ message }) => message)).toEqual([
      'does not hold: in bottom 1 by purchases where (store.code = "sh") count',
    ]);
  });

  it('name the others behind a device that is not shared as asked', async () => {
    await database.write({
      name: 'fixture.device',
      text: `MATCH (lin:Customer {id: 'cus_lin'}), (wu:Customer {id: 'cus_wu'})
CREATE (device:Device {deviceId: 'd-1', platform: 'ios'}), (lin)-[:USES]->(device), (wu)-[:USES]->(device)`,
    });
    const shared = await explain('devices where (customers count >= 2)');
    expect(shared.member).toBe(true);
    const { excludedBy } = await explain('devices where (platform = "ios" and customers where (city = "Shanghai"))');
    expect(excludedBy?.nearest.map(({ message, met }) => [message, met])).toEqual([
      ['0 of 1 devices match, asked for: at least one', []],
      ['device d-1: no customer meets city = "Shanghai"', ['platform = "ios"']],
    ]);
  });
});
