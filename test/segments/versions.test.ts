import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';

const app = useApp();

interface Saved {
  id: string;
  status: string;
  version: number;
  rule: string;
}

async function save(input: object): Promise<Saved> {
  const query = 'mutation ($input: SaveSegmentInput!) { saveSegment(input: $input) { id status version rule } }';
  return (await app.data<{ saveSegment: Saved }>(query, { input })).saveSegment;
}

const shown = `id name status version rule publishedAt archivedAt
  draft { number rule } dependents { name }
  versions { number name rule author note publishedAt restores clauses { before after within } properties { property before after } }`;

interface Shown extends Saved {
  name: string;
  draft: { number: number; rule: string } | null;
  dependents: { name: string }[];
  versions: { number: number; rule: string; [key: string]: unknown }[];
}

async function read(id: string): Promise<Shown> {
  return (await app.data<{ segment: Shown }>(`query ($id: ID!) { segment(id: $id) { ${shown} } }`, { id })).segment;
}

/** Publishes or archives; gives the segment, or the code and reason of the refusal once it is sure that nothing changed. */
async function change(mutation: string, variables: { id: string; version?: number }): Promise<Shown | unknown> {
  const before = await everything();
  const { data, errors } = await app.graphql<Record<string, Shown>>(
    `mutation ($id: ID!${mutation === 'publishSegment' ? ', $version: Int' : ''}) { done: ${mutation}(id: $id${
      mutation === 'publishSegment' ? ', version: $version, author: "bo", note: "go"' : ''
    }) { ${shown} } }`,
    variables,
  );
  if (!errors) return data?.done;
  expect(await everything()).toEqual(before);
  const { code, reason, usedBy, uses } = errors[0]?.extensions ?? {};
  return { code, reason, ...(usedBy ? { usedBy } : {}), ...(uses ? { uses } : {}) };
}

const everything = () =>
  app.database.read({
    name: 'test.everything',
    text: `MATCH (s:Segment) RETURN s AS segment, COLLECT { MATCH (s)-[:HAS_VERSION]->(v) RETURN v ORDER BY v.number } AS versions,
  COLLECT { MATCH (s)-[:USES]->(u) RETURN u.name ORDER BY u.name } AS uses ORDER BY s.name`,
  });

describe('versions of a segment', () => {
  it('are made by each change, with who, when, why and what is different', async () => {
    const { id } = await save({ name: 'buyers', rule: 'purchases', author: 'ann' });
    app.clock.advance('P1D');
    const changed = { id, name: 'best', description: 'the best', holdout: { percent: 10, seed: 'all' } };
    const rule = 'purchases count >= 3 and tags has "vip"';
    await save({ ...changed, rule, author: 'bo', note: 'only the best' });
    await save({ ...changed, rule, author: 'cy', note: 'the same again' });
    const { versions, version, status } = await read(id);
    expect({ version, status }).toEqual({ version: 2, status: 'PUBLISHED' });
    expect(versions).toEqual([
      {
        ...{ number: 2, name: 'best', rule, author: 'bo', note: 'only the best', restores: null },
        publishedAt: '2026-06-19T04:00:00.000Z',
        clauses: [
          { before: 'purchases', after: 'purchases count >= 3', within: [] },
          { before: null, after: 'tags has "vip"', within: [] },
        ],
        properties: [
          { property: 'NAME', before: 'buyers', after: 'best' },
          { property: 'DESCRIPTION', before: null, after: 'the best' },
          { property: 'HOLDOUT', before: null, after: '10 % by "all"' },
        ],
      },
      {
        ...{ number: 1, name: 'buyers', rule: 'purchases', author: 'ann', note: null, restores: null },
        ...{ publishedAt: '2026-06-18T04:00:00.000Z', clauses: [], properties: [] },
      },
    ]);
  });

  it('come in pages, newest first', async () => {
    const { id } = await save({ name: 'paged', rule: 'purchaseCount >= 1' });
    for (const count of [2, 3, 4]) await save({ id, name: 'paged', rule: `purchaseCount >= ${count}` });
    const query = `query ($id: ID!) { segment(id: $id) { two: versions(first: 2) { number } rest: versions(first: 2, before: 3) { number clauses { before } } } }`;
    const { segment } = await app.data<{ segment: unknown }>(query, { id });
    expect(segment).toEqual({
      two: [{ number: 4 }, { number: 3 }],
      rest: [
        { number: 2, clauses: [{ before: 'purchaseCount >= 1' }] },
        { number: 1, clauses: [] },
      ],
    });
    expect((await app.graphql(query.replace('first: 2)', 'first: 0)'), { id })).errors?.[0]?.extensions?.code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('that are old can be brought back, as new ones', async () => {
    const { id } = await save({ name: 'back', rule: 'city = "a"' });
    await save({ id, name: 'back', rule: 'city = "b"' });
    const published = (await change('publishSegment', { id, version: 1 })) as Shown;
    expect(published).toMatchObject({ version: 3, rule: 'city = "a"' });
    expect(published.versions[0]).toMatchObject({ number: 3, restores: 1, author: 'bo', note: 'go' });
    expect(await change('publishSegment', { id, version: 9 })).toEqual({ code: 'NOT_FOUND' });
  });
});

describe('a draft', () => {
  it('waits beside what is in force until it is published', async () => {
    const { id } = await save({ name: 'spring', rule: 'city = "a"' });
    const drafted = await save({ id, name: 'summer', rule: 'city = "b"', status: 'DRAFT' });
    expect(drafted).toMatchObject({ status: 'PUBLISHED', version: 1, rule: 'city = "a"' });
    expect(await read(id)).toMatchObject({ name: 'spring', draft: { number: 2, rule: 'city = "b"' } });
    const published = (await change('publishSegment', { id })) as Shown;
    expect(published).toMatchObject({ name: 'summer', status: 'PUBLISHED', version: 2, draft: null });
    expect(published.versions.map(({ number, publishedBy }) => [number, publishedBy])).toHaveLength(2);
  });

  it('of a new segment shows its rule, holds nobody in its name, and comes into force by saving as well', async () => {
    const { id } = await save({ name: 'idea', rule: 'city = "a"', status: 'DRAFT' });
    await save({ id, name: 'idea', rule: 'city = "c"', status: 'DRAFT' });
    expect(await read(id)).toMatchObject({ status: 'DRAFT', version: 2, rule: 'city = "c"', draft: { number: 2 } });
    expect(await change('archiveSegment', { id })).toEqual({ code: 'CONFLICT', reason: 'SEGMENT_NOT_PUBLISHED' });
    await app.ingest({
      customer: {
        source: 'crm',
        recordId: 'd1',
        observedAt: '2026-06-01T00:00:00Z',
        identifiers: [{ kind: 'phone', value: '13800138000' }],
        profile: { address: { city: 'c' } },
      },
    });
    const asked = '{ customer(identifier: {kind: "phone", value: "13800138000"}) { segments { name } } }';
    expect((await app.data<{ customer: unknown }>(asked)).customer).toEqual({ segments: [] });
    await save({ id, name: 'idea', rule: 'city = "c"' });
    expect((await app.data<{ customer: unknown }>(asked)).customer).toEqual({ segments: [{ name: 'idea' }] });
  });

  it('can name what is not published, but is not published itself before that', async () => {
    const base = await save({ name: 'base draft', rule: 'purchases', status: 'DRAFT' });
    const user = await save({ name: 'user draft', rule: 'in segment "base draft"', status: 'DRAFT' });
    expect(await change('publishSegment', { id: user.id })).toEqual({
      ...{ code: 'CONFLICT', reason: 'SEGMENT_NOT_PUBLISHED', uses: ['base draft'] },
    });
    await change('publishSegment', { id: base.id });
    expect(await change('publishSegment', { id: user.id })).toMatchObject({ status: 'PUBLISHED' });
  });
});

describe('what others use', () => {
  it('is told, and can be neither deleted nor archived', async () => {
    const used = await save({ name: 'used', rule: 'purchases' });
    const inForce = await save({ name: 'in force', rule: 'not in segment "used"' });
    const other = await save({ name: 'other', rule: 'events' });
    await save({ id: other.id, name: 'other', rule: 'events and in segment "used"', status: 'DRAFT' });
    expect((await read(used.id)).dependents).toEqual([{ name: 'in force' }, { name: 'other' }]);
    const refusal = { code: 'CONFLICT', reason: 'SEGMENT_IN_USE' };
    expect(await change('archiveSegment', { id: used.id })).toEqual({ ...refusal, usedBy: ['in force'] });
    const { errors } = await app.graphql('mutation ($id: ID!) { deleteSegment(id: $id) }', { id: used.id });
    expect(errors?.[0]?.extensions).toEqual({ ...refusal, usedBy: ['in force', 'other'] });

    await change('archiveSegment', { id: inForce.id });
    const archived = (await change('archiveSegment', { id: used.id })) as Shown;
    expect(archived).toMatchObject({ status: 'ARCHIVED', archivedAt: '2026-06-19T04:00:00.000Z' });
    expect(await change('publishSegment', { id: other.id })).toEqual({
      ...{ code: 'CONFLICT', reason: 'SEGMENT_NOT_PUBLISHED', uses: ['used'] },
    });
    expect(await change('publishSegment', { id: used.id })).toMatchObject({ status: 'PUBLISHED', version: 1 });
    expect(await change('publishSegment', { id: other.id })).toMatchObject({ status: 'PUBLISHED', version: 2 });
  });

  it('goes on being meant when it is renamed, by drafts as well; each new text is a version', async () => {
    const base = await save({ name: 'old name', rule: 'purchases' });
    const user = await save({ name: 'user', rule: 'in segment "old name"' });
    await save({ id: user.id, name: 'user', rule: 'not in segment "old name"', status: 'DRAFT' });
    await save({ id: base.id, name: 'new name', rule: 'purchases', author: 'ann' });
    const { rule, version, draft, versions } = await read(user.id);
    expect({ rule, version, draft }).toEqual({
      ...{ rule: 'in segment "new name"', version: 3 },
      draft: { number: 4, rule: 'not in segment "new name"' },
    });
    expect(versions[1]).toMatchObject({ author: 'ann', note: '"old name" is called "new name" now' });
    expect((await read(base.id)).dependents).toEqual([{ name: 'user' }]);
  });
});
