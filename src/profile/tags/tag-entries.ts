import { HAND_TAGS } from '../../intake/records/prepare-customer.ts';
import { readTerm } from '../../intake/records/tag-term.ts';
import type { SegmentChangeCause } from '../../platform/generated/schema-types.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import type { SourceRecordRow } from '../customer360/evidence-rows.ts';
import { wholeSource } from '../timeline/derived-entries.ts';
import type { TimelineEntry, TimelineSource } from '../timeline/entry.ts';
import { type HandTag, readHandTags } from './hand-tags.store.ts';

/** A tag came, or went. */
export interface TagEntry extends TimelineEntry {
  readonly type: 'TAG';
  readonly tag: string;
  readonly by: 'HAND' | 'IMPORT' | 'RULE';
  readonly tagChange: 'GIVEN' | 'TAKEN_BACK' | 'ENDED' | 'IMPORTED' | 'GAINED' | 'LOST' | 'HELD';
  /** By hand: who, and why. */
  readonly actor: string | null;
  readonly reason: string | null;
  /** Of an import: the record that was first seen with it. */
  readonly source: string | null;
  readonly recordId: string | null;
  /** Of a rule tag: why, and the id of the customer at that time. */
  readonly ruleCause: SegmentChangeCause | null;
  readonly holderId: string | null;
}

const nobody = { actor: null, reason: null, source: null, recordId: null, ruleCause: null, holderId: null };

/** A rule tag that came or went, as another room kept it. `place` orders what happened at one instant. */
export function ruleTagEntry(
  told: Pick<TagEntry, 'at' | 'tag' | 'tagChange' | 'ruleCause' | 'holderId'> & { readonly place: string },
): TagEntry {
  const { place, ...rest } = told;
  return { ...nobody, ...rest, type: 'TAG', by: 'RULE', key: `${told.tag} ${place}` };
}

/** Tags given by hand, taken back and ended, and those that records brought. */
export function tagEntries(
  database: Database,
  recordsOf: (ids: readonly string[]) => Promise<readonly (readonly SourceRecordRow[])[]>,
): TimelineSource<TagEntry> {
  return wholeSource('TAG', async (ids) => {
    const [records, hand] = await Promise.all([recordsOf(ids), readHandTags(database.read, 'CUSTOMER', ids)]);
    return ids.map((id, at) => [
      ...(hand.get(id) ?? []).flatMap(entriesOfHand),
      ...entriesOfRecords(records[at] ?? []),
    ]);
  });
}

const entry = (
  by: 'HAND' | 'IMPORT',
  at: Date,
  tag: string,
  tagChange: TagEntry['tagChange'],
  more: Partial<TagEntry>,
  id: string,
): TagEntry => ({
  ...{ ...nobody, type: 'TAG', by, at, tag, tagChange },
  ...more,
  key: `${tag} ${tagChange} ${id}`,
});

function entriesOfHand({ id, tag, at, actor, reason, expiresAt, removedAt, removedBy, removedBecause }: HandTag) {
  const given = entry('HAND', at, tag, 'GIVEN', { actor, reason }, id);
  if (removedAt !== null)
    return [given, entry('HAND', removedAt, tag, 'TAKEN_BACK', { actor: removedBy, reason: removedBecause }, id)];
  return expiresAt === null ? [given] : [given, entry('HAND', expiresAt, tag, 'ENDED', {}, id)];
}

/** Of each tag the record that was first seen with it, as records are now, and its end where every record names one. */
function entriesOfRecords(records: readonly SourceRecordRow[]): TagEntry[] {
  const claims = records
    .filter(({ source }) => source !== HAND_TAGS)
    .flatMap((record) => [
      ...record.tags.map((tag) => ({ tag, until: null, record })),
      ...record.tagTerms.map(readTerm).map(({ tag, until }) => ({ tag, until, record })),
    ]);
  const tags = [...new Set(claims.map(({ tag }) => tag))];
  return tags.flatMap((tag) => {
    const own = claims.filter((claim) => claim.tag === tag);
    const [first] = own.sort((one, other) => one.record.observedAt.getTime() - other.record.observedAt.getTime());
    if (!first) return [];
    const { source, recordId, observedAt } = first.record;
    const came = entry('IMPORT', observedAt, tag, 'IMPORTED', { source, recordId }, '');
    const ends = own.flatMap(({ until }) => (until === null ? [] : [until.getTime()]));
    return ends.length < own.length
      ? [came]
      : [came, entry('IMPORT', new Date(Math.max(...ends)), tag, 'ENDED', {}, '')];
  });
}
