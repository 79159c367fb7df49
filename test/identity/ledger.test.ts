import { expect, it } from 'vitest';
import { codeOf, useApp } from '../support/app.ts';
import { order, record } from './people.ts';

const app = useApp();

const history = `query ($id: ID!) { customer(id: $id) { id identityHistory {
  kind at id cause otherIds actor reason ended { at actor reason }
} } }`;
interface Told {
  readonly kind: string;
  readonly id: string | null;
  readonly [field: string]: unknown;
}
async function told(id: string): Promise<Told[]> {
  const { customer } = await app.data<{ customer: { identityHistory: Told[] } }>(history, { id });
  return customer.identityHistory.filter(({ kind }) => kind !== 'CREATED');
}
async function idOf(value: string): Promise<string> {
  const { customer } = await app.data<{ customer: { id: string } }>(
    'query ($value: String!) { customer(identifier: { kind: "tmall_id", value: $value }) { id } }',
    { value },
  );
  return customer.id;
}
const pair = '(one: { source: "s", recordId: "1" }, other: { source: "s", recordId: "2" }';
const at = (hour: number) => `2026-06-18T0${hour}:00:00.000Z`;

it('keeps what was decided and taken back, replaced, or merged and undone: when, by whom and why', async () => {
  await app.ingest(record('s|1', 1, [['tmall_id', 'a']]), record('s|2', 2, [['tmall_id', 'b']]));
  const [one, two] = [await idOf('a'), await idOf('b')];
  app.clock.set(at(5));
  await app.data(`mutation { keepApart${pair}, by: { actor: "ann", reason: "saw both" }) { decisionId } }`);
  app.clock.set(at(6));
  const { keepTogether } = await app.data<{ keepTogether: { decisionId: string } }>(
    `mutation { keepTogether${pair}, by: { actor: "bo", reason: "same face" }) { decisionId } }`,
  );
  app.clock.set(at(7));
  const revoke = `mutation ($id: ID!, $by: DecisionInput) { revokeDecision(decisionId: $id, by: $by) { customers { id } } }`;
  const by = { actor: 'cy', reason: 'twins' };
  const before = await told(one);
  const refused = await app.graphql(revoke, { id: keepTogether.decisionId, by: { actor: ' ', reason: 'x' } });
  expect(codeOf(refused)).toBe('BAD_USER_INPUT');
  expect(await told(one)).toEqual(before);
  await app.data(revoke, { id: keepTogether.decisionId, by });

  const apart = { kind: 'KEPT_APART', at: at(5), actor: 'ann', reason: 'saw both', cause: null };
  const together = { kind: 'KEPT_TOGETHER', at: at(6), actor: 'bo', reason: 'same face', cause: null };
  const both = [
    { ...together, ended: { at: at(7), ...by } },
    { ...apart, ended: { at: at(6), actor: 'bo', reason: 'same face' } },
  ];
  const merged = { id: expect.any(String), at: at(6), cause: 'DECISION', ended: { at: at(7), ...by } };
  expect(await told(one)).toMatchObject([
    { kind: 'SPLIT_OFF', at: at(7), otherIds: [two] },
    { ...merged, kind: 'MERGED', otherIds: [two] },
    ...both,
  ]);
  // The old id lives again.
  const part = await idOf('b');
  expect(part).toBe(two);
  expect(await told(part)).toMatchObject([
    { kind: 'SPLIT_FROM', at: at(7), otherIds: [one] },
    { ...merged, kind: 'MERGED_AWAY', otherIds: [one] },
    ...both,
  ]);
  const again = await app.graphql(revoke, { id: keepTogether.decisionId });
  expect(codeOf(again)).toBe('NOT_FOUND');

  app.clock.set(at(8));
  await app.ingest(
    order('s|o', 9, [
      ['tmall_id', 'a'],
      ['tmall_id', 'b'],
    ]),
  );
  const merge = (await told(one)).find(({ kind, at: when }) => kind === 'MERGED' && when === at(8));
  app.clock.set(at(9));
  await app.data(
    `mutation ($id: ID!) { undoMerge(mergeId: $id, by: { actor: "dee", reason: "two people" }) { decisionId } }`,
    {
      id: merge?.id,
    },
  );
  const undone = {
    id: merge?.id,
    at: at(8),
    cause: 'SHARED_IDENTIFIER',
    ended: { at: at(9), actor: 'dee', reason: 'two people' },
  };
  expect(await told(one)).toContainEqual(expect.objectContaining({ ...undone, kind: 'MERGED', otherIds: [part] }));
  expect(await told(part)).toContainEqual(expect.objectContaining({ ...undone, kind: 'MERGED_AWAY', otherIds: [one] }));
  const standing = (await told(part)).filter(({ kind, ended }) => kind === 'KEPT_APART' && ended === null);
  expect(standing).toMatchObject([{ actor: 'dee', reason: 'two people' }]);
});
