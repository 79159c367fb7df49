import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase, wipe } from '../support/database.ts';
import { createTestIngest, dumpCustomers } from '../support/intake.ts';
import { customer, event, order, P1, P2, parts, survivorOf } from './evidence-records.ts';

const database = useDatabase();
const { service } = createTestIngest(database);
beforeEach(() => wipe(database));

describe('anonymous activity', () => {
  const device = (deviceId: string) => ({ device: { deviceId, platform: 'ios' } });

  it('stays with an anonymous customer while nobody known is on the device', async () => {
    await service.ingest([
      event('e1', {}, device('d')),
      event('e2', { cookie: 'c' }, device('d')),
      event('e3', { cookie: 'c' }),
    ]);
    expect(await dumpCustomers(database)).toMatchObject([
      { known: false, events: ['web|e1', 'web|e2', 'web|e3'], devices: ['d'] },
    ]);
  });

  it('goes to the one known customer on the device, and comes back to its own when a second one appears', async () => {
    await service.ingest([event('e1', {}, device('d'))]);
    const anonymous = (await dumpCustomers(database))[0]?.id as string;
    await service.ingest([customer('1', { phone: P1 }), event('e2', { phone: P1 }, device('d'))]);
    expect(parts(await dumpCustomers(database))).toEqual(['crm|1 web|e1 web|e2']);
    const known = (await dumpCustomers(database))[0]?.id;
    expect(await survivorOf(database, anonymous)).toBe(known);
    await service.ingest([event('e3', {}, device('d'))]);
    expect(parts(await dumpCustomers(database))).toEqual(['crm|1 web|e1 web|e2 web|e3']);

    await service.ingest([customer('2', { phone: P2, device_id: 'd' })]);
    const all = await dumpCustomers(database);
    expect(parts(all)).toEqual(['crm|1 web|e2', 'crm|2', 'web|e1 web|e3']);
    expect(all.find(({ known }) => !known)?.id).toBe(anonymous);
    expect(all.map(({ devices }) => devices)).toEqual([['d'], ['d'], ['d']]);

    await service.ingest([
      order('bridge', { phone: P1, email: 'x@y.cn' }),
      order('bridge2', { phone: P2, email: 'x@y.cn' }),
    ]);
    expect(parts(await dumpCustomers(database))).toEqual(['crm|1 crm|2 pos|bridge pos|bridge2 web|e1 web|e2 web|e3']);
  });

  it('never joins two known customers', async () => {
    await service.ingest([
      customer('1', { phone: P1, cookie: 'c' }),
      customer('2', { phone: P2, cookie: 'c' }),
      event('e', { cookie: 'c' }),
    ]);
    expect(parts(await dumpCustomers(database))).toEqual(['crm|1', 'crm|2', 'web|e']);
  });

  it('lets a record that was anonymous become known', async () => {
    await service.ingest([customer('1', { cookie: 'c' }), event('e', { cookie: 'c' })]);
    const anonymous = (await dumpCustomers(database))[0]?.id as string;
    await service.ingest([customer('1', { cookie: 'c', phone: P1 }, { observedAt: '2026-06-09T10:00:00Z' })]);
    const all = await dumpCustomers(database);
    expect(all).toMatchObject([{ known: true, records: ['crm|1'], events: ['web|e'] }]);
    expect(await survivorOf(database, anonymous)).toBe(all[0]?.id);
  });
});
