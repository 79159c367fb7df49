import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

const phone = (number: number) => ({ kind: 'phone', value: `+86138001380${String(number).padStart(2, '0')}` });
const record = (number: number): RecordInput => ({
  customer: {
    ...{ source: 'crm', recordId: `${number}`, observedAt: '2026-01-01T00:00:00Z' },
    identifiers: [phone(number)],
    profile: { displayName: `P${number}` },
  },
});
const event = (
  eventId: string,
  who: number | string,
  name: string,
  properties: object,
  source = 'app',
): RecordInput => ({
  event: {
    ...{ source, eventId, name, occurredAt: '2026-06-10T00:00:00Z', properties },
    customer: { identifiers: typeof who === 'number' ? [phone(who)] : [] },
    ...(typeof who === 'string' && { device: { deviceId: who } }),
  },
});

const figures = async (number: number) => {
  const { customer } = await app.data<{
    customer: { inferredTags: string[]; habits: { sharesOpened: number; reviewReads: number } };
  }>(
    'query ($value: String!) { customer(identifier: { kind: "phone", value: $value }) { inferredTags habits { sharesOpened reviewReads } } }',
    { value: phone(number).value },
  );
  const { sharesOpened, reviewReads } = customer.habits;
  return [sharesOpened, reviewReads, customer.inferredTags.includes('key-opinion-consumer')];
};
const names = async (rule: string) => {
  const { customers } = await app.data<{ customers: { nodes: { displayName: string }[] } }>(
    'query ($rule: String!) { customers(rule: $rule) { nodes { displayName } } }',
    { rule: `(${rule}) and displayName is known` },
  );
  return customers.nodes.map(({ displayName }) => displayName).sort();
};
const idOf = async (number: number) =>
  (
    await app.data<{ customer: { id: string } }>(
      'query ($value: String!) { customer(identifier: { kind: "phone", value: $value }) { id } }',
      { value: phone(number).value },
    )
  ).customer.id;

beforeAll(async () => {
  const report = await app.ingest(
    ...[1, 2, 3, 4].map(record),
    // 1 wrote two reviews; the reading of one is told before the review is
    event('read-1', 2, 'review_read', { reviewId: 'r-1' }),
    event('r-1', 1, 'review', { rating: 5 }),
    event('r-2', 1, 'review', { text: 'fine' }, 'tmall'),
    event('read-2', 2, 'review_read', { reviewId: 'r-1' }),
    event('read-3', 2, 'review_helpful', { reviewId: 'r-1' }),
    event('read-4', 2, 'review_helpful', { reviewId: 'r-2', reviewSource: 'tmall' }),
    event('read-5', 3, 'review_read', { reviewId: 'r-2' }, 'tmall'),
    event('read-6', 'd-1', 'review_read', { reviewId: 'r-1' }),
    // none of these is a read by somebody else of a review that there is
    event('read-7', 1, 'review_read', { reviewId: 'r-1' }),
    event('read-8', 3, 'review_read', { reviewId: 'r-2' }),
    event('read-9', 3, 'review_reported', { reviewId: 'r-1' }),
    event('read-10', 3, 'review_read', { reviewId: ['r-1'], reviewSource: 7 }),
    event('read-11', 3, 'review_read', { reviewId: 's-1' }),
    // 1 shared two things, 3 one of them again
    event('s-1', 1, 'share', { shareId: 'A' }),
    event('s-2', 1, 'share', { shareId: 'B' }),
    event('s-3', 3, 'share', { shareId: 'B' }),
    event('o-1', 2, 'page_view', { shareId: 'A' }),
    event('o-2', 2, 'page_view', { shareId: 'A' }),
    event('o-3', 2, 'page_view', { shareId: 'B' }),
    event('o-4', 1, 'page_view', { shareId: 'A' }),
    event('o-5', 4, 'page_view', { shareId: 'B' }),
  );
  expect(report).toMatchObject({ rejected: 0, warnings: [] });
});

describe('who is heard', () => {
  it('is told by shares that others opened and reviews that others read', async () => {
    expect(await figures(1)).toEqual([3, 4, false]);
    expect(await figures(3)).toEqual([2, 0, false]);
    expect(await figures(4)).toEqual([0, 0, false]);
  });

  it('can be asked for in every spelling', async () => {
    expect(await names('sharesOpened >= 2 and reviewReads < 4')).toEqual(['P3']);
    expect(await names('reviewReads = 4')).toEqual(['P1']);
    expect(await names('reviewReads in (0, 4) and not sharesOpened > 0')).toEqual(['P2', 'P4']);
    expect(await names('referredBy where (reviewReads >= 3)')).toEqual(['P2', 'P4']);
    const { customers } = await app.data<{ customers: { nodes: { displayName: string }[] } }>(
      '{ customers(filter: { reviewReads: { gte: 1 }, sharesOpened: { eq: 3 } }) { nodes { displayName } } }',
    );
    expect(customers.nodes).toEqual([{ displayName: 'P1' }]);
  });

  it('goes with merges, and comes back with their undoing', async () => {
    const [first, second] = [await idOf(1), await idOf(2)];
    const by = 'by: { actor: "ann", reason: "x" }';
    const { mergeCustomers } = await app.data<{
      mergeCustomers: { customers: { mergedFrom: { mergeId: string }[] }[] };
    }>(`mutation ($ids: [ID!]!) { mergeCustomers(customers: $ids, ${by}) { customers { mergedFrom { mergeId } } } }`, {
      ids: [first, second],
    });
    // what 2 opened and read were the own things then
    expect(await figures(1)).toEqual([1, 2, false]);
    expect(await figures(3)).toEqual([2, 0, false]);
    await app.data(`mutation ($id: ID!) { undoMerge(mergeId: $id, ${by}) { decisionId } }`, {
      id: mergeCustomers.customers[0]?.mergedFrom[0]?.mergeId,
    });
    expect(await figures(1)).toEqual([3, 4, false]);
    expect(await figures(2)).toEqual([0, 0, false]);
  });

  it('collapses visitors who turn out to be one', async () => {
    // the device that read r-1 is 2's, who read it before
    await app.ingest(event('login', 2, 'login', {}), {
      event: {
        ...{ source: 'app', eventId: 'signed-in', name: 'login', occurredAt: '2026-06-11T00:00:00Z' },
        customer: { identifiers: [phone(2)] },
        device: { deviceId: 'd-1' },
      },
    });
    expect(await figures(1)).toEqual([3, 3, false]);
  });

  it('makes a key opinion consumer, also by followers of a live segment', async () => {
    await app.data(
      'mutation { saveSegment(input: { name: "opinion", rule: "tags has \\"key-opinion-consumer\\"" }) { id } }',
    );
    const members = async () => {
      const { segments } = await app.data<{
        segments: { nodes: { memberships: { nodes: { customer: { displayName: string } }[] } }[] };
      }>('{ segments { nodes { memberships { nodes { customer { displayName } } } } } }');
      return segments.nodes.flatMap(({ memberships }) =>
        memberships.nodes.map(({ customer }) => customer.displayName).sort(),
      );
    };
    expect(await members()).toEqual([]);
    const reader = (number: number) =>
      event(`reader-${number}`, `d-reader-${number}`, 'review_read', { reviewId: 'r-1' });
    await app.ingest(...Array.from({ length: 16 }, (_, number) => reader(number)));
    expect([await figures(1), await members()]).toEqual([[3, 19, false], []]);
    await app.ingest(reader(16));
    expect([await figures(1), await members()]).toEqual([[3, 20, true], ['P1']]);
    // 3 shares one thing after the other; only 4 opens them
    const shared = Array.from({ length: 8 }, (_, number) => `more-${number}`);
    await app.ingest(
      ...shared.map((shareId) => event(`share-${shareId}`, 3, 'share', { shareId })),
      ...shared.map((shareId) => event(`open-${shareId}`, 4, 'open', { shareId })),
    );
    expect([await figures(3), await members()]).toEqual([
      [10, 0, true],
      ['P1', 'P3'],
    ]);
  });

  it('is shown by its figures where the tag is explained', async () => {
    const { explainTag } = await app.data<{ explainTag: object }>(
      `query ($object: ID!) { explainTag(object: $object, tag: "key-opinion-consumer") {
        holds habits { sharesOpened reviewReads } clause { matched clauses { rule matched evidence } } } }`,
      { object: await idOf(1) },
    );
    expect(explainTag).toMatchObject({
      holds: true,
      habits: { sharesOpened: 3, reviewReads: 20 },
      clause: {
        matched: true,
        clauses: [
          { rule: 'referrals count >= 3', matched: false },
          { rule: 'sharesOpened >= 10', matched: false, evidence: [{ field: 'sharesOpened', value: 3 }] },
          { rule: 'reviewReads >= 20', matched: true, evidence: [{ field: 'reviewReads', value: 20 }] },
        ],
      },
    });
  });
});
