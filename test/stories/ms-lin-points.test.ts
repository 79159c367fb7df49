import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf, useApp } from '../support/app.ts';
import type { RecordJson } from '../support/reference/record-input.ts';
import { sendRecords } from '../support/reference/send.ts';
import * as story from './ms-lin.records.ts';

const app = useApp();
const send = (records: RecordJson[]) => sendRecords(app.data, records);

interface Account {
  balance: number;
  debt: number;
  tier: { name: string; since: string | null };
  tierHistory: { at: string; tier: string; cause: string }[];
  expiring: { at: string; points: number }[];
  ledger: { nodes: { kind: string; at: string; points: number; balance: number; order: { number: string } | null }[] };
}
const query = `query ($phone: String!) { customer(identifier: { kind: "phone", value: $phone }) { id loyalty {
  balance debt tier { name since } tierHistory { at tier cause } expiring(within: "P3Y") { at points }
  ledger { nodes { kind at points balance order { number } } } } } }`;
const look = async (phone = '13800138000') =>
  (await app.data<{ customer: { id: string; loyalty: Account } }>(query, { phone })).customer;

const redeem = `mutation ($points: Int!) { redeemPoints(source: "pos", idempotencyKey: "tea-cup", points: $points,
  identifier: { kind: "member_number", value: "M-1001" }, order: { source: "pos", number: "B-7" }) { balance } }`;

interface TimelineOfPoints {
  nodes: {
    at: string;
    points?: { kind: string; points: number; balance: number; order: { number: string } | null };
    tier?: { tier: string; cause: string };
  }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** Each test is a step and builds on those before it. */
describe("Ms Lin's points", () => {
  beforeAll(async () => {
    app.clock.set('2026-09-15T15:00:00+08:00');
    const records = [story.catalogue, story.browsing, story.shopPurchase, story.scanAndFollow, story.bindAndJoin];
    for (const some of [...records, story.onlinePurchase, story.thirdPurchaseAndShare]) await send(some);
  });

  it('count what she bought in the shop and online, and pay for a tea cup', async () => {
    expect(codeOf(await app.graphql(redeem, { points: 4_000 }))).toBe('INSUFFICIENT_POINTS');
    expect(await app.data(redeem, { points: 3_000 })).toEqual({ redeemPoints: { balance: 598 } });
    const { loyalty } = await look();
    expect(loyalty).toEqual({
      balance: 598,
      debt: 0,
      tier: { name: 'SILVER', since: '2026-06-20T13:00:00.000Z' },
      tierHistory: [{ at: '2026-06-20T13:00:00.000Z', tier: 'SILVER', cause: 'ENTERED' }],
      expiring: [{ at: '2028-09-30T16:00:00.000Z', points: 598 }],
      ledger: {
        nodes: [
          { kind: 'BURN', at: '2026-09-15T07:00:00.000Z', points: -3_000, balance: 598, order: { number: 'B-7' } },
          { kind: 'EARN', at: '2026-09-15T07:00:00.000Z', points: 1_500, balance: 3_598, order: { number: 'B-7' } },
          { kind: 'EARN', at: '2026-06-20T13:00:00.000Z', points: 799, balance: 2_098, order: { number: 'MP-1' } },
          { kind: 'EARN', at: '2026-06-18T03:02:00.000Z', points: 1_299, balance: 1_299, order: { number: 'A-1' } },
        ],
      },
    });
  });

  it('stand in her timeline with her tier, what moved last first, whatever the size of the page', async () => {
    const page = `query ($after: String) { customer(identifier: { kind: "phone", value: "13800138000" }) {
      timeline(first: 2, after: $after, types: [POINTS, TIER]) {
        nodes { at ... on TimelinePoints { points { kind points balance order { number } } } ... on TimelineTier { tier { tier cause } } }
        pageInfo { hasNextPage endCursor } } } }`;
    const told: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const answer: { customer: { timeline: TimelineOfPoints } } = await app.data(page, { after });
      const { timeline } = answer.customer;
      for (const { at, points, tier } of timeline.nodes)
        told.push(
          `${at.slice(0, 16)} ${points ? `${points.kind} ${points.points} ${points.balance} ${points.order?.number}` : `${tier?.tier} ${tier?.cause}`}`,
        );
      more = timeline.pageInfo.hasNextPage;
      after = timeline.pageInfo.endCursor;
    }
    expect(told).toEqual([
      '2026-09-15T07:00 BURN -3000 598 B-7',
      '2026-09-15T07:00 EARN 1500 3598 B-7',
      '2026-06-20T13:00 EARN 799 2098 MP-1',
      '2026-06-20T13:00 SILVER ENTERED',
      '2026-06-18T03:02 EARN 1299 1299 A-1',
    ]);
    // the redemption is an event, too, and is told once
    const events = `{ customer(identifier: { kind: "phone", value: "13800138000" }) { timeline(types: [EVENT]) {
      nodes { ... on TimelineEvent { event { name } } } } } }`;
    const { customer } = await app.data<{ customer: { timeline: { nodes: { event: { name: string } }[] } } }>(events);
    expect(customer.timeline.nodes.map(({ event }) => event.name).filter((name) => name.startsWith('points'))).toEqual(
      [],
    );
  });

  it('are what they were after she was taken for another Ms Lin, and that was undone', async () => {
    const other = [{ kind: 'phone', value: '13700137000' }];
    await send([
      {
        customer: {
          ...{ source: 'tmall', recordId: 'lin-2', observedAt: '2026-07-01T00:00:00Z', identifiers: other },
          profile: { familyName: 'Lin' },
        },
      },
      {
        order: {
          ...{ source: 'tmall', number: 'T-2', placedAt: '2026-07-01T00:00:00Z', currency: 'CNY', lines: [] },
          ...{ total: '9000.00', customer: { identifiers: other } },
        },
      },
    ]);
    const [she, another] = [await look(), await look('13700137000')];
    expect(another.loyalty).toMatchObject({ balance: 9_000, tier: { name: 'SILVER' } });
    const merge = `mutation ($ids: [ID!]!) { mergeCustomers(customers: $ids, by: { actor: "ann", reason: "Lin is Lin" }) {
      customers { mergedFrom { mergeId cause } } } }`;
    type Merged = { mergeCustomers: { customers: { mergedFrom: { mergeId: string; cause: string }[] }[] } };
    const { mergeCustomers } = await app.data<Merged>(merge, { ids: [she.id, another.id] });
    expect((await look()).loyalty).toMatchObject({ balance: 9_598, tier: { name: 'GOLD' } });
    expect((await look('13700137000')).loyalty).toEqual((await look()).loyalty);

    const id = mergeCustomers.customers[0]?.mergedFrom.find(({ cause }) => cause === 'DECISION')?.mergeId;
    const undo =
      'mutation ($id: ID!) { undoMerge(mergeId: $id, by: { actor: "ann", reason: "two Lins" }) { decisionId } }';
    await app.data(undo, { id });
    expect(await look()).toEqual(she);
    expect(await look('13700137000')).toEqual(another);
  });

  it('follow what she gave back, also when the points are spent', async () => {
    app.clock.set('2027-09-15T15:00:00+08:00');
    await send(story.lateFacts);
    const { loyalty } = await look();
    expect(loyalty).toMatchObject({ balance: 1_800, debt: 0, tier: { name: 'SILVER' } });
    expect(loyalty.tierHistory).toEqual([
      { at: '2027-06-18T03:02:00.000Z', tier: 'SILVER', cause: 'KEPT' },
      { at: '2026-06-18T03:02:00.000Z', tier: 'SILVER', cause: 'ENTERED' },
    ]);
    expect(loyalty.expiring.map(({ points }) => points).reduce((sum, points) => sum + points)).toBe(1_800);
    expect(loyalty.ledger.nodes.map(({ kind, points }) => `${kind} ${points}`)).toEqual([
      'BURN -3000',
      'EARN 1500',
      'REFUND -99',
      'EARN 799',
      'EARN 1299',
      'EARN 1301',
    ]);
  });
});
