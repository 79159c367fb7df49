import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest, type DumpedCustomer, dumpCustomers } from '../support/intake.ts';
import { runCli, startCli } from './run-cli.ts';

const database = useDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customer-graph-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => wipe(database));

const phone = (number: number) => `138${String(10_000_000 + number)}`;
const customer = (number: number) => ({
  customer: {
    source: 'crm',
    recordId: `c${number}`,
    observedAt: '2026-06-01T10:00:00Z',
    identifiers: [{ kind: 'phone', value: phone(number) }],
  },
});
const order = (number: number, more: object = {}) => ({
  order: {
    source: 'pos',
    number: `o${number}`,
    placedAt: '2026-06-02T10:00:00Z',
    currency: 'CNY',
    customer: { identifiers: [{ kind: 'phone', value: phone(number % 700) }] },
    lines: [{ sku: `p${number % 10}`, quantity: 1, unitPrice: '10.00' }],
    ...more,
  },
});
const fileOf = async (name: string, records: readonly unknown[]) => {
  const path = join(folder, name);
  await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return path;
};
const withoutIds = (all: DumpedCustomer[]) => all.map(({ id: _, ...rest }) => rest);

describe('customer-graph import', () => {
  it('keeps the good lines, writes the bad ones to a file that can be corrected, and says so', async () => {
    const bad = order(2, { currency: 'XXX' });
    const file = await fileOf('some.ndjson', [customer(1), bad, order(1)]);
    const first = await runCli(folder, 'import', file);
    expect(first.code).toBe(2);
    expect(first.out.split('\n').slice(0, -1)).toEqual([
      `${file}: 3 records: 2 created, 0 updated, 0 unchanged, 1 rejected.`,
      'Customers: 1 created, 0 merged.',
      expect.stringMatching(/^\d+ doubtful:$/),
      expect.stringMatching(/^ {2}line 3: UNKNOWN_/),
      'Rejected:',
      expect.stringMatching(/^ {2}line 2: UNKNOWN_CURRENCY at order\.currency: /),
      `These lines are in ${file}.rejects.ndjson, all reasons in ${file}.rejects.log. Correct them and import that file.`,
    ]);
    expect(await readFile(`${file}.rejects.ndjson`, 'utf8')).toBe(`${JSON.stringify(bad)}\n`);
    expect(await readFile(`${file}.rejects.log`, 'utf8')).toMatch(/^line 2: UNKNOWN_CURRENCY at order.currency: /);

    await writeFile(`${file}.rejects.ndjson`, `${JSON.stringify(order(2))}\n`);
    const corrected = await runCli(folder, 'import', `${file}.rejects.ndjson`);
    expect(corrected).toMatchObject({ code: 0, out: expect.stringContaining('1 records: 1 created') });
    expect((await dumpCustomers(database)).map(({ orders }) => orders)).toEqual([['pos|o1'], ['pos|o2']]);
  });

  it('is not begun with words that it does not know', async () => {
    const file = await fileOf('unread.ndjson', [customer(1)]);
    expect(await runCli(folder, 'import', file, '--reject', 'no.ndjson')).toEqual({
      code: 64,
      out: '',
      err: "customer-graph: unknown option '--reject'\n(Did you mean --rejects?)\nWhat there is: customer-graph import --help\n",
    });
    expect(await dumpCustomers(database)).toEqual([]);
  });

  it('refuses a file that is not there before anything is taken in', async () => {
    const file = await fileOf('there.ndjson', [customer(1)]);
    expect(await runCli(folder, 'import', file, join(folder, 'missing.ndjson'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('nothing was imported'),
    });
    expect(await dumpCustomers(database)).toEqual([]);
  });

  it('killed in the middle, interrupted and run again, ends in the same graph', async () => {
    const records = [...Array(700).keys()]
      .map(customer)
      .concat([...Array(25_000).keys()].map((number) => order(number)) as never[]);
    await createTestIngest(database).service.ingest(records.slice(0, 700));
    const { service } = createTestIngest(database);
    for (let from = 700; from < records.length; from += 5000) await service.ingest(records.slice(from, from + 5000));
    const expected = withoutIds(await dumpCustomers(database));
    await wipe(database);

    const file = await fileOf('killed.ndjson', records);
    const killed = startCli(folder, 'import', file);
    const committed = { name: 'test.committed', text: 'MATCH (o:Order) RETURN count(o) AS orders' };
    // The first batch is committed and the place noted.
    const noted = () => readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.json'));
    while (!noted()) await new Promise((wait) => setTimeout(wait, 20));
    while ((await database.read<{ orders: number }>(committed))[0]?.orders === 0)
      await new Promise((wait) => setTimeout(wait, 20));
    killed.process.kill('SIGKILL');
    await once(killed.process, 'close');
    const left = (await database.read<{ orders: number }>(committed))[0]?.orders ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(25_000);

    const interrupted = startCli(folder, 'import', file);
    interrupted.process.stderr?.once('data', () => interrupted.process.kill('SIGINT'));
    const { code, err } = await interrupted.ended;
    expect([code, err.split('\n').slice(1)]).toEqual([
      130,
      [
        `${file}: stopped. What was committed stays; the same command goes on where it stopped.`,
        'customer-graph: interrupted.',
        '',
      ],
    ]);

    const again = await runCli(folder, 'import', file);
    expect(again.code).toBe(0);
    expect(again.err).toMatch(/going on after line \d+\./);
    expect(withoutIds(await dumpCustomers(database))).toEqual(expected);
    expect(existsSync(`${file}.rejects.ndjson`)).toBe(false);
  });
});

describe('customer-graph query', () => {
  beforeEach(() => createTestIngest(database).service.ingest([customer(1), order(1), order(701), customer(2)]));

  it('prints a table with the canonical rule and the count', async () => {
    const { code, out, err } = await runCli(folder, 'query', 'purchases   count >= 2');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^purchases count >= 2\n1 customer\n/);
    expect(out).toMatch(/20\.00 +│ CNY/);
  });

  it('streams CSV and NDJSON', async () => {
    const csv = await runCli(folder, 'query', 'purchases', '--format', 'csv');
    expect(csv.out.split('\r\n')[0]).toBe(
      'id,displayName,city,purchaseCount,totalSpent.amount,totalSpent.currency,lastPurchaseAt,tags',
    );
    expect(csv.out.trimEnd().split('\r\n')).toHaveLength(2);
    const ndjson = await runCli(folder, 'query', 'not purchases', '--format', 'ndjson');
    expect(
      ndjson.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).purchaseCount),
    ).toEqual([0]);
    const chosen = await runCli(folder, 'query', 'purchases', '--format', 'ndjson', '--columns', '{ purchaseCount }');
    expect(chosen.out).toBe('{"purchaseCount":2}\n');
    const recorded = await database.read({
      name: 'test.exports',
      text: 'MATCH (node:Export) RETURN node.via AS via, node.format AS format, node.rows AS rows, node.outcome AS outcome ORDER BY node.startedAt',
    });
    expect(recorded).toEqual(
      ['CSV', 'NDJSON', 'NDJSON'].map((format) => ({ via: 'CLI', format, rows: 1, outcome: 'DONE' })),
    );
  });

  it('shows where a faulty rule is wrong', async () => {
    const { code, err } = await runCli(folder, 'query', 'purchaseCout >= 2');
    expect(code).toBe(1);
    expect(err).toContain('UNKNOWN_NAME');
    expect(err).toContain('purchaseCout >= 2\n^^^^^^^^^^^^');
  });
});
