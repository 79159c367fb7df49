import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';

const app = useApp({ now: '2026-06-20T12:00:00Z' });
const day = (number: number) => `2026-06-${String(number).padStart(2, '0')}T00:00:00.000Z`;

const who = (person: number) => ({ identifiers: [{ kind: 'phone', value: `1380013800${person}` }] });
const event = (
  person: number,
  eventId: string,
  name: string,
  occurredAt: string,
  properties?: object,
): RecordInput => ({
  event: {
    source: 'web',
    eventId: `${person}-${eventId}`,
    name,
    occurredAt,
    customer: who(person),
    properties,
    sku: 'bag',
  },
});
const order = (person: number, number: string, placedAt: string): RecordInput => ({
  order: {
    ...{ source: 'pos', number: `${person}-${number}`, placedAt, currency: 'CNY', total: '10.00' },
    ...{ customer: who(person), lines: [{ sku: 'bag', quantity: 1, unitPrice: '10.00' }] },
  },
});

interface Entry {
  type: string;
  at: string;
  key: string;
}
interface Page {
  nodes: Entry[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}
const fields = `nodes {
    type at
    ... on TimelineOrder { order { number } }
    ... on TimelineEvent { event { eventId product { sku } } }
    ... on TimelineStage { before period { stage } }
    ... on TimelineIdentity { change { kind } }
  }
  edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const ask = `query ($identifier: IdentifierInput, $first: Int, $after: String, $types: [TimelineType!]) {
  customer(identifier: $identifier) { timeline(first: $first, after: $after, types: $types) { ${fields} } }
}`;
const phone = (person: number) => ({ kind: 'phone', value: `1380013800${person}` });
const pageOf = async (person: number, args: object = {}) =>
  (await app.data<{ customer: { timeline: Page } }>(ask, { identifier: phone(person), ...args })).customer.timeline;

describe('the timeline of a customer', () => {
  beforeAll(async () => {
    const busy = (person: number): RecordInput[] => [
      ...Array.from({ length: 10 }, (_, at) => event(person, `e${at}`, 'page_view', day(10 + (at % 3)))),
      ...Array.from({ length: 6 }, (_, at) => order(person, `o${at}`, day(10 + (at % 3)))),
    ];
    const report = await app.ingest(
      { product: { sku: 'bag', name: 'Bag' } },
      ...busy(1),
      ...busy(2),
      ...busy(3),
      order(4, 'o', day(2)),
      event(4, 'v', 'product_view', day(1)),
      event(4, 'late', 'follow', '2026-06-03T00:00:00.001Z'),
      event(4, 'c1', 'consent_granted', day(2), { purpose: 'marketing', channel: 'sms' }),
      event(4, 'c2', 'consent_withdrawn', day(5), { purpose: 'marketing', channel: 'sms' }),
      event(4, 'c3', 'consent_granted', day(5), { purpose: 'marketing', channel: 'sms' }),
      event(4, 'c4', 'consent_granted', day(3), { purpose: 'analysis', expiresAt: '2026-06-20T12:00:00Z' }),
      event(4, 'c5', 'consent_denied', day(3), { purpose: 'marketing' }),
      event(4, 'c6', 'consent_granted', day(3), { channel: 'nothing said' }),
      event(4, 'r1', 'review', day(6), { rating: 4, text: ' good ' }),
      event(4, 'r2', 'review', day(7), { rating: 'bad' }),
      event(4, 'q1', 'service_question', day(8), { ticket: 't-1', topic: 'size', text: 'Is it large?' }),
      event(4, 'q2', 'service_question', day(9)),
      event(4, 'a0', 'service_answer', day(7), { ticket: 't-1' }),
      event(4, 'a1', 'service_answer', day(9), { ticket: 't-1' }),
      event(4, 'a2', 'service_answer', day(10), { ticket: 't-1' }),
    );
    expect(report).toMatchObject({ rejected: 0, warnings: [] });
  });

  it('is one order through all pages, whatever their size', async () => {
    const whole = await pageOf(1, { first: 250 });
    expect(whole.nodes.map(({ type }) => type).filter((type) => type === 'EVENT')).toHaveLength(10);
    expect(whole.nodes.filter(({ type }) => type === 'ORDER')).toHaveLength(6);
    expect(whole.nodes.filter(({ type }) => type === 'STAGE')).toHaveLength(2);
    expect(whole.nodes.filter(({ type }) => type === 'IDENTITY')).toHaveLength(1);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const instants = whole.nodes.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort().reverse());
    for (const first of [1, 7]) {
      const seen: Entry[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page: Page = await pageOf(1, { first, after });
        expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
        seen.push(...page.nodes);
        more = page.pageInfo.hasNextPage;
        after = page.pageInfo.endCursor;
        expect(after).toBe(page.edges.at(-1)?.cursor ?? null);
      }
      expect(seen).toEqual(whole.nodes);
    }
    const stages = await pageOf(1, { types: ['STAGE'] });
    expect(stages.nodes).toEqual(whole.nodes.filter(({ type }) => type === 'STAGE'));
    const rest = await pageOf(1, { types: ['ORDER'], after: stages.edges[0]?.cursor });
    expect(rest.nodes).toEqual(
      whole.nodes.slice(whole.nodes.findIndex(({ type }) => type === 'STAGE')).filter(({ type }) => type === 'ORDER'),
    );
    expect((await pageOf(1, { types: [] })).nodes).toEqual([]);
  });

  it('stays in its place when something comes in between', async () => {
    const before = await pageOf(2, { first: 5 });
    const next = await pageOf(2, { first: 5, after: before.pageInfo.endCursor });
    await app.ingest(event(2, 'new', 'page_view', day(19)));
    expect((await pageOf(2, { first: 5, after: before.pageInfo.endCursor })).nodes).toEqual(next.nodes);
  });

  it('takes the same statements for one customer and for several, for a short page and a long one', async () => {
    const list = `query ($n: Int, $first: Int) { customers(first: $n, rule: "events count > 9") { nodes { timeline(first: $first) { nodes { type } } } } }`;
    const count = async (variables: object) => {
      const names: string[] = [];
      const forget = app.database.observe(({ name }) => names.push(name));
      await app.data(list, { ...variables });
      forget();
      return names.filter((name) => /^(timeline|lifecycle|identity|loyalty)\./.test(name)).sort();
    };
    const expected = [
      'identity.history',
      'lifecycle.facts',
      'loyalty.facts',
      'loyalty.facts',
      'timeline.events',
      'timeline.orders',
      'timeline.ruleTags',
      'timeline.segments',
    ];
    expect(await count({ n: 1, first: 1 })).toEqual(expected);
    expect(await count({ n: 3, first: 50 })).toEqual(expected);
  });

  it('refuses what is no cursor, and sizes out of bounds', async () => {
    const refused = async (args: object) =>
      (await app.graphql(ask, { identifier: phone(1), ...args })).errors?.[0]?.extensions;
    const ofCustomers = await app.data<{ customers: { pageInfo: { endCursor: string } } }>(
      '{ customers(first: 1) { pageInfo { endCursor } } }',
    );
    for (const after of ['nonsense', '', ofCustomers.customers.pageInfo.endCursor])
      expect(await refused({ after })).toMatchObject({ code: 'INVALID_CURSOR', argument: 'after' });
    for (const first of [0, 251])
      expect(await refused({ first })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
  });

  it('leads to consents, reviews, questions and the first 48 hours', async () => {
    const { customer } = await app.data<{ customer: Record<string, unknown> }>(
      `query ($identifier: IdentifierInput) { customer(identifier: $identifier) {
        consents { purpose channel status since expiresAt event { eventId } }
        reviews { at rating text event { product { name } } }
        serviceQuestions { askedAt topic text answeredAt event { eventId } }
        golden48Hours { arrivedAt endsAt isOver missing steps { step doneAt inTime } happened { type at } }
      } }`,
      { identifier: phone(4) },
    );
    expect(customer.consents).toEqual([
      {
        ...{ purpose: 'analysis', channel: null, status: 'EXPIRED', since: '2026-06-20T12:00:00.000Z' },
        ...{ expiresAt: '2026-06-20T12:00:00.000Z', event: { eventId: '4-c4' } },
      },
      {
        ...{ purpose: 'marketing', channel: 'sms', status: 'WITHDRAWN', since: day(5), expiresAt: null },
        event: { eventId: '4-c2' },
      },
      {
        ...{ purpose: 'marketing', channel: null, status: 'DENIED', since: day(3), expiresAt: null },
        event: { eventId: '4-c5' },
      },
    ]);
    const product = { product: { name: 'Bag' } };
    expect(customer.reviews).toEqual([
      { at: day(7), rating: null, text: null, event: product },
      { at: day(6), rating: 4, text: 'good', event: product },
    ]);
    expect(customer.serviceQuestions).toEqual([
      { askedAt: day(9), topic: null, text: null, answeredAt: null, event: { eventId: '4-q2' } },
      { askedAt: day(8), topic: 'size', text: 'Is it large?', answeredAt: day(9), event: { eventId: '4-q1' } },
    ]);
    const inTime = (step: string, doneAt: string) => ({ step, doneAt, inTime: true });
    expect(customer.golden48Hours).toEqual({
      ...{ arrivedAt: day(1), endsAt: day(3), isOver: true, missing: ['FOLLOWED', 'WELCOMED'] },
      steps: [
        ...[inTime('IDENTIFIED', day(1)), inTime('CONTACTABLE', day(1)), inTime('CONSENTED', day(2))],
        { step: 'FOLLOWED', doneAt: '2026-06-03T00:00:00.001Z', inTime: false },
        { step: 'WELCOMED', doneAt: null, inTime: false },
        ...[inTime('INTERESTED', day(1)), inTime('PURCHASED', day(2))],
      ],
      happened: [
        ...[3, 3, 3].map((number) => ({ type: 'EVENT', at: day(number) })),
        { type: 'EVENT', at: day(2) },
        { type: 'ORDER', at: day(2) },
        { type: 'POINTS', at: day(2) },
        { type: 'STAGE', at: day(2) },
        { type: 'EVENT', at: day(1) },
        { type: 'STAGE', at: day(1) },
      ],
    });
  });
});
