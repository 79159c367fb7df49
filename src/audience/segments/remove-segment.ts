import { DomainError } from '../../platform/errors.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { segmentReferences } from '../rules/index.ts';
import { createCatalogue } from './segment-catalogue.ts';
import { readSegment } from './segment-rules.ts';
import { deleteSegment, lockAndReadAll } from './segments.store.ts';

/** Deletes a segment that no other uses; see SegmentsService.delete. */
export async function removeSegment(database: Database, id: string, timeZone: string): Promise<string> {
  return database.writeTransaction('segments.delete', async (transaction) => {
    const catalogue = createCatalogue((await lockAndReadAll(transaction)).map((row) => readSegment(row, timeZone)));
    const segment = catalogue.segments.find((candidate) => candidate.id === id);
    if (!segment) throw new DomainError('NOT_FOUND', `There is no segment with the id ${id}.`, { id });
    const users = catalogue.segments.filter((other) =>
      segmentReferences(other.rule).some((reference) => catalogue.find(reference)?.id === id),
    );
    if (users.length > 0) {
      const names = users.map((user) => user.name);
      const message = `"${segment.name}" is used by ${names.map((name) => `"${name}"`).join(', ')}: change or delete these first.`;
      throw new DomainError('CONFLICT', message, { reason: 'SEGMENT_IN_USE', usedBy: names });
    }
    await deleteSegment(transaction, id);
    return id;
  });
}
