import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';

const app = useApp({ now: '2026-06-18T12:00:00+08:00' });

const phone = (number: number) => ({ kind: 'phone', value: `+861380013800${number}` });
const order = (number: string, who: number, placedAt: string, more: object = {}): RecordInput => ({
  order: {
    ...{ source: 'pos', number, placedAt, currency: 'CNY', channel: 'store', store: 'sh-01' },
    customer: { identifiers: [phone(who)] },
    lines: [{ sku: 'pole', quantity: 2, unitPrice: '100.00' }],
    ...more,
  },
});
const event = (eventId: string, who: number, name: string, properties: object): RecordInput => ({
  event: {
    ...{ source: 'app', eventId, name, occurredAt: '2026-06-10T00:00:00Z', properties },
    customer: { identifiers: [phone(who)] },
  },
});
const reduced = { lines: [{ sku: 'pole', quantity: 2, unitPrice: '100.00', discount: '50.00' }] };

beforeAll(async () => {
  const report = await app.ingest(
    { product: { sku: 'pole', name: 'Pole', category: ['Outdoor', 'Poles'], tags: ['gift'] } },
    { store: { code: 'sh-01', name: 'One' } },
    // three winters, evenings at 20 in Shanghai; 618 in summer; two in a promotion, one at a discount, one refunded by half
    order('A-1', 1, '2024-01-10T12:00:00Z', { promotion: 'new year' }),
    order('A-2', 1, '2024-12-20T12:30:00Z', { promotion: 'new year' }),
    order('A-3', 1, '2026-02-01T12:59:59Z', { ...reduced, status: 'PARTIALLY_REFUNDED', refunded: '75.00' }),
    order('A-4', 1, '2026-06-18T03:00:00Z', { channel: 'mini_program', store: null }),
    order('B-1', 2, '2026-06-18T03:00:00Z', {
      promotion: '618',
      lines: [{ sku: 'tent', quantity: 1, unitPrice: '1.00' }],
    }),
    event('r-1', 1, 'review', { rating: 5 }),
    event('r-2', 1, 'review', { rating: '4', text: 'fine' }),
    event('r-3', 2, 'review', { rating: 2 }),
    event('r-4', 2, 'review', { rating: 'bad' }),
    ...[1, 2].map((number) => event(`s-${number}`, 1, 'share', { shareId: `share-${number}` })),
    event('o-4', 4, 'registered', { invitedBy: phone(1) }),
    event('o-1', 2, 'share_opened', { shareId: 'share-1' }),
    event('o-2', 3, 'registered', { invitedBy: phone(1) }),
    event('o-3', 1, 'share_opened', { shareId: 'share-2' }),
  );
  expect(report.errors).toEqual([]);
});

const query = `query ($value: String!) { customer(identifier: { kind: "phone", value: $value }) { id inferredTags habits {
  purchases bargains promotionShare discountShare priceSensitivity returnRate averageRating preferredChannel
  preferredStore { code } preferredCategory preferredHour seasonShare
  sharesOpened reviewReads } } }`;
const customer = async (number: number) =>
  (
    await app.data<{ customer: { id: string; inferredTags: string[]; habits: object } }>(query, {
      value: phone(number).value,
    })
  ).customer;
const count = async (rule: string) =>
  (
    await app.data<{ customers: { totalCount: number } }>(
      'query ($rule: String!) { customers(rule: $rule) { totalCount } }',
      { rule },
    )
  ).customers.totalCount;

describe('habits', () => {
  it('are told from purchases and reviews', async () => {
    // net: 200, 200, 75, 200; lines 200, 200, 150, 200; refunded 75 of 750
    expect((await customer(1)).habits).toEqual({
      ...{ purchases: 4, bargains: 3 },
      promotionShare: (100 * 400) / 675,
      discountShare: 20,
      priceSensitivity: expect.closeTo(30.0642, 4),
      returnRate: 10,
      averageRating: 4.5,
      preferredChannel: 'store',
      preferredStore: { code: 'sh-01' },
      preferredCategory: 'Poles',
      preferredHour: 20,
      seasonShare: 75,
      ...{ sharesOpened: 1, reviewReads: 0 },
    });
    expect((await customer(3)).habits).toEqual({
      ...{ purchases: 0, bargains: 0, promotionShare: null, discountShare: null, priceSensitivity: null },
      ...{ returnRate: null, averageRating: null, preferredChannel: null, preferredStore: null },
      ...{ preferredCategory: null, preferredHour: null, seasonShare: null },
      ...{ sharesOpened: 0, reviewReads: 0 },
    });
  });

  it('can be asked for in rules', async () => {
    const rules = {
      'promotionShare > 59.2 and promotionShare < 59.3': 1,
      'priceSensitivity >= 20.65 and priceSensitivity < 20.66': 1,
      'not promotionShare >= 50': 2,
      'preferredHour = 20 and seasonShare = 75 and returnRate <= 10 and discountShare != 21': 1,
      'preferredChannel in ("store", "web") and preferredCategory starts with "pol" and preferredStore is known': 1,
      'preferredStore is not known': 3,
      'referrals count = 3 and averageRating = 4.5': 1,
      'orders where (customer.averageRating < 3)': 1,
    };
    for (const [rule, expected] of Object.entries(rules)) expect([rule, await count(rule)]).toEqual([rule, expected]);
  });
});

describe('the default tags', () => {
  it('hold of whom they mean', async () => {
    expect([
      (await customer(1)).inferredTags,
      (await customer(2)).inferredTags,
      (await customer(3)).inferredTags,
    ]).toEqual([
      ['evening-shopper', 'gift-buyer', 'key-opinion-consumer', 'repurchase', 'satisfied', 'seasonal', 'store-shopper'],
      ['dissatisfied'],
      [],
    ]);
    await app.ingest(
      order('A-5', 1, '2026-06-18T03:30:00Z', { promotion: '618' }),
      order('A-6', 1, '2026-06-18T03:40:00Z', { promotion: '618' }),
    );
    expect((await customer(1)).inferredTags).toEqual([
      // the hour before noon has as many now, and comes first
      'gift-buyer',
      'key-opinion-consumer',
      'price-sensitive',
      'repurchase',
      'satisfied',
      'store-shopper',
    ]);
    expect(await count('tags has "price-sensitive" and tags has none ("seasonal", "dissatisfied")')).toBe(1);
  });

  it('are explained by their facts', async () => {
    const explain = `query ($object: ID!, $tag: String!) { explainTag(object: $object, tag: $tag) {
      holds ruleHolds origins { by actor } definition { origin category } habits { purchases bargains }
      clause { rule matched evidence clauses { rule matched evidence } } } }`;
    const { id } = await customer(1);
    const { explainTag } = await app.data<{ explainTag: object }>(explain, { object: id, tag: 'price-sensitive' });
    expect(explainTag).toMatchObject({
      ...{ holds: true, ruleHolds: true, origins: [], habits: { purchases: 6, bargains: 5 } },
      definition: { origin: 'FILE', category: 'values and needs' },
      clause: {
        matched: true,
        clauses: [
          {
            rule: 'purchaseCount >= 3',
            matched: true,
            evidence: [{ type: 'value', field: 'purchaseCount', value: 6 }],
          },
          { rule: 'promotionShare >= 50 or discountShare >= 50', matched: true },
          {
            rule: 'priceSensitivity >= 40',
            matched: true,
            evidence: [{ type: 'value', field: 'priceSensitivity', value: expect.closeTo(43.6497, 4) }],
          },
        ],
      },
    });
    await app.data(
      'mutation ($object: ID!) { tagObject(object: $object, tag: "price-sensitive", by: { actor: "ann", reason: "told me" }) { tag } }',
      { object: (await customer(3)).id },
    );
    const third = { object: (await customer(3)).id, tag: 'price-sensitive' };
    expect(await app.data(explain, third)).toMatchObject({
      explainTag: {
        holds: true,
        ruleHolds: false,
        origins: [{ by: 'HAND', actor: 'ann' }],
        clause: { matched: false },
      },
    });
    expect(await app.data(explain, { object: 'product:pole', tag: 'gift' })).toEqual({
      explainTag: {
        holds: true,
        ruleHolds: null,
        origins: [{ by: 'IMPORT', actor: null }],
        definition: null,
        habits: null,
        clause: null,
      },
    });
    const { errors } = await app.graphql(explain, { object: 'product:none', tag: 'gift' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('say in explainMembership which tags are there', async () => {
    const query = `query ($id: ID!, $tag: String) { explainMembership(customer: $id, filter: { tags: { has: $tag } }) { member clause { evidence } } }`;
    const told = async (number: number) => app.data(query, { id: (await customer(number)).id, tag: 'repurchase' });
    const evidence = (value: string[]) => ({ evidence: [{ type: 'value', field: 'tags', value }] });
    expect(await told(1)).toEqual({ explainMembership: { member: true, clause: evidence(['repurchase']) } });
    expect(await told(2)).toEqual({ explainMembership: { member: false, clause: evidence([]) } });
  });

  it('are among the tags once somebody adopts them', async () => {
    const tags = async () => app.data('{ customers(rule: "purchaseCount >= 2") { nodes { tags } } }');
    expect(await tags()).toEqual({ customers: { nodes: [{ tags: [] }] } });
    await app.data(
      'mutation { saveTagDefinition(input: { name: "repurchase", appliesTo: [CUSTOMER], rule: "purchaseCount >= 2" }) { inferred } }',
    );
    expect(await tags()).toEqual({ customers: { nodes: [{ tags: ['repurchase'] }] } });
    expect((await customer(1)).inferredTags).not.toContain('repurchase');
  });
});

describe('the timeline', () => {
  it('tells when stored tags came and went', async () => {
    const { id } = await customer(3);
    const by = { actor: 'ann', reason: 'x' };
    const give =
      'mutation ($id: ID!, $tag: String!, $by: DecisionInput!, $end: DateTime) { tagObject(object: $id, tag: $tag, by: $by, expiresAt: $end) { tag } }';
    await app.data(give, { id, by, tag: 'trial', end: '2026-07-01T00:00:00Z' });
    await app.data(give, { id, by, tag: 'vip' });
    app.clock.set('2026-06-19T00:00:00Z');
    await app.data(
      'mutation ($id: ID!, $by: DecisionInput!) { untagObject(object: $id, tag: "vip", by: $by) { tag } }',
      { id, by },
    );
    await app.ingest({
      customer: {
        source: 'crm',
        recordId: '3',
        observedAt: '2026-06-17T00:00:00Z',
        identifiers: [phone(3)],
        tags: ['hiker'],
      },
    });
    const { customer: found } = await app.data<{ customer: { timeline: { nodes: object[] } } }>(
      `query ($id: ID!) { customer(id: $id) { timeline(types: [TAG]) { nodes { type at ... on TimelineTag { tag tagChange actor source recordId } } } } }`,
      { id },
    );
    const told = (at: string, tag: string, tagChange: string, actor: string | null, source: string | null = null) => ({
      ...{ type: 'TAG', at, tag, tagChange, actor, source, recordId: source && '3' },
    });
    expect(found.timeline.nodes).toEqual([
      told('2026-07-01T00:00:00.000Z', 'trial', 'ENDED', null),
      told('2026-06-19T00:00:00.000Z', 'vip', 'TAKEN_BACK', 'ann'),
      told('2026-06-18T04:00:00.000Z', 'price-sensitive', 'GIVEN', 'ann'),
      told('2026-06-18T04:00:00.000Z', 'trial', 'GIVEN', 'ann'),
      told('2026-06-18T04:00:00.000Z', 'vip', 'GIVEN', 'ann'),
      told('2026-06-17T00:00:00.000Z', 'hiker', 'IMPORTED', null, 'crm'),
    ]);
  });
});
