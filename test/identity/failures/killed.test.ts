import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Query } from '../../../src/platform/neo4j/database.ts';
import { runCli, startCli } from '../../cli/run-cli.ts';
import { useDatabase, wipe } from '../../support/database.ts';
import { createTestIngest, dumpCustomers } from '../../support/intake.ts';
import { order, record } from '../people.ts';

/** A merge that stops half way has left people whose orders are here and whose figures are there. */
const database = useDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customer-graph-killed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const PAIRS = 40;
const numbers = [...Array(PAIRS).keys()];
const side = (name: string, number: number) => [
  record(`${name}|${number}`, 1, [['tmall_id', `${name}${number}`]], `${name} ${number}`, { tags: [name] }),
  order(`${name}|${number}-1`, 2, [['tmall_id', `${name}${number}`]], '10.00'),
  order(`${name}|${number}-2`, 3, `${name}|${number}`, '5.00'),
];
const apart = numbers.flatMap((number) => [...side('a', number), ...side('b', number)]);
const bridges = numbers.map((number) =>
  order(`c|${number}`, 4, [
    ['tmall_id', `a${number}`],
    ['tmall_id', `b${number}`],
    ['device_id', 'tablet'],
  ]),
);
// Whoever creates the same device waits until it is known whether this one stays.
const occupy: Query = { name: 'test.occupy', text: 'CREATE (:Device {deviceId: $deviceId})' };
const transactions: Query = {
  name: 'test.transactions',
  text: `SHOW TRANSACTIONS YIELD metaData, currentQuery, status WHERE metaData.query = 'intake.loadBatch'
RETURN currentQuery AS statement, status`,
};
const running = () => database.read<{ statement: string; status: string }>(transactions);

/** Stops whoever creates a device where it comes to that, while `work` looks on. */
async function whileOccupied(deviceId: string, work: () => Promise<void>) {
  const free = new Error('nothing of it stays');
  const occupied = database.writeTransaction('test.occupy', async (transaction) => {
    await transaction.run(occupy, { deviceId });
    await work();
    throw free;
  });
  await expect(occupied).rejects.toBe(free);
}

it('a process killed in the middle of a merge leaves nothing of it, and run again ends where it would have', async () => {
  const { service } = createTestIngest(database);
  await service.ingest([...apart, ...bridges]);
  const merged = (await dumpCustomers(database)).map(({ id, ...rest }) => rest);
  await wipe(database);
  await service.ingest(apart);
  const before = await dumpCustomers(database);

  const file = join(folder, 'bridges.ndjson');
  await writeFile(file, bridges.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const importing = startCli(folder, 'import', file);
  // Devices are written after the customers are merged, in the same transaction.
  await whileOccupied('tablet', async () => {
    for (let stopped = false; !stopped; await wait(20))
      stopped = (await running()).some(
        ({ statement, status }) => statement.startsWith('/* identity.useDevices */') && status.startsWith('Blocked'),
      );
    importing.process.kill('SIGKILL');
    await once(importing.process, 'close');
  });
  while ((await running()).length > 0) await wait(20);
  expect(await dumpCustomers(database)).toEqual(before);

  expect(await runCli(folder, 'import', file)).toMatchObject({ code: 0 });
  const after = await dumpCustomers(database);
  expect(after.map(({ id, ...rest }) => rest)).toEqual(merged);
  const known = new Set(before.map(({ id }) => id));
  expect(after.filter(({ id }) => !known.has(id))).toEqual([]);
  expect(after).toHaveLength(PAIRS);
  expect(after[0]).toMatchObject({ purchaseCount: 5, totalSpentMinor: 4000, tags: ['a', 'b'] });
});
