import type { Clock } from '../../../platform/clock.ts';
import type { Database, Query } from '../../../platform/neo4j/database.ts';
import type { CustomerRow } from '../../../profile/customer360/customer-row.ts';
import { readHabits } from '../../../profile/habits/habits.store.ts';
import type { Habits } from '../../../profile/habits/habits.ts';
import { readStoredTags } from '../../../profile/tags/definitions.store.ts';
import { checkTag } from '../../../profile/tags/hand-tags.service.ts';
import { tagsAt } from '../../../profile/tags/stored-tags.ts';
import type { TagDefinition } from '../../../profile/tags/tag-definition.ts';
import { noObject } from '../../../profile/tags/tag-errors.ts';
import type { TagOrigin, TagOrigins } from '../../../profile/tags/tag-origins.ts';
import { readObject, type TaggedObject } from '../../../profile/tags/tagged-objects.ts';
import { taxonomyOf } from '../../../profile/tags/taxonomy.ts';
import { nodes } from '../../compiler/cypher/patterns.ts';
import type { CompileSelection } from '../../selection/compile-selection.ts';
import { readTags, type TaggedRow } from '../../tags/rule-tags.ts';
import { ruleOfTag, scopeOfKind } from '../../tags/tag-rules.ts';
import type { ClauseVerdict } from './clause-tree.ts';
import type { ExplainInput, MembershipExplanation } from './explain-membership.ts';

/** Whether an object has a tag, and why. */
export interface TagExplanation {
  readonly tag: string;
  readonly holds: boolean;
  /** Null for a tag that nobody declared. */
  readonly definition: TagDefinition | null;
  /** By whom it is stored. */
  readonly origins: readonly TagOrigin[];
  /** Whether its rule holds; null for a tag without a rule for such objects. */
  readonly ruleHolds: boolean | null;
  /** Of a customer: every clause of the rule with what decided it. */
  readonly clause: ClauseVerdict | null;
  /** Of a customer and a rule: the figures. */
  readonly habits: Habits | null;
  readonly asOf: Date;
}

export interface ExplainTagDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly compile: CompileSelection;
  readonly origins: TagOrigins;
  readonly customersById: (ids: readonly string[]) => Promise<(CustomerRow | null)[]>;
  readonly explain: (input: ExplainInput) => Promise<MembershipExplanation>;
}

/** Explains tags. Errors: BAD_USER_INPUT, NOT_FOUND. */
export function createExplainTag(deps: ExplainTagDependencies) {
  const { database, clock, compile, origins, customersById, explain } = deps;

  async function rowOf({ kind, key }: TaggedObject): Promise<TaggedRow | null> {
    if (kind === 'CUSTOMER') {
      const [found] = await customersById([key]);
      return found ? { key: found.id, tags: found.tags, tagTerms: found.tagTerms } : null;
    }
    const node = nodes[scopeOfKind[kind]];
    const query: Query = {
      name: `tags.stored.${kind}`,
      text: `MATCH (node:${node.label} {${node.key}: $key})
RETURN node.${node.key} AS key, coalesce(node.tags, []) AS tags, coalesce(node.tagTerms, []) AS tagTerms`,
    };
    return (await database.read<TaggedRow & Record<string, unknown>>(query, { key }))[0] ?? null;
  }

  return async (object: string, given: string): Promise<TagExplanation> => {
    const wanted = readObject(object);
    const tag = checkTag(given);
    const asOf = clock.now();
    const row = await rowOf(wanted);
    if (row === null) throw noObject(wanted.kind, wanted.key);
    const { kind } = wanted;
    const stored = await readStoredTags(database.read);
    const taxonomy = taxonomyOf(compile.settings.filedTags, stored);
    const definition = taxonomy.find(({ name }) => name === tag) ?? null;
    const [from = []] =
      kind === 'CUSTOMER' ? await origins.ofCustomers([row.key], asOf) : await origins.ofObjects(kind, [row], asOf);
    const told = definition?.appliesTo.includes(kind) ? ruleOfTag(definition, compile.settings.timeZone) : null;
    const isStored = tagsAt(row, asOf).includes(tag);
    const common = { tag, definition, origins: from.filter((origin) => origin.tag === tag), asOf };
    if (told === null) return { ...common, holds: isStored, ruleHolds: null, clause: null, habits: null };
    if (kind !== 'CUSTOMER') {
      // what is stored left aside: then it is there by its rule, or not at all
      const bare = { key: row.key, tags: [], tagTerms: [] };
      const inferred = definition?.inferred === true;
      const [alone = []] = await readTags(database.read, stored, compile, kind, [bare], asOf, inferred);
      const ruleHolds = alone.includes(tag);
      return { ...common, holds: isStored || ruleHolds, ruleHolds, clause: null, habits: null };
    }
    const { clause } = await explain({ customer: row.key, rule: definition?.rule ?? null, asOf });
    const [habits = null] = await readHabits(database.read, [row.key], compile.settings.timeZone);
    return { ...common, holds: isStored || clause.matched, ruleHolds: clause.matched, clause, habits };
  };
}
