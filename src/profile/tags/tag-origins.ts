import { HAND_TAGS } from '../../intake/records/prepare-customer.ts';
import { FOR_GOOD, readTerm } from '../../intake/records/tag-term.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import type { SourceRecordRow } from '../customer360/evidence-rows.ts';
import { isPresent } from './hand-tags.service.ts';
import { type HandTag, readHandTags } from './hand-tags.store.ts';
import type { TagKind } from './tag-definition.ts';

/** Where an object has a stored tag from. */
export interface TagOrigin {
  readonly tag: string;
  readonly by: 'HAND' | 'IMPORT';
  /** When it was given, or the source saw it so; null where the source said no time. */
  readonly since: Date | null;
  /** Null: for good. */
  readonly expiresAt: Date | null;
  /** Of an import to a customer. */
  readonly source: string | null;
  readonly recordId: string | null;
  /** By hand. */
  readonly actor: string | null;
  readonly reason: string | null;
}

/** An object of the catalogue as its records describe it. */
export interface ImportedTags {
  readonly key: string;
  readonly tags: readonly string[];
}

/** By whom objects have their stored tags: one list for each, by tag, then by time. */
export interface TagOrigins {
  ofCustomers(ids: readonly string[], at: Date): Promise<TagOrigin[][]>;
  ofObjects(kind: Exclude<TagKind, 'CUSTOMER'>, objects: readonly ImportedTags[], at: Date): Promise<TagOrigin[][]>;
}

export function createTagOrigins(
  database: Database,
  recordsOf: (ids: readonly string[]) => Promise<readonly (readonly SourceRecordRow[])[]>,
): TagOrigins {
  return {
    async ofCustomers(ids, at) {
      const [records, hand] = await Promise.all([recordsOf(ids), readHandTags(database.read, 'CUSTOMER', ids)]);
      return ids.map((id, index) =>
        sorted([...(records[index] ?? []).flatMap((record) => imported(record, at)), ...byHand(hand.get(id), at)]),
      );
    },
    async ofObjects(kind, objects, at) {
      const hand = await readHandTags(
        database.read,
        kind,
        objects.map(({ key }) => key),
      );
      return objects.map(({ key, tags }) =>
        sorted([...tags.map((tag): TagOrigin => ({ ...nobody, tag, by: 'IMPORT' })), ...byHand(hand.get(key), at)]),
      );
    },
  };
}

const nobody = { since: null, expiresAt: null, source: null, recordId: null, actor: null, reason: null };

function imported({ source, recordId, observedAt, tags, tagTerms }: SourceRecordRow, at: Date): TagOrigin[] {
  if (source === HAND_TAGS) return [];
  const terms = tagTerms.map(readTerm).filter(({ until }) => until > at);
  const all = [...tags.map((tag) => ({ tag, until: FOR_GOOD })), ...terms];
  return all.map(({ tag, until }) => ({
    ...nobody,
    ...{ tag, by: 'IMPORT', since: observedAt, source, recordId },
    expiresAt: until.getTime() === FOR_GOOD.getTime() ? null : until,
  }));
}

const byHand = (tags: readonly HandTag[] = [], at: Date): TagOrigin[] =>
  tags
    .filter((tag) => isPresent(tag, at))
    .map(({ tag, at: since, expiresAt, actor, reason }) => ({
      ...nobody,
      tag,
      by: 'HAND',
      since,
      expiresAt,
      actor,
      reason,
    }));

const sorted = (origins: readonly TagOrigin[]) =>
  [...origins].sort(
    (one, other) =>
      (one.tag < other.tag ? -1 : one.tag > other.tag ? 1 : 0) ||
      (one.since?.getTime() ?? 0) - (other.since?.getTime() ?? 0),
  );
