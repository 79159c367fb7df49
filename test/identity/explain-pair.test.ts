import { beforeAll, describe, expect, it } from 'vitest';
import { observed } from '../catalogue/observed.ts';
import { useApp } from '../support/app.ts';
import { order, record, strictRules } from './people.ts';
import { useRulesFile } from './rules-file.ts';

const app = useApp({ config: { identityRules: useRulesFile(strictRules) } });

const question = `query ($one: SourceRecordRef!, $other: SourceRecordRef!) {
  explainPair(one: $one, other: $other) {
    verdict
    text
    one { record { type source id } customer { displayName } }
    other { customer { displayName } }
    path { from { node } by identifier { kind value } decision { actor reason } to { node } }
    decisions { verdict actor reason at one { source id } other { source id } }
    possibleMatches { reason identifier { value } one { fact { id } } other { fact { id } } }
    conflicts { rule { kind exclusive maxPerCustomer window } scope oneValues otherValues }
    commonIdentifiers { identifier { kind value shared strength } customers rule { sharedAbove } }
  }
}`;

interface Explanation {
  readonly verdict: string;
  readonly text: string;
  readonly path: { from: { node: string }; by: string; identifier: { value: string } | null; to: { node: string } }[];
}

const refOf = (key: string) => {
  const [source = '', recordId = ''] = key.split('|');
  return { source, recordId };
};

async function explain(one: string, other: string) {
  const variables = { one: refOf(one), other: refOf(other) };
  return (await app.data<{ explainPair: Explanation }>(question, variables)).explainPair;
}

/** What an explanation says besides the records that were asked for. */
const nothing = { path: [], decisions: [], possibleMatches: [], conflicts: [], commonIdentifiers: [] };
const sides = (one: string, oneName: string | null, otherName: string | null) => ({
  one: {
    record: { type: 'RECORD', source: refOf(one).source, id: refOf(one).recordId },
    customer: { displayName: oneName },
  },
  other: { customer: { displayName: otherName } },
});
const phone = (value: string) => ['phone', value] as const;
const email = (value: string) => ['email', value] as const;
const member = (value: string) => ['member_number', value] as const;

beforeAll(async () => {
  await app.ingest(
    // one person, over orders
    record('crm|lin', 1, [member('1001'), phone('13800138000')], 'Lin'),
    record('web|lin', 3, [email('lin@example.com')]),
    record('app|lin', 4, [['tmall_id', 'lin']]),
    order('pos|A-1', 2, [phone('13800138000'), email('lin@example.com')]),
    order('tmall|T-1', 5, 'app|lin'),
    order('tmall|T-2', 6, [email('lin@example.com'), ['tmall_id', 'lin']]),
    // her husband has a number of his own, but the same phone
    record('crm|wang', 2, [member('1002'), phone('13800138000')], 'Wang'),
    // three addresses in a year are more than two
    record('shop|1', 1, [email('a@example.com'), email('b@example.com')], 'Zhao'),
    record('shop|2', 2, [email('b@example.com'), email('c@example.com')], 'Zhou'),
    // the phone of a shop
    ...['Chen', 'Deng', 'Feng'].map((name) => record(`desk|${name}`, 1, [phone('13900139000'), member(name)], name)),
    // two members on one tablet
    record('kiosk|1', 1, [member('2001'), ['cookie', 'c-1']], 'Gao'),
    record('kiosk|2', 1, [member('2002'), ['cookie', 'c-1']], 'Guo'),
  );
});

describe('two records of one customer', () => {
  it('are joined by the shortest way', async () => {
    const step = (from: string, by: string, kind: string | null, value: string | null, to: string) => ({
      from: { node: from },
      by,
      identifier: kind === null ? null : { kind, value },
      decision: null,
      to: { node: to },
    });
    expect(await explain('crm|lin', 'app|lin')).toEqual({
      ...nothing,
      ...sides('crm|lin', 'Lin', 'Lin'),
      verdict: 'ONE_CUSTOMER',
      text: 'One customer: from record lin of crm to order A-1 of pos, over phone +8613800138000; then to order T-2 of tmall, over email lin@example.com; then to record lin of app, over tmall_id lin.',
      path: [
        step('customer:crm|lin', 'STRONG_IDENTIFIER', 'phone', '+8613800138000', 'order:pos|A-1'),
        step('order:pos|A-1', 'STRONG_IDENTIFIER', 'email', 'lin@example.com', 'order:tmall|T-2'),
        step('order:tmall|T-2', 'STRONG_IDENTIFIER', 'tmall_id', 'lin', 'customer:app|lin'),
      ],
    });
  });

  it('are found among thousands, too', async () => {
    const many = Array.from({ length: 2_100 }, (_, n) => record(`many|${n}`, 1 + (n % 20), [['jd_id', 'many']]));
    await app.ingest(...many);
    for (const [one, other] of [
      ['many|19', 'many|2099'],
      ['many|2099', 'many|2079'],
    ] as const)
      expect((await explain(one, other)).path).toMatchObject([{ identifier: { value: 'many' } }]);
  });

  it('may be one record', async () => {
    expect(await explain('crm|lin', 'crm|lin')).toMatchObject({
      verdict: 'ONE_CUSTOMER',
      text: 'It is one record.',
      path: [],
    });
  });
});

describe('two records of two customers', () => {
  it('each have a value of which one may have only one', async () => {
    expect(await explain('crm|wang', 'web|lin')).toEqual({
      ...nothing,
      ...sides('crm|wang', 'Wang', 'Lin'),
      verdict: 'EXCLUSIVE_CONFLICT',
      text: 'Both have phone +8613800138000, but a customer has one member_number (brand), and these are 1002 and 1001.',
      possibleMatches: [
        {
          reason: 'EXCLUSIVE_CONFLICT',
          identifier: { value: '+8613800138000' },
          one: { fact: { id: 'wang' } },
          other: { fact: { id: 'lin' } },
        },
      ],
      conflicts: [
        {
          rule: { kind: 'member_number', exclusive: true, maxPerCustomer: null, window: null },
          scope: 'brand',
          oneValues: ['1002'],
          otherValues: ['1001'],
        },
      ],
      commonIdentifiers: [
        {
          identifier: { kind: 'phone', value: '+8613800138000', shared: false, strength: 'STRONG' },
          customers: 2,
          rule: { sharedAbove: 2 },
        },
      ],
    });
  });

  it('would have too many values together', async () => {
    expect(await explain('shop|1', 'shop|2')).toMatchObject({
      verdict: 'TOO_MANY_VALUES',
      text: 'Both have email b@example.com, but a customer has at most 2 email within P1Y, and together they would have more.',
      conflicts: [
        {
          rule: { kind: 'email', exclusive: false, maxPerCustomer: 2, window: 'P1Y' },
          scope: null,
          oneValues: ['a@example.com', 'b@example.com'],
          otherValues: ['b@example.com', 'c@example.com'],
        },
      ],
    });
  });

  it('have in common what too many people have', async () => {
    expect(await explain('desk|Chen', 'desk|Deng')).toEqual({
      ...nothing,
      ...sides('desk|Chen', 'Chen', 'Deng'),
      verdict: 'SHARED_VALUE',
      text: 'What both have is shared by too many people to join anybody: phone +8613900139000.',
      commonIdentifiers: [
        {
          identifier: { kind: 'phone', value: '+8613900139000', shared: true, strength: 'STRONG' },
          customers: 3,
          rule: { sharedAbove: 2 },
        },
      ],
    });
  });

  it('were seen on one device', async () => {
    expect(await explain('kiosk|1', 'kiosk|2')).toMatchObject({
      verdict: 'ONLY_WEAK_IDENTIFIERS',
      text: 'Both were seen on cookie c-1, which joins nobody: it is weak.',
    });
  });

  it('have nothing in common', async () => {
    expect(await explain('kiosk|1', 'desk|Chen')).toEqual({
      ...nothing,
      ...sides('kiosk|1', 'Gao', 'Chen'),
      verdict: 'NOTHING_IN_COMMON',
      text: 'No identifier and no reference is common to their customers.',
    });
  });
});

it('a record that is not there is refused by name', async () => {
  const { data, errors } = await app.graphql(question, { one: refOf('crm|lin'), other: refOf('crm|nobody') });
  expect(data).toBeNull();
  expect(errors?.map(({ message, extensions }) => [message, extensions])).toEqual([
    ['There is no record nobody of crm.', { code: 'NOT_FOUND', source: 'crm', recordId: 'nobody' }],
  ]);
});

it('many pairs take as many statements as one', async () => {
  const ref = (key: string) => `{ source: "${refOf(key).source}", recordId: "${refOf(key).recordId}" }`;
  const ask = (name: string, one: string, other: string) =>
    `${name}: explainPair(one: ${ref(one)}, other: ${ref(other)}) { verdict }`;
  const first = ask('a', 'crm|lin', 'web|lin');
  const statements = ['identity.betweenRecords', 'identity.evidence', 'identity.identifiersByKey'];
  expect((await observed(app.database, () => app.data(`{ ${first} }`))).statements).toEqual(statements);
  const rest = [ask('b', 'crm|lin', 'crm|wang'), ask('c', 'app|lin', 'web|lin'), ask('d', 'shop|1', 'shop|2')];
  const { result, statements: sent } = await observed(app.database, () => app.data(`{ ${first} ${rest.join(' ')} }`));
  expect(sent).toEqual(statements);
  expect(result).toEqual({
    a: { verdict: 'ONE_CUSTOMER' },
    b: { verdict: 'EXCLUSIVE_CONFLICT' },
    c: { verdict: 'ONE_CUSTOMER' },
    d: { verdict: 'TOO_MANY_VALUES' },
  });
});

describe('possible matches', () => {
  const list = `query ($first: Int, $after: String) {
    possibleMatches(first: $first, after: $after) {
      totalCount
      nodes { reason identifier { kind value } one { customer { displayName } fact { source id } } other { customer { displayName } } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
  interface Page {
    readonly possibleMatches: {
      readonly totalCount: number;
      readonly nodes: unknown[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  }
  const addresses = {
    reason: 'TOO_MANY_VALUES',
    identifier: { kind: 'email', value: 'b@example.com' },
    one: { customer: { displayName: 'Zhao' }, fact: { source: 'shop', id: '1' } },
    other: { customer: { displayName: 'Zhou' } },
  };
  const couple = {
    reason: 'EXCLUSIVE_CONFLICT',
    identifier: { kind: 'phone', value: '+8613800138000' },
    one: { customer: { displayName: 'Lin' }, fact: { source: 'crm', id: 'lin' } },
    other: { customer: { displayName: 'Wang' } },
  };

  it('are listed page by page', async () => {
    const { result, statements } = await observed(app.database, () => app.data<Page>(list, { first: 1 }));
    expect(statements.sort()).toEqual(['customers.byId', 'possibleMatches.count', 'possibleMatches.page']);
    const { nodes, pageInfo, totalCount } = result.possibleMatches;
    expect([nodes, pageInfo.hasNextPage, totalCount]).toEqual([[addresses], true, 2]);
    const next = await app.data<Page>(list, { first: 1, after: pageInfo.endCursor });
    expect([next.possibleMatches.nodes, next.possibleMatches.pageInfo.hasNextPage]).toEqual([[couple], false]);
  });

  it('of a customer have that customer as one, in one statement for all', async () => {
    const query = `{ customers(orderBy: [{ field: DISPLAY_NAME }]) { nodes {
      displayName possibleMatches { reason one { customer { displayName } } other { fact { type source id } } }
    } } }`;
    // else it would be counted in the background meanwhile
    await app.application.statistics.refresh();
    const { result, statements } = await observed(app.database, () =>
      app.data<{ customers: { nodes: { displayName: string; possibleMatches: unknown[] }[] } }>(query),
    );
    expect(statements.sort()).toEqual(['customers.byId', 'customers.page', 'identity.possibleMatches']);
    const match = (reason: string, one: string, source: string, id: string) => [
      { reason, one: { customer: { displayName: one } }, other: { fact: { type: 'RECORD', source, id } } },
    ];
    expect(
      result.customers.nodes
        .filter(({ possibleMatches }) => possibleMatches.length > 0)
        .map((one) => one.possibleMatches),
    ).toEqual([
      match('EXCLUSIVE_CONFLICT', 'Lin', 'crm', 'wang'),
      match('EXCLUSIVE_CONFLICT', 'Wang', 'crm', 'lin'),
      match('TOO_MANY_VALUES', 'Zhao', 'shop', '2'),
      match('TOO_MANY_VALUES', 'Zhou', 'shop', '1'),
    ]);
  });
});

describe('what was decided', () => {
  const decide = (what: 'keepApart' | 'keepTogether', one: string, other: string) =>
    app.data<Record<string, { decisionId: string; customers: { id: string }[] }>>(
      `mutation ($one: SourceRecordRef!, $other: SourceRecordRef!) {
        ${what}(one: $one, other: $other, by: { actor: "ann@example.com", reason: "asked them" }) { decisionId customers { id } }
      }`,
      { one: refOf(one), other: refOf(other) },
    );
  const at = '2026-06-18T04:00:00.000Z';
  const decided = { actor: 'ann@example.com', reason: 'asked them' };

  it('keeps apart, with who, when and why', async () => {
    await app.ingest(record('s|1', 1, [phone('13700137000')], 'He'), record('s|2', 2, [phone('13700137000')]));
    expect((await explain('s|1', 's|2')).verdict).toBe('ONE_CUSTOMER');
    await decide('keepApart', 's|1', 's|2');
    expect(await explain('s|2', 's|1')).toMatchObject({
      verdict: 'KEPT_APART',
      text: `ann@example.com decided on ${at} that record 2 of s and record 1 of s are different people: asked them.`,
      decisions: [{ ...decided, verdict: 'APART', at, one: { source: 's', id: '2' }, other: { source: 's', id: '1' } }],
      possibleMatches: [{ reason: 'KEPT_APART', one: { fact: { id: '2' } }, other: { fact: { id: '1' } } }],
      conflicts: [],
    });
  });

  it('joins, and is the path then; the history has it with the merge', async () => {
    const before = await decide('keepTogether', 'kiosk|1', 'desk|Chen');
    const { decisionId, customers } = before.keepTogether as { decisionId: string; customers: { id: string }[] };
    expect(await explain('desk|Chen', 'kiosk|1')).toMatchObject({
      verdict: 'ONE_CUSTOMER',
      text: "One customer: from record Chen of desk to record 1 of kiosk, which ann@example.com decided to be the same person's.",
      path: [{ by: 'DECISION', identifier: null, decision: decided }],
    });
    const { customer } = await app.data<{ customer: { identityHistory: { kind: string }[] } }>(
      `query ($id: ID!) { customer(id: $id) { identityHistory {
        kind at id cause otherIds records { source id } otherRecords { id } actor reason
      } } }`,
      { id: customers[0]?.id },
    );
    expect(customer.identityHistory.map(({ kind }) => kind).sort()).toEqual(['CREATED', 'KEPT_TOGETHER', 'MERGED']);
    expect(customer.identityHistory.find(({ kind }) => kind === 'KEPT_TOGETHER')).toEqual({
      ...decided,
      kind: 'KEPT_TOGETHER',
      at,
      id: decisionId,
      cause: null,
      otherIds: [],
      records: [
        { source: 'desk', id: 'Chen' },
        { source: 'kiosk', id: '1' },
      ],
      otherRecords: [],
    });
  });
});
