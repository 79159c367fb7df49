import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';
import { wipe } from '../support/database.ts';
import { dumpCustomers } from '../support/intake.ts';
import { order, record } from './people.ts';

const app = useApp();
const number = { kind: 'phone', value: '138 0013 8001' };
const phone = ['phone', '13800138001'] as const;
const key = '+8613800138001';
const by = { actor: 'mei@brand.example', reason: 'the operator issued it again' };

const mutation = `mutation ($identifier: IdentifierInput!, $from: DateTime!, $by: DecisionInput!) {
  reissueIdentifier(identifier: $identifier, from: $from, by: $by) { decisionId customers { id } }
}`;
interface Decided {
  readonly decisionId: string;
  readonly customers: { id: string }[];
}
async function reissue(day: number): Promise<Decided> {
  const from = `2026-05-${String(day).padStart(2, '0')}T00:00:00Z`;
  return (await app.data<{ reissueIdentifier: Decided }>(mutation, { identifier: number, from, by })).reissueIdentifier;
}
const revoke = (id: string) =>
  app.data('mutation ($id: ID!) { revokeDecision(decisionId: $id) { customers { id } } }', { id });
const people = async () =>
  (await dumpCustomers(app.database)).map(({ records, orders }) => [...records, ...orders].join(' ')).sort();
async function ownerOf(identifier: { kind: string; value: string }) {
  const { customer } = await app.data<{ customer: { id: string; sourceRecords: { recordId: string }[] } | null }>(
    'query ($identifier: IdentifierInput!) { customer(identifier: $identifier) { id sourceRecords { recordId } } }',
    { identifier },
  );
  return customer?.sourceRecords.map(({ recordId }) => recordId).sort();
}

/** Lin had the number until the 10th, Wang has it since. */
const facts: readonly RecordInput[] = [
  record('s|lin', 1, [phone, ['tmall_id', 'lin']], 'Lin'),
  order('s|o-1', 3, [phone]),
  record('s|wang', 12, [phone, ['jd_id', 'wang']], 'Wang'),
  order('s|o-2', 14, [phone]),
  order('s|o-3', 20, 's|lin'),
];
const apart = ['s|lin s|o-1 s|o-3', 's|wang s|o-2'];

beforeEach(() => wipe(app.database));

describe('an identifier that was issued again', () => {
  it('parts what was seen before from what was seen since, and the present owner answers for it', async () => {
    await app.ingest(...facts);
    expect(await people()).toEqual(['s|lin s|wang s|o-1 s|o-2 s|o-3']);
    const { decisionId, customers } = await reissue(10);
    expect(customers).toHaveLength(2);
    expect(await people()).toEqual(apart);
    expect(await ownerOf(number)).toEqual(['wang']);
    const figures = await dumpCustomers(app.database);
    expect(figures.map(({ purchaseCount }) => purchaseCount).sort()).toEqual([1, 2]);

    // A record of Lin that still names the number is out of date, an older one tells of him.
    await app.ingest(record('s|lin', 18, [phone], 'Lin'), record('s|old', 2, [phone, ['tmall_id', 'lin']]));
    await app.ingest(
      record('s|new', 25, [phone, ['jd_id', 'wang']]),
      order('s|o-4', 9, [phone]),
      order('s|o-5', 10, [phone]),
    );
    expect(await people()).toEqual(['s|lin s|old s|o-1 s|o-3 s|o-4', 's|new s|wang s|o-2 s|o-5']);

    // Told once more, between: now three had it.
    const again = await reissue(4);
    expect(await people()).toEqual(['s|lin s|old s|o-1 s|o-3', 's|new s|wang s|o-2 s|o-5', 's|o-4']);
    await revoke(again.decisionId);
    expect(await people()).toEqual(['s|lin s|old s|o-1 s|o-3 s|o-4', 's|new s|wang s|o-2 s|o-5']);
    await revoke(decisionId);
    expect(await people()).toEqual(['s|lin s|new s|old s|wang s|o-1 s|o-2 s|o-3 s|o-4 s|o-5']);
    expect(
      await app.database.read({
        name: 'test.left',
        text: 'MATCH (i:Identifier) WHERE i.until IS NOT NULL RETURN i.key AS key',
      }),
    ).toEqual([]);
  });

  it('is the same in whatever order the facts come, and whenever it is told', async () => {
    for (const [told, ...portions] of [
      [0, [...facts]],
      [2, [facts[4], facts[2]], [facts[0]], [facts[3], facts[1]]],
      [1, [facts[3], facts[1]], [facts[2], facts[0], facts[4]]],
    ] as [number, ...RecordInput[][]][]) {
      await wipe(app.database);
      for (const [position, portion] of portions.entries()) {
        if (position === told) await reissue(10);
        await app.ingest(...portion);
      }
      expect(await people()).toEqual(apart);
      expect(await ownerOf(number)).toEqual(['wang']);
    }
  });

  it('takes a record to its earlier owner when an older version of it comes late', async () => {
    await reissue(10);
    await app.ingest(record('s|wang', 12, [phone]), record('s|lin', 13, [phone]), order('s|o-1', 3, [phone]));
    expect(await people()).toEqual(['s|lin s|wang', 's|o-1']);
    const report = await app.ingest(record('s|lin', 2, [phone]));
    expect([report.updated, report.unchanged]).toEqual([1, 0]);
    expect(await people()).toEqual(['s|lin s|o-1', 's|wang']);
    expect(await app.ingest(record('s|lin', 2, [phone]))).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it('is explained: why two records are apart, and in the history of both customers', async () => {
    await app.ingest(...facts);
    const { decisionId } = await reissue(10);
    const { explainPair } = await app.data<{ explainPair: { one: { customer: { id: string } } } }>(`{ explainPair(
      one: { source: "s", recordId: "lin" }, other: { source: "s", recordId: "wang" }
    ) { verdict text reissued { kind value oneUntil otherUntil } one { customer { id } } } }`);
    expect(explainPair).toMatchObject({
      verdict: 'REISSUED',
      text: `Both have phone ${key}, but one after the other: the first until 2026-05-10T00:00:00.000Z, the second now.`,
      reissued: [{ kind: 'phone', value: key, oneUntil: '2026-05-10T00:00:00.000Z', otherUntil: null }],
    });
    const ask = `query ($id: ID!) {
      customer(id: $id) { identifiers { value until } identityHistory { kind id from via { value } actor reason ended { actor } } }
    }`;
    const told = { kind: 'REISSUED', id: decisionId, from: '2026-05-10T00:00:00.000Z', via: { value: key }, ...by };
    const { customer } = await app.data<{ customer: { identifiers: object[]; identityHistory: object[] } }>(ask, {
      id: explainPair.one.customer.id,
    });
    expect(customer.identifiers).toContainEqual({ value: key, until: '2026-05-10T00:00:00.000Z' });
    expect(customer.identityHistory).toContainEqual({ ...told, ended: null });
    await revoke(decisionId);
    const whole = await app.data<{ customer: { identityHistory: object[] } }>(ask, { id: explainPair.one.customer.id });
    expect(whole.customer.identityHistory).toContainEqual({ ...told, ended: { actor: null } });
  });

  it('is refused when it joins nobody, is told twice, or is of the future, and nothing changes', async () => {
    await app.ingest(...facts);
    const before = await people();
    const codes = async (variables: object) =>
      (await app.graphql(mutation, { identifier: number, from: '2026-05-10T00:00:00Z', by, ...variables })).errors?.map(
        ({ extensions }) => extensions?.code,
      );
    expect(await codes({ identifier: { kind: 'phone', value: '0000' } })).toEqual(['BAD_USER_INPUT']);
    expect(await codes({ identifier: { kind: 'cookie', value: 'x' } })).toEqual(['BAD_USER_INPUT']);
    expect(await codes({ identifier: { kind: 'fax', value: '1' } })).toEqual(['UNKNOWN_IDENTIFIER_KIND']);
    expect(await codes({ from: '2027-01-01T00:00:00Z' })).toEqual(['BAD_USER_INPUT']);
    expect(await codes({ by: { actor: '', reason: 'x' } })).toEqual(['BAD_USER_INPUT']);
    expect(await people()).toEqual(before);
    await reissue(10);
    expect(await codes({})).toEqual(['BAD_USER_INPUT']);
    expect(await people()).toEqual(apart);
  });
});
