import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf, useApp } from '../support/app.ts';
import { type Change, createLiveStory, feedQuery, phoneOf } from './live-story.ts';

// one history, told from top to bottom
const app = useApp({ now: '2026-03-01T00:00:00Z' });
const { live } = app.application;
const { person, order, ingest, ids, save, feed, news } = createLiveStory(app);

beforeAll(async () => {
  await ingest(
    { store: { code: 'sh-01', name: 'One', city: 'Shanghai', tags: ['weak'] } },
    { product: { sku: 'pole', category: ['Outdoor', 'Poles'] } },
    person('Ann', ['hiker']),
    person('Bo'),
  );
});

describe('a live segment', () => {
  it('takes its members in when it is published', async () => {
    await save('hikers', 'tags has "hiker"');
    await save('recent', 'purchases where (placedAt within 30 days)');
    await save('weak stores', 'purchases where (store.tags has "weak")');
    await save('recent hikers', 'in segment "recent" and in segment "hikers"', { holdout: { percent: 50, seed: 'x' } });
    await save('idea', 'tags has "hiker"', { status: 'DRAFT' });
    expect(await news()).toEqual(['Ann ENTERED hikers PUBLISHED']);
    expect(await news()).toEqual([]);
  });

  it('follows an order, segment after segment that it touches, those that are named first', async () => {
    app.clock.advance('PT1H');
    await ingest(order('Ann', 'a1'), order('Bo', 'b1'));
    expect(await news()).toEqual([
      'Ann ENTERED recent FACTS',
      'Bo ENTERED recent FACTS',
      'Ann ENTERED recent hikers FACTS',
      'Ann ENTERED weak stores FACTS',
      'Bo ENTERED weak stores FACTS',
    ]);
  });

  it('follows a refund, a store that changes, and a tag that goes', async () => {
    app.clock.advance('PT1H');
    await ingest(
      order('Bo', 'b1', { placedAt: '2026-03-01T01:00:00Z', status: 'REFUNDED', updatedAt: '2026-03-01T02:00:00Z' }),
    );
    expect(await news()).toEqual(['Bo LEFT recent FACTS', 'Bo LEFT weak stores FACTS']);
    await ingest({ store: { code: 'sh-01', name: 'One', city: 'Shanghai', updatedAt: '2026-03-01T02:00:00Z' } });
    expect(await news()).toEqual(['Ann LEFT weak stores CATALOGUE']);
    await ingest(person('Ann', ['climber']));
    expect(await news()).toEqual(['Ann LEFT hikers FACTS', 'Ann LEFT recent hikers FACTS']);
    await ingest({ product: { sku: 'pole', category: ['Indoor'], updatedAt: '2026-03-01T02:00:00Z' } });
    expect(await news()).toEqual([]);
  });

  it('follows the clock', async () => {
    app.clock.set('2026-03-31T00:59:59.999Z');
    expect(await news()).toEqual([]);
    app.clock.set('2026-03-31T01:00:00Z');
    expect(await live.isBehind()).toBe(true);
    expect(await news()).toEqual(['Ann LEFT recent TIME']);
    expect(await live.isBehind()).toBe(false);
  });

  it('follows a fact of the future when its time comes', async () => {
    await ingest(order('Bo', 'b2', { placedAt: '2026-04-10T00:00:00Z', store: undefined }));
    expect(await news()).toEqual([]);
    app.clock.set('2026-04-11T00:00:00Z');
    expect(await news()).toEqual(['Bo ENTERED recent TIME']);
  });

  it('follows a merge and its undoing', async () => {
    const find = (name: string) => app.application.customers.customerByIdentifier(phoneOf(name));
    const both = [(await find('Ann'))?.id as string, (await find('Bo'))?.id as string];
    await app.application.decisions.merge(both, { actor: 'test', reason: 'the same' });
    // Ann is the older one and stays
    expect((await news()).map((line) => line.replace(/^\S+ /, ''))).toEqual(
      ['ENTERED recent IDENTITY', 'LEFT recent IDENTITY'].sort().reverse(),
    );
    const query =
      '{ customer(id: "ID") { mergedFrom { mergeId } segmentHistory { segment { name } enteredBy leftBy } } }';
    const { customer } = await app.data<{ customer: { mergedFrom: { mergeId: string }[]; segmentHistory: unknown[] } }>(
      query.replace('ID', both[0] as string),
    );
    expect(customer.segmentHistory).toEqual([
      { segment: { name: 'recent' }, enteredBy: 'IDENTITY', leftBy: null },
      { segment: { name: 'recent' }, enteredBy: 'FACTS', leftBy: 'TIME' },
      { segment: { name: 'recent hikers' }, enteredBy: 'FACTS', leftBy: 'FACTS' },
      { segment: { name: 'weak stores' }, enteredBy: 'FACTS', leftBy: 'CATALOGUE' },
      { segment: { name: 'hikers' }, enteredBy: 'PUBLISHED', leftBy: 'FACTS' },
    ]);
    await app.application.decisions.undoMerge(customer.mergedFrom[0]?.mergeId as string, {
      actor: 'test',
      reason: 'no',
    });
    expect((await news()).sort()).toEqual(['Ann LEFT recent IDENTITY', 'Bo ENTERED recent IDENTITY']);
  });

  it('follows its rule, and that of one it names', async () => {
    await save('hikers', 'tags has "climber"');
    await save('recent', 'purchases where (placedAt within 90 days)');
    expect(await news()).toEqual([
      'Ann ENTERED hikers RULE',
      'Ann ENTERED recent RULE',
      'Ann ENTERED recent hikers RULE',
    ]);
  });

  it('lets everyone go when it is archived or deleted', async () => {
    await app.data('mutation ($id: ID!) { archiveSegment(id: $id) { id } }', { id: ids.get('weak stores') });
    expect(await news()).toEqual([]);
    await app.data('mutation ($id: ID!) { deleteSegment(id: $id) }', { id: ids.get('recent hikers') });
    expect(await news()).toEqual(['Ann LEFT  DELETED']);
    await app.data('mutation ($id: ID!) { archiveSegment(id: $id) { id } }', { id: ids.get('hikers') });
    expect(await news()).toEqual(['Ann LEFT hikers ARCHIVED']);
    await app.data('mutation ($id: ID!) { publishSegment(id: $id) { id } }', { id: ids.get('hikers') });
    expect(await news()).toEqual(['Ann ENTERED hikers PUBLISHED']);
  });
});

describe('the feed', () => {
  it('comes in portions of any size, of all segments or of one, and says when it happened', async () => {
    const all = await feed({ first: 1_000 });
    expect(all.changes.map((change) => change.cursor)).toEqual(all.changes.map((_, index) => String(index + 1)));
    const portions: Change[] = [];
    let page = await feed({ first: 3 });
    portions.push(...page.changes);
    while (page.hasMore) {
      page = await feed({ first: 3, after: page.cursor });
      portions.push(...page.changes);
    }
    expect(portions).toEqual(all.changes);
    const ofOne = await feed({ segment: ids.get('recent') });
    expect(ofOne.changes).toEqual(all.changes.filter(({ segment }) => segment?.name === 'recent'));
    expect(ofOne.cursor).toBe(all.cursor);
    expect(ofOne.changes.find(({ cause }) => cause === 'TIME')?.at).toBe('2026-03-31T01:00:00.000Z');
  });

  it('refuses cursors that are not its own, and sizes', async () => {
    for (const after of ['999999', 'x', '-1']) {
      const { errors } = await app.graphql(feedQuery, { after });
      expect(errors?.[0]?.extensions).toEqual({ code: 'INVALID_CURSOR', argument: 'after' });
    }
    const { errors } = await app.graphql(feedQuery, { first: 1_001 });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
  });
});

describe('history', () => {
  const asked = `query ($name: String, $at: DateTime, $first: Int, $after: String) { segment(name: $name) {
    memberships(at: $at, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { customer { displayName } enteredAt enteredBy leftAt leftBy } } } }`;

  it('says who was in at an instant, and since when', async () => {
    const at = async (instant: string | null) => {
      const { segment } = await app.data<{
        segment: { memberships: { nodes: { customer: { displayName: string } }[] } };
      }>(asked, { name: 'recent', at: instant });
      return segment.memberships.nodes.map(({ customer }) => customer.displayName);
    };
    expect(await at('2026-03-01T00:30:00Z')).toEqual([]);
    expect((await at('2026-03-01T01:30:00Z')).sort()).toEqual(['Ann', 'Bo']);
    expect(await at('2026-03-31T00:59:00Z')).toEqual(['Ann']);
    expect(await at('2026-03-31T01:00:00Z')).toEqual([]);
    expect((await at(null)).sort()).toEqual(['Ann', 'Bo']);
    const future = await app.graphql(asked, { name: 'recent', at: '2027-01-01T00:00:00Z' });
    expect(future.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'at' });
  });

  it('comes in pages', async () => {
    interface Stays {
      segment: {
        memberships: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: unknown[] };
      };
    }
    const first = (await app.data<Stays>(asked, { name: 'recent', first: 1 })).segment.memberships;
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const rest = (await app.data<Stays>(asked, { name: 'recent', first: 1, after: first.pageInfo.endCursor })).segment;
    expect(rest.memberships).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
    expect([...first.nodes, ...rest.memberships.nodes]).toHaveLength(2);
  });

  it('says how many there were', async () => {
    const query = `{ segment(name: "recent") { sizeHistory(from: "2026-02-28T16:00:00Z", to: "2026-04-12T16:00:00Z", every: "P7D") { at size entered left } } }`;
    app.clock.set('2026-04-13T00:00:00Z');
    const { segment } = await app.data<{
      segment: { sizeHistory: { at: string; size: number; entered: number; left: number }[] };
    }>(query);
    expect(segment.sizeHistory.map(({ at, size, entered, left }) => [at.slice(0, 10), size, entered, left])).toEqual([
      ['2026-03-01', 1, 2, 1],
      ['2026-03-08', 1, 0, 0],
      ['2026-03-15', 1, 0, 0],
      ['2026-03-22', 1, 0, 0],
      ['2026-03-29', 1, 0, 0],
      ['2026-04-05', 0, 0, 1],
      ['2026-04-12', 2, 4, 2],
    ]);
    for (const every of ['PT0S', 'soon', 'PT1H']) {
      const { errors } = await app.graphql(query.replace('P7D', every));
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'every' });
    }
  });
});

describe('segments side by side', () => {
  it('show what they share', async () => {
    await save('climbers', 'tags has "climber"');
    await save('buyers', 'purchases');
    const query = `query ($segments: [ID!]!) { segmentOverlap(segments: $segments) {
      regions { segments { name } count } pairs { one { name } other { name } both either } } }`;
    const { segmentOverlap } = await app.data<{ segmentOverlap: unknown }>(query, {
      segments: [ids.get('climbers'), ids.get('buyers')],
    });
    expect(segmentOverlap).toEqual({
      regions: expect.arrayContaining([
        { segments: [{ name: 'climbers' }, { name: 'buyers' }], count: 1 },
        { segments: [{ name: 'buyers' }], count: 1 },
      ]),
      pairs: [{ one: { name: 'climbers' }, other: { name: 'buyers' }, both: 1, either: 2 }],
    });
    for (const [segments, code] of [
      [[ids.get('climbers')], 'BAD_USER_INPUT'],
      [[ids.get('climbers'), 'seg_none'], 'NOT_FOUND'],
      [[ids.get('climbers'), ids.get('idea')], 'CONFLICT'],
    ] as const)
      expect(codeOf(await app.graphql(query, { segments }))).toBe(code);
  });

  it('are joined as sets', async () => {
    const query = `query ($anyOf: [ID!], $allOf: [ID!], $noneOf: [ID!]) {
      combineSegments(anyOf: $anyOf, allOf: $allOf, noneOf: $noneOf) { count rule sample { displayName } } }`;
    const sets = { anyOf: ['climbers', 'recent'], allOf: ['buyers'], noneOf: ['hikers'] };
    expect((await app.data<{ combineSegments: unknown }>(query, sets)).combineSegments).toEqual({
      count: 1,
      rule: '(in segment "climbers" or in segment "recent") and in segment "buyers" and not in segment "hikers"',
      sample: [{ displayName: 'Bo' }],
    });
    const { errors } = await app.graphql(query, { noneOf: ['hikers'] });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'anyOf' });
  });
});

describe('a holdout', () => {
  it('parts the members the same way for ever, and anew when it is changed', async () => {
    await ingest(...Array.from('CDEFGHIJKLMNOPQRSTUVWXYZ', (name) => person(name, ['crowd'])));
    const query = `{ segment(name: "crowd") { size holdoutGroups { treated control }
      control: memberships(group: CONTROL) { nodes { customerId heldOut } } treated: memberships(group: TREATED) { totalCount } } }`;
    interface Groups {
      segment: {
        size: number;
        holdoutGroups: { treated: number; control: number } | null;
        control: { nodes: { customerId: string; heldOut: boolean }[] };
        treated: { totalCount: number };
      };
    }
    const read = async (holdout: object | null) => {
      await save('crowd', 'tags has "crowd"', { holdout });
      return (await app.data<Groups>(query)).segment;
    };
    expect((await read(null)).holdoutGroups).toBeNull();
    const half = await read({ percent: 50, seed: 'half' });
    const { treated, control } = half.holdoutGroups as { treated: number; control: number };
    expect(treated + control).toBe(24);
    expect(half.control.nodes).toHaveLength(control);
    expect(half.treated.totalCount).toBe(treated);
    expect(half.control.nodes.every(({ heldOut }) => heldOut)).toBe(true);
    const most = await read({ percent: 90, seed: 'half' });
    expect(most.control.nodes).toEqual(expect.arrayContaining(half.control.nodes));
    expect((await read({ percent: 50, seed: 'half' })).control).toEqual(half.control);
  });
});

describe('a live segment of what did not happen', () => {
  it('waits for the end of a time in which something shall not happen, without writing anything meanwhile', async () => {
    await news();
    const at = app.clock.now().toISOString();
    const event = { source: 'web', eventId: 'v1', name: 'page_view', occurredAt: at };
    await save('looked only', 'events where (name = "page_view") then no purchases within 2 days');
    await ingest(person('Zoe'), { event: { ...event, customer: { identifiers: [phoneOf('Z')] } } });
    app.clock.advance('PT47H59M59S');
    expect((await news()).filter((line) => line.startsWith('Zoe'))).toEqual([]);
    app.clock.advance('PT0.999S');
    expect(await live.isBehind()).toBe(false);
    app.clock.advance('PT0.001S');
    expect(await live.isBehind()).toBe(true);
    expect(await news()).toEqual(['Zoe ENTERED looked only TIME']);
    app.clock.advance('PT1S');
    expect(await live.isBehind()).toBe(false);
  });
});
