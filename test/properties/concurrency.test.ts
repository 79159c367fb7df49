import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest, dumpCustomers } from '../support/intake.ts';
import { diceOf } from '../support/reference/dice.ts';

const seed = Number(process.env.PROPERTY_SEED ?? 20_261_122);
// CONCURRENCY_RECORDS makes it longer; docs/testing.md.
const count = Number(process.env.CONCURRENCY_RECORDS ?? 480);
const CLIENTS = 16;
const database = useDatabase();

/** Records whose identifiers bridge each other's customers: chains over phones, e-mails, openids and record references. */
function bridgingRecords(): object[] {
  const dice = diceOf(seed);
  const pool = Math.ceil(count / 6);
  const value = (kind: string) => ({ kind, value: spelled(kind, dice.number(0, pool - 1)) });
  const kinds = ['phone', 'email', 'wechat_openid', 'device_id'];
  return Array.from({ length: count }, (_, number) => {
    const identifiers = Array.from({ length: dice.number(1, 2) }, () => value(dice.pick(kinds)));
    const at = new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString();
    if (number % 2 === 0)
      return {
        customer: {
          source: 'crm',
          recordId: String(number),
          observedAt: at,
          identifiers,
          profile: { displayName: 'Lin' },
        },
      };
    const record = { source: 'crm', recordId: String(2 * dice.number(0, count / 2 - 1)) };
    const customer = dice.chance(0.33) ? { record } : { identifiers };
    return {
      order: {
        source: 'pos',
        number: String(number),
        placedAt: at,
        currency: 'CNY',
        customer,
        lines: [],
        total: '10.00',
      },
    };
  });
}

function spelled(kind: string, number: number): string {
  if (kind === 'phone') return `138${String(10_000_000 + number)}`;
  return kind === 'email' ? `person${number}@mail.example` : `${kind}-${number}`;
}

const oddities: Query = {
  name: 'test.oddities',
  text: `
MATCH (customer:Customer)
WITH customer, COUNT { (customer)-[:PLACED]->(:Order) } AS orders
WHERE customer.purchaseCount <> orders OR customer.totalSpentMinor <> orders * 1000
RETURN 'figures of ' + customer.id AS oddity
UNION ALL
MATCH (fact:SourceRecord|Order)
WITH fact, COUNT { (:Customer)-[:HAS_RECORD|PLACED]->(fact) } AS owners
WHERE owners > 1
RETURN 'owners of ' + fact.key AS oddity
UNION ALL
MATCH (identifier:Identifier {strength: 'strong'})
WHERE COUNT { (identifier)-[:IDENTIFIES]->(:Customer) } <> 1
RETURN 'customers of ' + identifier.key AS oddity
UNION ALL
MATCH (customer:Customer)
WHERE NOT EXISTS { (customer)-[:HAS_RECORD|PLACED]->() }
RETURN 'nothing held by ' + customer.id AS oddity`,
};

describe(`${CLIENTS} clients at once (seed ${seed})`, () => {
  it('lose nothing, double nothing, and end where one client would', { timeout: 60_000 + count * 250 }, async () => {
    await wipe(database);
    const dice = diceOf(seed + 1);
    const records = bridgingRecords();
    const { service } = createTestIngest(database);
    const clients = Array.from({ length: CLIENTS }, (_, client) =>
      dice.shuffle(records.filter((__, number) => number % CLIENTS === client || number % 7 === client % 7)),
    );
    const reports = await Promise.all(
      clients.map(async (own) => {
        const sent = [];
        for (let at = 0; at < own.length; ) {
          const portion = own.slice(at, at + 1 + ((at * 7) % 4));
          sent.push(await service.ingest(portion));
          at += portion.length;
        }
        return sent;
      }),
    );
    const all = reports.flat();
    const sum = (name: 'received' | 'created' | 'rejected') => all.reduce((total, report) => total + report[name], 0);
    expect(sum('received')).toBe(clients.reduce((total, own) => total + own.length, 0));
    expect(sum('rejected')).toBe(0);
    expect(sum('created')).toBe(records.length);
    expect(await database.read(oddities)).toEqual([]);

    const withoutIds = async () => (await dumpCustomers(database)).map(({ id, ...rest }) => rest);
    const together = await withoutIds();
    await wipe(database);
    await service.ingest(records);
    expect(together).toEqual(await withoutIds());
  });
});
