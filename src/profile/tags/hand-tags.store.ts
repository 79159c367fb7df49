import { readInstant, readOptionalInstant, readOptionalText, readText } from '../../catalogue/read-properties.ts';
import type { CatalogueAspect } from '../../intake/changes/aspects.ts';
import { leaveTrace } from '../../intake/changes/change-trace.store.ts';
import { registerEndingTags } from '../../intake/changes/ending-tags.store.ts';
import { FOR_GOOD, tagTermProperties, termOf } from '../../intake/records/tag-term.ts';
import type { Query, Row, Transaction } from '../../platform/neo4j/database.ts';
import type { Run } from './definitions.store.ts';
import type { TaggedObject } from './tagged-objects.ts';

/** A tag that somebody gave to an object. */
export interface HandTag {
  readonly id: string;
  readonly tag: string;
  readonly at: Date;
  readonly actor: string;
  readonly reason: string;
  /** Null: for good. */
  readonly expiresAt: Date | null;
  readonly removedAt: Date | null;
  readonly removedBy: string | null;
  readonly removedBecause: string | null;
}

/** How the objects of a kind are found, and the way to what was said of them by hand. */
const ways = {
  CUSTOMER: {
    node: '(object:Customer {id: key})',
    hand: '(object)-[:HAS_RECORD]->(:SourceRecord)-[:TAGGED]->(hand:HandTag)',
  },
  STORE: { node: '(object:Store {code: key})', hand: '(object)-[:TAGGED]->(hand:HandTag)' },
  STAFF: { node: '(object:Staff {code: key})', hand: '(object)-[:TAGGED]->(hand:HandTag)' },
  PRODUCT: { node: '(object:Product {sku: key})', hand: '(object)-[:TAGGED]->(hand:HandTag)' },
} as const;

export type CatalogueKind = Exclude<TaggedObject['kind'], 'CUSTOMER'>;

const findOf = (kind: TaggedObject['kind']): Query => ({
  name: `tags.byHand.${kind}`,
  text: `UNWIND $keys AS key
MATCH ${ways[kind].node}
MATCH ${ways[kind].hand}
RETURN key, hand ORDER BY hand.at, hand.id`,
});

function handTagFromNode(hand: Row): HandTag {
  return {
    id: readText(hand, 'id'),
    tag: readText(hand, 'tag'),
    at: readInstant(hand, 'at'),
    actor: readText(hand, 'actor'),
    reason: readText(hand, 'reason'),
    expiresAt: readOptionalInstant(hand, 'expiresAt'),
    removedAt: readOptionalInstant(hand, 'removedAt'),
    removedBy: readOptionalText(hand, 'removedBy'),
    removedBecause: readOptionalText(hand, 'removedBecause'),
  };
}

/** What was said by hand of objects of one kind, oldest first, also what was taken back or ended; by the object's key. */
export async function readHandTags(
  run: Run,
  kind: TaggedObject['kind'],
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly HandTag[]>> {
  const found = new Map<string, HandTag[]>();
  for (const { key, hand } of await run<{ key: string; hand: Row }>(findOf(kind), { keys: [...new Set(keys)] }))
    found.set(key, [...(found.get(key) ?? []), handTagFromNode(hand)]);
  return found;
}

const create = (owner: string): Query => ({
  name: 'tags.giveByHand',
  text: `MATCH ${owner}
CREATE (object)-[:TAGGED]->(hand:HandTag {id: $id, tag: $tag, at: $at, actor: $actor, reason: $reason, expiresAt: $expiresAt})
RETURN hand`,
});

/** What is noted of a tag that is given. */
export type NewHandTag = Pick<HandTag, 'id' | 'tag' | 'at' | 'actor' | 'reason' | 'expiresAt'>;

async function write(transaction: Transaction, owner: string, key: string, tag: NewHandTag): Promise<HandTag> {
  const [row] = await transaction.run<{ hand: Row }>(create(owner), { key, ...tag });
  if (!row) throw new Error(`The tag ${tag.tag} was not written.`);
  return handTagFromNode(row.hand);
}

/** Hangs a tag on the source record that says so of a customer: where the record goes, it goes. */
export const writeOnRecord = (transaction: Transaction, recordKey: string, tag: NewHandTag) =>
  write(transaction, '(object:SourceRecord {key: $key})', recordKey, tag);

/** Hangs a tag on a store, product or member of staff. */
export const writeOnObject = (transaction: Transaction, { kind, key }: TaggedObject, tag: NewHandTag) =>
  write(transaction, ways[kind].node.replace(': key}', ': $key}'), key, tag);

const takeBack: Query = {
  name: 'tags.takeBack',
  text: `UNWIND $ids AS id
MATCH (hand:HandTag {id: id})
SET hand.removedAt = $at, hand.removedBy = $actor, hand.removedBecause = $reason`,
};

/** Notes that tags were taken back. */
export async function writeRemoved(
  transaction: Transaction,
  ids: readonly string[],
  by: { readonly at: Date; readonly actor: string; readonly reason: string },
): Promise<void> {
  await transaction.run(takeBack, { ids, ...by });
}

const lock = (kind: CatalogueKind): Query => ({
  name: `tags.lock.${kind}`,
  text: `UNWIND $keys AS key
MATCH ${ways[kind].node}
SET object.tagTerms = object.tagTerms
RETURN key`,
});

/** Keeps others from tagging an object; false when there is none. */
export async function lockObject(transaction: Transaction, kind: CatalogueKind, key: string): Promise<boolean> {
  return (await transaction.run(lock(kind), { keys: [key] })).length > 0;
}

const keep = (kind: CatalogueKind): Query => ({
  name: `tags.keepTerms.${kind}`,
  text: `UNWIND $keys AS key
MATCH ${ways[kind].node}
SET object += $properties`,
});

const aspectOf = { STORE: 'store', STAFF: 'staff', PRODUCT: 'product' } as const satisfies Record<
  CatalogueKind,
  CatalogueAspect
>;

/** Keeps what an object has by hand beside what its records say, so that rules find it there. */
export async function keepTerms(transaction: Transaction, kind: CatalogueKind, key: string, now: Date): Promise<void> {
  const run: Run = (query, parameters) => transaction.run(query, parameters);
  const hand = (await readHandTags(run, kind, [key])).get(key) ?? [];
  const lasting = hand.filter(({ removedAt }) => removedAt === null);
  const terms = [...new Set(lasting.map(({ tag, expiresAt }) => termOf(tag, expiresAt ?? FOR_GOOD)))].sort();
  await transaction.run(keep(kind), { keys: [key], properties: tagTermProperties(terms) });
  await registerEndingTags(
    transaction,
    lasting.map(({ tag }) => tag),
  );
  await leaveTrace(transaction, { catalogue: [aspectOf[kind]] }, now);
}
