import { beforeAll, describe, expect, it } from 'vitest';
import type { ProfileInput, RecordInput } from '../../src/platform/generated/schema-types.ts';
import { codeOf, useApp } from '../support/app.ts';

const app = useApp();

type Named = readonly [kind: string, value: string];
const person = (
  recordId: string,
  profile: ProfileInput,
  named: readonly Named[] = [],
  at = '2026-05-01',
): RecordInput => ({
  customer: {
    source: 's',
    recordId,
    observedAt: `${at}T00:00:00Z`,
    identifiers: named.map(([kind, value]) => ({ kind, value })),
    profile,
  },
});
const shanghai = { line: '中山路12号3栋502室', district: '静安区', city: 'Shanghai' };

interface Match {
  readonly id: string;
  readonly score: number;
  readonly one: { readonly fact: { readonly id: string } };
  readonly other: { readonly fact: { readonly id: string } };
}
const list = `query ($first: Int, $after: String, $reason: PossibleMatchReason) {
  possibleMatches(first: $first, after: $after, reason: $reason) {
    totalCount
    nodes { id reason identifier { value } score one { fact { id } } other { fact { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
interface Listed {
  readonly possibleMatches: {
    readonly totalCount: number;
    readonly nodes: readonly Match[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}
const listed = async (variables: Record<string, unknown> = {}) => {
  await app.application.matching.drain();
  return (await app.data<Listed>(list, variables)).possibleMatches;
};
const recordsOf = ({ one, other }: Match) => `${one.fact.id} ${other.fact.id}`;
const alike = async () => (await listed({ reason: 'ALIKE' })).nodes;
const pairs = async () => (await alike()).map(recordsOf).sort();
const matchOf = async (records: string) => (await alike()).find((match) => recordsOf(match) === records) as Match;
const by = 'by: { actor: "ann@example.com", reason: "asked them" }';
const decide = (what: 'acceptPossibleMatch' | 'rejectPossibleMatch', id: string) =>
  app.graphql<Record<string, { decisionId: string; customers: { id: string }[] }>>(
    `mutation ($id: ID!) { ${what}(id: $id, ${by}) { decisionId customers { id } } }`,
    { id },
  );
const revoke = (id: string) =>
  app.data('mutation ($id: ID!) { revokeDecision(decisionId: $id) { customers { id } } }', { id });

const all = ['born-1 born-2', 'digit-1 digit-2', 'pinyin-1 pinyin-2', 'short-1 short-2'];

describe('customers who share no identifier', () => {
  beforeAll(async () => {
    await app.ingest(
      // one digit off; traditional characters
      person('digit-1', { displayName: '欧阳小雨' }, [['phone', '13812345678']]),
      person('digit-2', { displayName: '歐陽小雨' }, [['phone', '13812345679']]),
      // a digit is missing: no valid number
      person('short-1', { displayName: 'Grace Hopper' }, [['phone', '13912340001']]),
      person('short-2', { displayName: 'Hopper, Grace' }, [['phone', '1391234001']]),
      // pinyin, the other way round, and a typing error in the mailbox
      person('pinyin-1', { familyName: '慕容', givenName: '雪' }, [['email', 'murong.xue@example.com']]),
      person('pinyin-2', { displayName: 'Xue Murong' }, [['email', 'murong.xeu@example.com']]),
      person('born-1', { displayName: 'Maria Gonzales', birthDate: '1985-07-09', gender: 'FEMALE' }),
      person('born-2', { displayName: 'Maria Gonzalez', birthDate: '1985-07-09', gender: 'FEMALE' }),
      // one address, numbers side by side, birthdays too, but another given name: a household
      person('kin-1', { displayName: '司马文', birthDate: '2001-01-05', address: shanghai }, [
        ['phone', '13700000101'],
      ]),
      person('kin-2', { displayName: '司马武', birthDate: '2001-01-06', address: shanghai }, [
        ['phone', '13700000102'],
      ]),
      // the same name and nothing else
      person('name-1', { displayName: 'Ann Lee' }),
      person('name-2', { displayName: 'Ann Lee' }),
    );
  });

  it('are possible matches when they are much alike, and not for a name or a household alone', async () => {
    expect(await pairs()).toEqual(all);
  });

  it('are told with the score and what it is made of, from either side', async () => {
    const fields = 'id reason identifier { kind } score priorWeight comparison { field level weight one other }';
    const sides = 'one { fact { type source id } } other { fact { type source id } }';
    const { customers } = await app.data<{ customers: { nodes: { possibleMatches: unknown[] }[] } }>(
      `{ customers { nodes { possibleMatches { ${fields} ${sides} } } } }`,
    );
    const found = customers.nodes.flatMap((customer) => customer.possibleMatches);
    const fact = (id: string) => ({ fact: { type: 'RECORD', source: 's', id } });
    const { id } = await matchOf('born-1 born-2');
    const match = (one: string, other: string, oneName: string, otherName: string) => ({
      id,
      reason: 'ALIKE',
      identifier: null,
      score: 0.998726,
      priorWeight: -13.322,
      comparison: [
        { field: 'NAME', level: 'CLOSE', weight: 6.781, one: oneName, other: otherName },
        { field: 'BIRTH_DATE', level: 'SAME', weight: 15.2, one: '1985-07-09', other: '1985-07-09' },
        { field: 'GENDER', level: 'SAME', weight: 0.956, one: 'FEMALE', other: 'FEMALE' },
      ],
      one: fact(one),
      other: fact(other),
    });
    expect(found.filter((one) => (one as Match).id === id)).toEqual([
      match('born-1', 'born-2', 'Maria Gonzales', 'Maria Gonzalez'),
      match('born-2', 'born-1', 'Maria Gonzalez', 'Maria Gonzales'),
    ]);
    expect(found).toHaveLength(8);
    const ref = (recordId: string) => `{ source: "s", recordId: "${recordId}" }`;
    expect(
      await app.data(
        `{ explainPair(one: ${ref('born-2')}, other: ${ref('born-1')}) { verdict text possibleMatches { id one { fact { id } } } } }`,
      ),
    ).toEqual({
      explainPair: {
        verdict: 'ALIKE',
        text: 'No identifier joins their customers, but these are alike: name close, birth date same, gender same; score 0.998726.',
        possibleMatches: [{ id, one: { fact: { id: 'born-2' } } }],
      },
    });
  });

  it('are listed page by page, the likeliest first, before those that a limit keeps apart', async () => {
    const card = (value: string): Named => ['member_number', value];
    await app.ingest(
      person('card-1', {}, [['phone', '13500000001'], card('1001')]),
      person('card-2', {}, [['phone', '13500000001'], card('1002')]),
    );
    const whole = await listed();
    expect(whole.nodes.map(({ score }) => score)).toEqual([0.999772, 0.999772, 0.999772, 0.998726, null]);
    expect(whole.nodes.map(recordsOf)).toEqual([...all.slice(1), 'born-1 born-2', 'card-1 card-2']);
    const seen: Match[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const page: Listed['possibleMatches'] = await listed({ first: 2, after });
      expect(page.totalCount).toBe(5);
      seen.push(...page.nodes);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(whole.nodes);
    const ofReason = async (reason: string) => (await listed({ reason, first: 10 })).nodes.map(recordsOf);
    expect(await ofReason('EXCLUSIVE_CONFLICT')).toEqual(['card-1 card-2']);
    expect((await ofReason('ALIKE')).sort()).toEqual(all);
    expect(await ofReason('TOO_MANY_VALUES')).toEqual([]);
  });

  it('become one when somebody accepts, and two again when that is taken back', async () => {
    const match = await matchOf('digit-1 digit-2');
    const { data } = await decide('acceptPossibleMatch', match.id);
    const accepted = data?.acceptPossibleMatch as { decisionId: string; customers: { id: string }[] };
    expect(accepted.customers).toHaveLength(1);
    expect(await pairs()).toEqual(all.filter((records) => records !== 'digit-1 digit-2'));
    expect(codeOf(await decide('acceptPossibleMatch', match.id))).toBe('NOT_FOUND');
    await revoke(accepted.decisionId);
    expect(await pairs()).toEqual(all);
  });

  it('are not shown again when somebody rejects, until that is taken back', async () => {
    const match = await matchOf('short-1 short-2');
    const { data } = await decide('rejectPossibleMatch', match.id);
    const rejected = data?.rejectPossibleMatch as { decisionId: string; customers: { id: string }[] };
    expect(rejected.customers).toHaveLength(2);
    expect(await pairs()).toEqual(all.filter((records) => records !== 'short-1 short-2'));
    await revoke(rejected.decisionId);
    expect(await pairs()).toEqual(all);
    for (const id of ['match_x', 'nothing']) expect(codeOf(await decide('rejectPossibleMatch', id))).toBe('NOT_FOUND');
  });

  it('are no match any more when an identifier joins them, or a newer version says otherwise', async () => {
    await app.ingest(
      person('link', {}, [
        ['phone', '13812345678'],
        ['phone', '13812345679'],
      ]),
      person('born-2', { displayName: 'Maria Gonzalez', birthDate: '1961-11-30', gender: 'FEMALE' }, [], '2026-05-02'),
    );
    expect(await pairs()).toEqual(['pinyin-1 pinyin-2', 'short-1 short-2']);
  });
});
