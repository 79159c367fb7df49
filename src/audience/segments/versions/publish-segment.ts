import { DomainError } from '../../../platform/errors.ts';
import type { SaveDependencies } from '../save-segment.ts';
import { checkText, unknownSegment } from '../save-segment.ts';
import type { SegmentRow } from '../segment-row.ts';
import { ruleOf } from '../segment-rules.ts';
import { lockAndReadAll } from '../segments.store.ts';
import { type Change, enact } from './enact.ts';
import { readVersion } from './versions.store.ts';

/** Which version comes into force; by default the draft that waits. */
export interface PublishInput {
  readonly id: string;
  readonly version?: number | null;
  readonly author?: string | null;
  readonly note?: string | null;
}

/** Puts a stored version in force; see SegmentsService.publish. */
export function publishSegment(
  deps: Pick<SaveDependencies, 'database' | 'timeZone' | 'now'>,
  input: PublishInput,
): Promise<SegmentRow> {
  const { database, timeZone, now } = deps;
  const { id } = input;
  const stamp = { now, author: checkText('author', input.author), note: checkText('note', input.note) };
  return database.writeTransaction('segments.publish', async (transaction) => {
    const segments = await lockAndReadAll(transaction);
    const row = segments.find((segment) => segment.row.id === id)?.row;
    if (!row) throw unknownSegment(id);
    const number = input.version ?? row.draftVersion ?? row.version;
    if (row.status === 'PUBLISHED' && number === row.version) return row;
    const version = await readVersion((query, parameters) => transaction.run(query, parameters), id, number);
    if (!version)
      throw new DomainError('NOT_FOUND', `The segment ${id} has no version ${number}.`, { id, version: number });
    const { name, description, rule, holdout } = version;
    // what waits, or was in force last, comes into force as it is; anything older as a new version
    const isStanding = number === row.draftVersion || number === row.version;
    const change: Change = {
      id,
      content: { name, description, rule, holdout },
      rule: ruleOf({ id, rule }, timeZone),
      status: 'PUBLISHED',
      stamp,
      source: { rule },
      version: isStanding ? number : null,
      restores: isStanding ? null : number,
    };
    return enact(transaction, segments, change, timeZone);
  });
}
