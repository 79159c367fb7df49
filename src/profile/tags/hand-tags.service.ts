import type { IngestService } from '../../intake/ingest.service.ts';
import { plain } from '../../intake/records/prepare-context.ts';
import { HAND_TAGS } from '../../intake/records/prepare-customer.ts';
import type { Clock } from '../../platform/clock.ts';
import { DomainError } from '../../platform/errors.ts';
import { compositeKey, newId } from '../../platform/ids.ts';
import type { Database, Transaction } from '../../platform/neo4j/database.ts';
import { asSent, lockCustomer, readAnchor } from '../anchors/anchors.store.ts';
import { untilSettled } from '../anchors/until-settled.ts';
import { type Run, readStoredTags } from './definitions.store.ts';
import {
  type CatalogueKind,
  type HandTag,
  keepTerms,
  lockObject,
  type NewHandTag,
  readHandTags,
  writeOnObject,
  writeOnRecord,
  writeRemoved,
} from './hand-tags.store.ts';
import type { FiledTag } from './tag-definition.ts';
import { noObject, notAllowed, notGiven, notKnown } from './tag-errors.ts';
import { readObject, type TaggedObject } from './tagged-objects.ts';
import { taxonomyOf } from './taxonomy.ts';

/** Who tags, and why. */
export interface TagStamp {
  readonly actor: string;
  readonly reason: string;
}

/** A tag to be given, or taken back. */
export interface TagRequest {
  /** Global id of the object. */
  readonly object: string;
  readonly tag: string;
  readonly by: TagStamp;
  /** From then on it is gone; null: it stays. */
  readonly expiresAt?: Date | null;
}

/** Tags given and taken back by people. */
export interface HandTagsService {
  /** Gives a tag; the same again changes nothing, another end replaces the one before. Errors: see the mutation tagObject. */
  give(request: TagRequest): Promise<HandTag>;
  /** Takes a tag back that was given by hand. Errors: see the mutation untagObject. */
  takeBack(request: Omit<TagRequest, 'expiresAt'>): Promise<HandTag>;
}

export interface HandTagsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ingest: Pick<IngestService, 'decide'>;
  readonly filed: readonly FiledTag[];
}

/** What happens to an object's hand tags in one transaction. */
interface Change {
  readonly now: Date;
  /** What it has by hand at that instant, oldest first. */
  readonly present: readonly HandTag[];
  add(tag: NewHandTag): Promise<HandTag>;
  remove(tags: readonly HandTag[], by: TagStamp): Promise<void>;
}

const LONGEST = 200;

export function createHandTagsService({ database, clock, ingest, filed }: HandTagsDependencies): HandTagsService {
  async function give({ object, tag, by, expiresAt = null }: TagRequest): Promise<HandTag> {
    const wanted = readObject(object);
    const name = checkTag(tag);
    checkStamp(by);
    if (expiresAt !== null && expiresAt <= clock.now())
      throw new DomainError('BAD_USER_INPUT', 'expiresAt must lie ahead.', { argument: 'expiresAt' });
    const declared = taxonomyOf(filed, await readStoredTags(database.read)).find((one) => one.name === name);
    if (declared && !declared.appliesTo.includes(wanted.kind)) throw notAllowed(declared, wanted.kind);
    return change(wanted, name, async ({ now, present, add, remove }) => {
      const same = present.find((one) => one.expiresAt?.getTime() === expiresAt?.getTime());
      if (same) return same;
      if (present.length > 0) await remove(present, by);
      return add({ id: newId('tag'), tag: name, at: now, actor: by.actor, reason: by.reason, expiresAt });
    });
  }

  async function takeBack({ object, tag, by }: Omit<TagRequest, 'expiresAt'>): Promise<HandTag> {
    const name = checkTag(tag);
    checkStamp(by);
    return change(readObject(object), name, async ({ now, present, remove }) => {
      const last = present.at(-1);
      if (!last) throw notGiven(name);
      await remove(present, by);
      return { ...last, removedAt: now, removedBy: by.actor, removedBecause: by.reason };
    });
  }

  const change = (object: TaggedObject, tag: string, work: (change: Change) => Promise<HandTag>) =>
    object.kind === 'CUSTOMER' ? ofCustomer(object.key, tag, work) : ofObject(object.kind, object.key, tag, work);

  async function ofCustomer(id: string, tag: string, work: (change: Change) => Promise<HandTag>): Promise<HandTag> {
    const anchor = await readAnchor(database.read, id);
    if (anchor === null) throw noObject('CUSTOMER', id);
    if (anchor.key === null) throw notKnown();
    return untilSettled(() =>
      ingest.decide('tags.change', async (transaction, take, now) => {
        const locked = await lockCustomer(transaction, anchor.key);
        if (locked === null) throw notKnown();
        if (locked === 'moved') return locked;
        const record = (tagId: string, observedAt: Date, said: object) =>
          take({
            customer: {
              source: HAND_TAGS,
              recordId: tagId,
              observedAt: observedAt.toISOString(),
              identifiers: [asSent(locked.anchor)],
              ...said,
            },
          });
        return work({
          now,
          present: await presentOf(transaction, { kind: 'CUSTOMER', key: locked.customer }, tag, now),
          add: async (given) => {
            const { expiresAt } = given;
            const said =
              expiresAt === null ? { tags: [tag] } : { expiringTags: [{ tag, expiresAt: expiresAt.toISOString() }] };
            await record(given.id, now, said);
            return writeOnRecord(transaction, compositeKey(HAND_TAGS, given.id), given);
          },
          // the newer version of a record stands, also within one instant
          remove: async (tags, by) => {
            for (const one of tags) await record(one.id, new Date(Math.max(now.getTime(), one.at.getTime() + 1)), {});
            await writeRemoved(
              transaction,
              tags.map((one) => one.id),
              { ...by, at: now },
            );
          },
        });
      }),
    );
  }

  const ofObject = (kind: CatalogueKind, key: string, tag: string, work: (change: Change) => Promise<HandTag>) =>
    database.writeTransaction('tags.change', async (transaction) => {
      const now = clock.now();
      if (!(await lockObject(transaction, kind, key))) throw noObject(kind, key);
      const done = await work({
        now,
        present: await presentOf(transaction, { kind, key }, tag, now),
        add: (given) => writeOnObject(transaction, { kind, key }, given),
        remove: (tags, by) =>
          writeRemoved(
            transaction,
            tags.map((one) => one.id),
            { ...by, at: now },
          ),
      });
      await keepTerms(transaction, kind, key, now);
      return done;
    });

  return { give, takeBack };
}

async function presentOf(transaction: Transaction, { kind, key }: TaggedObject, tag: string, now: Date) {
  const run: Run = (query, parameters) => transaction.run(query, parameters);
  const all = (await readHandTags(run, kind, [key])).get(key) ?? [];
  return all.filter((one) => one.tag === tag && isPresent(one, now));
}

/** Whether a tag was not taken back and has not ended. */
export const isPresent = ({ removedAt, expiresAt }: HandTag, at: Date) =>
  removedAt === null && (expiresAt === null || expiresAt > at);

/** A tag in the spelling in which it is stored. */
export function checkTag(given: string): string {
  const tag = plain(given);
  if (tag !== null && tag.length <= LONGEST) return tag;
  throw new DomainError('BAD_USER_INPUT', `tag must be 1 to ${LONGEST} characters.`, { argument: 'tag' });
}

function checkStamp({ actor, reason }: TagStamp): void {
  if (actor.trim() === '' || reason.trim() === '')
    throw new DomainError('BAD_USER_INPUT', 'Say who tags and why: neither the actor nor the reason may be empty.', {
      argument: 'by',
    });
}
