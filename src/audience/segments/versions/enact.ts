import { DomainError } from '../../../platform/errors.ts';
import type { Transaction } from '../../../platform/neo4j/database.ts';
import { mapRule, printRule, type Rule, segmentReferences } from '../../rules/index.ts';
import type { SelectionInput } from '../../selection/read-selection.ts';
import { checkReferences } from '../check-references.ts';
import { createCatalogue, type ReadSegment, type SegmentCatalogue } from '../segment-catalogue.ts';
import { isSameContent, type SegmentContent, type SegmentRow } from '../segment-row.ts';
import { ruleOf } from '../segment-rules.ts';
import { type SegmentToWrite, type StoredSegment, writeSegments } from '../segments.store.ts';
import type { VersionRow } from './version-row.ts';
import { createVersions, publishVersion } from './versions.store.ts';

/** Who changes a segment, when and why. */
export interface Stamp {
  readonly now: Date;
  readonly author: string | null;
  readonly note: string | null;
}

/** What a segment is to hold from now on. */
export interface Change {
  readonly id: string;
  readonly content: SegmentContent;
  /** That of the content, as a tree. */
  readonly rule: Rule;
  /** A draft waits beside what is in force. */
  readonly status: 'DRAFT' | 'PUBLISHED';
  readonly stamp: Stamp;
  /** The rule or filter as it was written, so that errors can point into it. */
  readonly source: SelectionInput;
  /** The stored version that comes into force; null: the content becomes a new one. */
  readonly version: number | null;
  /** The old version that a new one brings back. */
  readonly restores: number | null;
}

interface Other {
  readonly stored: StoredSegment;
  readonly inForce: ReadSegment;
  readonly draft: Rule | null;
}

/**
 * Puts a change into the graph, with versions of all that it changes: whoever named the segment by its old name goes on meaning it.
 * `stored` are all segments, read in this transaction. Errors: CONFLICT, INVALID_RULE.
 */
export async function enact(
  transaction: Transaction,
  stored: readonly StoredSegment[],
  change: Change,
  timeZone: string,
): Promise<SegmentRow> {
  const { id, content, rule, status, stamp } = change;
  const before = stored.find(({ row }) => row.id === id) ?? null;
  checkNameIsFree(stored, id, content.name);
  const waits = status === 'DRAFT' && before !== null && before.row.status !== 'DRAFT';
  const others = stored.filter(({ row }) => row.id !== id).map((other) => read(other, timeZone));
  const oldName = before && !waits && before.row.name !== content.name ? before.row.name : null;
  const renamed = oldName === null ? [] : others.map((other) => rename(other, oldName, content.name)).filter(isRenamed);
  const kept = others.map((other) => renamed.find(({ inForce }) => inForce.id === other.inForce.id) ?? other);
  const catalogue = createCatalogue([...kept.map(({ inForce }) => inForce), { id, name: content.name, rule }]);
  const used = checkReferences({ id, name: content.name, rule }, catalogue, change.source);
  if (status === 'PUBLISHED') checkArePublished(used, others);
  if (before && changesNothing(before, change, waits)) return before.row;

  const number = change.version ?? (before?.row.latestVersion ?? 0) + 1;
  const written = segmentToWrite(before?.row ?? null, change, number, waits, used);
  // what is in force goes on using what it uses
  const uses = waits && before ? [...new Set([...used, ...idsUsed(ruleOf(before.row, timeZone), catalogue)])] : used;
  const rewritten = renamed.map((other) =>
    versionsOfRenamed(other, stamp, `"${oldName}" is called "${content.name}" now`),
  );
  const [row] = await writeSegments(
    transaction,
    [{ ...written, uses }, ...rewritten.map((one) => ({ ...one.segment, uses: usesOf(one.other, catalogue) }))],
    stamp.now,
  );
  if (!row) throw new Error(`Segment ${id} was not written.`);
  if (change.version !== null) await publishVersion(transaction, id, number, stamp);
  const own = change.version === null ? [versionOf(change, number)] : [];
  await createVersions(transaction, [...own, ...rewritten.flatMap((one) => one.versions)]);
  return row;
}

function read(stored: StoredSegment, timeZone: string): Other {
  const { row, draft } = stored;
  return {
    stored,
    inForce: { id: row.id, name: row.name, rule: ruleOf(row, timeZone) },
    draft: draft && ruleOf({ id: row.id, rule: draft.rule }, timeZone),
  };
}

function rename(other: Other, from: string, to: string): Other & { readonly changed: boolean } {
  const swap = (rule: Rule) =>
    mapRule(rule, (part) => (part.kind === 'InSegment' && part.segment === from ? { ...part, segment: to } : part));
  const names = (rule: Rule | null) => rule !== null && segmentReferences(rule).includes(from);
  return {
    stored: other.stored,
    inForce: { ...other.inForce, rule: swap(other.inForce.rule) },
    draft: other.draft && swap(other.draft),
    changed: names(other.inForce.rule) || names(other.draft),
  };
}

const isRenamed = ({ changed }: { readonly changed: boolean }) => changed;

/** New versions of a segment whose rule, or draft, names another by its new name. */
function versionsOfRenamed(other: Other, { now, author }: Stamp, note: string) {
  const { row, draft } = other.stored;
  const versions: VersionRow[] = [];
  let number = row.latestVersion;
  const add = (content: SegmentContent, rule: Rule, publishedAt: Date | null) => {
    number += 1;
    const stamp = { savedAt: now, author, note, publishedAt, publishedBy: publishedAt && author, restores: null };
    versions.push({ ...content, rule: printRule(rule), segmentId: row.id, number, ...stamp });
    return number;
  };
  const isDraft = row.status === 'DRAFT';
  const rule = printRule(other.inForce.rule);
  const version = rule === row.rule ? row.version : add(row, other.inForce.rule, isDraft ? null : now);
  const waiting = draft && other.draft && !isDraft ? add(draft, other.draft, null) : isDraft ? version : null;
  const segment: Omit<SegmentToWrite, 'uses'> = { ...row, rule, version, latestVersion: number, draftVersion: waiting };
  return { other, segment, versions };
}

function usesOf({ inForce, draft }: Other, catalogue: SegmentCatalogue): string[] {
  return [...new Set([inForce.rule, ...(draft ? [draft] : [])].flatMap((rule) => idsUsed(rule, catalogue)))];
}

const idsUsed = (rule: Rule, catalogue: SegmentCatalogue) =>
  segmentReferences(rule).flatMap((reference) => catalogue.find(reference)?.id ?? []);

function checkNameIsFree(stored: readonly StoredSegment[], id: string, name: string): void {
  if (stored.some(({ row }) => row.id !== id && (row.name === name || row.id === name))) throw nameTaken(name);
}

/** The refusal of a name that another segment has. */
export function nameTaken(name: string): DomainError {
  return new DomainError('CONFLICT', `There is already a segment named "${name}".`, {
    reason: 'SEGMENT_NAME_TAKEN',
    name,
  });
}

function checkArePublished(ids: readonly string[], others: readonly Other[]): void {
  const missing = others.filter(({ stored: { row } }) => ids.includes(row.id) && row.status !== 'PUBLISHED');
  if (missing.length === 0) return;
  const names = missing.map(({ inForce }) => inForce.name);
  const message = `${names.map((name) => `"${name}"`).join(', ')} must be published first: only what is in force can be built upon.`;
  throw new DomainError('CONFLICT', message, { reason: 'SEGMENT_NOT_PUBLISHED', uses: names });
}

function changesNothing({ row, draft }: StoredSegment, { content, status, version }: Change, waits: boolean): boolean {
  if (version !== null) return false;
  if (waits) return draft !== null && isSameContent(draft, content);
  return row.status === status && isSameContent(row, content) && (status === 'DRAFT' || row.draftVersion === null);
}

function segmentToWrite(
  before: SegmentRow | null,
  { id, content, status, stamp }: Change,
  number: number,
  waits: boolean,
  uses: readonly string[],
): SegmentToWrite {
  const latestVersion = Math.max(number, before?.latestVersion ?? 0);
  if (before && waits) return { ...before, latestVersion, draftVersion: number, uses };
  const isDraft = status === 'DRAFT';
  return {
    ...{ id, ...content, status, uses },
    ...{ version: number, latestVersion, draftVersion: isDraft ? number : null },
    ...{ publishedAt: isDraft ? null : stamp.now, archivedAt: null },
  };
}

function versionOf({ id, content, status, stamp, restores }: Change, number: number): VersionRow {
  const { now, author, note } = stamp;
  const published =
    status === 'PUBLISHED' ? { publishedAt: now, publishedBy: author } : { publishedAt: null, publishedBy: null };
  return { segmentId: id, number, ...content, savedAt: now, author, note, ...published, restores };
}
