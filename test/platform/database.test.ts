import { describe, expect, test } from 'vitest';
import { connect } from '../../src/platform/neo4j/connect.ts';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { useDatabase, wipe, workerDatabase } from '../support/database.ts';

const database = useDatabase();

const create: Query = { name: 'test.create', text: 'CREATE (thing:Thing {id: $id}) RETURN thing.id AS id' };
const count: Query = { name: 'test.count', text: 'MATCH (thing:Thing) RETURN count(thing) AS count' };
// Counts to a number it cannot reach in a test's lifetime.
const endless: Query = {
  name: 'test.endless',
  text: 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a + b) AS count',
};
const running: Query = {
  name: 'test.running',
  text: 'SHOW TRANSACTIONS YIELD currentQuery, metaData, status WHERE metaData.query = $name RETURN currentQuery, metaData, status',
};

async function countThings(): Promise<unknown> {
  return (await database.read(count))[0]?.count;
}

async function runningQueries(name: string) {
  return database.read<{ currentQuery: string; metaData: unknown; status: string }>(running, { name });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('did not come about in 20 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('reading and writing', () => {
  test('whoever wrote reads what was written, whichever way', async () => {
    await wipe(database);
    for (let id = 1; id <= 20; id++) {
      await database.write(create, { id });
      expect(await countThings()).toBe(id);
    }
    await database.writeTransaction('test.two', async (transaction) => {
      await transaction.run(create, { id: 21 });
      await transaction.run(create, { id: 22 });
    });
    expect(await database.readTransaction('test.read', (transaction) => transaction.run(count))).toEqual([
      { count: 22 },
    ]);
  });

  test('all statements of a transaction or none', async () => {
    await wipe(database);
    const failing = database.writeTransaction('test.fails', async (transaction) => {
      await transaction.run(create, { id: 1 });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await countThings()).toBe(0);
  });

  test('a reading statement cannot write', async () => {
    await wipe(database);
    await expect(database.read(create, { id: 1 })).rejects.toMatchObject({
      code: 'Neo.ClientError.Statement.AccessMode',
    });
    expect(await countThings()).toBe(0);
  });

  test('a deadlock is tried again until both are through', async () => {
    await wipe(database);
    await database.write(create, { id: 'a' });
    await database.write(create, { id: 'b' });
    const lock: Query = { name: 'test.lock', text: 'MATCH (t:Thing {id: $id}) SET t.n = coalesce(t.n, 0) + 1' };
    const both = (first: string, second: string) =>
      database.writeTransaction('test.deadlock', async (transaction) => {
        await transaction.run(lock, { id: first });
        await new Promise((resolve) => setTimeout(resolve, 200));
        await transaction.run(lock, { id: second });
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect(await database.read({ name: 'test.n', text: 'MATCH (t:Thing) RETURN t.n AS n' })).toEqual([
      { n: 2 },
      { n: 2 },
    ]);
  });

  test('statements are announced with their parameters until one stops listening', async () => {
    const heard: unknown[] = [];
    const stop = database.observe((query, parameters) => heard.push([query.name, parameters]));
    await database.read(count);
    await database.readTransaction('test.read', (transaction) => transaction.run(count, { unused: 1 }));
    for await (const row of database.stream(count)) expect(row).toHaveProperty('count');
    stop();
    await database.read(count);
    expect(heard).toEqual([
      ['test.count', {}],
      ['test.count', { unused: 1 }],
      ['test.count', {}],
    ]);
  });

  test('the database knows each statement by its name', async () => {
    const abort = new AbortController();
    const reading = database.read(endless, {}, { signal: abort.signal });
    reading.catch(() => {});
    await until(async () => (await runningQueries('test.endless')).length === 1);
    const [transaction] = await runningQueries('test.endless');
    expect(transaction?.currentQuery).toBe(`/* test.endless */ ${endless.text}`);
    expect(transaction?.metaData).toEqual({ app: 'customer-graph', query: 'test.endless' });
    abort.abort();
    await expect(reading).rejects.toThrow();
  });
});

describe('failures', () => {
  test('a statement that takes too long is QUERY_TIMEOUT', async () => {
    for (const run of [
      () => database.read(endless, {}, { timeoutMs: 300 }),
      () => database.readTransaction('test.endless', (transaction) => transaction.run(endless), { timeoutMs: 300 }),
      () => drain(database.stream(endless, {}, { timeoutMs: 300 })),
    ]) {
      await expect(run()).rejects.toMatchObject({
        name: 'DomainError',
        code: 'QUERY_TIMEOUT',
        details: { query: 'test.endless' },
      });
    }
    await until(async () => (await runningQueries('test.endless')).length === 0);
  });

  test('a constraint that would be broken is CONFLICT, and nothing is written', async () => {
    const customer: Query = { name: 'test.customer', text: "UNWIND ['x', 'y', 'x'] AS id CREATE (:Customer {id: id})" };
    await expect(database.write(customer)).rejects.toMatchObject({ name: 'DomainError', code: 'CONFLICT' });
    expect(await database.read({ name: 'test.none', text: 'MATCH (c:Customer) RETURN c.id AS id' })).toEqual([]);
  });

  test('a database that is not there is SERVICE_UNAVAILABLE', async () => {
    const nowhere = connect({
      ...workerDatabase(),
      uri: 'bolt://127.0.0.1:1',
      database: 'neo4j',
      queryTimeoutMs: 1000,
    });
    const abort = AbortSignal.timeout(15_000);
    await expect(drain(nowhere.stream(count, {}, { signal: abort }))).rejects.toMatchObject({
      name: 'DomainError',
      code: 'SERVICE_UNAVAILABLE',
    });
    await nowhere.close();
  });

  test('a faulty statement comes as the driver throws it', async () => {
    const reading = database.read({ name: 'test.faulty', text: 'RETURN nothing' });
    await expect(reading).rejects.toMatchObject({ name: 'Neo4jError', code: 'Neo.ClientError.Statement.SyntaxError' });
  });
});

describe('aborting', () => {
  const ways = {
    read: (signal: AbortSignal) => database.read(endless, {}, { signal }),
    write: (signal: AbortSignal) => database.write(endless, {}, { signal }),
    readTransaction: (signal: AbortSignal) =>
      database.readTransaction('test.endless', (transaction) => transaction.run(endless), { signal }),
    stream: (signal: AbortSignal) => drain(database.stream(endless, {}, { signal })),
  };

  test.each(Object.entries(ways))('%s: the transaction ends in the database', async (_name, run) => {
    const abort = new AbortController();
    const work = run(abort.signal);
    work.catch(() => {});
    await until(async () => (await runningQueries('test.endless')).length === 1);
    const reason = new Error('nobody waits any more');
    abort.abort(reason);
    await expect(work).rejects.toBe(reason);
    await until(async () => (await runningQueries('test.endless')).length === 0);
  });

  test.each(Object.entries(ways))('%s: with a signal already given nothing is sent', async (_name, run) => {
    const heard: string[] = [];
    const stop = database.observe((query) => heard.push(query.name));
    await expect(run(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    stop();
    expect(heard).toEqual([]);
  });

  test('a call that ends well leaves no listener on its signal', async () => {
    const abort = new AbortController();
    await database.read(count, {}, { signal: abort.signal });
    await drain(database.stream(count, {}, { signal: abort.signal }));
    abort.abort();
    expect(await countThings()).toBeTypeOf('number');
  });

  test('aborting ends the wait for a retry', async () => {
    const nowhere = connect({
      ...workerDatabase(),
      uri: 'bolt://127.0.0.1:1',
      database: 'neo4j',
      queryTimeoutMs: 1000,
    });
    const startedAt = Date.now();
    await expect(nowhere.read(count, {}, { signal: AbortSignal.timeout(700) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    await nowhere.close();
  });
});

describe('streaming', () => {
  const numbers: Query = { name: 'test.numbers', text: 'UNWIND range(1, $n) AS n RETURN n' };

  test('gives every row in order', async () => {
    const rows = await drain(database.stream<{ n: number }>(numbers, { n: 25_000 }));
    expect(rows).toHaveLength(25_000);
    expect(rows.every((row, index) => row.n === index + 1)).toBe(true);
  });

  test('a slow reader holds the database back instead of filling memory', async () => {
    let seen = 0;
    const wide: Query = { name: 'test.wide', text: 'UNWIND range(1, $n) AS n RETURN n, toString(n) + $filler AS text' };
    const before = process.memoryUsage().heapUsed;
    for await (const _row of database.stream(wide, { n: 10_000_000, filler: 'x'.repeat(1000) })) {
      seen += 1;
      if (seen === 1) await new Promise((resolve) => setTimeout(resolve, 1500));
      if (seen === 3000) break;
    }
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150_000_000);
    await until(async () => (await runningQueries('test.wide')).length === 0);
  });

  test('one that is given up while it waits leaves a connection that serves others', async () => {
    for (const leave of ['signal first', 'reader first', 'reader only']) {
      const abort = new AbortController();
      const rows = database
        .stream<{ n: number }>(numbers, { n: 1_000_000 }, { signal: abort.signal })
        [Symbol.asyncIterator]();
      expect(await rows.next()).toEqual({ done: false, value: { n: 1 } });
      if (leave === 'signal first') abort.abort(new Error('gone'));
      const left = rows.return?.();
      if (leave === 'reader first') abort.abort(new Error('gone'));
      await left;
      await until(async () => (await runningQueries('test.numbers')).length === 0);
      await database.write(create, { id: 1 });
      await Promise.all(Array.from({ length: 5 }, countThings));
    }
  });
});

async function drain<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
