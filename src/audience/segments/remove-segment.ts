import type { Database } from '../../platform/neo4j/database.ts';
import { lockLedger } from './live/ledger.store.ts';
import { readMemberIds, writeMovements } from './live/members.store.ts';
import { unknownSegment } from './save-segment.ts';
import { deleteSegment, lockAndReadAll, readUsers } from './segments.store.ts';
import { segmentInUse } from './versions/archive-segment.ts';

/** Deletes a segment that no other uses; see SegmentsService.delete. */
export async function removeSegment(database: Database, id: string, now: Date): Promise<string> {
  return database.writeTransaction('segments.delete', async (transaction) => {
    const segment = (await lockAndReadAll(transaction)).find(({ row }) => row.id === id)?.row;
    if (!segment) throw unknownSegment(id);
    const users = (await readUsers((query, parameters) => transaction.run(query, parameters), [id])).get(id) ?? [];
    if (users.length > 0) throw segmentInUse(segment.name, users);
    const { last } = await lockLedger(transaction);
    const customers = await readMemberIds(transaction, id);
    const left = { segment, kind: 'LEFT', cause: 'DELETED', customers } as const;
    await writeMovements(transaction, [left], last, now);
    await deleteSegment(transaction, id);
    return id;
  });
}
