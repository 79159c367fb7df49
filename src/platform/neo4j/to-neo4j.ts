import neo4j from 'neo4j-driver';
import type { Parameters } from './database.ts';
import { UnsafeIntegerError } from './unsafe-integer-error.ts';

/** Parameters as the driver wants them: integers as bigint, instants as ZONED DATETIME in UTC, undefined as null. */
export function toParameters(parameters: Parameters): Record<string, unknown> {
  return toMap(parameters);
}

function toValue(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return value;
    case 'number':
      return toNumber(value);
    case 'undefined':
      return null;
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(toValue);
      if (value instanceof Date) return toDateTime(value);
      return toMap(value as Record<string, unknown>);
    default:
      throw new TypeError(`a ${typeof value} cannot be a parameter`);
  }
}

function toMap(map: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(map)) result[key] = toValue(map[key]);
  return result;
}

// A plain number would arrive as a float, so `LIMIT $n` would fail and 5 be stored as 5.0.
function toNumber(value: number): unknown {
  if (!Number.isInteger(value)) {
    if (Number.isFinite(value)) return value;
    throw new TypeError(`${value} cannot be a parameter`);
  }
  if (!Number.isSafeInteger(value)) throw new UnsafeIntegerError(value);
  return neo4j.int(value);
}

// Offset zero, not the zone "UTC": Neo4j compares the two as different values of the same instant.
function toDateTime(date: Date): unknown {
  if (Number.isNaN(date.getTime())) throw new TypeError('an invalid Date cannot be a parameter');
  return new neo4j.types.DateTime(
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    date.getUTCMilliseconds() * 1_000_000,
    0,
  );
}
