import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { useApp } from '../support/app.ts';
import { createTestIngest } from '../support/intake.ts';
import { runCli } from './run-cli.ts';

// the command has the real clock
const now = Date.now();
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
const app = useApp({ now: new Date(now).toISOString() });

const order = (person: number, days: number, store: string) => ({
  order: {
    ...{ source: 'pos', number: `${person}-${days}`, placedAt: daysAgo(days), currency: 'CNY', store },
    customer: { identifiers: [{ kind: 'phone', value: `1380013800${person}` }] },
    lines: ['pole', 'jacket'].map((sku) => ({ sku, quantity: 1, unitPrice: '100.00' })),
  },
});

const stored: Query = {
  name: 'test.refreshed',
  text: `CALL () { MATCH (model:ValueModel) RETURN count(model) AS models }
CALL () { MATCH (count:CoPurchaseCount) RETURN count(count) AS counts }
CALL () { MATCH (store:Store) WITH store ORDER BY store.code RETURN collect(store.code + ' ' + coalesce(store.performance, '-')) AS stores }
RETURN models, counts, stores`,
};

it('customer-graph refresh counts anew what is asked for, or everything', async () => {
  // taken in where nobody counts
  const { service } = createTestIngest(app.database);
  const stores = ['north', 'south'].map((code) => ({ store: { code, name: code, format: 'street' } }));
  const orders = [1, 2, 3, 4, 5].map((person) => order(person, 9, 'north'));
  expect(await service.ingest([...stores, ...orders, order(5, 2, 'south')])).toMatchObject({ rejected: 0 });
  await app.application.segments.save({ name: 'buyers', rule: 'purchases' });
  expect(await app.database.read(stored)).toEqual([{ models: 0, counts: 0, stores: ['north -', 'south -'] }]);

  const one = await runCli(tmpdir(), 'refresh', 'value');
  expect(one).toEqual({ code: 0, out: 'value: a model of 5 buyers, 1 of whom came back.\n', err: '' });
  expect(await app.database.read(stored)).toEqual([{ models: 1, counts: 0, stores: ['north -', 'south -'] }]);

  const all = await runCli(tmpdir(), 'refresh');
  expect(all).toEqual({
    code: 0,
    out: [
      'bands: 2 stores and 0 members of staff came into another band.\n',
      'value: a model of 5 buyers, 1 of whom came back.\n',
      'recommendations: 2 pairs of 2 products, bought by 5 customers.\n',
      'segments: 5 customers entered or left.\n',
    ].join(''),
    err: '',
  });
  expect(await app.database.read(stored)).toEqual([{ models: 1, counts: 1, stores: ['north HIGH', 'south LOW'] }]);
  app.clock.set(new Date());
  const { segment } = await app.data<{ segment: { memberships: { totalCount: number } } }>(
    '{ segment(name: "buyers") { memberships { totalCount } } }',
  );
  expect(segment.memberships.totalCount).toBe(5);
});
