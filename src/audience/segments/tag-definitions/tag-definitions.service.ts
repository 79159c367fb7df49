import type { Clock } from '../../../platform/clock.ts';
import { DomainError, messageOf } from '../../../platform/errors.ts';
import type { Database } from '../../../platform/neo4j/database.ts';
import { invalidRules } from '../../../platform/rules-file/check-shape.ts';
import {
  deleteDefinition,
  type Run,
  readStoredTags,
  type StoredTags,
  type TagContent,
  writeDefinition,
} from '../../../profile/tags/definitions.store.ts';
import { type TagDefinition, type TagKind, tagKinds } from '../../../profile/tags/tag-definition.ts';
import { tagRulesKind } from '../../../profile/tags/tag-rules.ts';
import { taxonomyOf } from '../../../profile/tags/taxonomy.ts';
import { type FilterJson, type Rule, ruleToFilter, type Scope, tagKey, tagReferences } from '../../rules/index.ts';
import type { TagSettings } from '../../tags/add-tags.ts';
import { readTagRule } from '../../tags/read-tag-rule.ts';
import { ruleOfTag, scopeOfKind } from '../../tags/tag-rules.ts';
import { ruleOfFragment } from '../fragments/fragment-catalogue.ts';
import { readFragments } from '../fragments/fragments.store.ts';
import { checkName, checkText } from '../save-segment.ts';
import { ruleOf } from '../segment-rules.ts';
import { lockAndReadAll } from '../segments.store.ts';

/** A tag to declare, or to let say something else. */
export interface SaveTagDefinitionInput {
  readonly name: string;
  readonly category?: string | null;
  readonly description?: string | null;
  readonly owner?: string | null;
  readonly appliesTo: readonly TagKind[];
  readonly rule?: string | null;
}

/** Which declarations are asked for. */
export interface TagDefinitionsFilter {
  readonly category?: string | null;
  readonly appliesTo?: TagKind | null;
}

/** The taxonomy: what tags mean, and the rules that tell some of them. */
export interface TagDefinitionsService {
  /** By name. */
  list(filter?: TagDefinitionsFilter): Promise<readonly TagDefinition[]>;
  get(name: string): Promise<TagDefinition | null>;
  /** Errors: BAD_USER_INPUT, INVALID_RULE. */
  save(input: SaveTagDefinitionInput): Promise<TagDefinition>;
  /** Gives the name back. Errors: NOT_FOUND, CONFLICT (reason TAG_IN_USE). */
  delete(name: string): Promise<string>;
  /** The rule of a tag as a filter; null without one. */
  filterOf(tag: TagDefinition): FilterJson | null;
}

export interface TagDefinitionsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: TagSettings;
}

export function createTagDefinitionsService(deps: TagDefinitionsDependencies): TagDefinitionsService {
  const { database, clock, settings } = deps;
  const { timeZone, filedTags } = settings;
  checkFiledTags(filedTags, timeZone);

  const list: TagDefinitionsService['list'] = async ({ category, appliesTo } = {}) =>
    taxonomyOf(filedTags, await readStoredTags(database.read)).filter(
      (tag) =>
        (category == null || tag.category === category) && (appliesTo == null || tag.appliesTo.includes(appliesTo)),
    );

  return {
    list,
    get: async (name) => (await list()).find((tag) => tag.name === name) ?? null,
    save: async (input) => {
      const name = checkName(input.name);
      const appliesTo = tagKinds.filter((kind) => input.appliesTo.includes(kind));
      if (appliesTo.length === 0)
        throw new DomainError('BAD_USER_INPUT', 'Say what may have the tag.', { argument: 'appliesTo' });
      const texts = {
        category: checkText('category', input.category),
        description: checkText('description', input.description),
        owner: checkText('owner', input.owner),
      };
      return database.writeTransaction('tags.save', async (transaction) => {
        await lockAndReadAll(transaction);
        const stored = await readStoredTags((query, parameters) => transaction.run(query, parameters));
        const tags = taxonomyOf(filedTags, stored).filter((tag) => tag.name !== name);
        const rule = readTagRule({ name, appliesTo, rule: input.rule ?? null, tags }, timeZone);
        const content: TagContent = { ...texts, appliesTo, rule };
        return writeDefinition(transaction, name, content, clock.now());
      });
    },
    delete: (name) =>
      database.writeTransaction('tags.delete', async (transaction) => {
        const run: Run = (query, parameters) => transaction.run(query, parameters);
        const segments = (await lockAndReadAll(transaction)).flatMap(({ row, draft }) =>
          [row.rule, ...(draft ? [draft.rule] : [])].map((rule): User => {
            const { id, name: segment } = row;
            return { name: segment, scope: 'customer', rule: ruleOf({ id, rule }, timeZone) };
          }),
        );
        const stored = await readStoredTags(run);
        const saved = stored.definitions.find((tag) => tag.name === name);
        if (!saved) throw new DomainError('NOT_FOUND', notSaved(name, filedTags), { name });
        const fragments = (await readFragments(run)).map(
          (row): User => ({ name: row.name, scope: row.scope, rule: ruleOfFragment(row, timeZone) }),
        );
        // one of the file takes its place
        if (!filedTags.some((tag) => tag.name === name))
          checkUnused(saved, [...segments, ...fragments, ...tagUsers(stored)]);
        await deleteDefinition(transaction, name);
        return name;
      }),
    filterOf: (tag) => {
      const told = ruleOfTag(tag, timeZone);
      return told && ruleToFilter(told.rule);
    },
  };

  function tagUsers(stored: StoredTags): User[] {
    return taxonomyOf(filedTags, stored).flatMap((tag) => {
      const told = ruleOfTag(tag, timeZone);
      return told ? [{ name: tag.name, ...told }] : [];
    });
  }
}

/** Somebody whose rule may name tags. */
interface User {
  readonly name: string;
  readonly rule: Rule;
  readonly scope: Scope;
}

function checkUnused({ name, appliesTo }: TagDefinition, users: readonly User[]): void {
  const keys = new Set(appliesTo.map((kind) => tagKey({ scope: scopeOfKind[kind], tag: name })));
  const usedBy = [
    ...new Set(
      users
        .filter((user) => tagReferences(user.rule, user.scope).some((reference) => keys.has(tagKey(reference))))
        .map((user) => user.name),
    ),
  ];
  if (usedBy.length === 0) return;
  throw new DomainError(
    'CONFLICT',
    `The tag "${name}" is used: ${usedBy.map((one) => `"${one}"`).join(', ')} must be changed or deleted first.`,
    { reason: 'TAG_IN_USE', usedBy },
  );
}

const notSaved = (name: string, filed: TagSettings['filedTags']) =>
  filed.some((tag) => tag.name === name)
    ? `The tag "${name}" comes from the tag rules file: take it out there, or save one of that name.`
    : `There is no tag "${name}" in the taxonomy.`;

/** Refuses a rule of the file at the start, by the name of its tag. @throws DomainError INVALID_TAG_RULES */
function checkFiledTags(tags: TagSettings['filedTags'], timeZone: string): void {
  for (const tag of tags)
    try {
      readTagRule({ ...tag, tags }, timeZone);
    } catch (error) {
      throw invalidRules(tagRulesKind, 'the tag rules file', [
        { path: ['tags', tag.name, 'rule'], message: messageOf(error), place: null },
      ]);
    }
}
