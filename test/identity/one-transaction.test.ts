import { expect, it } from 'vitest';
import type { Database, Transaction } from '../../src/platform/neo4j/database.ts';
import { useDatabase, wipe } from '../support/database.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { createTestIngest, dumpCustomers } from '../support/intake.ts';
import { order, record } from './people.ts';

const database = useDatabase();
const stamp = { actor: 'mei@brand.example', reason: 'she called us' };
const phone = ['phone', '13800138001'] as const;
const id = (name: string) => ['tmall_id', name] as const;

/** The database, but that one of the statements of a writing transaction fails; tells how many were sent. */
function failingAt(number: number): { database: Database; sent: () => number } {
  let sent = 0;
  const counted = (transaction: Transaction): Transaction => {
    sent = 0;
    const step = () => {
      if (++sent === number) throw new Error('the power is gone');
    };
    return {
      run: async (query, parameters) => {
        step();
        return transaction.run(query, parameters);
      },
      runRows: async (query, rows, parameters) => {
        step();
        return transaction.runRows(query, rows, parameters);
      },
    };
  };
  return {
    sent: () => sent,
    database: {
      ...database,
      writeTransaction: (name, work, options) =>
        database.writeTransaction(name, (transaction) => work(counted(transaction)), options),
    },
  };
}

const told = async () =>
  (await dumpCustomers(database)).map(({ records, orders, displayName, tags, purchaseCount, totalSpentMinor }) => ({
    facts: [...records, ...orders].join(' '),
    displayName,
    tags,
    figures: [purchaseCount, totalSpentMinor],
  }));

it('a decision and all that follows from it, for both sides, are done together or not at all', async () => {
  await wipe(database);
  const { service, decisions } = createTestIngest(database);
  await service.ingest([
    record('crm|lin', 1, [phone, id('lin')], 'Lin', { tags: ['hiker'] }),
    record('crm|wang', 2, [phone, id('wang')], 'Wang', { tags: ['camper'] }),
    order('pos|1', 3, [id('lin')]),
    order('pos|2', 4, [id('wang')]),
    order('pos|3', 5, [id('wang')]),
  ]);
  const [whole] = await dumpCustomers(database);
  const before = await dumpGraph(database);
  const wang = [{ source: 'crm', recordId: 'wang' }];

  let statements = 0;
  for (let number = 1; ; number++) {
    const failing = failingAt(number);
    const split = createTestIngest(failing.database).decisions.split(whole?.id as string, wang, stamp);
    if (
      await split.then(
        () => true,
        () => false,
      )
    )
      break;
    expect(await dumpGraph(database)).toEqual(before);
    statements = failing.sent();
  }
  // Each of them failed once; among them are those that count figures and write golden records.
  expect(statements).toBeGreaterThan(10);
  expect(await told()).toEqual([
    { facts: 'crm|lin pos|1', displayName: 'Lin', tags: ['hiker'], figures: [1, 1000] },
    { facts: 'crm|wang pos|2 pos|3', displayName: 'Wang', tags: ['camper'], figures: [2, 2000] },
  ]);
  expect((await dumpCustomers(database))[0]?.id).toBe(whole?.id);
  await expect(decisions.split(whole?.id as string, wang, stamp)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
