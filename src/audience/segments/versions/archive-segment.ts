import { DomainError } from '../../../platform/errors.ts';
import { segmentReferences } from '../../rules/index.ts';
import { type SaveDependencies, unknownSegment } from '../save-segment.ts';
import { createCatalogue } from '../segment-catalogue.ts';
import type { SegmentRow } from '../segment-row.ts';
import { readSegment, ruleOf } from '../segment-rules.ts';
import { lockAndReadAll, writeSegments } from '../segments.store.ts';

/** Takes a segment out of force; see SegmentsService.archive. */
export function archiveSegment(
  deps: Pick<SaveDependencies, 'database' | 'timeZone' | 'now'>,
  id: string,
): Promise<SegmentRow> {
  const { database, timeZone, now } = deps;
  return database.writeTransaction('segments.archive', async (transaction) => {
    const rows = (await lockAndReadAll(transaction)).map((segment) => segment.row);
    const row = rows.find((segment) => segment.id === id);
    if (!row) throw unknownSegment(id);
    if (row.status === 'ARCHIVED') return row;
    if (row.status === 'DRAFT') {
      const message = `"${row.name}" was never in force: publish it, or delete it.`;
      throw new DomainError('CONFLICT', message, { reason: 'SEGMENT_NOT_PUBLISHED' });
    }
    const catalogue = createCatalogue(rows.map((segment) => readSegment(segment, timeZone)));
    const inForce = rows.filter(
      (user) =>
        user.status === 'PUBLISHED' &&
        segmentReferences(ruleOf(user, timeZone)).some((reference) => catalogue.find(reference)?.id === id),
    );
    if (inForce.length > 0) throw segmentInUse(row.name, inForce);
    const [written] = await writeSegments(
      transaction,
      [{ ...row, status: 'ARCHIVED', archivedAt: now, uses: null }],
      now,
    );
    if (!written) throw new Error(`Segment ${id} was not written.`);
    return written;
  });
}

/** The refusal to take away what others are built upon. */
export function segmentInUse(name: string, users: readonly { readonly name: string }[]): DomainError {
  const names = users.map((user) => user.name);
  const message = `"${name}" is used by ${names.map((user) => `"${user}"`).join(', ')}: change or delete these first.`;
  return new DomainError('CONFLICT', message, { reason: 'SEGMENT_IN_USE', usedBy: names });
}
