import type { Database } from '../../platform/neo4j/database.ts';
import { unknownSegment } from './save-segment.ts';
import { deleteSegment, lockAndReadAll, readUsers } from './segments.store.ts';
import { segmentInUse } from './versions/archive-segment.ts';

/** Deletes a segment that no other uses; see SegmentsService.delete. */
export async function removeSegment(database: Database, id: string): Promise<string> {
  return database.writeTransaction('segments.delete', async (transaction) => {
    const segment = (await lockAndReadAll(transaction)).find(({ row }) => row.id === id)?.row;
    if (!segment) throw unknownSegment(id);
    const users = (await readUsers((query, parameters) => transaction.run(query, parameters), [id])).get(id) ?? [];
    if (users.length > 0) throw segmentInUse(segment.name, users);
    await deleteSegment(transaction, id);
    return id;
  });
}
