import { expect } from 'vitest';
import type { TestApp } from '../support/app.ts';

/** The phone number by which a person is told, from the first letter of the name. */
export const phoneOf = (name: string) => ({ kind: 'phone', value: `+86138001380${name.charCodeAt(0)}` });

/** One change, as asked for. */
export interface Change {
  cursor: string;
  segment: { name: string } | null;
  customer: { displayName: string } | null;
  kind: string;
  cause: string;
  at: string;
}

/** A portion of the feed. */
export interface FeedPage {
  changes: Change[];
  cursor: string;
  hasMore: boolean;
}

/** Asks for a portion of the feed, after a cursor, of one segment or of all. */
export const feedQuery = `query ($segment: ID, $after: String, $first: Int) { segmentChangeFeed(segment: $segment, after: $after, first: $first) {
  cursor hasMore changes { cursor kind cause at segment { name } customer { displayName } } } }`;

/** People who buy, segments that follow them, and what the feed of changes says of that. */
export function createLiveStory(app: TestApp) {
  const person = (name: string, tags: string[] = []) => ({
    customer: {
      ...{ source: 'crm', recordId: name, observedAt: app.clock.now().toISOString(), tags },
      identifiers: [phoneOf(name)],
      profile: { displayName: name },
    },
  });

  const order = (name: string, number: string, more: object = {}) => ({
    order: {
      ...{ source: 'pos', number, placedAt: app.clock.now().toISOString(), currency: 'CNY', store: 'sh-01' },
      ...{ customer: { identifiers: [phoneOf(name)] }, lines: [{ sku: 'pole', quantity: 1, unitPrice: '100.00' }] },
      ...more,
    },
  });

  /** Takes in records, all of which must be good. */
  async function ingest(...records: Parameters<typeof app.ingest>): Promise<void> {
    expect(await app.ingest(...records)).toMatchObject({ rejected: 0, errors: [] });
  }

  const ids = new Map<string, string>();

  async function save(name: string, rule: string, more: object = {}): Promise<void> {
    const input = { ...(ids.has(name) ? { id: ids.get(name) } : {}), name, rule, ...more };
    const query = 'mutation ($input: SaveSegmentInput!) { saveSegment(input: $input) { id } }';
    ids.set(name, (await app.data<{ saveSegment: { id: string } }>(query, { input })).saveSegment.id);
  }

  async function feed(variables: object = {}): Promise<FeedPage> {
    return (await app.data<{ segmentChangeFeed: FeedPage }>(feedQuery, { ...variables })).segmentChangeFeed;
  }

  let cursor: string | null = null;

  /** What changed since this was asked last, one line each. */
  async function news(): Promise<string[]> {
    const page = await feed({ after: cursor });
    cursor = page.cursor;
    return page.changes.map(({ kind, cause, segment, customer }) =>
      [customer?.displayName, kind, segment?.name, cause].join(' '),
    );
  }

  return { person, order, ingest, ids, save, feed, news };
}
