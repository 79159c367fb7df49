import { beforeAll, describe, expect, it } from 'vitest';
import type { SegmentPlan } from '../../src/audience/segments/explain/explain-segment.ts';
import { createAudience, refusalOf, statementsOf } from '../selection/audience.ts';
import { createCustomers, createOrders, createProducts, createStores } from '../selection/world.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const { segments } = createAudience(database);

beforeAll(async () => {
  await createCustomers(
    database,
    Array.from({ length: 40 }, (_, at) => ({ id: `cus_${at}`, tags: at < 10 ? ['hiker'] : [] })),
  );
  await createStores(database, [{ code: 'sh', performance: 'LOW', tags: [] }]);
  await createProducts(database, [{ sku: 'pole', category: ['Trekking poles'] }, { sku: 'hat' }]);
  await createOrders(
    database,
    Array.from({ length: 60 }, (_, at) => ({
      customer: `cus_${at % 20}`,
      number: `${at}`,
      placedAt: '2026-06-01T00:00:00Z',
      store: 'sh',
      skus: [at < 30 ? 'pole' : 'hat'],
    })),
  );
  await segments.save({ name: 'hikers', rule: 'tags has "hiker"' });
});

const rule = 'tags has "hiker" and purchases where (lines where (product.sku = "pole"))';
const stepsOf = async (plan: SegmentPlan) => {
  const rows = await plan.countSteps();
  return plan.steps().map(({ depth, kind, scope, set, text }, at) => [depth, kind, scope, set, text, rows[at]]);
};

describe('an explained segment', () => {
  it('says the rule in all its spellings, the plan, the Cypher and its values, and runs nothing', async () => {
    const sent = await statementsOf(database, async () => {
      const plan = await segments.explainSegment({ rule: `(${rule})` });
      expect(plan).toMatchObject({
        rule,
        filter: {
          and: [
            { tags: { has: 'hiker' } },
            { purchases: { where: { lines: { where: { product: { sku: { eq: 'pole' } } } } } } },
          ],
        },
        tree: {
          kind: 'And',
          rules: [
            { kind: 'Compare', path: ['tags'] },
            { kind: 'Relation', relation: 'purchases' },
          ],
        },
        asOf: new Date('2026-06-18T04:00:00Z'),
        parameters: { sku: 'pole', tags: 'hiker' },
      });
      expect(plan.plan).toBe(`find customer
  from orders of
    find order
      from lines of
        find line
          from product of
            find product
              everything
              where sku = "pole"
      where isPurchase
  where tags holds any of ("hiker")
`);
      expect(plan.cypher).toMatch(
        /^MATCH \(product:Product\)\nWHERE product.sku = \$sku\n[\s\S]*\nRETURN count\(node\) AS count$/,
      );
    });
    expect(sent).toEqual(['tags.all']);
  });

  it('counts what each step gives, beside what was expected, in one statement', async () => {
    const plan = await segments.explainSegment({ rule });
    let steps: unknown[] = [];
    const sent = await statementsOf(database, async () => {
      steps = await stepsOf(plan);
      await plan.countSteps();
    });
    expect(sent).toEqual(['segments.planSteps']);
    expect(steps).toEqual([
      [3, 'START', 'product', false, 'find product everything\n  where sku = "pole"', 1],
      [2, 'WALK', 'line', false, 'find line from product', null],
      [1, 'WALK', 'order', false, 'find order from lines\n  where isPurchase', 30],
      [0, 'WALK', 'customer', false, 'find customer from orders\n  where tags holds any of ("hiker")', 10],
    ]);
    const expected = plan.steps().map((step) => step.expectedRows);
    expect(expected[0]).toBeCloseTo(1);
    expect(expected.every((rows) => rows >= 0)).toBe(true);
  });

  it('shows sets that are looked up, and steps that are united', async () => {
    const sets = await segments.explainSegment({ rule: 'no purchases where (lines where (product.sku = "pole"))' });
    expect((await stepsOf(sets)).map(([depth, kind, scope, set, , rows]) => [depth, kind, scope, set, rows])).toEqual([
      [4, 'START', 'product', false, 1],
      [3, 'WALK', 'line', false, null],
      [2, 'WALK', 'order', false, 30],
      [1, 'WALK', 'customer', true, 20],
      [0, 'START', 'customer', false, 20],
    ]);
    const either = await segments.explainSegment({
      rule: 'purchases where (lines where (product.sku = "pole")) or id = "cus_39"',
    });
    expect((await stepsOf(either)).slice(-2).map(([depth, kind, , , , rows]) => [depth, kind, rows])).toEqual([
      [1, 'START', 1],
      [0, 'UNITE', 21],
    ]);
  });

  it('shows the operators of the database, with real rows only when it is run', async () => {
    const plan = await segments.explainSegment({ rule });
    const planned = await plan.operators(false);
    expect(planned[0]).toMatchObject({ depth: 0, name: 'ProduceResults', rows: null, dbHits: null });
    const ran = await plan.operators(true);
    expect(ran.map(({ name, depth }) => [name, depth])).toEqual(planned.map(({ name, depth }) => [name, depth]));
    expect(ran.find(({ name }) => name === 'NodeUniqueIndexSeek')).toMatchObject({ rows: 1 });
    expect(ran[0]).toMatchObject({ rows: 1 });
    expect(ran.reduce((sum, { dbHits }) => sum + (dbHits ?? 0), 0)).toBeGreaterThan(100);
  });

  it('takes the values of parameters; a saved segment has none', async () => {
    const asked = { rule: 'tags has $tag', parameters: { tag: 'hiker' } };
    expect(await segments.explainSegment(asked)).toMatchObject({
      rule: 'tags has "hiker"',
      parameters: { tags: 'hiker' },
    });
    expect((await refusalOf(() => segments.explainSegment({ rule: 'tags has $tag' }))).details.problems).toMatchObject([
      { code: 'PARAMETER_MISSING' },
    ]);
    const saved = await refusalOf(() => segments.explainSegment({ segment: 'hikers', parameters: {} }));
    expect([saved.code, saved.details.argument]).toEqual(['BAD_USER_INPUT', 'parameters']);
  });

  it('says what it should cost; too much is shown, but neither run nor saved', async () => {
    // by the guesses for a graph of which nothing is known: 100,000 customers
    const { segments, selection } = createAudience(database, 100_001);
    expect((await segments.explainSegment({ filter: {} })).cost).toBe(100_001);
    expect((await segments.preview({ filter: {} })).count).toBe(40);
    const costly = { rule: 'displayName contains "a"' };
    const plan = await segments.explainSegment(costly);
    expect(plan.cost).toBeCloseTo(130_001.3);
    expect((await plan.operators(false))[0]?.name).toBe('ProduceResults');
    await segments.save({ name: 'everyone', rule: 'createdAt is known' }).catch(() => undefined);
    const before = await segments.list({ first: 250 });
    const refused = [
      () => plan.countSteps(),
      () => plan.operators(true),
      () => segments.preview(costly),
      () => segments.save({ name: 'costly', ...costly }),
      () => selection.countCustomers(costly),
      () => selection.customers(costly),
    ];
    const sent = await statementsOf(database, async () => {
      for (const work of refused)
        expect(await refusalOf(work)).toMatchObject({
          code: 'RULE_TOO_COSTLY',
          message:
            'The rule would cost about 130,001, and RULE_COST_LIMIT is 100,001: begin with what few have, such as a product, a promotion or a time, or leave out what compares everyone. explainSegment shows its steps.',
          details: { cost: 130_001, limit: 100_001 },
        });
    });
    expect(sent.filter((name) => !name.startsWith('segments.'))).toEqual([]);
    expect((await segments.list({ first: 250 })).nodes).toEqual(before.nodes);
  });

  it('is of a saved segment, a filter or a rule', async () => {
    expect((await segments.explainSegment({ segment: 'hikers' })).rule).toBe('tags has "hiker"');
    expect((await segments.explainSegment({ filter: {} })).plan).toBe('find customer\n  everything\n');
    expect((await refusalOf(() => segments.explainSegment({ segment: 'nobody' }))).code).toBe('NOT_FOUND');
    expect((await refusalOf(() => segments.explainSegment({ rule: 'nonsense' }))).code).toBe('INVALID_RULE');
    expect((await refusalOf(() => segments.explainSegment({}))).code).toBe('BAD_USER_INPUT');
  });
});
