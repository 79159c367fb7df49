import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';

const app = useApp({ now: '2026-05-31T00:00:00Z' });
const at = (day: number, hour = 0) =>
  `2026-06-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

const phone = (number: number) => ({ kind: 'phone', value: `1380013800${number}` });
const order = (who: number, number: string, more: object = {}): RecordInput => ({
  order: {
    ...{ source: 'pos', number: `${who}-${number}`, placedAt: app.clock.now().toISOString(), currency: 'CNY' },
    ...{ customer: { identifiers: [phone(who)] }, lines: [], total: '10.00' },
    ...more,
  },
});
const record = (who: number, tags: string[] = []): RecordInput => ({
  customer: {
    ...{ source: 'crm', recordId: `${who}`, observedAt: at(1), identifiers: [phone(who)], tags },
    profile: { displayName: `P${who}` },
  },
});
const idOf = async (who: number) => (await app.application.customers.customerByIdentifier(phone(who)))?.id as string;
const by = { actor: 'ann', reason: 'x' };
const save = async (name: string, rule: string, id?: string) => {
  const query = 'mutation ($input: SaveSegmentInput!) { saveSegment(input: $input) { id } }';
  return (await app.data<{ saveSegment: { id: string } }>(query, { input: { id, name, rule } })).saveSegment.id;
};
const declare = (name: string, rule: string) =>
  app.data('mutation ($input: SaveTagDefinitionInput!) { saveTagDefinition(input: $input) { name } }', {
    input: { name, rule, appliesTo: ['CUSTOMER'] },
  });

interface TagNode {
  at: string;
  tag: string;
  by: string;
  tagChange: string;
  ruleCause: string | null;
  holderId: string | null;
}
interface SegmentNode {
  at: string;
  segment: { name: string };
  segmentChange: string;
  segmentCause: string;
  memberId: string;
}
interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
const ask = `query ($id: ID!, $types: [TimelineType!], $first: Int, $after: String) { customer(id: $id) {
  timeline(types: $types, first: $first, after: $after) {
    nodes { type at
      ... on TimelineTag { tag by tagChange ruleCause holderId actor source }
      ... on TimelineSegment { segment { name } segmentChange segmentCause memberId } }
    pageInfo { hasNextPage endCursor } } } }`;
const pageOf = async <Node>(id: string, types: string[], args: object = {}) =>
  (await app.data<{ customer: { timeline: Page<Node> } }>(ask, { id, types, ...args })).customer.timeline;
const short = (instant: string) => instant.slice(5, 13);

/** When tags came and went, newest first. */
const tagsOf = async (who: number) => {
  const id = await idOf(who);
  return (await pageOf<TagNode>(id, ['TAG'])).nodes.map((node) => {
    const whose = node.holderId === null || node.holderId === id ? '' : ' of another';
    return `${short(node.at)} ${node.tag} ${node.by} ${node.tagChange} ${node.ruleCause}${whose}`;
  });
};
const printSegment = (id: string) => (node: SegmentNode) =>
  `${short(node.at)} ${node.segmentChange} ${node.segment.name} ${node.segmentCause}${node.memberId === id ? '' : ' of another'}`;
/** When a customer entered and left segments, newest first. */
const segmentsOf = async (who: number) => {
  const id = await idOf(who);
  return (await pageOf<SegmentNode>(id, ['SEGMENT'])).nodes.map(printSegment(id));
};

let city = '';
beforeAll(async () => {
  // the first is the oldest, and survives
  await app.ingest(record(1));
  app.clock.set(at(1));
  await app.ingest(...[2, 3, 4].map((who) => record(who)), order(1, 'a'), order(2, 'a'), order(4, 'a'), order(4, 'b'));
  await declare('frequent', 'purchaseCount >= 2');
  await declare('recent', 'lastPurchaseAt within 7 days');
  await save('frequent buyers', 'tags has "frequent"');
  await save('recent buyers', 'tags has "recent"');
  // none of these keeps the history of a tag
  await save('more than the tag', 'tags has "frequent" and tags has "recent"');
  await save('a tag that is sent', 'tags has "vip"');
  city = await save('another rule once', 'city = "Shanghai"');
});

describe('a rule tag whose history a segment keeps', () => {
  it('held already when the segment was published', async () => {
    expect(await tagsOf(4)).toEqual([`06-01T00 frequent RULE HELD PUBLISHED`, `06-01T00 recent RULE HELD PUBLISHED`]);
    expect(await tagsOf(1)).toEqual(['06-01T00 recent RULE HELD PUBLISHED']);
    expect(await tagsOf(3)).toEqual([]);
  });

  it('comes with an order, goes with a refund and by the clock alone', async () => {
    app.clock.set(at(2));
    await app.ingest(order(1, 'b'));
    expect(await tagsOf(1)).toEqual(['06-02T00 frequent RULE GAINED FACTS', '06-01T00 recent RULE HELD PUBLISHED']);
    app.clock.set(at(3));
    await app.ingest(order(1, 'b', { placedAt: at(2), updatedAt: at(3), status: 'REFUNDED', refunded: '10.00' }));
    expect((await tagsOf(1))[0]).toBe('06-03T00 frequent RULE LOST FACTS');
    // the purchase of the first lies more than seven days back
    app.clock.set(at(8, 1));
    expect(await tagsOf(1)).toEqual([
      '06-08T01 recent RULE LOST TIME',
      '06-03T00 frequent RULE LOST FACTS',
      '06-02T00 frequent RULE GAINED FACTS',
      '06-01T00 recent RULE HELD PUBLISHED',
    ]);
  });

  it('is told apart from stored tags, and only by segments that never asked for anything else', async () => {
    app.clock.set(at(9));
    await app.ingest(record(3, ['vip']));
    await save('another rule once', 'tags has "frequent"', city);
    await save('frequent buyers again', 'tags has "frequent"');
    expect(await tagsOf(3)).toEqual(['06-01T00 vip IMPORT IMPORTED null']);
    // both that keep it tell the same, but for when they began
    expect((await tagsOf(4)).filter((entry) => entry.includes('frequent'))).toEqual([
      '06-09T00 frequent RULE HELD PUBLISHED',
      '06-01T00 frequent RULE HELD PUBLISHED',
    ]);
    expect((await segmentsOf(4)).slice(0, 2).sort()).toEqual([
      '06-09T00 ENTERED another rule once RULE',
      '06-09T00 ENTERED frequent buyers again PUBLISHED',
    ]);
    app.clock.set(at(10));
    await app.ingest(order(2, 'b'));
    expect((await tagsOf(2)).filter((entry) => entry.startsWith('06-10'))).toEqual([
      '06-10T00 frequent RULE GAINED FACTS',
      '06-10T00 recent RULE GAINED FACTS',
    ]);
  });

  it('follows its own rule', async () => {
    app.clock.set(at(11));
    await declare('recent', 'lastPurchaseAt within 2 hours');
    expect((await tagsOf(2))[0]).toBe('06-11T00 recent RULE LOST RULE');
  });

  it('keeps what the merged customer had, and gives it back when the merge is undone', async () => {
    app.clock.set(at(12));
    const [first, second] = [await idOf(1), await idOf(2)];
    const own = { first: await tagsOf(1), second: await tagsOf(2) };
    const { mergeCustomers } = await app.data<{
      mergeCustomers: { customers: { id: string; mergedFrom: { mergeId: string }[] }[] };
    }>(
      'mutation ($ids: [ID!]!, $by: DecisionInput!) { mergeCustomers(customers: $ids, by: $by) { customers { id mergedFrom { mergeId } } } }',
      { ids: [first, second], by },
    );
    const [merged] = mergeCustomers.customers;
    expect(merged?.id).toBe(first);
    const after = await tagsOf(1);
    expect(await tagsOf(2)).toEqual(after);
    // three purchases together; the second, who had two of them, is no more
    expect(after.slice(0, 2)).toEqual([
      '06-12T00 frequent RULE GAINED IDENTITY',
      '06-12T00 frequent RULE LOST IDENTITY of another',
    ]);
    expect(after.slice(2).sort()).toEqual([...own.first, ...own.second.map((entry) => `${entry} of another`)].sort());

    app.clock.set(at(13));
    await app.data('mutation ($id: ID!, $by: DecisionInput!) { undoMerge(mergeId: $id, by: $by) { decisionId } }', {
      id: merged?.mergedFrom[0]?.mergeId,
      by,
    });
    expect(await tagsOf(1)).toEqual([
      '06-13T00 frequent RULE LOST IDENTITY',
      '06-12T00 frequent RULE GAINED IDENTITY',
      ...own.first,
    ]);
    expect(await tagsOf(2)).toEqual([
      '06-13T00 frequent RULE GAINED IDENTITY',
      '06-12T00 frequent RULE LOST IDENTITY',
      ...own.second,
    ]);
  });
});

describe('segments in the timeline', () => {
  it('are entered and left, page after page', async () => {
    const id = await idOf(1);
    const all = await segmentsOf(1);
    expect(all.slice(-6)).toEqual([
      '06-08T01 LEFT recent buyers TIME',
      '06-03T00 LEFT frequent buyers FACTS',
      '06-03T00 LEFT more than the tag FACTS',
      '06-02T00 ENTERED frequent buyers FACTS',
      '06-02T00 ENTERED more than the tag FACTS',
      '06-01T00 ENTERED recent buyers PUBLISHED',
    ]);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Page<SegmentNode> = await pageOf(id, ['SEGMENT'], { first: 1, after });
      paged.push(...page.nodes.map(printSegment(id)));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(paged).toEqual(all);
    // of one instant by type, then key: pages of all types hold each once
    const types = ['SEGMENT', 'TAG', 'ORDER'];
    const whole = (await pageOf<{ type: string }>(id, types)).nodes;
    const pieces: { type: string }[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Page<{ type: string }> = await pageOf(id, types, { first: 2, after });
      pieces.push(...page.nodes);
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(pieces).toEqual(whole);
    expect(new Set(whole.map(({ type }) => type))).toEqual(new Set(types));
  });

  it('end with the segment: archived it lets go, and the tag is none the less there', async () => {
    app.clock.set(at(20));
    const { segments } = await app.data<{ segments: { nodes: { id: string; name: string }[] } }>(
      '{ segments { nodes { id name } } }',
    );
    const again = segments.nodes.find(({ name }) => name === 'frequent buyers again')?.id;
    const before = await tagsOf(4);
    await app.data('mutation ($id: ID!) { archiveSegment(id: $id) { id } }', { id: again });
    expect((await segmentsOf(4))[0]).toBe('06-20T00 LEFT frequent buyers again ARCHIVED');
    expect(await tagsOf(4)).toEqual(before);
  });

  it('take two statements for any number of customers, and one look whether there is news', async () => {
    const names: string[] = [];
    const forget = app.database.observe(({ name }) => names.push(name));
    await app.data('{ customers { nodes { timeline(types: [SEGMENT, TAG]) { nodes { type } } } } }');
    forget();
    expect(names.filter((name) => /^(timeline|live)\./.test(name)).sort()).toEqual([
      'live.state',
      'timeline.ruleTags',
      'timeline.segments',
    ]);
  });
});
