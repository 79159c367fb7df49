import { describe, expect, test } from 'vitest';
import type { Query } from '../../src/platform/neo4j/database.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

const echo: Query = { name: 'test.echo', text: 'RETURN $value AS value, valueType($value) AS type' };
const store: Query = { name: 'test.store', text: 'CREATE (node:Thing) SET node = $value RETURN node AS value' };

async function roundTrip(value: unknown): Promise<unknown> {
  const [row] = await database.read<{ value: unknown }>(echo, { value });
  return row?.value;
}

describe('values come back as they went', () => {
  test.each([
    ['an integer', 5],
    ['a negative integer', -7],
    ['the largest safe integer', Number.MAX_SAFE_INTEGER],
    ['the smallest safe integer', -Number.MAX_SAFE_INTEGER],
    ['a fraction', 0.25],
    ['text', '长城 😀 "quoted" \\ $x'],
    ['a boolean', false],
    ['null', null],
    ['an instant', new Date('2026-06-18T03:02:00.123Z')],
    ['an instant before 1970', new Date('1953-02-28T23:59:59.999Z')],
    ['a list', [1, 'two', null, [3, [4]]]],
    ['a map', { a: 1, b: { c: [new Date(0), { d: null }] }, e: [] }],
    ['a map with the keys of a driver type', { low: 1, high: 2, properties: { labels: ['x'] } }],
  ])('%s', async (_what, value) => {
    expect(await roundTrip(value)).toEqual(value);
  });

  test('a bigint within the safe integers comes back as a number', async () => {
    expect(await roundTrip(12345678901n)).toBe(12345678901);
  });

  test('undefined is null, also inside', async () => {
    expect(await roundTrip(undefined)).toBeNull();
    expect(await roundTrip({ a: undefined, b: [undefined] })).toEqual({ a: null, b: [null] });
  });
});

describe('types in the database', () => {
  test.each([
    [5, 'INTEGER NOT NULL'],
    [5.5, 'FLOAT NOT NULL'],
    [5n, 'INTEGER NOT NULL'],
    [new Date(0), 'ZONED DATETIME NOT NULL'],
    ['2026-06-18', 'STRING NOT NULL'],
    [null, 'NULL'],
  ])('%s is %s', async (value, type) => {
    const [row] = await database.read<{ type: string }>(echo, { value });
    expect(row?.type).toBe(type);
  });

  test('a Date equals the same instant written in Cypher, and its zone is Z', async () => {
    const query: Query = {
      name: 'test.instant',
      text: "RETURN $instant = datetime('2026-06-18T03:02:00.5Z') AS same, toString($instant) AS text",
    };
    expect(await database.read(query, { instant: new Date('2026-06-18T11:02:00.5+08:00') })).toEqual([
      { same: true, text: '2026-06-18T03:02:00.5Z' },
    ]);
  });

  test('integers can be used where Cypher wants no float', async () => {
    expect(
      await database.read({ name: 'test.limit', text: 'UNWIND [1, 2, 3] AS n RETURN n LIMIT $n' }, { n: 2 }),
    ).toEqual([{ n: 1 }, { n: 2 }]);
  });
});

test('results: dates as text, any zone as the instant, nodes and relationships as properties, paths as both', async () => {
  const query: Query = {
    name: 'test.results',
    text: `CREATE path = (a:Thing {id: 'a', at: datetime('2026-06-18T11:02:00[Asia/Shanghai]')})-[r:NEXT {n: 1}]->(b:Thing {id: 'b'})
      RETURN date('2026-06-18') AS day, datetime('2026-06-18T11:02:00.123456789+08:00') AS offset, a, r, path,
        localdatetime('2026-06-18T11:02:00') AS local, duration('P1M2D') AS duration, [date('2026-01-01')] AS days, {day: date('0099-01-01')} AS map`,
  };
  const at = new Date('2026-06-18T03:02:00Z');
  expect(await database.write(query)).toEqual([
    {
      day: '2026-06-18',
      offset: new Date('2026-06-18T03:02:00.123Z'),
      a: { id: 'a', at },
      r: { n: 1 },
      path: { nodes: [{ id: 'a', at }, { id: 'b' }], relationships: [{ n: 1 }] },
      local: '2026-06-18T11:02:00',
      duration: { months: 1, days: 2, seconds: 0, nanoseconds: 0 },
      days: ['2026-01-01'],
      map: { day: '0099-01-01' },
    },
  ]);
});

test('a node comes back as the properties it was given', async () => {
  const value = { id: 'x', count: 3, share: 0.5, at: new Date('2026-01-01T00:00:00Z'), tags: ['a', 'b'] };
  expect(await database.write(store, { value })).toEqual([{ value }]);
});

describe('integers that a number cannot hold are refused, and nothing is written', () => {
  test.each([
    ['a number', 2 ** 53],
    ['a number inside', { list: [{ n: -(2 ** 53) }] }],
  ])('as a parameter: %s', async (_what, value) => {
    await expect(database.write(store, { value: { value } })).rejects.toMatchObject({ code: 'UNSAFE_INTEGER' });
  });

  test('as a result', async () => {
    const reading = database.read({ name: 'test.big', text: 'RETURN [9007199254740992] AS n' });
    await expect(reading).rejects.toThrow(RangeError);
    await expect(reading).rejects.toMatchObject({ code: 'UNSAFE_INTEGER' });
  });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, new Date(Number.NaN), () => 1, Symbol('x')])(
  'what has no place in the graph is refused: %s',
  async (value) => {
    await expect(database.read(echo, { value })).rejects.toThrow(TypeError);
  },
);

test('a batch of 5,000 rows of 20 fields crosses the edge whole', async () => {
  const row = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`field${n}`, n % 2 ? n : `text ${n}`]));
  const rows = Array.from({ length: 5000 }, (_, id) => ({ ...row, id }));
  const query: Query = { name: 'test.batch', text: 'UNWIND $rows AS row RETURN row' };
  const answer = await database.read(query, { rows });
  expect(answer).toHaveLength(5000);
  expect(answer[4999]).toEqual({ row: { ...row, id: 4999 } });
});
