import { DomainError } from '../../platform/errors.ts';
import { parseInstant } from '../../platform/time.ts';

/** What entries of a timeline have in common: a kind, when it was, and a key by which those of one kind and instant are told apart. */
export interface TimelineEntry {
  readonly type: string;
  readonly at: Date;
  readonly key: string;
}

/** A place in a timeline: after an entry, newest first; of one instant by type, then key. */
export type Place = TimelineEntry;

/** One customer's part to be read: what comes after a place; null: from the newest on. */
export interface Wanted {
  readonly id: string;
  readonly after: Place | null;
}

/**
 * A kind of entries. A room that has its own adds one of these in `application.ts`, and its type to the schema.
 * `read` gives of each customer at most so many entries, newest first and then by key, in a fixed number of statements
 * however many customers are asked for; one list for each, in that order.
 */
export interface TimelineSource<Entry extends TimelineEntry = TimelineEntry> {
  readonly type: Entry['type'];
  read(wanted: readonly Wanted[], limit: number): Promise<readonly (readonly Entry[])[]>;
}

/** Newest first; of one instant by type, then key. */
export function compareEntries(one: TimelineEntry, other: TimelineEntry): number {
  const time = other.at.getTime() - one.at.getTime();
  if (time !== 0) return time;
  return compareTexts(one.type, other.type) || compareTexts(one.key, other.key);
}

const compareTexts = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);

/** Where entries of one type go on after a place: older than `at`, or of that instant with a key beyond `key`. */
export interface Bound {
  readonly at: Date | null;
  /** Null: none of that very instant. */
  readonly key: string | null;
}

/** What a place means for the entries of one type. */
export function boundOf(type: string, after: Place | null): Bound {
  if (after === null) return { at: null, key: null };
  if (type === after.type) return { at: after.at, key: after.key };
  return { at: after.at, key: type > after.type ? '' : null };
}

/** The same for entries that are at hand. */
export const comesAfter = (entry: TimelineEntry, after: Place | null) =>
  after === null || compareEntries(after, entry) < 0;

const VERSION = 'timeline-1';
const LONGEST = 4096;

/** The opaque cursor of an entry. */
export function encodePlace({ type, at, key }: TimelineEntry): string {
  return Buffer.from(JSON.stringify([VERSION, at.toISOString(), type, key]), 'utf8').toString('base64url');
}

/**
 * Reads a cursor back.
 * @throws DomainError INVALID_CURSOR
 */
export function decodePlace(cursor: string): Place {
  const [version, time, type, key] = readList(cursor);
  const at = typeof time === 'string' ? parseInstant(time) : null;
  if (version === VERSION && at !== null && typeof type === 'string' && typeof key === 'string')
    return { at, type, key };
  throw new DomainError('INVALID_CURSOR', 'The cursor given as after is not a cursor of a timeline.', {
    argument: 'after',
  });
}

function readList(cursor: string): readonly unknown[] {
  if (cursor.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(cursor)) return [];
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(content) ? content : [];
  } catch {
    return [];
  }
}
