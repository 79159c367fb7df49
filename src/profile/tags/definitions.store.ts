import {
  readChoice,
  readFlag,
  readInstant,
  readOptionalText,
  readText,
  readTexts,
} from '../../catalogue/read-properties.ts';
import type { Parameters, Query, Row, Transaction } from '../../platform/neo4j/database.ts';
import { type TagDefinition, tagKinds } from './tag-definition.ts';

/** Runs one statement: a Database's `read`, or an open transaction's `run`. */
export type Run = <R = Row>(query: Query, parameters?: Parameters) => Promise<R[]>;

/** The taxonomy as the graph has it. */
export interface StoredTags {
  /** By name. */
  readonly definitions: readonly TagDefinition[];
  /** Names of tags that objects have by hand or for a time, declared or not. */
  readonly ending: ReadonlySet<string>;
}

const findAll: Query = {
  name: 'tags.all',
  text: 'MATCH (tag:Tag) RETURN tag ORDER BY tag.name',
};

const write: Query = {
  name: 'tags.save',
  text: `MERGE (tag:Tag {name: $name})
SET tag += $properties, tag.declared = true, tag.updatedAt = $now
RETURN tag`,
};

// what objects have by hand stays registered
const remove: Query = {
  name: 'tags.delete',
  text: `MATCH (tag:Tag {name: $name})
REMOVE tag.declared, tag.category, tag.description, tag.owner, tag.appliesTo, tag.rule, tag.updatedAt
WITH tag WHERE tag.ends IS NULL
DELETE tag`,
};

function definitionFromNode(tag: Row): TagDefinition {
  const kinds = readTexts(tag, 'appliesTo');
  return {
    name: readText(tag, 'name'),
    category: readOptionalText(tag, 'category'),
    description: readOptionalText(tag, 'description'),
    owner: readOptionalText(tag, 'owner'),
    appliesTo: kinds.map((_, at) => readChoice({ kind: kinds[at] }, 'kind', tagKinds)),
    rule: readOptionalText(tag, 'rule'),
    inferred: false,
    origin: 'SAVED',
    updatedAt: readInstant(tag, 'updatedAt'),
  };
}

/** Everything that the graph knows of tags, in one statement. */
export async function readStoredTags(run: Run): Promise<StoredTags> {
  const tags = (await run<{ tag: Row }>(findAll)).map(({ tag }) => tag);
  return {
    definitions: tags.filter((tag) => readFlag(tag, 'declared')).map(definitionFromNode),
    ending: new Set(tags.filter((tag) => readFlag(tag, 'ends')).map((tag) => readText(tag, 'name'))),
  };
}

/** What the API can say of a tag. */
export type TagContent = Omit<TagDefinition, 'name' | 'inferred' | 'origin' | 'updatedAt'>;

/** Declares a tag, or replaces what is declared of it. */
export async function writeDefinition(
  transaction: Transaction,
  name: string,
  content: TagContent,
  now: Date,
): Promise<TagDefinition> {
  const [row] = await transaction.run<{ tag: Row }>(write, { name, properties: { ...content }, now });
  if (!row) throw new Error(`The tag ${name} was not written.`);
  return definitionFromNode(row.tag);
}

/** Takes a declaration back. */
export async function deleteDefinition(transaction: Transaction, name: string): Promise<void> {
  await transaction.run(remove, { name });
}
