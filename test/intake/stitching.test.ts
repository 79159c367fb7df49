import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest, type DumpedCustomer, dumpCustomers } from '../support/intake.ts';
import { customer, event, order, P1, P2, parts, survivorOf } from './evidence-records.ts';

const database = useDatabase();
const { service, clock } = createTestIngest(database);
beforeEach(() => wipe(database));

describe('stitching by strong identifiers', () => {
  it('joins records, orders and events that share an identifier in one call', async () => {
    const report = await service.ingest([
      customer('1', { phone: P1, email: 'a@b.cn' }, { tags: ['hiker'] }),
      order('o1', { phone: `+86 ${P1}` }),
      event('e1', { email: 'A@b.cn' }),
      customer('2', { phone: P2 }),
    ]);
    expect(report).toMatchObject({
      received: 4,
      created: 4,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      customersCreated: 2,
      customersMerged: 0,
    });
    const all = await dumpCustomers(database);
    expect(parts(all)).toEqual(['crm|1 pos|o1 web|e1', 'crm|2']);
    expect(all.find(({ orders }) => orders.length === 1)).toMatchObject({
      known: true,
      purchaseCount: 1,
      totalSpentMinor: 10000,
      tags: ['hiker'],
      identifiers: ['email||a@b.cn', 'phone||+8613800138001'],
    });
  });

  it('merges two customers that a late record bridges: figures move, the older id stays, the other still answers', async () => {
    await service.ingest([customer('1', { phone: P1 }), order('o1', { phone: P1 })]);
    const [first] = await dumpCustomers(database);
    await service.ingest([
      customer('2', { email: 'a@b.cn' }),
      order('o2', { email: 'a@b.cn' }),
      event('e2', { email: 'a@b.cn', cookie: 'c2' }),
    ]);
    const second = (await dumpCustomers(database)).find(({ id }) => id !== first?.id) as DumpedCustomer;
    const report = await service.ingest([customer('3', { phone: P1, email: 'a@b.cn' })]);
    expect(report).toMatchObject({ created: 1, customersCreated: 0, customersMerged: 1 });
    expect(await dumpCustomers(database)).toEqual([
      expect.objectContaining({
        id: first?.id,
        purchaseCount: 2,
        totalSpentMinor: 20000,
        records: ['crm|1', 'crm|2', 'crm|3'],
        orders: ['pos|o1', 'pos|o2'],
        events: ['web|e2'],
        identifiers: ['cookie||c2', 'email||a@b.cn', 'phone||+8613800138001'],
      }),
    ]);
    expect(await survivorOf(database, second.id)).toBe(first?.id);
    const [tombstone] = await database.read(
      {
        name: 'test.tombstone',
        text: 'MATCH (m:MergedCustomer {id: $id}) RETURN m.cause AS cause, m.via AS via, m.because AS because',
      },
      { id: second.id },
    );
    expect(tombstone).toEqual({
      cause: 'SHARED_IDENTIFIER',
      via: 'email||a@b.cn',
      because: 'customer:crm|3',
    });
  });

  it('resolves chains of merges', async () => {
    const phones = ['13800138011', '13800138012', '13800138013', '13800138014'];
    for (const [position, phone] of phones.entries()) await service.ingest([customer(`c${position}`, { phone })]);
    const ids = (
      await database.read<{ id: string }>({
        name: 'test.ids',
        text: 'MATCH (c:Customer) RETURN c.id AS id ORDER BY id',
      })
    ).map(({ id }) => id);
    await service.ingest([
      order('b3', { phone: phones[3] as string, email: 'x@y.cn' }),
      order('b2', { phone: phones[2] as string, email: 'x@y.cn' }),
    ]);
    await service.ingest([order('b1', { phone: phones[1] as string, email: 'x@y.cn' })]);
    await service.ingest([order('b0', { phone: phones[0] as string, email: 'x@y.cn' })]);
    expect(await Promise.all(ids.slice(1).map((id) => survivorOf(database, id)))).toEqual([ids[0], ids[0], ids[0]]);
    expect(await dumpCustomers(database)).toHaveLength(1);
  });

  it('never links by junk or doubtful values, keeps the records, and says so', async () => {
    const report = await service.ingest([
      customer('1', { phone: '00000000000' }),
      customer('2', { phone: '00000000000', email: 'test@test.com' }),
      customer('3', { phone: '12345' }),
      order('o1', { phone: 'null' }),
    ]);
    expect(report).toMatchObject({ created: 4, rejected: 0, errors: [] });
    expect(report.warnings.filter(({ code }) => code !== 'UNKNOWN_PRODUCT')).toMatchObject([
      { index: 0, code: 'BLOCKED_IDENTIFIER', path: ['customer', 'identifiers', '0', 'value'] },
      { index: 1, code: 'BLOCKED_IDENTIFIER' },
      { index: 1, code: 'BLOCKED_IDENTIFIER', path: ['customer', 'identifiers', '1', 'value'] },
      { index: 2, code: 'DOUBTFUL_IDENTIFIER' },
      { index: 3, code: 'BLOCKED_IDENTIFIER', path: ['order', 'customer', 'identifiers', '0', 'value'] },
    ]);
    const all = await dumpCustomers(database);
    expect(parts(all)).toEqual(['crm|1', 'crm|2', 'crm|3']);
    expect(all.map(({ known }) => known)).toEqual([false, false, false]);
  });

  it('finds the customer of an order by source record, also when the record comes later', async () => {
    const byRecord = order('o1', {}, { customer: { record: { source: 'crm', recordId: '1' } } });
    await service.ingest([byRecord]);
    expect(await dumpCustomers(database)).toMatchObject([
      { known: false, orders: ['pos|o1'], records: ['crm|1'], purchaseCount: 1 },
    ]);
    await service.ingest([customer('1', { phone: P1 })]);
    expect(await dumpCustomers(database)).toMatchObject([
      { known: true, orders: ['pos|o1'], records: ['crm|1'], purchaseCount: 1 },
    ]);
  });

  it('keeps identifiers that a record stated once, whichever version comes first', async () => {
    const old = customer('1', { phone: P1 }, { profile: { displayName: 'Old' } });
    const recent = customer(
      '1',
      { phone: P2 },
      { observedAt: '2026-06-09T10:00:00Z', profile: { displayName: 'New' } },
    );
    for (const records of [
      [old, recent],
      [recent, old],
    ]) {
      await wipe(database);
      for (const record of records) await service.ingest([record]);
      expect(await dumpCustomers(database)).toMatchObject([
        { displayName: 'New', records: ['crm|1'], identifiers: ['phone||+8613800138001', 'phone||+8613800138002'] },
      ]);
    }
  });

  it('takes customers apart again when an order turns out to be somebody else’s', async () => {
    await service.ingest([customer('1', { phone: P1 }), customer('2', { phone: P2 })]);
    await service.ingest([order('o1', { phone: P1, email: 'x@y.cn' }), order('o2', { phone: P2, email: 'x@y.cn' })]);
    expect(parts(await dumpCustomers(database))).toEqual(['crm|1 crm|2 pos|o1 pos|o2']);
    const before = (await dumpCustomers(database))[0];
    clock.set('2026-07-02T00:00:00Z');
    const report = await service.ingest([order('o2', { phone: P2 }, { updatedAt: '2026-06-05T00:00:00Z' })]);
    expect(report).toMatchObject({ updated: 1, customersCreated: 1 });
    const after = await dumpCustomers(database);
    expect(parts(after)).toEqual(['crm|1 pos|o1', 'crm|2 pos|o2']);
    expect(
      after.map(({ purchaseCount, totalSpentMinor, identifiers }) => [purchaseCount, totalSpentMinor, identifiers]),
    ).toEqual([
      [1, 10000, ['email||x@y.cn', 'phone||+8613800138001']],
      [1, 10000, ['phone||+8613800138002']],
    ]);
    expect(after[0]?.id).toBe(before?.id);
  });
});

describe('sending again', () => {
  const records = [
    { store: { code: 's1', name: 'One', format: 'mall' } },
    { staff: { code: 'e1', name: 'Chen', store: 's1' } },
    {
      product: { sku: 'bag', name: 'Bag', category: ['Outdoor', 'Bags'], price: { amount: '99.50', currency: 'CNY' } },
    },
    customer('1', { phone: P1, cookie: 'c' }),
    order('o1', { phone: P1 }, { store: 's1', staff: 'e1' }),
    event('e1', { cookie: 'c' }, { store: 's1', sku: 'bag' }),
  ];
  const everything = async () => {
    const nodes = await database.read({
      name: 'test.nodes',
      text: 'MATCH (n) WHERE NOT n:Migration RETURN labels(n) AS labels, properties(n) AS node ORDER BY elementId(n)',
    });
    const edges = await database.read({
      name: 'test.edges',
      text: 'MATCH (a)-[r]->(b) RETURN elementId(a) AS a, type(r) AS type, properties(r) AS edge, elementId(b) AS b ORDER BY elementId(r)',
    });
    return { nodes, edges };
  };

  it('changes nothing', async () => {
    expect(await service.ingest(records)).toMatchObject({ created: 6, warnings: [] });
    const before = await everything();
    clock.set('2026-07-05T00:00:00Z');
    expect(await service.ingest(records)).toMatchObject({
      received: 6,
      created: 0,
      updated: 0,
      unchanged: 6,
      rejected: 0,
      customersCreated: 0,
    });
    expect(await everything()).toEqual(before);
  });

  it('replaces an order by its newer version, whole', async () => {
    await service.ingest(records);
    const newer = order(
      'o1',
      { phone: P1 },
      { updatedAt: '2026-06-04T00:00:00Z', status: 'PARTIALLY_REFUNDED', refunded: '30.00', store: 's2' },
    );
    expect(await service.ingest([newer])).toMatchObject({
      updated: 1,
      warnings: [{ code: 'UNKNOWN_STORE', path: ['order', 'store'] }],
    });
    expect(await service.ingest(records)).toMatchObject({ unchanged: 6 });
    const [stored] = await database.read({
      name: 'test.order',
      text: `MATCH (o:Order {key: 'pos|o1'}) RETURN o.status AS status, o.netMinor AS net, COLLECT { MATCH (o)-[:AT]->(s) RETURN s.code } AS stores,
        COLLECT { MATCH (o)-[:SOLD_BY]->(s) RETURN s.code } AS staff, COUNT { (o)-[:CONTAINS]->() } AS lines`,
    });
    expect(stored).toEqual({ status: 'PARTIALLY_REFUNDED', net: 7000, stores: ['s2'], staff: [], lines: 1 });
    expect(await dumpCustomers(database)).toMatchObject([{ purchaseCount: 1, totalSpentMinor: 7000 }]);
  });
});
