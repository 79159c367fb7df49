import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { type Ask, readAll } from '../support/reference/read-portrait.ts';
import { sendRecords } from '../support/reference/send.ts';
import { callList, castOf, catalogue, crossSell, everybody, hikers, loyal, now } from './example-rules.records.ts';

const examples = {
  hikers: {
    records: hikers,
    rule: `tags has "hiker"
      and purchases where (store.performance = LOW and lines where (product.category = "Trekking poles"))`,
    members: ['hiker-elsewhere', 'hiker-kept-half', 'hiker-poles-low'],
  },
  callList: {
    records: callList,
    rule: `purchases where (promotion = "618" and store.tags has "sales-capability-low" and lines where (product.sku = "model-a"))
      and no events where (name = "store_visit" and occurredAt within 6 months)
      and no orders where (placedAt within 6 months)`,
    members: [
      'call-from-tomorrow',
      'call-half-a-year-to-the-second',
      'call-me',
      'call-only-looked-online',
      'call-visited-before',
    ],
  },
  crossSell: {
    records: crossSell,
    rule: `purchases where (promotion = "618" and lines where (product.category = "Trekking poles"))
      and no purchases where (lines where (product.category in ("Shell jackets", "Hiking shoes")))`,
    members: ['poles', 'poles-jacket-cancelled'],
  },
  loyal: {
    records: loyal,
    rule: `purchases where (placedAt within 90 days) count >= 3 total > 5000
      or (lifecycleStage = LOYAL and not in segment "asked not to be called")`,
    members: ['loyal', 'loyal-asked-but-spends', 'spender'],
  },
};

const app = useApp();

interface Page {
  nodes: { id: string; sourceRecords: { source: string; recordId: string }[] }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const fields = 'nodes { id sourceRecords { source recordId } } pageInfo { hasNextPage endCursor }';
const listed = (nodes: Page['nodes']): string[] =>
  nodes.map(({ sourceRecords }) => sourceRecords.find(({ source }) => source === 'list')?.recordId ?? 'nobody').sort();

/** Names of the people that a selection of customers holds. */
async function namesOf(variables: { rule?: string; filter?: unknown }): Promise<string[]> {
  const query = `query ($rule: String, $filter: CustomerFilter, $after: String) {
    customers(rule: $rule, filter: $filter, first: 20, after: $after) { ${fields} }
  }`;
  return listed(
    await readAll(async (after) => (await app.data<{ customers: Page }>(query, { ...variables, after })).customers),
  );
}

interface Preview {
  previewSegment: { count: number; rule: string; filter: unknown; clauses: { rule: string; count: number }[] };
}
const preview = (variables: { rule?: string; filter?: unknown }): Promise<Preview> =>
  app.data<Preview>(
    `query ($rule: String, $filter: CustomerFilter) {
      previewSegment(rule: $rule, filter: $filter) { count rule filter clauses { rule count } }
    }`,
    variables,
  );
const saveSegment = (input: { name: string; rule: string }): Promise<{ saveSegment: { id: string; size: number } }> =>
  app.data('mutation ($input: SaveSegmentInput!) { saveSegment(input: $input) { id size } }', { input });

beforeAll(async () => {
  app.clock.set(now);
  const report = await sendRecords(app.data, [
    ...catalogue,
    ...hikers,
    ...callList,
    ...crossSell,
    ...loyal,
    ...everybody,
  ]);
  expect(report).toMatchObject({ rejected: 0, errors: [] });
  await saveSegment({ name: 'asked not to be called', rule: 'tags has "no calls"' });
});

describe('the stores of the examples', () => {
  it('sell as the examples need it', async () => {
    const { stores } = await app.data<{ stores: { nodes: { code: string; performance: string | null }[] } }>(
      '{ stores { nodes { code performance } } }',
    );
    expect(stores.nodes.map(({ code, performance }) => `${code} ${performance}`)).toEqual([
      'high HIGH',
      'low LOW',
      'middle-1 MEDIUM',
      'middle-2 MEDIUM',
      'weak null',
    ]);
  });
});

describe.each(Object.entries(examples))('the example %s', (name, { rule, members, records }) => {
  const cast = castOf(records);

  it('selects exactly these people', async () => {
    expect(await namesOf({ rule })).toEqual(members);
  });

  it('selects the same as a filter and as canonical text', async () => {
    const { previewSegment } = await preview({ rule });
    expect(previewSegment.count).toBe(members.length);
    expect(await namesOf({ filter: previewSegment.filter })).toEqual(members);
    expect(await namesOf({ rule: previewSegment.rule })).toEqual(members);
    const again = await preview({ filter: previewSegment.filter });
    expect(again.previewSegment).toEqual(previewSegment);
  });

  it('counts each of its top-level clauses as a rule alone', async () => {
    const { previewSegment } = await preview({ rule });
    expect(previewSegment.clauses.length).toBeGreaterThan(1);
    for (const clause of previewSegment.clauses) {
      expect(clause.count).toBe((await namesOf({ rule: clause.rule })).length);
    }
  });

  it('selects the same when saved, and says so on each member', async () => {
    const saved = await saveSegment({ name, rule });
    expect(saved.saveSegment.size).toBe(members.length);
    const { segment } = await app.data<{ segment: { members: Page } }>(
      `query ($name: String) { segment(name: $name) { members(first: 50) { ${fields} } } }`,
      { name },
    );
    expect(listed(segment.members.nodes)).toEqual(members);
    const { nodes } = await app.data<{ nodes: { segments: { name: string }[] }[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer { segments { name } } } }',
      { ids: segment.members.nodes.map(({ id }) => id) },
    );
    for (const member of nodes) expect(member.segments.map((one) => one.name)).toContain(name);
  });

  it('explains each of its people as the selection has it', async () => {
    const everyone = await readEveryone(app.data);
    const people = everyone.filter((one) => listed([one]).some((person) => cast.has(person)));
    expect(people).toHaveLength(cast.size);
    const found: string[] = [];
    for (const person of people) {
      type Explanation = { explainMembership: { member: boolean; clause: { matched: boolean } } };
      const { explainMembership } = await app.data<Explanation>(
        'query ($id: ID!, $rule: String) { explainMembership(customer: $id, rule: $rule) { member clause { matched } } }',
        { id: person.id, rule },
      );
      expect(explainMembership.clause.matched).toBe(explainMembership.member);
      if (explainMembership.member) found.push(...listed([person]));
    }
    expect(found.sort()).toEqual(members);
  });
});

async function readEveryone(ask: Ask): Promise<Page['nodes']> {
  const query = `query ($after: String) { customers(first: 100, after: $after) { ${fields} } }`;
  return readAll(async (after) => (await ask<{ customers: Page }>(query, { after })).customers);
}
