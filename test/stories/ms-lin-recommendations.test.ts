import { beforeAll, describe, expect, it } from 'vitest';
import { useRulesFile } from '../identity/rules-file.ts';
import { useApp } from '../support/app.ts';
import type { RecordJson } from '../support/reference/record-input.ts';
import { sendRecords } from '../support/reference/send.ts';
import * as story from './ms-lin.records.ts';

const app = useApp({ config: { recommendationRules: useRulesFile({ pairs: { support: 3 } }) } });
const send = (records: RecordJson[]) => sendRecords(app.data, records);

const order = (person: string, placedAt: string, skus: string[], more: object = {}): RecordJson => ({
  order: {
    ...{ source: 'pos', number: `${person}-${placedAt}`, placedAt: `${placedAt}T12:00:00+08:00`, currency: 'CNY' },
    customer: { identifiers: [{ kind: 'phone', value: person }] },
    lines: skus.map((sku) => ({ sku, quantity: 1, unitPrice: '100.00' })),
    ...more,
  },
});
const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `138222200${String(from + index).padStart(2, '0')}`);

/** Four bought the city bag with a belt, five a wallet later; three a scarf the day after the travel bag. */
const others: RecordJson[] = [
  { product: { sku: 'belt', name: 'Belt', category: ['Small things'] } },
  { product: { sku: 'scarf', name: 'Silk scarf', category: ['Clothes', 'Scarves'] } },
  { product: { sku: 'wallet', name: 'Wallet', category: ['Small things'] } },
  ...people(1, 4).map((person) => order(person, '2026-08-01', ['bag-a', 'belt'])),
  ...people(5, 9).flatMap((person) => [
    order(person, '2026-07-01', ['bag-a']),
    order(person, '2026-08-10', ['wallet']),
  ]),
  ...people(10, 12).flatMap((person) => [
    order(person, '2026-07-01', ['bag-c']),
    order(person, '2026-07-02', ['scarf']),
  ]),
  // none of these is a purchase that counts
  ...people(1, 9).map((person) => order(person, '2026-08-02', ['scarf', 'bag-b'], { status: 'CANCELLED' })),
];

interface Offer {
  readonly product: { readonly sku: string };
  readonly basis: string;
  readonly score: number;
  readonly reasons: { readonly text: string }[];
}
const query = `query ($kind: String!, $value: String!, $first: Int, $categories: [String!], $exclude: [ID!]) {
  customer(identifier: { kind: $kind, value: $value }) { id
    recommendations(first: $first, categories: $categories, exclude: $exclude) {
      product { sku } basis score reasons { text } } } }`;
const ask = async (value = '13800138000', more: object = {}) =>
  (await app.data<{ customer: { id: string; recommendations: Offer[] } }>(query, { kind: 'phone', value, ...more }))
    .customer;
const offered = async (value?: string, more?: object) =>
  (await ask(value, more)).recommendations.map(({ product, basis }) =>
    basis === 'POPULARITY' ? `${product.sku}?` : product.sku,
  );

/** Phone numbers as the graph has them, in the order of their customers' ids. */
async function byId(phones: readonly string[]): Promise<string[]> {
  const found = await Promise.all(phones.map(async (phone) => ({ phone, id: (await ask(phone)).id })));
  return found.sort((one, other) => (one.id < other.id ? -1 : 1)).map(({ phone }) => `+86${phone}`);
}

const decline = `mutation ($sku: ID!, $takeBack: Boolean) { declineRecommendation(
  identifier: { kind: "member_number", value: "M-1001" }, sku: $sku, takeBack: $takeBack, reason: "has one")
  { displayName recommendations { product { sku } } } }`;
const refusal = async (text: string, variables: object = {}) =>
  (await app.graphql(text, { ...variables })).errors?.map(({ extensions }) => extensions?.code);

/** Each test is a step and builds on those before it. */
describe('What Ms Lin is offered', () => {
  beforeAll(async () => {
    app.clock.set('2026-09-15T15:00:00+08:00');
    await send([...story.catalogue, ...others, ...story.browsing, ...story.shopPurchase, ...story.scanAndFollow]);
    await send([...story.bindAndJoin, ...story.onlinePurchase, ...story.thirdPurchaseAndShare, ...story.friendLooks]);
  });

  it('is nothing before it was counted what is bought with what', async () => {
    expect(await offered()).toEqual([]);
  });

  it('is what others bought with her bags and after them, to the exact value', async () => {
    expect(await app.data('mutation { refreshRecommendations { buyers products pairs } }')).toEqual({
      // together: city bag and belt, travel bag and scarf, both ways; next: city bag, wallet and travel bag, scarf
      refreshRecommendations: { buyers: 13, products: 6, pairs: 6 },
    });
    const age = (Date.parse('2026-09-15T15:00:00+08:00') - Date.parse('2026-06-18T11:02:00+08:00')) / 86_400_000;
    const then = 0.5 ** (age / 365);
    const share = (both: number, one: number, other: number) =>
      (both / one) * (13 / other) ** 0.5 * (both / (both + 10));
    expect((await ask()).recommendations).toEqual([
      {
        product: { sku: 'scarf' },
        basis: 'CO_PURCHASE',
        score: expect.closeTo(2 * share(3, 4, 3), 12),
        reasons: [
          { text: 'bought with your Travel bag by 3 customers' },
          { text: 'bought after your Travel bag by 3 customers' },
        ],
      },
      {
        product: { sku: 'wallet' },
        basis: 'CO_PURCHASE',
        score: expect.closeTo(share(5, 10, 5) * then, 12),
        reasons: [{ text: 'bought after your City bag by 5 customers' }],
      },
      {
        product: { sku: 'belt' },
        basis: 'CO_PURCHASE',
        score: expect.closeTo(share(4, 10, 4) * then, 12),
        reasons: [{ text: 'bought with your City bag by 4 customers' }],
      },
    ]);
    expect(await offered('13800138000', { first: 1 })).toEqual(['scarf']);
    expect(await offered('13800138000', { categories: ['Small things', 'Scarves'], exclude: ['wallet'] })).toEqual([
      'scarf',
      'belt',
    ]);
    expect(await refusal(query, { kind: 'phone', value: '13800138000', first: 0 })).toEqual(['BAD_USER_INPUT']);
  });

  it('is what most people buy for her friend, who is new', async () => {
    const { customer } = await app.data<{ customer: { recommendations: Offer[] } }>(query, {
      kind: 'cookie',
      value: 'mp-8',
    });
    expect(customer.recommendations.map(({ product, reasons }) => `${product.sku}: ${reasons[0]?.text}`)).toEqual([
      'bag-a: bought by 10 customers',
      'wallet: bought by 5 customers',
      'bag-c: bought by 4 customers',
      'belt: bought by 4 customers',
      'scarf: bought by 3 customers',
      'bag-b: bought by 1 customer',
    ]);
    expect(new Set(customer.recommendations.map(({ basis, score }) => `${basis} ${score}`))).toEqual(
      new Set(['POPULARITY 0']),
    );
  });

  it('leaves out what she declines until she takes it back', async () => {
    expect(await app.data(decline, { sku: 'belt' })).toEqual({
      declineRecommendation: {
        displayName: 'Lin Mei',
        recommendations: [{ product: { sku: 'scarf' } }, { product: { sku: 'wallet' } }],
      },
    });
    await app.data(decline, { sku: 'belt', takeBack: true });
    expect(await offered()).toEqual(['scarf', 'wallet', 'belt']);
    await app.data(decline, { sku: 'belt' });
    expect(await refusal(decline, { sku: 'nothing' })).toEqual(['NOT_FOUND']);
    const nobody = 'mutation { declineRecommendation(customer: "cus_nobody", sku: "belt") { id } }';
    const both = 'mutation { declineRecommendation(sku: "belt") { id } }';
    expect([await refusal(nobody), await refusal(both)]).toEqual([['NOT_FOUND'], ['BAD_USER_INPUT']]);
    const { customer } = await app.data<{ customer: { id: string } }>(query, { kind: 'cookie', value: 'mp-8' });
    const unknown = `mutation { declineRecommendation(customer: "${customer.id}", sku: "belt") { id } }`;
    expect(await refusal(unknown)).toEqual(['CUSTOMER_NOT_KNOWN']);
    expect(await app.database.read(countWords)).toEqual([{ words: 3 }]);
  });

  it('is what all who bought her bag are offered, and who of them', async () => {
    const { crossSell } = await app.data<{ crossSell: { offers: object[] } }>(
      `query ($rule: String!) { crossSell(rule: $rule, categories: ["Small things"]) {
        customers computedAt
        offers { product { sku } buyers lift score reason customers(first: 3) { totalCount nodes { phones: identifiers { value } } } } } }`,
      { rule: 'purchases where (lines where (product.sku = "bag-a"))' },
    );
    const offer = (sku: string, buyers: number, left: string[]) => ({
      ...{ product: { sku }, buyers, lift: 1.3 },
      score: expect.closeTo((buyers / 10) * (13 / buyers) ** 0.5 * (buyers / (buyers + 10)), 12),
      reason: `bought by ${buyers} of these 10 customers, 1.3 times as many as among all`,
      customers: {
        totalCount: left.length,
        nodes: left.slice(0, 3).map((value) => ({ phones: expect.arrayContaining([{ value }]) })),
      },
    });
    const ids = ['13800138000', ...people(1, 9)];
    expect(crossSell).toEqual({
      customers: 10,
      computedAt: '2026-09-15T07:00:00.000Z',
      offers: [
        offer('wallet', 5, await byId(ids.slice(0, 5))),
        // she declined it
        offer('belt', 4, await byId(ids.slice(5))),
      ],
    });
    expect(await refusal('{ crossSell(rule: "purchaseCount > 1", first: 51) { customers } }')).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(await refusal('{ crossSell { customers } }')).toEqual(['BAD_USER_INPUT']);
    expect(await refusal('{ crossSell(segment: "none") { customers } }')).toEqual(['NOT_FOUND']);
  });

  it('is what it was after she was taken for another Ms Lin, and that was undone', async () => {
    const identifiers = [{ kind: 'phone', value: '13700137000' }];
    const observedAt = '2026-09-01T00:00:00Z';
    await send([
      { customer: { source: 'tmall', recordId: 'lin-2', observedAt, identifiers, profile: { familyName: 'Lin' } } },
      order('13700137000', '2026-09-01', ['wallet', 'bag-c']),
    ]);
    const [lin, other] = [await ask(), await ask('13700137000')];
    expect(other.recommendations.map(({ product }) => product.sku)).toEqual(['scarf', 'bag-a', 'belt', 'bag-b']);
    const by = { actor: 'ann', reason: 'Lin is Lin' };
    await app.application.decisions.merge([lin.id, other.id], by);
    // one person now: she has a wallet, and she declined the belt
    expect(await offered('13700137000')).toEqual(['scarf']);
    const [merges] = await app.application.customers.mergedFromOf([lin.id]);
    const merge = merges?.find(({ cause }) => cause === 'DECISION');
    await app.application.decisions.undoMerge(merge?.mergeId as string, by);
    expect(await ask()).toEqual(lin);
    expect(await ask('13700137000')).toEqual(other);
  });

  it('leaves out what she orders, gives back and what is out of sale', async () => {
    await send([order('13800138000', '2026-09-15', ['wallet'], { status: 'PENDING' })]);
    expect(await offered()).toEqual(['scarf']);
    await send([order('13800138000', '2026-09-14', ['scarf'], { status: 'REFUNDED' })]);
    expect(await offered()).toEqual([]);
    expect(await offered('13700137000')).toEqual(['scarf', 'bag-a?', 'belt?', 'bag-b?']);
    await send([{ product: { sku: 'scarf', name: 'Silk scarf', tags: ['discontinued'] } }]);
    expect(await offered('13700137000')).toEqual(['bag-a?', 'belt?', 'bag-b?']);
    const tag = `mutation { tagObject(object: "product:belt", tag: "discontinued", expiresAt: "2026-10-01T00:00:00Z",
      by: { actor: "ann", reason: "none left" }) { tag } }`;
    await app.data(tag);
    expect(await offered('13700137000')).toEqual(['bag-a?', 'bag-b?']);
    app.clock.set('2026-10-01T08:00:00+08:00');
    expect(await offered('13700137000')).toEqual(['bag-a?', 'belt?', 'bag-b?']);
  });
});

const countWords = {
  name: 'test.words',
  text: "MATCH (event:Event) WHERE event.name STARTS WITH 'recommendation_' RETURN count(*) AS words",
};
