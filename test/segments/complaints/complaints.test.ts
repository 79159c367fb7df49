import { beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/application.ts';
import { createContext } from '../../../src/entry/api/context.ts';
import type { RecordInput } from '../../../src/platform/generated/schema-types.ts';
import type { Database } from '../../../src/platform/neo4j/database.ts';
import { refusalOf } from '../../selection/audience.ts';
import { useApp } from '../../support/app.ts';

// What users of other audience builders ask for or complain about, each shown not to apply here. docs/segment-complaints.md has the list.

const app = useApp({ now: '2026-06-18T12:00:00+08:00' });
const { segments, selection } = app.application;

const person = (name: string, more: object = {}): RecordInput => ({
  customer: {
    source: 'crm',
    recordId: name,
    observedAt: '2026-06-01T00:00:00Z',
    identifiers: [{ kind: 'member_number', value: `M-${name}` }],
    profile: { displayName: name },
    ...more,
  },
});
const bought = (name: string, number: string, placedAt: string, store: string, sku: string): RecordInput => ({
  order: {
    source: 'pos',
    number,
    placedAt,
    currency: 'CNY',
    store,
    customer: { record: { source: 'crm', recordId: name } },
    lines: [{ sku, quantity: 1, unitPrice: '100.00' }],
  },
});

beforeAll(async () => {
  await app.ingest(
    { store: { code: 'sh', city: 'Shanghai' } },
    { store: { code: 'bj', city: 'Beijing' } },
    { product: { sku: 'pole', category: ['Trekking poles'] } },
    { product: { sku: 'hat', category: ['Hats'] } },
    person('Lin', { tags: ['hiker'], profile: { displayName: 'Lin', address: { city: 'Shanghai' } } }),
    person('Wu', { tags: ['hiker', 'vip'] }),
    person('Chen'),
    bought('Lin', '1', '2026-06-17T15:59:59Z', 'sh', 'pole'),
    bought('Wu', '2', '2026-06-17T16:00:00Z', 'sh', 'hat'),
    bought('Wu', '3', '2026-05-01T00:00:00Z', 'bj', 'pole'),
  );
});

const names = async (rule: string, asOf?: string) =>
  (await selection.customers({ rule, asOf: asOf ? new Date(asOf) : undefined })).nodes
    .map(({ displayName }) => displayName)
    .sort();

describe('users of audience builders ask that', () => {
  it('1. "has not" stands alone', async () => {
    expect(await names('no purchases')).toEqual(['Chen']);
    expect(await names('not tags has "hiker"')).toEqual(['Chen']);
    expect(await names('no purchases where (store.city = "Beijing")')).toEqual(['Chen', 'Lin']);
  });

  it('2. groups nest, and a text with completion says the same as the builder', async () => {
    const rule = '(tags has "vip" or (city = "Shanghai" and not (no purchases))) and not displayName = "Chen"';
    expect(await names(rule)).toEqual(['Lin', 'Wu']);
    const { filter } = await segments.preview({ rule });
    expect((await segments.preview({ filter })).rule).toBe((await segments.preview({ rule })).rule);
    const { items } = await segments.suggest({ text: '(tags has "vip" or (ci', position: 22, scope: 'customer' });
    expect(items.map(({ text }) => text)).toEqual(['city']);
  });

  it('3. conditions reach related objects', async () => {
    expect(
      await names('purchases where (store.city = "Beijing" and lines where (product.category = "Trekking poles"))'),
    ).toEqual(['Wu']);
  });

  it('4. two conditions can hold of the same related object', async () => {
    const same = 'purchases where (store.city = "Shanghai" and lines where (product.sku = "pole"))';
    const any = 'purchases where (store.city = "Shanghai") and purchases where (lines where (product.sku = "pole"))';
    expect(await names(same)).toEqual(['Lin']);
    expect(await names(any)).toEqual(['Lin', 'Wu']);
  });

  it('5. a segment of segments is never behind those it names', async () => {
    const inner = await segments.save({ name: 'hikers', rule: 'tags has "hiker"' });
    await segments.save({ name: 'middle', rule: 'in segment "hikers"' });
    const outer = await segments.save({ name: 'outer', rule: 'in segment "middle" and not tags has "vip"' });
    const size = async () => (await segments.sizes([outer])).get(outer.id)?.size;
    expect(await size()).toBe(1);
    await segments.save({ id: inner.id, name: 'hikers', rule: 'displayName is known' });
    expect(await size()).toBe(2);
    await segments.save({ id: inner.id, name: 'hikers', rule: 'tags has "hiker"' });
  });

  it('6. a cycle is refused, and named', async () => {
    const hikers = await segments.get({ name: 'hikers' });
    const refusal = await refusalOf(() =>
      segments.save({ id: hikers?.id, name: 'hikers', rule: 'in segment "outer"' }),
    );
    expect([refusal.code, (refusal.details.problems as { code: string }[])[0]?.code]).toEqual([
      'INVALID_RULE',
      'SEGMENT_CYCLE',
    ]);
    expect((await segments.get({ name: 'hikers' }))?.rule).toBe('tags has "hiker"');
  });

  it('8. a failure is told, not swallowed', async () => {
    const stuck: Database = {
      ...app.database,
      read: (query, parameters, options) =>
        query.name === 'segments.preview'
          ? app.database.read(
              {
                name: query.name,
                text: 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a + b) AS count',
              },
              {},
              { ...options, timeoutMs: 200 },
            )
          : app.database.read(query, parameters, options),
    };
    const slow = createApplication({ ...app.application, database: stuck });
    expect((await refusalOf(() => slow.segments.preview({ rule: 'purchases' }))).code).toBe('QUERY_TIMEOUT');
    await slow.settle();
  });

  // 9. slow, out of memory, cannot be cancelled: test/api/stop.test.ts and test/exports/export.test.ts

  it('11. members, a sample and the reason can be seen', async () => {
    const preview = await segments.preview({ rule: 'tags has "hiker"', sample: 1 });
    expect([preview.count, preview.sample.length]).toEqual([2, 1]);
    const chen = (await selection.customers({ rule: 'displayName = "Chen"' })).nodes[0];
    const { member, excludedBy } = await segments.explain({ customer: chen?.id ?? '', rule: 'tags has "hiker"' });
    expect([member, excludedBy?.nearest[0]?.message]).toEqual([false, 'tags is empty, asked for: has "hiker"']);
  });

  it('12. counts are those of the members, however they are asked for', async () => {
    const rule = 'tags has "hiker" and purchases count >= 1';
    const segment = await segments.save({ name: 'counted', rule });
    const listed = (await segments.members(segment)).nodes.length;
    const streamed: unknown[] = [];
    for await (const customer of (await segments.openMembers({ segment: 'counted' })).customers())
      streamed.push(customer);
    const { loaders } = createContext(app.application);
    expect([
      listed,
      streamed.length,
      (await segments.preview({ rule })).count,
      (await segments.sizes([segment])).get(segment.id)?.size,
      await selection.countCustomers({ rule }),
      (await loaders.sizeOfSegment.load(segment)).size,
    ]).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('13. days begin in the configured time zone, and members leave as time goes by', async () => {
    // an instant apart: one before midnight in Shanghai, one at it
    expect(await names('purchases where (placedAt before 2026-06-18 and placedAt after 2026-06-17)')).toEqual(['Lin']);
    expect(await names('purchases where (placedAt after 2026-06-17T23:59:59+08:00)')).toEqual(['Wu']);
    const recent = 'purchases where (placedAt within 7 days)';
    expect(await names(recent)).toEqual(['Lin', 'Wu']);
    expect(await names(recent, '2026-06-24T15:59:59Z')).toEqual(['Wu']);
    expect(await names(recent, '2026-06-25T16:00:00Z')).toEqual([]);
  });

  it('15. a used segment is not deleted, and an export is whole', async () => {
    const hikers = await segments.get({ name: 'hikers' });
    const refusal = await refusalOf(() => segments.delete(hikers?.id ?? ''));
    expect([refusal.code, refusal.details.reason]).toEqual(['CONFLICT', 'SEGMENT_IN_USE']);
    expect(await segments.get({ name: 'hikers' })).not.toBeNull();
    const response = await fetch(`${await app.url()}/export?segment=hikers&format=ndjson&columns={displayName}`);
    expect((await response.text()).trimEnd().split('\n').sort()).toEqual([
      '{"displayName":"Lin"}',
      '{"displayName":"Wu"}',
    ]);
  });
});

// these go on in time, so they come last
describe('and that, as time goes by,', () => {
  const { live, segmentHistory } = app.application;
  const later = (span: string, ...records: RecordInput[]) => {
    app.clock.advance(span);
    return app.ingest(...records);
  };
  const nameOf = async (id: string) => (await app.application.customers.customersById([id]))[0]?.displayName;
  const said = async (changes: readonly { customerId: string; kind: string; cause: string }[]) =>
    Promise.all(changes.map(async ({ customerId, kind, cause }) => `${await nameOf(customerId)} ${kind} ${cause}`));

  it('10. whoever enters or leaves is told, in order and once, also to those who were away', async () => {
    const { id } = await segments.save({
      name: 'bought of late',
      rule: 'purchases where (store.code = "sh" and placedAt within 7 days)',
    });
    const { cursor } = await live.feed({ segment: id });
    const following = await live.changes({ segment: id, after: cursor });
    await later('PT1H', bought('Chen', '4', '2026-06-18T05:00:00Z', 'sh', 'hat'));
    await live.catchUp();
    const [order] = [bought('Lin', '1', '2026-06-17T15:59:59Z', 'sh', 'pole')];
    await later('PT1H', {
      order: { ...order?.order, status: 'REFUNDED', updatedAt: '2026-06-18T06:00:00Z' },
    } as RecordInput);
    const whileAway = await live.feed({ segment: id, after: cursor });
    await later('P8D');
    const afterwards = await live.feed({ segment: id, after: whileAway.cursor });
    const expected = ['Chen ENTERED FACTS', 'Lin LEFT FACTS', 'Chen LEFT TIME', 'Wu LEFT TIME'];
    const missed = [...whileAway.changes, ...afterwards.changes];
    expect([...(await said(missed)).slice(0, 2), ...(await said(missed)).slice(2).sort()]).toEqual(expected);
    expect((await live.feed({ segment: id, after: afterwards.cursor })).changes).toEqual([]);
    expect((await live.feed({ segment: id, after: cursor })).changes).toEqual(missed);
    const told = [];
    for (const change of missed) {
      const { value } = await following.next();
      told.push([value?.number, change.number]);
    }
    await following.return?.();
    expect(told.map(([number]) => number)).toEqual(told.map(([, number]) => number));
  });

  it('14. edits, sizes over time and past members are kept', async () => {
    const first = app.clock.now();
    const { id } = await segments.save({ name: 'kept', rule: 'tags has "vip"', author: 'ann' });
    await live.catchUp();
    app.clock.advance('P1D');
    await segments.save({ id, name: 'kept', rule: 'tags has "hiker"', author: 'bo', note: 'hikers too' });
    await live.catchUp();
    const versions = (await segments.versionsOf([id])).get(id) ?? [];
    expect(versions.map(({ number, author, note, clauses }) => [number, author, note, clauses])).toEqual([
      [2, 'bo', 'hikers too', [{ before: 'tags has "vip"', after: 'tags has "hiker"', within: [] }]],
      [1, 'ann', null, []],
    ]);
    const segment = await segments.get({ id });
    if (!segment) throw new Error('the segment is gone');
    const sizes = await segmentHistory.sizes(segment, { from: first, every: 'P1D' });
    expect(sizes.map(({ size, entered, left }) => [size, entered, left])).toEqual([
      [1, 1, 0],
      [2, 1, 0],
    ]);
    const then = await segmentHistory.memberships(segment, { at: first });
    expect(await Promise.all(then.nodes.map(({ customerId }) => nameOf(customerId)))).toEqual(['Wu']);
    expect(then.nodes[0]).toMatchObject({ enteredAt: first, enteredBy: 'PUBLISHED', leftAt: null });
    expect(await (await segmentHistory.memberships(segment, {})).totalCount()).toBe(2);
  });
});
