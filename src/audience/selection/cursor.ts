import { DomainError } from '../../platform/errors.ts';
import { parseInstant } from '../../platform/time.ts';
import type { Ordering, SortTerm } from './ordering.ts';

/** An element's place: one value per term of the ordering. Instants are RFC 3339 text in UTC, as exact as the graph keeps them. */
export type Position = readonly SortValue[];
export type SortValue = string | number | null;

const VERSION = 1;
const LONGEST = 4096;

/** The opaque cursor of a place in an ordering. */
export function encodeCursor(ordering: Ordering, position: Position): string {
  return Buffer.from(JSON.stringify([VERSION, ordering.signature, position]), 'utf8').toString('base64url');
}

/**
 * Reads a cursor back.
 * @throws DomainError INVALID_CURSOR when it is no cursor, or one of another list or order.
 */
export function decodeCursor(ordering: Ordering, argument: 'after' | 'before', cursor: string): Position {
  const content = readJson(cursor);
  if (!Array.isArray(content) || content.length !== 3 || content[0] !== VERSION)
    throw invalid(argument, 'is not a cursor');
  const [, signature, position] = content as [unknown, unknown, unknown];
  if (signature !== ordering.signature) throw invalid(argument, 'belongs to another list or order');
  if (!Array.isArray(position) || position.length !== ordering.terms.length) throw invalid(argument, 'is not a cursor');
  ordering.terms.forEach((term, index) => {
    if (!isValueOf(term, position[index])) throw invalid(argument, 'is not a cursor');
  });
  return position as Position;
}

function readJson(cursor: string): unknown {
  if (cursor.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function isValueOf(term: SortTerm, value: unknown): boolean {
  if (value === null) return term.nullable;
  if (term.type === 'integer') return Number.isSafeInteger(value);
  if (typeof value !== 'string') return false;
  return term.type === 'string' || (value.endsWith('Z') && parseInstant(value) !== null);
}

function invalid(argument: 'after' | 'before', why: string): DomainError {
  return new DomainError('INVALID_CURSOR', `The cursor given as ${argument} ${why}.`, { argument });
}
