import { beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../src/application.ts';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { connect } from '../../src/platform/neo4j/connect.ts';
import { codeOf, useApp } from '../support/app.ts';
import { workerDatabase } from '../support/database.ts';

// one history, told from top to bottom
const app = useApp({ now: '2026-06-18T12:00:00+08:00' });

const phone = (number: number) => ({ kind: 'phone', value: `+861380013800${number}` });
const person = (recordId: string, numbers: number[], more: object = {}): RecordInput => ({
  customer: {
    ...{ source: 'crm', recordId, observedAt: '2026-06-01T00:00:00Z' },
    identifiers: numbers.map(phone),
    profile: { displayName: recordId },
    ...more,
  },
});
const order = (number: string, who: number, store: string): RecordInput => ({
  order: {
    ...{ source: 'pos', number, placedAt: '2026-06-02T00:00:00Z', currency: 'CNY', store, total: '10.00' },
    ...{ customer: { identifiers: [phone(who)] }, lines: [{ sku: 'pole', quantity: 1, unitPrice: '10.00' }] },
  },
});

interface Origin {
  tag: string;
  by: string;
  source: string | null;
  recordId: string | null;
  actor: string | null;
  since: string | null;
  expiresAt: string | null;
}
interface Tagged {
  id: string;
  tags: string[];
  lastSeenAt: string;
  tagOrigins: Origin[];
}
const customer = async (number: number): Promise<Tagged> =>
  (
    await app.data<{ customer: Tagged }>(
      `query ($value: String!) { customer(identifier: { kind: "phone", value: $value }) {
        id tags lastSeenAt tagOrigins { tag by source recordId actor since expiresAt } } }`,
      { value: phone(number).value },
    )
  ).customer;
const tagsOf = async (number: number) => (await customer(number)).tags;
const tag = (object: string, name: string, expiresAt?: string) =>
  app.graphql<{ tagObject: { at: string; expiresAt: string | null } }>(
    `mutation ($object: ID!, $tag: String!, $expiresAt: DateTime) {
      tagObject(object: $object, tag: $tag, by: { actor: "ann", reason: "asked" }, expiresAt: $expiresAt) { at expiresAt } }`,
    { object, tag: name, expiresAt },
  );
const untag = (object: string, name: string) =>
  app.graphql<{ untagObject: { tag: string; removedAt: string; removedBy: string } }>(
    `mutation ($object: ID!, $tag: String!) {
      untagObject(object: $object, tag: $tag, by: { actor: "bob", reason: "wrong" }) { tag removedAt removedBy } }`,
    { object, tag: name },
  );
const declare = (input: object) =>
  app.graphql<{ saveTagDefinition: { rule: string | null } }>(
    'mutation ($input: SaveTagDefinitionInput!) { saveTagDefinition(input: $input) { rule } }',
    { input },
  );
const selected = async (rule: string): Promise<string[]> =>
  (
    await app.data<{ customers: { nodes: { displayName: string }[] } }>(
      'query ($rule: String!) { customers(rule: $rule) { nodes { displayName } } }',
      { rule },
    )
  ).customers.nodes
    .map(({ displayName }) => displayName)
    .sort();
const count = async () =>
  (await app.database.read({ name: 'test.count', text: 'MATCH (n) RETURN count(n) AS n' }))[0]?.n;
const at = (instant: string) => app.clock.set(new Date(instant));

beforeAll(async () => {
  const report = await app.ingest(
    person('lin', [1], { tags: ['hiker'] }),
    person('wang', [2], { expiringTags: [{ tag: ' trial  week ', expiresAt: '2026-06-25T12:00:00+08:00' }] }),
    { store: { code: 'sh-01', name: 'One', tags: ['mall'], updatedAt: '2026-06-01T00:00:00Z' } },
    { store: { code: 'sh-02', name: 'Two', updatedAt: '2026-06-01T00:00:00Z' } },
    order('A-1', 1, 'sh-01'),
    order('A-2', 2, 'sh-02'),
  );
  expect(report.errors).toEqual([]);
});

describe('tags by hand and by import', () => {
  it('tell where they come from, and end at their instant, in fields and in rules', async () => {
    const before = await customer(1);
    expect((await tag(before.id, 'vip')).data).toEqual({
      tagObject: { at: '2026-06-18T04:00:00.000Z', expiresAt: null },
    });
    await tag(before.id, 'invited', '2026-06-20T00:00:00Z');
    const nodes = await count();
    await tag(before.id, 'invited', '2026-06-20T00:00:00Z');
    expect(await count()).toBe(nodes);

    const after = await customer(1);
    expect(after).toMatchObject({ id: before.id, tags: ['hiker', 'invited', 'vip'], lastSeenAt: before.lastSeenAt });
    expect(after.tagOrigins).toEqual([
      {
        tag: 'hiker',
        by: 'IMPORT',
        source: 'crm',
        recordId: 'lin',
        actor: null,
        since: '2026-06-01T00:00:00.000Z',
        expiresAt: null,
      },
      {
        tag: 'invited',
        by: 'HAND',
        source: null,
        recordId: null,
        actor: 'ann',
        since: '2026-06-18T04:00:00.000Z',
        expiresAt: '2026-06-20T00:00:00.000Z',
      },
      {
        tag: 'vip',
        by: 'HAND',
        source: null,
        recordId: null,
        actor: 'ann',
        since: '2026-06-18T04:00:00.000Z',
        expiresAt: null,
      },
    ]);
    expect((await customer(2)).tagOrigins).toEqual([
      {
        tag: 'trial week',
        by: 'IMPORT',
        source: 'crm',
        recordId: 'wang',
        actor: null,
        since: '2026-06-01T00:00:00.000Z',
        expiresAt: '2026-06-25T04:00:00.000Z',
      },
    ]);
    expect(await selected('tags has any ("invited", "trial week")')).toEqual(['lin', 'wang']);
    expect(await selected('tags has all ("invited", "hiker")')).toEqual(['lin']);
    expect(await selected('not tags has "invited" or tags has none ("hiker", "trial week")')).toEqual(['wang']);
  });

  it('end without anybody doing anything, also in a live segment', async () => {
    const query = 'mutation ($input: SaveSegmentInput!) { saveSegment(input: $input) { id } }';
    await app.data(query, { input: { name: 'invited', rule: 'tags has any ("invited", "trial week")' } });
    const { live } = app.application;
    expect(await live.catchUp()).toBe(2);
    at('2026-06-19T23:59:59.999Z');
    expect([await live.catchUp(), await tagsOf(1)]).toEqual([0, ['hiker', 'invited', 'vip']]);
    at('2026-06-20T00:00:00Z');
    expect(await tagsOf(1)).toEqual(['hiker', 'vip']);
    expect(await selected('tags has "invited"')).toEqual([]);
    expect([await live.isBehind(), await live.catchUp(), await live.isBehind()]).toEqual([true, 1, false]);
    at('2026-06-25T04:00:00Z');
    expect([await live.catchUp(), await tagsOf(2), (await customer(2)).tagOrigins]).toEqual([1, [], []]);
    // another end replaces the one before, and a tag without end stays
    const { id } = await customer(1);
    await tag(id, 'invited', '2026-07-01T00:00:00Z');
    expect(await live.catchUp()).toBe(1);
    await tag(id, 'invited');
    at('2026-07-02T00:00:00Z');
    expect([await live.catchUp(), await tagsOf(1)]).toEqual([0, ['hiker', 'invited', 'vip']]);
  });

  it('can be taken back; refusals change nothing', async () => {
    const { id } = await customer(1);
    expect((await untag(id, 'invited')).data?.untagObject).toEqual({
      tag: 'invited',
      removedAt: '2026-07-02T00:00:00.000Z',
      removedBy: 'bob',
    });
    expect(await tagsOf(1)).toEqual(['hiker', 'vip']);
    await declare({ name: 'flagship', appliesTo: ['STORE'] });
    const nodes = await count();
    expect(codeOf(await untag(id, 'invited'))).toBe('NOT_FOUND');
    expect(codeOf(await untag(id, 'hiker'))).toBe('NOT_FOUND');
    expect(codeOf(await tag('cus_nobody', 'vip'))).toBe('NOT_FOUND');
    expect(codeOf(await tag('order:pos|A-1', 'vip'))).toBe('BAD_USER_INPUT');
    expect(codeOf(await tag(id, 'late', '2026-07-01T00:00:00Z'))).toBe('BAD_USER_INPUT');
    expect(codeOf(await tag(id, 'flagship'))).toBe('TAG_NOT_ALLOWED');
    expect([await count(), await tagsOf(1)]).toEqual([nodes, ['hiker', 'vip']]);
    // what a source sends is kept, whatever the taxonomy says
    await app.ingest(person('wang', [2], { tags: ['flagship'], observedAt: '2026-07-01T00:00:00Z' }));
    expect(await tagsOf(2)).toEqual(['flagship']);
  });

  it('of a store stay beside what its records say', async () => {
    const store = async () =>
      (
        await app.data<{ store: { tags: string[]; tagOrigins: { tag: string; by: string }[] } }>(
          '{ store(code: "sh-01") { tags tagOrigins { tag by } } }',
        )
      ).store;
    await tag('store:sh-01', 'flagship');
    await tag('store:sh-01', 'rebuilt', '2026-08-01T00:00:00Z');
    await app.ingest({ store: { code: 'sh-01', name: 'One', tags: ['street'], updatedAt: '2026-07-01T00:00:00Z' } });
    expect(await store()).toEqual({
      tags: ['flagship', 'rebuilt', 'street'],
      tagOrigins: [
        { tag: 'flagship', by: 'HAND' },
        { tag: 'rebuilt', by: 'HAND' },
        { tag: 'street', by: 'IMPORT' },
      ],
    });
    expect(await selected('purchases where (store.tags has "rebuilt")')).toEqual(['lin']);
    await untag('store:sh-01', 'flagship');
    at('2026-08-01T00:00:00Z');
    expect((await store()).tags).toEqual(['street']);
    expect(await selected('purchases where (store.tags has "rebuilt")')).toEqual([]);
    expect(codeOf(await untag('store:sh-01', 'street'))).toBe('NOT_FOUND');
    expect(codeOf(await tag('store:none', 'x'))).toBe('NOT_FOUND');
  });

  it('are back where they belong when a wrong merge is undone', async () => {
    const [lin, wang] = [await customer(1), await customer(2)];
    const by = { actor: 'ann', reason: 'same person' };
    const merge =
      'mutation ($ids: [ID!]!, $by: DecisionInput!) { mergeCustomers(customers: $ids, by: $by) { decisionId } }';
    await app.data(merge, { ids: [lin.id, wang.id], by });
    expect(await tagsOf(2)).toEqual(['flagship', 'hiker', 'vip']);
    // told of either as long as they are one: it goes with whose id was named
    await tag(lin.id, 'calls back');
    await tag(wang.id, 'no calls', '2026-12-01T00:00:00Z');
    expect([await tagsOf(1), (await customer(1)).id === (await customer(2)).id]).toEqual([
      ['calls back', 'flagship', 'hiker', 'no calls', 'vip'],
      true,
    ]);
    const { customer: one } = await app.data<{ customer: { mergedFrom: { mergeId: string }[] } }>(
      'query ($id: ID!) { customer(id: $id) { mergedFrom { mergeId } } }',
      { id: lin.id },
    );
    const undo = 'mutation ($id: ID!, $by: DecisionInput!) { undoMerge(mergeId: $id, by: $by) { decisionId } }';
    await app.data(undo, { id: one.mergedFrom[0]?.mergeId, by });
    expect([await tagsOf(1), await tagsOf(2)]).toEqual([
      ['calls back', 'hiker', 'vip'],
      ['flagship', 'no calls'],
    ]);
    expect(await selected('tags has "no calls"')).toEqual(['wang']);
    at('2026-12-01T00:00:00Z');
    expect([await tagsOf(1), await tagsOf(2)]).toEqual([['calls back', 'hiker', 'vip'], ['flagship']]);
  });
});

describe('rule tags', () => {
  it('are told wherever tags are asked for, of every kind of object', async () => {
    expect((await declare({ name: 'buyer', appliesTo: ['CUSTOMER'], rule: 'purchaseCount>=1' })).data).toEqual({
      saveTagDefinition: { rule: 'purchaseCount >= 1' },
    });
    await declare({ name: 'buying hiker', appliesTo: ['CUSTOMER'], rule: 'tags has all ("buyer", "hiker")' });
    await declare({ name: 'sells', appliesTo: ['STORE'], rule: 'purchases where (customer.tags has "buying hiker")' });
    await declare({
      name: 'sold',
      appliesTo: ['PRODUCT'],
      rule: 'purchasedLines where (order.store.tags has "sells")',
    });
    await declare({ name: 'clerk', appliesTo: ['STAFF'], rule: 'name is known' });
    await app.ingest({ staff: { code: 'e-1', name: 'Chen', store: 'sh-01' } });
    expect([await tagsOf(1), await tagsOf(2)]).toEqual([
      ['buyer', 'buying hiker', 'calls back', 'hiker', 'vip'],
      ['buyer', 'flagship'],
    ]);
    expect(
      await app.data('{ stores { nodes { code tags } } product(sku: "pole") { tags } staff(code: "e-1") { tags } }'),
    ).toEqual({
      stores: {
        nodes: [
          { code: 'sh-01', tags: ['sells', 'street'] },
          { code: 'sh-02', tags: [] },
        ],
      },
      product: { tags: ['sold'] },
      staff: { tags: ['clerk'] },
    });
    expect(await selected('tags has "buying hiker"')).toEqual(['lin']);
    expect(await selected('purchases where (store.tags has "sells")')).toEqual(['lin']);
    expect(await selected('tags has none ("buying hiker") and tags has any ("sells", "buyer")')).toEqual(['wang']);
    const filter = { tags: { hasAll: ['buyer', 'flagship'] } };
    expect(
      await app.data('query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount } }', { filter }),
    ).toEqual({ customers: { totalCount: 1 } });
  });

  it('are read for a page in one statement, in none where what is at hand settles every rule', async () => {
    const statementsOf = async (query: string) => {
      const names: string[] = [];
      const stop = app.database.observe(({ name }) => names.push(name));
      await app.data(query);
      stop();
      return names.filter((name) => name.startsWith('tags.'));
    };
    // what the graph knows of tags is read once more after every write
    await app.ingest({ store: { code: 'sh-01', name: 'West Lake' } });
    expect(await statementsOf('{ stores(first: 10) { nodes { tags } } }')).toEqual(['tags.all', 'tags.told.STORE']);
    expect(await statementsOf('{ stores(first: 10) { nodes { tags } } }')).toEqual(['tags.told.STORE']);
    expect(await statementsOf('{ customers(first: 10) { nodes { tags } } }')).toEqual([]);
  });

  it('that another server declares are known after a second', async () => {
    const selectedByOther = () => selected('tags has "declared elsewhere"');
    expect(await selectedByOther()).toEqual([]);
    const other = connect({ ...workerDatabase(), database: 'neo4j', queryTimeoutMs: 60_000 });
    const { config, clock, log } = app.application;
    const elsewhere = createApplication({ config, clock, log, database: other });
    await elsewhere.tagDefinitions.save({
      ...{ name: 'declared elsewhere', appliesTo: ['CUSTOMER'] },
      ...{ category: null, description: null, owner: null, rule: 'purchaseCount >= 1' },
    });
    expect(await selectedByOther()).toEqual([]);
    const now = app.clock.now();
    app.clock.set(new Date(now.getTime() + 1_000));
    expect(await selectedByOther()).toEqual(['lin', 'wang']);
    app.clock.set(now);
    await elsewhere.tagDefinitions.delete('declared elsewhere');
    expect(await selectedByOther()).toEqual([]);
    await elsewhere.settle();
    await other.close();
  });

  it('are followed by live segments, also when the rule changes', async () => {
    const query = 'mutation ($input: SaveSegmentInput!) { saveSegment(input: $input) { id } }';
    await app.data(query, { input: { name: 'buyers', rule: 'tags has "buyer" and not in segment "invited"' } });
    const { live } = app.application;
    await live.catchUp();
    const members = async () => selected('in segment "buyers"');
    expect(await members()).toEqual(['lin', 'wang']);
    await declare({ name: 'buyer', appliesTo: ['CUSTOMER'], rule: 'purchaseCount >= 2' });
    expect([await live.catchUp(), await members(), await tagsOf(1)]).toEqual([2, [], ['calls back', 'hiker', 'vip']]);
    await app.ingest(order('A-3', 2, 'sh-02'));
    expect([await live.catchUp(), await members(), await tagsOf(2)]).toEqual([1, ['wang'], ['buyer', 'flagship']]);
  });

  it('refuse what makes no sense, and nothing changes', async () => {
    const nodes = await count();
    const refused = async (input: object) => codeOf(await declare({ name: 'odd', appliesTo: ['CUSTOMER'], ...input }));
    expect(await refused({ rule: 'purchaseCount >' })).toBe('INVALID_RULE');
    expect(await refused({ rule: 'tags has "odd"' })).toBe('INVALID_RULE');
    expect(await refused({ name: 'buyer', rule: 'tags has "buying hiker"' })).toBe('INVALID_RULE');
    expect(await refused({ rule: 'in segment "buyers"' })).toBe('BAD_USER_INPUT');
    expect(await refused({ rule: 'purchaseCount >= $n' })).toBe('BAD_USER_INPUT');
    expect(await refused({ appliesTo: ['STORE', 'STAFF'], rule: 'name is known' })).toBe('BAD_USER_INPUT');
    expect(await refused({ appliesTo: [] })).toBe('BAD_USER_INPUT');
    const remove = (name: string) =>
      app.graphql('mutation ($name: String!) { deleteTagDefinition(name: $name) }', { name });
    const { errors } = await remove('buyer');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', usedBy: ['buyers', 'buying hiker'] });
    expect(codeOf(await remove('nothing'))).toBe('NOT_FOUND');
    expect(await count()).toBe(nodes);
    expect((await remove('clerk')).data).toEqual({ deleteTagDefinition: 'clerk' });
    expect(await app.data('{ tagDefinition(name: "clerk") { name } staff(code: "e-1") { tags } }')).toEqual({
      tagDefinition: null,
      staff: { tags: [] },
    });
    expect(await app.data('{ tagDefinitions(appliesTo: STORE) { name appliesTo rule filter origin } }')).toEqual({
      tagDefinitions: [
        { name: 'flagship', appliesTo: ['STORE'], rule: null, filter: null, origin: 'SAVED' },
        {
          name: 'sells',
          appliesTo: ['STORE'],
          rule: 'purchases where (customer.tags has "buying hiker")',
          filter: { purchases: { where: { customer: { tags: { has: 'buying hiker' } } } } },
          origin: 'SAVED',
        },
      ],
    });
  });
});
