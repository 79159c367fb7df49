import neo4j, { type DateTime, type Record as DriverRecord, type Path } from 'neo4j-driver';
import type { Row } from './database.ts';
import { UnsafeIntegerError } from './unsafe-integer-error.ts';

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** One driver record as a plain object. */
export function fromRecord(record: DriverRecord): Row {
  const row: Row = {};
  const keys = record.keys as string[];
  for (let index = 0; index < keys.length; index++) row[keys[index] as string] = fromValue(record.get(index));
  return row;
}

/**
 * A driver value as plain JavaScript: integers as number, ZONED DATETIME as Date, DATE as 'YYYY-MM-DD', nodes and
 * relationships as their properties, paths as {nodes, relationships}, durations as {months, days, seconds, nanoseconds};
 * other temporal values as ISO 8601 text.
 */
export function fromValue(value: unknown): unknown {
  if (typeof value === 'bigint') return fromInteger(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return fromList(value);
  if (Object.getPrototypeOf(value) === Object.prototype) return fromMap(value as Row);
  return fromDriverObject(value);
}

function fromInteger(value: bigint): number {
  if (value > LARGEST || value < -LARGEST) throw new UnsafeIntegerError(value);
  return Number(value);
}

/** In its place: a record is read once, and lists are most of what a large one holds. */
function fromList(list: unknown[]): unknown[] {
  for (let index = 0; index < list.length; index++) list[index] = fromValue(list[index]);
  return list;
}

function fromMap(map: Row): Row {
  const result: Row = {};
  for (const key of Object.keys(map)) result[key] = fromValue(map[key]);
  return result;
}

function fromDriverObject(value: object): unknown {
  if (neo4j.isDateTime(value)) return fromDateTime(value as unknown as DateTime<bigint>);
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return fromMap(value.properties);
  if (neo4j.isDate(value) || neo4j.isLocalDateTime(value) || neo4j.isLocalTime(value)) return value.toString();
  if (neo4j.isTime(value)) return value.toString();
  if (neo4j.isPath(value)) return fromPath(value);
  return fromMap(value as Row);
}

function fromDateTime(value: DateTime<bigint>): Date {
  if (value.timeZoneOffsetSeconds === undefined || value.timeZoneOffsetSeconds === null) return value.toStandardDate();
  const date = new Date(0);
  date.setUTCFullYear(Number(value.year), Number(value.month) - 1, Number(value.day));
  date.setUTCHours(
    Number(value.hour),
    Number(value.minute),
    Number(value.second) - Number(value.timeZoneOffsetSeconds),
    Number(value.nanosecond / 1_000_000n),
  );
  return date;
}

function fromPath(path: Path): Row {
  return {
    nodes: [path.start, ...path.segments.map((segment) => segment.end)].map(fromValue),
    relationships: path.segments.map((segment) => fromValue(segment.relationship)),
  };
}
