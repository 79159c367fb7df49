import { beforeEach, describe, expect, it } from 'vitest';
import {
  createPerformanceService,
  type PerformanceRefresh,
} from '../../src/catalogue/performance/performance.service.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { useDatabase, wipe } from '../support/database.ts';
import { fixture, observed } from './observed.ts';

const database = useDatabase();
const clock = fixedClock('2026-06-18T04:00:00.000Z');
const service = createPerformanceService({
  database,
  clock,
  timeZone: 'Asia/Shanghai',
  performance: { window: 'P90D', share: 0.25 },
});

async function sell(
  storeCode: string,
  staffCode: string,
  netMinor: number,
  placedAt = '2026-06-10T00:00:00Z',
): Promise<void> {
  const text = `CREATE (:Order {key: randomUUID(), storeCode: $storeCode, staffCode: $staffCode, netMinor: $netMinor,
  placedAt: datetime($placedAt), isPurchase: true})`;
  await database.write(fixture(text), { storeCode, staffCode, netMinor, placedAt });
}

/** {code: [revenue, band]} of all stores, or all staff. */
async function figures(label: 'Store' | 'Staff'): Promise<Record<string, unknown>> {
  const text = `MATCH (n:${label}) RETURN n.code AS code, n.revenueMinor AS revenue, n.performance AS band ORDER BY code`;
  const rows = await database.read(fixture(text));
  return Object.fromEntries(rows.map((row) => [row.code, [row.revenue, row.band]]));
}

async function countedAt(): Promise<unknown> {
  const rows = await database.read(fixture('MATCH (state:PerformanceCount) RETURN state.countedAt AS at'));
  return rows.map((row) => row.at);
}

const nothing: PerformanceRefresh = { full: false, storeCodes: [], staffCodes: [] };

beforeEach(async () => {
  await wipe(database);
  clock.set('2026-06-18T04:00:00.000Z');
  await database.write(
    fixture(`
UNWIND ['m-1', 'm-2', 'm-3'] AS code CREATE (:Store {code: code, format: 'mall'})
WITH count(*) AS done
CREATE (:Store {code: 'f-1', format: 'flagship'}), (:Store {code: 'x-1'}), (:Store {code: 'x-2'})
WITH 1 AS done
UNWIND [['s-1', 'm-1'], ['s-2', 'm-2'], ['s-3', 'f-1'], ['s-4', 'x-1'], ['s-5', 'x-2']] AS row
MATCH (store:Store {code: row[1]})
CREATE (:Staff {code: row[0]})-[:WORKS_AT]->(store)
WITH count(*) AS done
CREATE (:Staff {code: 's-6'}), (:Staff {code: 's-7'})`),
  );
  await sell('m-1', 's-1', 100);
  await sell('m-2', 's-2', 200);
  await sell('m-3', 's-6', 300);
  await sell('f-1', 's-3', 10_000);
  await sell('x-1', 's-4', 5);
});

describe('the first count', () => {
  it('ranks stores with their format, staff with the format of their store, each in few statements', async () => {
    const { result, statements } = await observed(database, () => service.refreshPerformance());
    expect(result).toEqual({
      full: true,
      storeCodes: ['m-1', 'm-2', 'm-3', 'x-1', 'x-2'],
      staffCodes: ['s-1', 's-2', 's-4', 's-5', 's-6', 's-7'],
    });
    expect(await figures('Store')).toEqual({
      'f-1': [10_000, null],
      'm-1': [100, 'LOW'],
      'm-2': [200, 'MEDIUM'],
      'm-3': [300, 'HIGH'],
      'x-1': [5, 'HIGH'],
      'x-2': [0, 'LOW'],
    });
    expect(await figures('Staff')).toEqual({
      's-1': [100, 'LOW'],
      's-2': [200, 'HIGH'],
      's-3': [10_000, null],
      's-4': [5, 'HIGH'],
      's-5': [0, 'LOW'],
      's-6': [300, 'HIGH'],
      's-7': [0, 'LOW'],
    });
    expect(statements).toEqual([
      'performance.countAll',
      'performance.stores.saveBands',
      'performance.staff.saveBands',
      'performance.saveState',
      'changes.trace',
    ]);
    expect(await countedAt()).toEqual([clock.now()]);
  });

  it('happens whatever was touched', async () => {
    expect(await service.refreshPerformance({ storeCodes: [], staffCodes: [] })).toMatchObject({ full: true });
    expect(await figures('Store')).toMatchObject({ 'm-1': [100, 'LOW'], 'm-3': [300, 'HIGH'] });
  });
});

describe('the revenue that counts', () => {
  it('is that of purchases in the last 90 days, up to now', async () => {
    await sell('x-2', 's-5', 1, '2026-03-20T04:00:00.000Z');
    await sell('x-2', 's-5', 20, '2026-03-20T04:00:00.001Z');
    await sell('x-2', 's-5', 300, '2026-06-18T04:00:00.000Z');
    await sell('x-2', 's-5', 4000, '2026-06-18T04:00:00.001Z');
    await database.write(fixture("MATCH (o:Order {storeCode: 'x-1'}) SET o.isPurchase = false"));
    await service.refreshPerformance();
    expect(await figures('Store')).toMatchObject({ 'x-1': [0, 'LOW'], 'x-2': [320, 'HIGH'] });
    expect(await figures('Staff')).toMatchObject({ 's-4': [0, 'LOW'], 's-5': [320, 'HIGH'] });
  });
});

describe('a count after an intake', () => {
  beforeEach(async () => {
    await service.refreshPerformance();
  });

  it('counts the touched stores only, and ranks their peers', async () => {
    await sell('m-1', 's-1', 150);
    await sell('x-2', 's-5', 7);
    const { result, statements } = await observed(database, () =>
      service.refreshPerformance({ storeCodes: ['m-1', 'm-1'], staffCodes: ['s-1'] }),
    );
    expect(result).toEqual({ full: false, storeCodes: ['m-1', 'm-2'], staffCodes: ['s-1', 's-2'] });
    expect(await figures('Store')).toMatchObject({
      'm-1': [250, 'MEDIUM'],
      'm-2': [200, 'LOW'],
      'm-3': [300, 'HIGH'],
      'x-1': [5, 'HIGH'],
      'x-2': [0, 'LOW'],
    });
    expect(await figures('Staff')).toMatchObject({ 's-1': [250, 'HIGH'], 's-2': [200, 'LOW'], 's-5': [0, 'LOW'] });
    expect(statements).toEqual([
      'performance.count',
      'performance.stores.saveBands',
      'performance.staff.saveBands',
      'changes.trace',
    ]);
  });

  it('writes no band when the ranking stays as it is', async () => {
    await sell('m-3', 's-6', 1);
    const { result, statements } = await observed(database, () => service.refreshPerformance({ storeCodes: ['m-3'] }));
    expect(result).toEqual(nothing);
    expect(statements).toEqual(['performance.count']);
    expect(await figures('Store')).toMatchObject({ 'm-3': [301, 'HIGH'] });
  });

  it('stops where the revenue stays as it is', async () => {
    const { result, statements } = await observed(database, () =>
      service.refreshPerformance({ storeCodes: ['m-1', 'gone'], staffCodes: ['s-1', 'gone'] }),
    );
    expect(result).toEqual(nothing);
    expect(statements).toEqual(['performance.count']);
  });

  it('writes nothing when nothing was touched', async () => {
    const { result, statements } = await observed(database, () =>
      service.refreshPerformance({ storeCodes: [], staffCodes: [] }),
    );
    expect(result).toEqual(nothing);
    expect(statements).toEqual(['performance.readState']);
  });

  it('ranks the peers that a store leaves and those it joins, and those of its staff', async () => {
    await database.write(fixture("MATCH (s:Store {code: 'm-1'}) SET s.format = 'flagship'"));
    const refreshed = await service.refreshPerformance({ storeCodes: ['m-1'], staffCodes: [] });
    expect(refreshed).toEqual({ full: false, storeCodes: ['f-1', 'm-2'], staffCodes: ['s-2', 's-3'] });
    expect(await figures('Store')).toMatchObject({
      'f-1': [10_000, 'HIGH'],
      'm-1': [100, 'LOW'],
      'm-2': [200, 'LOW'],
      'm-3': [300, 'HIGH'],
    });
    expect(await figures('Staff')).toMatchObject({ 's-1': [100, 'LOW'], 's-2': [200, null], 's-3': [10_000, 'HIGH'] });
  });

  it('ranks a member of staff among the new peers after a move', async () => {
    await database.write(
      fixture(`MATCH (staff:Staff {code: 's-7'}), (store:Store {code: 'm-3'}) CREATE (staff)-[:WORKS_AT]->(store)`),
    );
    expect(await service.refreshPerformance({ staffCodes: ['s-7'] })).toEqual({
      full: false,
      storeCodes: [],
      staffCodes: ['s-1', 's-6'],
    });
    expect(await figures('Staff')).toMatchObject({ 's-1': [100, 'MEDIUM'], 's-6': [300, null], 's-7': [0, 'LOW'] });
  });

  it('counts everything when the last full count is more than an hour old', async () => {
    await sell('x-2', 's-5', 7);
    clock.advance('PT1H');
    expect(await service.refreshPerformance({ storeCodes: [] })).toEqual(nothing);
    clock.advance('PT0.001S');
    expect(await service.refreshPerformance({ storeCodes: [] })).toEqual({
      full: true,
      storeCodes: ['x-1', 'x-2'],
      staffCodes: ['s-4', 's-5'],
    });
    expect(await countedAt()).toEqual([new Date('2026-06-18T05:00:00.001Z')]);
  });

  it('lets time alone take revenue away', async () => {
    clock.set('2026-10-01T00:00:00Z');
    await service.refreshPerformance({ storeCodes: [] });
    expect(await figures('Store')).toMatchObject({ 'f-1': [0, null], 'm-1': [0, 'MEDIUM'], 'm-3': [0, 'MEDIUM'] });
  });

  it('does not rely on a count that was made in the future', async () => {
    clock.set('2026-06-18T03:59:00Z');
    expect(await service.refreshPerformance({ storeCodes: [] })).toMatchObject({ full: true });
  });

  it('gives the same bands when many are refreshed at once', async () => {
    await Promise.all(
      [11, 12, 13, 14, 15, 16].map(async (amount, index) => {
        const storeCode = `m-${(index % 3) + 1}`;
        await sell(storeCode, 's-1', amount);
        await service.refreshPerformance({ storeCodes: [storeCode], staffCodes: ['s-1'] });
      }),
    );
    expect(await figures('Store')).toMatchObject({ 'm-1': [125, 'LOW'], 'm-2': [227, 'MEDIUM'], 'm-3': [329, 'HIGH'] });
    expect(await figures('Staff')).toMatchObject({ 's-1': [181, 'LOW'], 's-2': [200, 'HIGH'] });
    expect(await countedAt()).toHaveLength(1);
  });
});
