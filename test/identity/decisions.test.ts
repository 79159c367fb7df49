import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { codeOf, useApp } from '../support/app.ts';
import { wipe } from '../support/database.ts';

const app = useApp();
const by = { actor: 'mei@brand.example', reason: 'she called us' };

const person = (
  recordId: string,
  day: number,
  phone: string,
  more: { email?: string; name?: string } = {},
): RecordInput => ({
  customer: {
    source: 'pos',
    recordId,
    observedAt: `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`,
    identifiers: [
      { kind: 'phone', value: phone },
      ...(more.email === undefined ? [] : [{ kind: 'email', value: more.email }]),
    ],
    profile: { displayName: more.name ?? recordId },
    tags: [recordId],
  },
});
const order = (number: string, recordId: string, total: string): RecordInput => ({
  order: {
    source: 'pos',
    number,
    placedAt: '2026-02-01T00:00:00Z',
    currency: 'CNY',
    customer: { record: { source: 'pos', recordId } },
    lines: [],
    total,
  },
});
const byPhone = (number: string, phone: string, total: string): RecordInput => ({
  order: {
    source: 'web',
    number,
    placedAt: '2026-03-01T00:00:00Z',
    currency: 'CNY',
    customer: { identifiers: [{ kind: 'phone', value: phone }] },
    lines: [],
    total,
  },
});
const record = (recordId: string) => ({ source: 'pos', recordId });
const LIN = '13800138001';
const WANG = '13800138002';

interface Shown {
  id: string;
  displayName: string;
  tags: string[];
  purchaseCount: number;
  totalSpent: { amount: string };
  sourceRecords: { recordId: string }[];
}

/** Everyone, the oldest record first. */
async function everyone() {
  const { customers } = await app.data<{ customers: { nodes: Shown[] } }>(
    '{ customers { nodes { id displayName tags purchaseCount totalSpent { amount } sourceRecords { recordId } } } }',
  );
  return customers.nodes
    .map(({ id, displayName, tags, purchaseCount, totalSpent, sourceRecords }) => ({
      id,
      records: sourceRecords.map(({ recordId }) => recordId).sort(),
      displayName,
      tags,
      purchases: purchaseCount,
      spent: totalSpent.amount,
    }))
    .sort((one, other) => (String(one.records) < String(other.records) ? -1 : 1));
}
const people = async () =>
  (await everyone()).map(({ records, purchases, spent }) => [records.join(' '), purchases, spent]);

const decide = async (mutation: string, variables: Record<string, unknown>) => {
  const data = await app.data<Record<string, { decisionId: string | null; customers: { id: string }[] }>>(mutation, {
    by,
    ...variables,
  });
  return Object.values(data)[0] as { decisionId: string | null; customers: { id: string }[] };
};
const pairOf = (name: string) =>
  `mutation($one: SourceRecordRef!, $other: SourceRecordRef!, $by: DecisionInput!) {
    ${name}(one: $one, other: $other, by: $by) { decisionId customers { id } }
  }`;
const split = `mutation($customer: ID!, $records: [SourceRecordRef!]!, $by: DecisionInput!) {
  splitCustomer(customer: $customer, records: $records, by: $by) { decisionId customers { id } }
}`;
const undo = `mutation($mergeId: ID!, $by: DecisionInput!) {
  undoMerge(mergeId: $mergeId, by: $by) { decisionId customers { id } }
}`;
const revoke = 'mutation($id: ID!) { revokeDecision(decisionId: $id) { decisionId customers { id } } }';

beforeEach(() => wipe(app.database));

describe('keeping apart', () => {
  it('parts two who share a phone, with their orders and figures, also against what comes later', async () => {
    await app.ingest(person('a', 1, LIN), person('b', 2, LIN), order('1', 'a', '10.00'), order('2', 'b', '20.00'));
    expect(await people()).toEqual([['a b', 2, '30.00']]);
    const [before] = await everyone();
    const { decisionId, customers } = await decide(pairOf('keepApart'), { one: record('a'), other: record('b') });
    expect(decisionId).toMatch(/^dec_/);
    expect(await people()).toEqual([
      ['a', 1, '10.00'],
      ['b', 1, '20.00'],
    ]);
    const after = await everyone();
    expect(after.map(({ id }) => id)).toEqual([before?.id, customers[1]?.id]);
    expect(after.map(({ displayName, tags }) => [displayName, tags])).toEqual([
      ['a', ['a']],
      ['b', ['b']],
    ]);

    await app.ingest(person('a', 3, LIN), person('b', 4, LIN, { name: 'B' }), order('3', 'b', '5.00'));
    expect(await people()).toEqual([
      ['a', 1, '10.00'],
      ['b', 2, '25.00'],
    ]);
    await app.ingest(byPhone('4', LIN, '1.00'));
    expect(await people()).toEqual([
      ['a', 2, '11.00'],
      ['b', 2, '25.00'],
    ]);

    await decide(revoke, { id: decisionId });
    expect(await people()).toEqual([['a b', 4, '36.00']]);
    expect((await everyone())[0]?.id).toBe(before?.id);
  });

  it('shows why they are apart', async () => {
    await app.ingest(person('a', 1, LIN), person('b', 2, LIN));
    await decide(pairOf('keepApart'), { one: record('a'), other: record('b') });
    const rows = await app.database.read<{ reason: string; via: string }>({
      name: 'test.possibleMatches',
      text: 'MATCH (:Customer)-[match:POSSIBLE_MATCH]->(:Customer) RETURN match.reason AS reason, match.via AS via',
    });
    expect(rows).toEqual([{ reason: 'KEPT_APART', via: 'phone||+8613800138001' }]);
  });
});

describe('keeping together', () => {
  it('makes one of two who share nothing, with the older id, until it is taken back', async () => {
    await app.ingest(person('a', 1, LIN), person('b', 2, WANG), order('1', 'a', '10.00'), order('2', 'b', '20.00'));
    const [a, b] = await everyone();
    const { decisionId, customers } = await decide(pairOf('keepTogether'), { one: record('b'), other: record('a') });
    const [older, younger] = [a?.id as string, b?.id as string].sort();
    expect(customers).toEqual([{ id: older }]);
    expect(await people()).toEqual([['a b', 2, '30.00']]);
    const merged = await app.data('query($id: ID!) { customer(id: $id) { id mergedFrom { id cause } } }', {
      id: younger,
    });
    expect(merged).toEqual({ customer: { id: older, mergedFrom: [{ id: younger, cause: 'DECISION' }] } });
    await app.ingest(person('b', 5, WANG));
    expect(await people()).toEqual([['a b', 2, '30.00']]);
    await decide(revoke, { id: decisionId });
    expect(await people()).toEqual([
      ['a', 1, '10.00'],
      ['b', 1, '20.00'],
    ]);
  });

  it('does so for customers by id', async () => {
    await app.ingest(person('a', 1, LIN), person('b', 2, WANG));
    const ids = (await everyone()).map(({ id }) => id);
    const { customers } = await decide(
      'mutation($ids: [ID!]!, $by: DecisionInput!) { mergeCustomers(customers: $ids, by: $by) { decisionId customers { id } } }',
      { ids },
    );
    expect(customers).toEqual([{ id: [...ids].sort()[0] }]);
    expect(await people()).toEqual([['a b', 0, '0.00']]);
  });
});

describe('splitting', () => {
  it('gives the named records a customer of their own, and leaves the rest its id', async () => {
    await app.ingest(
      person('a', 1, LIN),
      person('b', 2, LIN, { email: 'x@mail.example' }),
      person('c', 3, WANG, { email: 'x@mail.example' }),
      order('1', 'a', '10.00'),
      order('2', 'c', '30.00'),
    );
    const [all] = await everyone();
    const { customers } = await decide(split, { customer: all?.id, records: [record('a'), record('c')] });
    expect(customers).toHaveLength(2);
    expect(await people()).toEqual([
      ['a c', 2, '40.00'],
      ['b', 0, '0.00'],
    ]);
    expect((await everyone())[1]?.id).toBe(all?.id);
  });

  it('refuses to split off everything, or a record of another, and changes nothing', async () => {
    await app.ingest(person('a', 1, LIN), person('b', 2, LIN), person('c', 3, WANG));
    const before = await everyone();
    const refused = async (records: object[]) =>
      (await app.graphql(split, { by, customer: before[0]?.id, records })).errors?.map(
        ({ extensions }) => extensions?.code,
      );
    expect(await refused([record('a'), record('b')])).toEqual(['BAD_USER_INPUT']);
    expect(await refused([])).toEqual(['BAD_USER_INPUT']);
    expect(await refused([record('c')])).toEqual(['NOT_FOUND']);
    expect(await everyone()).toEqual(before);
  });
});

describe('undoing a merge', () => {
  it('puts back what was, under both ids, and facts that came since go to the right side', async () => {
    await app.ingest(
      person('a', 1, LIN, { name: 'Lin' }),
      person('b', 2, WANG, { name: 'Wang' }),
      order('1', 'a', '10.00'),
      order('2', 'b', '20.00'),
    );
    const before = await everyone();
    await app.ingest(person('a', 3, LIN, { name: 'Lin' }), byPhone('3', WANG, '3.00'));
    await app.ingest(person('bridge', 4, LIN, { email: 'w@mail.example', name: 'Lin' }));
    await app.ingest(person('b', 5, WANG, { email: 'w@mail.example', name: 'Wang' }));
    expect(await people()).toEqual([['a b bridge', 3, '33.00']]);
    await app.ingest(byPhone('4', WANG, '4.00'), byPhone('5', LIN, '5.00'));
    const { customers } = await app.data<{ customers: { nodes: { mergedFrom: { mergeId: string }[] }[] } }>(
      '{ customers { nodes { mergedFrom { mergeId } } } }',
    );
    await decide(undo, { mergeId: customers.nodes[0]?.mergedFrom[0]?.mergeId });
    const after = await everyone();
    expect(after.map(({ records, purchases, spent }) => [records.join(' '), purchases, spent])).toEqual([
      ['a bridge', 2, '15.00'],
      ['b', 3, '27.00'],
    ]);
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  });

  it('answers for a merge that is not there', async () => {
    const { errors } = await app.graphql(undo, { by, mergeId: 'mrg_none' });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  });
});

describe('a decision', () => {
  it('names who and why, and records that are there', async () => {
    await app.ingest(person('a', 1, LIN), person('b', 2, LIN));
    const before = await everyone();
    const codes = async (variables: object) =>
      (await app.graphql(pairOf('keepApart'), { one: record('a'), other: record('b'), by, ...variables })).errors?.map(
        ({ extensions }) => extensions?.code,
      );
    expect(await codes({ by: { actor: ' ', reason: 'x' } })).toEqual(['BAD_USER_INPUT']);
    expect(await codes({ by: { actor: 'x', reason: '' } })).toEqual(['BAD_USER_INPUT']);
    expect(await codes({ other: record('a') })).toEqual(['BAD_USER_INPUT']);
    expect(await codes({ other: record('nobody') })).toEqual(['NOT_FOUND']);
    expect(await everyone()).toEqual(before);
    expect(codeOf(await app.graphql(revoke, { id: 'dec_none' }))).toBe('NOT_FOUND');
  });
});
