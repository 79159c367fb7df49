import { beforeAll, expect, it } from 'vitest';
import { createApplication } from '../../src/application.ts';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { useApp } from '../support/app.ts';
import { dumpCustomers } from '../support/intake.ts';
import { useRulesFile } from './rules-file.ts';

const off = useRulesFile({ possibleMatches: { reviewAbove: null } });
const app = useApp({ config: { identityRules: useRulesFile({ possibleMatches: { acceptAbove: 0.999 } }) } });

const person = (
  recordId: string,
  displayName: string,
  phone: string,
  more: { birthDate?: string; card?: string; at?: number } = {},
): RecordInput => ({
  customer: {
    source: 's',
    recordId,
    observedAt: `2026-05-0${more.at ?? 1}T00:00:00Z`,
    identifiers: [
      { kind: 'phone', value: phone },
      ...(more.card === undefined ? [] : [{ kind: 'member_number', value: more.card }]),
    ],
    profile: { displayName, ...(more.birthDate === undefined ? {} : { birthDate: more.birthDate }) },
  },
});

interface Person {
  readonly id: string;
  readonly records: string;
  readonly history: readonly { kind: string; id: string | null; actor: string | null; reason: string | null }[];
}
/** Who is one person, once all is compared. */
async function people(): Promise<Person[]> {
  await app.application.matching.drain();
  const { customers } = await app.data<{
    customers: { nodes: { id: string; sourceRecords: { recordId: string }[]; identityHistory: Person['history'] }[] };
  }>('{ customers { nodes { id sourceRecords { recordId } identityHistory { kind id actor reason } } } }');
  return customers.nodes
    .map(({ id, sourceRecords, identityHistory }) => ({
      id,
      records: sourceRecords
        .map(({ recordId }) => recordId)
        .sort()
        .join(' '),
      history: identityHistory,
    }))
    .sort((one, other) => (one.records < other.records ? -1 : 1));
}
const partition = async () => (await people()).map(({ records }) => records);
const toReview = async () => {
  await app.application.matching.drain();
  const { possibleMatches } = await app.data<{
    possibleMatches: { nodes: { one: { fact: { id: string } }; other: { fact: { id: string } } }[] };
  }>('{ possibleMatches { nodes { reason one { fact { id } } other { fact { id } } } } }');
  return possibleMatches.nodes.map(({ one, other }) => `${one.fact.id} ${other.fact.id}`);
};
const by = 'by: { actor: "ann@example.com", reason: "asked them" }';

beforeAll(async () => {
  await app.ingest(
    person('lin-1', '林小雨', '13812345678'),
    person('lin-2', 'Lin Xiaoyu', '13812345679', { at: 2 }),
    // below the threshold: to be reviewed
    person('wu-1', 'Maria Wu', '13911110000', { birthDate: '1985-07-09' }),
    person('wu-2', 'Marla Wu', '13700001111', { birthDate: '1985-07-09' }),
    // each has a member number of their own
    person('he-1', '何建国', '13611112222', { card: '5001' }),
    person('he-2', '何建国', '13611112223', { card: '7444' }),
  );
});

it('joins what is alike enough, says who decided and why, and leaves the rest to people', {
  timeout: 180_000,
}, async () => {
  const all = await people();
  expect(all.map(({ records }) => records)).toEqual(['he-1', 'he-2', 'lin-1 lin-2', 'wu-1', 'wu-2']);
  expect(all[2]?.history.filter(({ kind }) => kind === 'KEPT_TOGETHER')).toEqual([
    {
      kind: 'KEPT_TOGETHER',
      id: expect.stringMatching(/^dec_/),
      actor: 'identity rules',
      reason: 'They are alike with a score of 0.999772.',
    },
  ]);
  expect(await toReview()).toEqual(['he-1 he-2', 'wu-1 wu-2']);
  expect(await app.data('{ identityRules { possibleMatches { reviewAbove acceptAbove } } }')).toEqual({
    identityRules: { possibleMatches: { reviewAbove: 0.8, acceptAbove: 0.999 } },
  });
});

it('gives way to a limit that is met later, and joins again when that is gone', async () => {
  const he = person('lin-3', '林小雨', '13812345678', { card: '1001', at: 3 });
  const she = person('lin-4', '林小雨', '13812345679', { card: '2002', at: 4 });
  await app.ingest(he, she);
  expect(await partition()).toEqual(['he-1', 'he-2', 'lin-1 lin-3', 'lin-2 lin-4', 'wu-1', 'wu-2']);
  expect(await toReview()).toContain('lin-1 lin-2');
});

it('takes back what is no longer alike', async () => {
  await app.ingest(person('wu-1', 'Maria Wu', '13700001112', { birthDate: '1985-07-09', at: 2 }));
  expect(await partition()).toContain('wu-1 wu-2');
  await app.ingest(person('wu-2', '何建国', '13700001111', { birthDate: '1961-01-30', at: 3 }));
  const parted = await people();
  expect(parted.map(({ records }) => records)).toEqual(expect.arrayContaining(['wu-1', 'wu-2']));
});

it('takes all of it back when the rules accept nothing any more', { timeout: 180_000 }, async () => {
  await app.ingest(person('sun-1', '孙悦', '13411110000'), person('sun-2', '孙悦', '13411110001'));
  expect(await partition()).toContain('sun-1 sun-2');
  const { application, clock, database } = app;
  const config = { ...application.config, identityRules: off };
  const other = createApplication({ config, clock, database, log: application.log });
  await other.matching.drain();
  expect(other.matching.isStale()).toBe(false);
  expect((await dumpCustomers(database)).map(({ records }) => records)).toEqual(
    expect.arrayContaining([['s|sun-1'], ['s|sun-2']]),
  );
  expect(await (await other.selection.possibleMatches({ reason: 'ALIKE' })).totalCount()).toBe(0);
  application.matching.markStale();
  expect(await partition()).toContain('sun-1 sun-2');
});

it('does not decide again what somebody took back', async () => {
  await app.ingest(person('zhou-1', '周若涵', '13511110000'), person('zhou-2', '周若涵', '13511110001'));
  const [zhou] = (await people()).filter(({ records }) => records === 'zhou-1 zhou-2');
  const decision = zhou?.history.find(({ kind }) => kind === 'KEPT_TOGETHER')?.id;
  await app.data(`mutation { revokeDecision(decisionId: "${decision}", ${by}) { customers { id } } }`);
  expect(await partition()).toEqual(expect.arrayContaining(['zhou-1', 'zhou-2']));
  expect(await toReview()).toContain('zhou-1 zhou-2');
  await app.ingest(person('zhou-1', '周若涵', '13511110000', { birthDate: '1990-02-03', at: 2 }));
  expect(await partition()).toEqual(expect.arrayContaining(['zhou-1', 'zhou-2']));
});
