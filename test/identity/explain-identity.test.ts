import { beforeAll, describe, expect, it } from 'vitest';
import { observed } from '../catalogue/observed.ts';
import { useApp } from '../support/app.ts';
import { event, order, record, strictRules } from './people.ts';
import { useRulesFile } from './rules-file.ts';

const app = useApp({ config: { identityRules: useRulesFile(strictRules) } });
const phone = ['phone', '138 0013 8000'] as const;
const email = ['email', 'Lin@example.com'] as const;
const cookie = ['cookie', 'c-1'] as const;

interface Explained {
  readonly id: string;
  readonly customer: { readonly id: string };
  readonly merged: readonly unknown[];
  readonly steps: readonly unknown[];
  readonly graph: { readonly facts: { node: string; count: number; at: string | null }[]; readonly edges: unknown[] };
  readonly cut: boolean;
}

const question = `query ($id: ID!) {
  explainIdentity(customer: $id) {
    id
    customer { id }
    merged { id into mergedAt cause via { kind value } because { type source id } }
    recordCount orderCount eventCount cut
    steps { fact { node } by identifier { node } to { node } }
    graph {
      facts { node type source id at count }
      identifiers { node kind scope value strength shared }
      edges { kind from to }
    }
  }
}`;

async function explain(id: string): Promise<Explained | null> {
  return (await app.data<{ explainIdentity: Explained | null }>(question, { id })).explainIdentity;
}

async function idOf(kind: string, value: string): Promise<string> {
  const found = await app.data<{ customer: { id: string } | null }>(
    'query ($kind: String!, $value: String!) { customer(identifier: { kind: $kind, value: $value }) { id } }',
    { kind, value },
  );
  if (!found.customer) throw new Error(`nobody has ${kind} ${value}`);
  return found.customer.id;
}

describe('what joined a customer', () => {
  let lin: string;
  let web: string;

  beforeAll(async () => {
    await app.ingest(record('crm|1', 1, [['member_number', '1001'], phone], 'Lin'));
    await app.ingest(record('web|7', 3, [email]));
    lin = await idOf(...phone);
    web = await idOf(...email);
    await app.ingest(order('pos|A-2', 5, [phone, email]), order('pos|A-1', 4, [phone, email]));
    await app.ingest(
      order('tmall|T-1', 6, 'web|7'),
      event('app|e-1', 7, [email, cookie]),
      event('app|e-2', 2, [cookie]),
    );
  });

  it('is told step by step, oldest first, what only a cookie ties last', async () => {
    const step = (fact: string, by: string, identifier: string | null, to: string | null) => ({
      fact: { node: fact },
      by,
      identifier: identifier === null ? null : { node: `identifier:${identifier}` },
      to: to === null ? null : { node: to },
    });
    const [number, address] = ['phone||+8613800138000', 'email||lin@example.com'];
    expect(await explain(lin)).toEqual({
      id: lin,
      customer: { id: lin },
      merged: [],
      recordCount: 2,
      orderCount: 3,
      eventCount: 2,
      cut: false,
      steps: [
        step('customer:crm|1', 'FIRST', null, null),
        step('order:pos|A-1', 'STRONG_IDENTIFIER', number, 'customer:crm|1'),
        step('customer:web|7', 'STRONG_IDENTIFIER', address, 'order:pos|A-1'),
        step('order:tmall|T-1', 'REFERENCE', null, 'customer:web|7'),
        step('event:app|e-1', 'STRONG_IDENTIFIER', address, 'order:pos|A-1'),
        step('event:app|e-2', 'WEAK_IDENTIFIER', 'cookie||c-1', 'event:app|e-1'),
      ],
      graph: {
        facts: [
          ['customer:crm|1', 'RECORD', 'crm', '1', '01', 1],
          ['order:pos|A-1', 'ORDER', 'pos', 'A-1', '04', 2],
          ['customer:web|7', 'RECORD', 'web', '7', '03', 1],
          ['order:tmall|T-1', 'ORDER', 'tmall', 'T-1', '06', 1],
          ['event:app|e-1', 'EVENT', 'app', 'e-1', '07', 1],
          ['event:app|e-2', 'EVENT', 'app', 'e-2', '02', 1],
        ].map(([node, type, source, id, at, count]) => ({
          node,
          type,
          source,
          id,
          at: `2026-05-${at}T00:00:00.000Z`,
          count,
        })),
        identifiers: [
          ['cookie', null, 'c-1', 'WEAK'],
          ['email', null, 'lin@example.com', 'STRONG'],
          ['member_number', 'brand', '1001', 'STRONG'],
          ['phone', null, '+8613800138000', 'STRONG'],
        ].map(([kind, scope, value, strength]) => ({
          node: `identifier:${kind}|${scope ?? ''}|${value}`,
          kind,
          scope,
          value,
          strength,
          shared: false,
        })),
        edges: [
          ['STATES', 'customer:crm|1', 'identifier:member_number|brand|1001'],
          ['STATES', 'customer:crm|1', `identifier:${number}`],
          ['NAMES', 'order:pos|A-1', `identifier:${address}`],
          ['NAMES', 'order:pos|A-1', `identifier:${number}`],
          ['STATES', 'customer:web|7', `identifier:${address}`],
          ['REFERS_TO', 'order:tmall|T-1', 'customer:web|7'],
          ['NAMES', 'event:app|e-1', `identifier:${address}`],
          ['SEEN_ON', 'event:app|e-1', 'identifier:cookie||c-1'],
          ['SEEN_ON', 'event:app|e-2', 'identifier:cookie||c-1'],
        ].map(([kind, from, to]) => ({ kind, from, to })),
      },
    });
  });

  it('is told under an id that was merged away too, with what became of it', async () => {
    const merged = {
      id: web,
      into: lin,
      mergedAt: '2026-06-18T04:00:00.000Z',
      cause: 'SHARED_IDENTIFIER',
      via: { kind: 'email', value: 'lin@example.com' },
      because: { type: 'ORDER', source: 'pos', id: 'A-2' },
    };
    expect(await explain(web)).toEqual({ ...(await explain(lin)), id: web, merged: [merged] });
  });

  it('is null for an id that never was', async () => {
    expect(await explain('cus_nobody')).toBeNull();
  });

  it('takes as many statements for many as for one', async () => {
    const one = '{ a: explainIdentity(customer: "X") { steps { by } graph { edges { kind } } merged { id } } }';
    const many = one.replace('}$', '').slice(0, -1);
    const { statements } = await observed(app.database, () => app.data(one.replace('X', lin)));
    expect(statements).toEqual(['identity.becameOf', 'identity.evidence', 'identity.identifiersByKey']);
    const three = `${many.replace('X', lin)} b: explainIdentity(customer: "${web}") { cut } c: explainIdentity(customer: "cus_no") { cut } }`;
    expect((await observed(app.database, () => app.data(three))).statements).toEqual(statements);
  });

  it('is in the history, newest first', async () => {
    const history = `{ customer(id: "${web}") { identityHistory {
      kind at cause otherIds asId via { kind } because { type source id } records { id } otherRecords { id } reason actor
    } } }`;
    const nothing = { cause: null, asId: null, via: null, because: null, reason: null, actor: null };
    const at = '2026-06-18T04:00:00.000Z';
    const rest = { at, records: [], otherRecords: [] };
    const { result, statements } = await observed(app.database, () => app.data(history));
    expect(statements).toEqual(['customers.byId', 'identity.history']);
    expect(result).toEqual({
      customer: {
        identityHistory: [
          {
            ...nothing,
            ...rest,
            kind: 'MERGED',
            cause: 'SHARED_IDENTIFIER',
            otherIds: [web],
            via: { kind: 'email' },
            because: { type: 'ORDER', source: 'pos', id: 'A-2' },
          },
          { ...nothing, ...rest, kind: 'CREATED', otherIds: [] },
        ],
      },
    });
  });
});

describe('an id that was merged away twice', () => {
  it('answers with both merges, and the survivor tells whom they happened to', async () => {
    const id = (number: number) => ['alipay_id', `m${number}`] as const;
    for (const number of [1, 2, 3]) await app.ingest(record(`m|${number}`, number, [id(number)]));
    const [oldest, middle, youngest] = await Promise.all([1, 2, 3].map((number) => idOf(...id(number))));
    await app.ingest(order('m|23', 4, [id(2), id(3)]));
    await app.ingest(order('m|12', 5, [id(1), id(2)]));
    const explained = (await explain(youngest as string)) as Explained;
    expect(explained.customer.id).toBe(oldest);
    expect(explained.merged).toMatchObject([
      { id: youngest, into: middle, via: { kind: 'alipay_id', value: 'm3' } },
      { id: middle, into: oldest, via: { kind: 'alipay_id', value: 'm2' } },
    ]);
    const { customer } = await app.data<{ customer: { identityHistory: unknown[] } }>(
      '{ customer(id: "X") { identityHistory { kind otherIds asId } } }'.replace('X', middle as string),
    );
    expect(customer.identityHistory).toEqual([
      { kind: 'MERGED', otherIds: [middle], asId: null },
      { kind: 'MERGED', otherIds: [youngest], asId: middle },
      { kind: 'CREATED', otherIds: [], asId: null },
    ]);
  });
});

describe('a customer of many facts', () => {
  it('shows the first 200 and says so', async () => {
    const many = Array.from({ length: 250 }, (_, n) =>
      record(`till|${String(n).padStart(3, '0')}`, 1, [['tmall_id', 't']]),
    );
    await app.ingest(...many);
    const explained = (await explain(await idOf('tmall_id', 't'))) as Explained;
    expect(explained).toMatchObject({ recordCount: 250, cut: true });
    expect(explained.steps).toHaveLength(200);
    expect(explained.graph.edges).toHaveLength(200);
    expect(explained.graph.facts.at(-1)?.node).toBe('customer:till|199');
  });

  it('shows orders that name the same as one', async () => {
    await app.ingest(...Array.from({ length: 250 }, (_, n) => order(`jd|${n}`, 1 + (n % 20), [['jd_id', 'j']])));
    const explained = (await explain(await idOf('jd_id', 'j'))) as Explained;
    expect(explained).toMatchObject({ orderCount: 250, cut: false });
    expect(explained.graph.facts).toEqual([
      { node: 'order:jd|0', type: 'ORDER', source: 'jd', id: '0', at: '2026-05-01T00:00:00.000Z', count: 250 },
    ]);
  });
});

describe('a customer that was split', () => {
  const by = '{ actor: "ann", reason: "two people" }';
  const history = `query ($id: ID!) { customer(id: $id) { identityHistory {
    kind cause otherIds asId records { id } otherRecords { id } actor
  } } }`;
  interface History {
    readonly customer: { readonly identityHistory: Record<string, unknown>[] };
  }
  const happened = async (id: string) => (await app.data<History>(history, { id })).customer.identityHistory;
  const none = { cause: null, asId: null, otherIds: [], records: [], otherRecords: [], actor: null };
  const created = { ...none, kind: 'CREATED' };

  it('tells on both sides who came out of whom, and who decided', async () => {
    await app.ingest(record('s|1', 1, [['douyin_id', 'd']]), record('s|2', 2, [['douyin_id', 'd']]));
    const whole = await idOf('douyin_id', 'd');
    const { splitCustomer } = await app.data<{ splitCustomer: { customers: { id: string }[] } }>(
      `mutation { splitCustomer(customer: "${whole}", records: [{ source: "s", recordId: "2" }], by: ${by}) { customers { id } } }`,
    );
    const [one, part] = splitCustomer.customers.map(({ id }) => id);
    expect(one).toBe(whole);
    const decided = { ...none, kind: 'KEPT_APART', actor: 'ann' };
    const split = { ...none, cause: 'DECISION' };
    const kinds = (events: Record<string, unknown>[]) =>
      events.sort((first, second) => (String(first.kind) < String(second.kind) ? -1 : 1));
    expect(kinds(await happened(whole))).toEqual([
      created,
      { ...decided, otherIds: [part], records: [{ id: '1' }], otherRecords: [{ id: '2' }] },
      { ...split, kind: 'SPLIT_OFF', otherIds: [part] },
    ]);
    expect(kinds(await happened(part as string))).toEqual([
      created,
      { ...decided, otherIds: [whole], records: [{ id: '2' }], otherRecords: [{ id: '1' }] },
      { ...split, kind: 'SPLIT_FROM', otherIds: [whole] },
    ]);
    expect(await explain(part as string)).toMatchObject({ id: part, merged: [], recordCount: 1 });
  });
});

it('the rules in force are those of the file over the default ones', async () => {
  const { identityRules } = await app.data<{ identityRules: { kinds: { kind: string }[]; blockedValues: string[] } }>(
    `{ identityRules { defaultCountry blockedValues blockedPatterns kinds {
      kind normaliser strength priority exclusive maxPerCustomer window sharedAbove scoped defaultScope
    } } }`,
  );
  expect(identityRules).toMatchObject({ defaultCountry: 'CN', blockedPatterns: expect.arrayContaining(['^[0-]*$']) });
  expect(identityRules.blockedValues).toContain('test@test.com');
  expect(identityRules.kinds.map(({ kind }) => kind)).toEqual([
    ...['member_number', 'wechat_unionid', 'alipay_id', 'douyin_id', 'jd_id', 'tmall_id', 'wechat_openid'],
    ...['phone', 'email', 'device_id', 'cookie'],
  ]);
  const plain = { exclusive: false, maxPerCustomer: null, window: null, sharedAbove: null, defaultScope: null };
  expect(
    identityRules.kinds.filter(({ kind }) => ['member_number', 'phone', 'email', 'cookie'].includes(kind)),
  ).toEqual([
    {
      ...plain,
      kind: 'member_number',
      normaliser: 'TRIM',
      strength: 'STRONG',
      priority: 10,
      exclusive: true,
      scoped: true,
      defaultScope: 'brand',
    },
    { ...plain, kind: 'phone', normaliser: 'PHONE', strength: 'STRONG', priority: 30, sharedAbove: 2, scoped: false },
    {
      ...plain,
      kind: 'email',
      normaliser: 'EMAIL',
      strength: 'STRONG',
      priority: 40,
      maxPerCustomer: 2,
      window: 'P1Y',
      scoped: false,
    },
    { ...plain, kind: 'cookie', normaliser: 'NONE', strength: 'WEAK', priority: 90, scoped: false },
  ]);
});
