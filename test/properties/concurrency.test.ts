import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest, dumpCustomers } from '../support/intake.ts';
import { diceOf } from '../support/reference/dice.ts';
import { latestVersions } from '../support/reference/latest-versions.ts';
import type { CustomerFact, RecordJson } from '../support/reference/record-input.ts';
import { resolve } from '../support/reference/resolve.ts';
import { BLOCK, bridgingBlock, recordIdOf } from './bridging-records.ts';

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_122);
// CONCURRENCY_SECONDS goes on for so long; docs/testing.md. By default the clients send a few hundred records.
const seconds = Number(process.env.CONCURRENCY_SECONDS ?? 0);
const CLIENTS = 16;
const FEWEST_BLOCKS = 4;
const database = useDatabase();
const stamp = { actor: 'mei@brand.example', reason: 'she called us' };

/** No limits: what is one person is told by connections alone, which the reference can recount. */
const rules = {
  kinds: {
    phone: { normaliser: 'phone', scoped: false, strength: 'strong' },
    email: { normaliser: 'email', scoped: false, strength: 'strong' },
  },
};

const oddities: Query = {
  name: 'test.oddities',
  text: `
MATCH (fact:SourceRecord|Order)
WITH fact, COUNT { (:Customer)-[:HAS_RECORD|PLACED]->(fact) } AS owners
WHERE owners > 1
RETURN 'owners of ' + fact.key AS oddity
UNION ALL
MATCH (identifier:Identifier {strength: 'strong'})
WHERE COUNT { (identifier)-[:IDENTIFIES]->(:Customer) } <> 1
RETURN 'customers of ' + identifier.key AS oddity
UNION ALL
MATCH (identifier:Identifier)
WITH identifier.key AS key, count(*) AS times WHERE times > 1
RETURN 'identifiers ' + key AS oddity
UNION ALL
MATCH (customer:Customer)
WHERE NOT EXISTS { (customer)-[:HAS_RECORD|PLACED]->() }
RETURN 'nothing held by ' + customer.id AS oddity
UNION ALL
MATCH (merged:MergedCustomer)
WHERE NOT EXISTS { (merged)-[:MERGED_INTO*1..]->(:Customer) }
RETURN 'no survivor of ' + merged.id AS oddity`,
};

/** Everyone as the facts say, worked out anew by the reference; two records that somebody decided to be one's share a value. */
function recount(records: readonly RecordJson[], together: readonly (readonly [number, number])[]) {
  const ties = new Map<string, { kind: string; value: string }[]>();
  for (const [at, pair] of together.entries())
    for (const number of pair)
      ties.set(String(number), [...(ties.get(String(number)) ?? []), { kind: 'douyin_id', value: `decided-${at}` }]);
  const tied = records.map((record) =>
    'customer' in record
      ? {
          customer: {
            ...record.customer,
            identifiers: [...record.customer.identifiers, ...(ties.get(record.customer.recordId) ?? [])],
          },
        }
      : record,
  );
  return resolve(latestVersions(tied))
    .map(({ known, records, orders, identifiers }) => ({
      known,
      records,
      orders,
      identifiers: identifiers.map(({ key }) => key).filter((key) => !key.includes('decided-')),
      purchaseCount: orders.length,
      totalSpentMinor: orders.length * 1000,
    }))
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

describe(`${CLIENTS} clients at once (seed ${seed})`, () => {
  it('lose nothing, double nothing, and end where the facts say', { timeout: 400_000 + seconds * 5_000 }, async () => {
    await wipe(database);
    const { service, decisions } = createTestIngest(database, undefined, rules);
    const until = performance.now() + seconds * 1000;
    const sent = new Map<string, RecordJson>();
    const bySent = new Map<string, CustomerFact>();
    const together: [number, number][] = [];
    const total = { received: 0, created: 0, rejected: 0, told: 0 };
    // Blocks are finished by all once one has begun them, else orders would refer to records that never came.
    let begun = 0;
    let [calls, attempts] = [0, 0];
    const stopCounting = database.observe(({ name }) => {
      if (name === 'identity.rulesInForce') attempts++;
    });

    /** Sends every 16th record of each block, and some of those that others send as well, in small portions. */
    async function client(own: number): Promise<void> {
      const dice = diceOf(seed + own);
      for (let block = 0; block < FEWEST_BLOCKS || performance.now() < until || block <= begun; block++) {
        begun = Math.max(begun, block);
        const isOwn = (at: number) => at % CLIENTS === own || (at + own) % 9 === 0;
        const share = dice.shuffle(bridgingBlock(seed, block).filter((_, at) => isOwn(at)));
        while (share.length > 0) {
          const portion = share.splice(0, dice.number(1, 4));
          calls++;
          const { received, created, rejected } = await service.ingest(portion);
          total.received += received;
          total.created += created;
          total.rejected += rejected;
          total.told += portion.length;
          for (const record of portion) {
            sent.set(JSON.stringify(record), record);
            if ('customer' in record) bySent.set(record.customer.recordId, record.customer);
          }
        }
        if (own === 0) await decideOn(block);
      }
    }
    /** Of each block somebody decides that two records are one person's, while other clients still send. */
    async function decideOn(block: number): Promise<void> {
      const [one, other] = [block * BLOCK, block * BLOCK + CLIENTS];
      const found = [one, other].map((number) => bySent.get(String(number)));
      const isKnown = (record: CustomerFact) => record.identifiers.some(({ kind }) => kind !== 'device_id');
      if (!found.every((record) => record !== undefined) || !found.some(isKnown)) return;
      calls++;
      await decisions.keepTogether(recordIdOf(one), recordIdOf(other), stamp);
      together.push([one, other]);
    }

    await Promise.all(Array.from({ length: CLIENTS }, (_, own) => client(own)));
    stopCounting();
    if (seconds > 0)
      process.stdout.write(
        `${total.told} records (${sent.size} different) in ${calls} calls, ${together.length} decisions, ${attempts - calls} transactions tried again\n`,
      );
    expect(total).toEqual({ received: total.told, created: sent.size, rejected: 0, told: total.told });
    expect(sent.size).toBeGreaterThanOrEqual(FEWEST_BLOCKS * BLOCK);
    expect(together.length).toBeGreaterThanOrEqual(FEWEST_BLOCKS / 2);
    expect(await database.read(oddities)).toEqual([]);
    const held = (await dumpCustomers(database))
      .map(({ known, records, orders, identifiers, purchaseCount, totalSpentMinor }) => ({
        known,
        records,
        orders,
        identifiers,
        purchaseCount,
        totalSpentMinor,
      }))
      .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
    expect(held).toEqual(recount([...sent.values()], together));
  });
});
