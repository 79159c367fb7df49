import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isHeldOut } from '../../src/audience/segments/holdout.ts';
import type { RecordInput } from '../../src/platform/generated/schema-types.ts';
import { createCustomers } from '../selection/world.ts';
import { useApp } from '../support/app.ts';

const app = useApp();
const MANY = 1_200;

beforeAll(async () => {
  const order: RecordInput = {
    order: {
      source: 'pos',
      number: 'A-1',
      placedAt: '2026-06-17T12:00:00+08:00',
      currency: 'CNY',
      customer: { identifiers: [{ kind: 'phone', value: '13800138000' }] },
      lines: [{ sku: 'pole', quantity: 2, unitPrice: '199.50' }],
    },
  };
  const profile = { displayName: '林 "Yue", the first', address: { city: '上海' } };
  const identifiers = [{ kind: 'phone', value: '13800138000' }];
  const observedAt = '2026-06-17T12:00:00+08:00';
  const customer = { source: 'crm', recordId: '1', observedAt, identifiers, profile, tags: ['hiker', 'vip'] };
  await app.ingest({ customer }, order);
  const numbered = (at: number) => `cus_x${String(at).padStart(6, '0')}`;
  await createCustomers(
    app.database,
    Array.from({ length: MANY }, (_, at) => ({ id: numbered(at), city: 'Many', displayName: `=${at}` })),
  );
  await app.application.segments.save({ name: 'vips', rule: 'tags has "vip"' });
});

const ask = async (query: Record<string, string>, init: RequestInit = {}) =>
  fetch(`${await app.url()}/export?${new URLSearchParams(query)}`, init);
const post = async (body: unknown) =>
  fetch(`${await app.url()}/export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const linesOf = async (response: Response) => (await response.text()).trimEnd().split('\n');

interface Recorded {
  readonly outcome: string;
  readonly rows: number;
  readonly [field: string]: unknown;
}
async function recorded(fields = 'outcome rows'): Promise<Recorded[]> {
  const { exports } = await app.data<{ exports: { nodes: Recorded[] } }>(`{ exports { nodes { ${fields} } } }`);
  return exports.nodes;
}
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come about within twenty seconds.');
}
const forget = () =>
  app.database.write({ name: 'test.forget', text: 'MATCH (node) WHERE node:Export OR node:Broken DETACH DELETE node' });
afterEach(forget);

describe('a table', () => {
  it('is CSV by RFC 4180, safe to open in a spreadsheet', async () => {
    const columns =
      '{ name: displayName ... on Customer { city } totalSpent { amount currency } tags identifiers { kind value } orders(first: 1) { nodes { number } } lastSeenAt }';
    const response = await ask({ segment: 'vips', columns });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ]);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="exp_\w+\.csv"$/);
    expect(await response.text()).toBe(
      'name,city,totalSpent.amount,totalSpent.currency,tags,identifiers,orders.nodes,lastSeenAt\r\n' +
        '"林 ""Yue"", the first",上海,399.00,CNY,"hiker, vip","[{""kind"":""phone"",""value"":""+8613800138000""}]","[{""number"":""A-1""}]",2026-06-17T04:00:00.000Z\r\n',
    );
    const cells = async (more: Record<string, string>) =>
      await (await ask({ rule: 'id = "cus_x000007"', columns: '{ displayName }', ...more })).arrayBuffer();
    expect(Buffer.from(await cells({})).toString()).toBe("displayName\r\n'=7\r\n");
    expect(Buffer.from(await cells({ formulas: 'true' })).toString()).toBe('displayName\r\n=7\r\n');
    expect([...new Uint8Array(await cells({ bom: 'true' })).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('has its names also when nobody is in it', async () => {
    expect(await (await ask({ rule: 'tags has "nobody"' })).text()).toBe(
      'id,displayName,city,purchaseCount,totalSpent.amount,totalSpent.currency,lastPurchaseAt,tags\r\n',
    );
    expect(await recorded()).toEqual([{ outcome: 'DONE', rows: 0 }]);
  });
});

describe('lines of JSON', () => {
  it('hold every customer once, as the selection says, with few statements', async () => {
    const names: string[] = [];
    const stop = app.database.observe((query) => names.push(query.name));
    const filter = { city: { eq: 'Many' } };
    const lines = await linesOf(
      await post({ filter, format: 'ndjson', columns: '{ id lifecycleStage identifiers { value } }' }),
    );
    stop();
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      Array.from({ length: MANY }, (_, at) => ({
        id: `cus_x${String(at).padStart(6, '0')}`,
        lifecycleStage: 'WINDOW',
        identifiers: [],
      })),
    );
    const reads = names.filter((name) => !/^(?:exports|statistics)\./.test(name));
    expect([reads[0], new Set(reads.slice(1)).size, reads.length]).toEqual([
      'customers.stream',
      1,
      1 + Math.ceil(MANY / 250),
    ]);
  });

  it('are reckoned at one instant', async () => {
    const rule = 'purchases where (placedAt within 7 days)';
    expect(await linesOf(await ask({ rule, format: 'ndjson', columns: '{ lifecycleStage }' }))).toEqual([
      '{"lifecycleStage":"FIRST_TIME"}',
    ]);
    const later = {
      rule: 'tags has "vip"',
      format: 'ndjson',
      columns: '{ lifecycleStage }',
      asOf: '2028-01-01T00:00:00Z',
    };
    expect(await linesOf(await ask(later))).toEqual(['{"lifecycleStage":"LAPSED"}']);
  });
});

describe('an export of a rule with parameters, or of a segment with a holdout', () => {
  it('takes values as JSON, in a query string and in a body', async () => {
    const asked = { rule: 'tags has any $tags', format: 'ndjson', columns: '{ city }' };
    for (const response of [
      await ask({ ...asked, parameters: '{"tags": ["vip"]}' }),
      await post({ ...asked, parameters: { tags: ['vip'] } }),
    ])
      expect(await linesOf(response)).toEqual(['{"city":"上海"}']);
    await until(async () => (await recorded()).every(({ outcome }) => outcome === 'DONE'));
    expect(await recorded('rule withoutHoldout')).toEqual([
      { rule: 'tags has any ("vip")', withoutHoldout: false },
      { rule: 'tags has any ("vip")', withoutHoldout: false },
    ]);
  });

  it('leaves those alone whom the holdout names, unless it is told not to', async () => {
    const holdout = { percent: 25, seed: 'spring' };
    const saved = await app.application.segments.save({ name: 'many', rule: 'city = "Many"', holdout });
    const treated = Array.from({ length: MANY }, (_, at) => `cus_x${String(at).padStart(6, '0')}`).filter(
      (id) => !isHeldOut(holdout, id),
    );
    const idsOf = async (more: object) =>
      (await linesOf(await post({ segment: 'many', format: 'ndjson', columns: '{ id }', ...more }))).map(
        (line) => JSON.parse(line).id,
      );
    expect(treated.length).toBeLessThan(MANY);
    expect(await idsOf({})).toEqual(treated);
    expect((await idsOf({ includeHoldout: true })).length).toBe(MANY);
    await until(async () => (await recorded()).every(({ outcome }) => outcome === 'DONE'));
    const rows = await recorded('rows withoutHoldout');
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        { rows: MANY, withoutHoldout: false },
        { rows: treated.length, withoutHoldout: true },
      ]),
    );
    await app.application.segments.delete(saved.id);
  });
});

describe('what left the graph', () => {
  it('is remembered: who, when, which rule and columns, how many, how it ended', async () => {
    const response = await post({ segment: 'vips', format: 'ndjson', columns: '{\n  id\n}' });
    await response.text();
    await until(async () => (await recorded())[0]?.outcome === 'DONE');
    expect(
      await recorded('id actor via format rule segment { name } columns asOf startedAt finishedAt rows outcome error'),
    ).toEqual([
      {
        id: response.headers.get('x-export-id'),
        actor: 'anyone',
        via: 'HTTP',
        format: 'NDJSON',
        rule: 'tags has "vip"',
        segment: { name: 'vips' },
        columns: '{ id }',
        asOf: '2026-06-18T04:00:00.000Z',
        startedAt: '2026-06-18T04:00:00.000Z',
        finishedAt: '2026-06-18T04:00:00.000Z',
        rows: 1,
        outcome: 'DONE',
        error: null,
      },
    ]);
  });

  it('is LOST when nothing is heard of it any more', async () => {
    await app.application.exports.begin({
      actor: 'a',
      via: 'CLI',
      format: 'CSV',
      rule: 'purchases',
      segmentId: null,
      withoutHoldout: false,
      columns: '{ id }',
      asOf: app.clock.now(),
    });
    expect(await recorded()).toEqual([{ outcome: 'RUNNING', rows: 0 }]);
    app.clock.advance('PT6M');
    expect(await recorded()).toEqual([{ outcome: 'LOST', rows: 0 }]);
  });
});

describe('an export that goes wrong', () => {
  it.each([
    [{ rule: 'nonsense' }, 400, 'INVALID_RULE'],
    [{ segment: 'nobody saved this' }, 404, 'NOT_FOUND'],
    [{}, 400, 'BAD_USER_INPUT'],
    [{ rule: 'purchases', format: 'xml' }, 400, 'BAD_USER_INPUT'],
    [{ rule: 'purchases', colums: '{ id }' }, 400, 'BAD_USER_INPUT'],
    [{ rule: 'purchases', columns: '{ colour }' }, 400, 'BAD_USER_INPUT'],
    [{ rule: 'purchases', columns: 'id' }, 400, 'BAD_USER_INPUT'],
    [{ rule: 'purchases', columns: 'mutation { deleteSegment(id: "seg_1") }' }, 400, 'BAD_USER_INPUT'],
    [{ rule: 'purchases', columns: '{ id } { id }' }, 400, 'BAD_USER_INPUT'],
    [
      {
        rule: 'purchases',
        columns: `{ ${'orders(first: 250) { nodes { customer { '.repeat(4)} id ${'} } } '.repeat(4)} }`,
      },
      400,
      'BAD_USER_INPUT',
    ],
    [{ rule: 'purchases', asOf: 'yesterday' }, 400, 'BAD_USER_INPUT'],
    [{ rule: 'purchases', parameters: 'promotion' }, 400, 'BAD_USER_INPUT'],
    [{ rule: 'purchases where (promotion = $promotion)' }, 400, 'INVALID_RULE'],
    [{ segment: 'vips', parameters: '{}' }, 400, 'BAD_USER_INPUT'],
  ])('is refused before it begins: %j', async (query, status, code) => {
    for (const response of [await ask(query as Record<string, string>), await post(query)]) {
      expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([status, code]);
    }
    expect(await recorded()).toEqual([]);
  });

  it('is refused to pages of other sites', async () => {
    const response = await ask({ rule: 'purchases' }, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect([response.status, await recorded()]).toEqual([403, []]);
  });

  it('after rows were sent cuts the connection and is remembered', async () => {
    const text = "CREATE (:Customer:Broken {id: 'cus_x000999b', city: 'Many', tags: []})";
    await app.database.write({ name: 'test.break', text });
    const response = await ask({ rule: 'city = "Many"', format: 'ndjson', columns: '{ id }' });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    await until(async () => (await recorded())[0]?.outcome === 'FAILED');
    expect(await recorded('outcome rows error')).toEqual([
      {
        outcome: 'FAILED',
        rows: 1_000,
        error: expect.stringMatching(/^It failed unexpectedly: the log has more under \S+$/),
      },
    ]);
  });
});

describe('a reader', () => {
  it('who takes his time is waited for, and when he leaves it ends in the graph too', async () => {
    const more = 12_000;
    await app.database.write(
      {
        name: 'test.crowd',
        text: `UNWIND range(1, $more) AS number CREATE (:Customer:Broken {id: 'cus_y' + number, language: $text, city: 'Crowd',
          tags: [], known: true, purchaseCount: 0, totalSpentMinor: 0, createdAt: datetime(), updatedAt: datetime()})`,
      },
      { more, text: 'x'.repeat(2_000) },
    );
    const { hostname, port } = new URL(await app.url());
    const reader = connect({ host: hostname, port: Number(port) });
    const query = new URLSearchParams({ rule: 'city = "Crowd"', columns: '{ id language }' });
    reader.write(`GET /export?${query} HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`);
    await once(reader, 'data');
    reader.pause();
    const running = async () => {
      const text =
        "SHOW TRANSACTIONS YIELD currentQuery, metaData WHERE metaData.query = 'customers.stream' RETURN currentQuery";
      return (await app.database.read({ name: 'test.transactions', text })).length;
    };
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await running()).toBe(1);
    reader.destroy();
    await until(async () => (await running()) === 0);
    await until(async () => (await recorded())[0]?.outcome === 'CANCELLED');
    const [{ rows } = { rows: 0 }] = await recorded();
    expect(rows).toBeGreaterThan(0);
    // what is not wanted is not read: a socket's buffers hold some megabytes, all would be 24
    expect(rows).toBeLessThan(more * 0.9);
  });
});
