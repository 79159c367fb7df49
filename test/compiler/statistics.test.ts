import { beforeAll, describe, expect, it } from 'vitest';
import { createStatisticsService, defaultStatistics } from '../../src/audience/compiler/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { useDatabase } from '../support/database.ts';
import { createFixture } from './fixture.ts';

const database = useDatabase();
beforeAll(() => createFixture(database));

const clock = fixedClock('2026-07-01T00:00:00Z');

describe('statistics of the graph', () => {
  it('count the objects and the values, and what leads to them', async () => {
    const { totals, values, weeks } = await createStatisticsService({ database, clock }).refresh();
    expect(totals).toEqual({
      customer: 7,
      order: 13,
      line: 15,
      event: 4,
      identifier: 5,
      device: 2,
      product: 3,
      store: 3,
      staff: 2,
    });
    const frequency = (property: string, value: string) => values.get(property)?.frequencies.get(value);
    expect(frequency('product.sku', 'poles')).toEqual({ objects: 1, links: 6 });
    expect(frequency('product.category', 'Gear')).toEqual({ objects: 1, links: 6 });
    expect(frequency('product.brand', 'Peak')).toEqual({ objects: 2, links: 14 });
    expect(frequency('store.performance', 'LOW')).toEqual({ objects: 1, links: 3 });
    expect(frequency('store.tags', 'outlet')).toEqual({ objects: 1, links: 3 });
    expect(frequency('staff.code', 'sam')).toEqual({ objects: 1, links: 2 });
    expect(frequency('order.promotion', '618')).toEqual({ objects: 2, links: 2 });
    expect(frequency('order.channel', 'jd')).toEqual({ objects: 7, links: 7 });
    expect(frequency('event.name', 'store_visit')).toEqual({ objects: 2, links: 2 });
    expect(frequency('customer.tags', 'vip')).toEqual({ objects: 2, links: 2 });
    expect(frequency('customer.purchaseCount', '1')).toEqual({ objects: 3, links: 3 });
    expect(values.get('product.sku')?.complete).toBe(true);
    const placed = weeks.get('order.placedAt') ?? new Map<number, number>();
    expect([...placed.values()].reduce((sum, count) => sum + count, 0)).toBe(13);
    expect([...(weeks.get('customer.lastPurchaseAt')?.values() ?? [])].reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  it('are at hand at once, and renewed behind the caller when they are stale', async () => {
    const statements: string[] = [];
    const stop = database.observe(({ name }) => statements.push(name));
    const service = createStatisticsService({ database, clock });
    expect(service.current()).toBe(defaultStatistics);
    await service.idle();
    const first = service.current();
    expect(first.totals.customer).toBe(7);
    const sent = statements.length;
    expect(service.current()).toBe(first);
    service.markStale();
    expect(service.current()).toBe(first);
    await service.idle();
    // it rests after each fetch, so that a stream of imports does not keep the database busy with counting
    expect(statements.length).toBe(sent);
    expect(new Set(statements).size).toBe(statements.length);
    stop();
  });

  it('stay as they are when they cannot be read, and say so', async () => {
    const errors: unknown[] = [];
    const failing = { ...database, read: () => Promise.reject(new Error('gone')) };
    const service = createStatisticsService({ database: failing, clock, onError: (error) => errors.push(error) });
    expect(service.current()).toBe(defaultStatistics);
    await service.idle();
    expect(errors).toEqual([new Error('gone')]);
    expect(service.current()).toBe(defaultStatistics);
  });
});
