import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { readRecommendationRules } from '../../src/profile/recommendations/recommendation-rules.ts';
import { useRulesFile } from '../identity/rules-file.ts';
import { useApp } from '../support/app.ts';
import { type PlainBasket, plainBoughtWith, plainRecommendations } from '../support/reference/co-purchases.ts';

const pairs = { support: 2, togetherDays: 3, nextDays: 60, historyDays: 300 };
const file = useRulesFile({ pairs });
const app = useApp({ config: { recommendationRules: file } });
const rules = readRecommendationRules(file);
const now = app.clock.now().getTime();
const DAY = 86_400_000;

const phone = (person: string) => ({ identifiers: [{ kind: 'phone', value: `138100${person}` }] });
const skus = ['pole', 'jacket', 'shoe', 'gas', 'lamp', 'sock', 'tent', 'mug'];

// A linear congruential generator, so that every run has the same baskets.
let state = 20_261_122;
const dice = (sides: number) => {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  return Math.floor((state / 2 ** 31) * sides);
};

const baskets: PlainBasket[] = [];
const orders: RecordInput[] = Array.from({ length: 150 }, (_, number) => {
  const who = String(10_000 + dice(25));
  const at = now + 2 * DAY - dice(330 * 24) * 3_600_000;
  const status =
    (['PAID', 'PAID', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED', 'PENDING'] as const)[dice(7)] ?? 'PAID';
  const chosen = [...new Set(Array.from({ length: 1 + dice(3) }, () => skus[dice(8)] as string))];
  const nothing = dice(10) === 0 ? chosen[0] : null;
  baskets.push({ who, at, status, skus: chosen.filter((sku) => sku !== nothing) });
  return {
    order: {
      ...{ source: 'pos', number: `N-${number}`, placedAt: new Date(at).toISOString(), currency: 'CNY', status },
      ...(status === 'PARTIALLY_REFUNDED' && { refunded: '1.00' }),
      customer: phone(who),
      lines: chosen.map((sku) => ({ sku, quantity: sku === nothing ? 0 : 2, unitPrice: '50.00' })),
    },
  };
});

interface Person {
  readonly identifiers: { readonly value: string }[];
  readonly recommendations: {
    readonly product: { readonly sku: string };
    readonly basis: string;
    readonly score: number;
    readonly reasons: { kind: string; product: { sku: string }; customers: number; text: string }[];
  }[];
}

const query = `query ($sku: ID!, $kind: CoPurchaseKind!) {
  product(sku: $sku) { boughtWith(first: 250, kind: $kind) { product { sku } customers lift score } } }`;
const boughtWith = async (sku: string, kind: string) =>
  (await app.data<{ product: { boughtWith: object[] } }>(query, { sku, kind })).product.boughtWith;

const REFRESH = 'mutation { refreshRecommendations { computedAt buyers products pairs } }';

/** Every product and kind: the list that is shown, and the one that is counted by hand, which says the same. */
async function expectAsCounted(whose: (person: string) => string = (person) => person) {
  const all = baskets.map((basket) => ({ ...basket, who: whose(basket.who) }));
  let shown = 0;
  for (const sku of skus)
    for (const kind of ['TOGETHER', 'NEXT']) {
      const list = await boughtWith(sku, kind);
      const counted = plainBoughtWith(all, sku, kind, now, rules.pairs).filter(({ product }) => product.sku !== sku);
      expect(list.map((pair) => ({ ...pair, lift: 0, score: 0 }))).toEqual(
        counted.map((pair) => ({ ...pair, lift: 0, score: 0 })),
      );
      for (const [index, { lift, score }] of counted.entries()) {
        expect(list[index]).toMatchObject({ lift: expect.closeTo(lift, 9), score: expect.closeTo(score, 9) });
      }
      shown += list.length;
    }
  return shown;
}

describe('what is bought with what', () => {
  beforeAll(async () => {
    await app.ingest(...orders, { product: { sku: 'pole', name: 'Carbon poles' } });
  });

  it('is not known before it was counted', async () => {
    expect(await app.data('{ coPurchaseCount { buyers } recommendationRefresh { total } }')).toEqual({
      coPurchaseCount: null,
      recommendationRefresh: null,
    });
    expect(await boughtWith('pole', 'TOGETHER')).toEqual([]);
    expect(app.application.recommendations.isStale()).toBe(true);
  });

  it('is what a count by hand says, of purchases only, in the time that counts', async () => {
    const { refreshRecommendations } = await app.data<{ refreshRecommendations: { pairs: number } }>(REFRESH);
    const buyers = new Set(
      baskets
        .filter(
          ({ at, status, skus }) => status.startsWith('PA') && skus.length > 0 && at <= now && at > now - 300 * DAY,
        )
        .map(({ who }) => who),
    ).size;
    expect(refreshRecommendations).toEqual({
      ...{ computedAt: '2026-06-18T04:00:00.000Z', buyers, products: 8 },
      pairs: expect.any(Number),
    });
    expect(await expectAsCounted()).toBeGreaterThan(60);
    expect(app.application.recommendations.isStale()).toBe(false);
  });

  it('says why in words', async () => {
    const { product } = await app.data<{ product: { boughtWith: { customers: number; reason: string }[] } }>(
      '{ product(sku: "pole") { boughtWith(first: 1, kind: NEXT) { customers reason } } }',
    );
    const [best] = product.boughtWith;
    expect(best?.reason).toBe(`bought after Carbon poles by ${best?.customers} customers`);
  });

  it('makes recommendations that are what the definitions say, for everyone in a few statements', async () => {
    const names: string[] = [];
    const stop = app.database.observe(({ name }) => names.push(name));
    const { customers } = await app.data<{ customers: { nodes: Person[] } }>(
      `{ customers(first: 100) { nodes { identifiers { value } recommendations(first: 8) {
        product { sku } basis score reasons { kind product { sku } customers text } } } } }`,
    );
    stop();
    expect(names.filter((name) => name.startsWith('recommendations.')).sort()).toEqual(
      ['neighbours', 'popular', 'productsOfPersons'].map((name) => `recommendations.${name}`),
    );
    let own = 0;
    for (const { identifiers, recommendations } of customers.nodes) {
      const expected = plainRecommendations(baskets, identifiers[0]?.value.slice(-5) as string, now, rules);
      const byOwn = recommendations.filter(({ basis }) => basis === 'CO_PURCHASE');
      expect(byOwn.map(({ product }) => product.sku)).toEqual(expected.map(({ sku }) => sku));
      for (const [index, { score, reasons }] of expected.entries()) {
        const shown = byOwn[index];
        expect(shown?.score).toBeCloseTo(score, 9);
        expect(shown?.reasons).toHaveLength(Math.min(3, reasons.length));
        for (const { kind, product, customers, text } of shown?.reasons ?? []) {
          expect(reasons).toContainEqual(expect.objectContaining({ kind, from: product.sku, customers }));
          const name = product.sku === 'pole' ? 'Carbon poles' : product.sku;
          expect(text).toBe(`bought ${kind === 'NEXT' ? 'after' : 'with'} your ${name} by ${customers} customers`);
        }
      }
      own += byOwn.length;
    }
    expect(own).toBeGreaterThan(30);
  });

  it('follows merges and refunds when it is counted again, and counts once however many ask', async () => {
    const [one, other] = [baskets[0]?.who as string, baskets.find(({ who }) => who !== baskets[0]?.who)?.who as string];
    const before = await boughtWith('pole', 'TOGETHER');
    const identifiers = [...phone(one).identifiers, ...phone(other).identifiers];
    const observedAt = '2026-06-18T04:00:00Z';
    await app.ingest({ customer: { source: 'crm', recordId: 'both', observedAt, identifiers } });
    expect(await boughtWith('pole', 'TOGETHER')).toEqual(before);
    const [first, second] = await Promise.all([app.data(REFRESH), app.data(REFRESH)]);
    expect(first).toEqual(second);
    await expectAsCounted((person) => (person === other ? one : person));
  });

  it('forgets products that nobody buys any more', async () => {
    app.clock.set('2027-06-18T12:00:00+08:00');
    expect(await app.data(REFRESH)).toEqual({
      refreshRecommendations: { computedAt: '2027-06-18T04:00:00.000Z', buyers: 0, products: 0, pairs: 0 },
    });
    for (const sku of skus) expect(await boughtWith(sku, 'NEXT')).toEqual([]);
    expect(
      await app.database.read({ name: 'test.left', text: 'MATCH (p:Product) WHERE p.buyers > 0 RETURN p' }),
    ).toEqual([]);
  });

  it('takes one statement for many products, and refuses what is no size of a list', async () => {
    const names: string[] = [];
    const stop = app.database.observe(({ name }) => names.push(name));
    await app.data('{ products { nodes { boughtWith { product { name } } } } }');
    stop();
    expect(names.filter((name) => name.startsWith('recommendations.'))).toEqual(['recommendations.boughtTogether']);
    const { errors } = await app.graphql('{ product(sku: "pole") { boughtWith(first: 251) { customers } } }');
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
});
