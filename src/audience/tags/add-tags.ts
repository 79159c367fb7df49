import type { StoredTags } from '../../profile/tags/definitions.store.ts';
import type { ReadTaxonomy } from '../../profile/tags/kept-taxonomy.ts';
import type { FiledTag } from '../../profile/tags/tag-definition.ts';
import { taxonomyOf } from '../../profile/tags/taxonomy.ts';
import { everyone, not, type Rule, type Scope, tagKey, tagReferences } from '../rules/index.ts';
import { ruleOfTag } from './tag-rules.ts';

/** A rule with what it speaks of. */
export interface ScopedRule {
  readonly rule: Rule;
  readonly scope: Scope;
}

/** What the settings and the graph know of tags. */
export interface TagSettings {
  readonly timeZone: string;
  readonly filedTags: readonly FiledTag[];
}

/**
 * What gives the tags that rules name beside the list of an object's tags, by `tagKey`: the rule of a rule tag, also of those that
 * such rules name; for a tag that is given by hand or for a time a rule that holds of nobody. Nothing for the other tags.
 */
export function tagsOf(
  rules: readonly ScopedRule[],
  stored: StoredTags,
  { timeZone, filedTags }: TagSettings,
): ReadonlyMap<string, Rule> {
  const found = new Map<string, Rule>();
  const open = rules.flatMap(({ rule, scope }) => tagReferences(rule, scope));
  if (open.length === 0) return found;
  const byName = new Map(taxonomyOf(filedTags, stored).map((tag) => [tag.name, tag]));
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    const { scope, tag } = reference;
    const key = tagKey(reference);
    if (found.has(key)) continue;
    const definition = byName.get(tag);
    const told = definition ? ruleOfTag(definition, timeZone) : null;
    if (told?.scope === scope) {
      found.set(key, told.rule);
      open.push(...tagReferences(told.rule, scope));
    } else if (stored.ending.has(tag)) found.set(key, nobody);
  }
  return found;
}

const nobody: Rule = not(everyone);

/** The rules at hand with what gives the tags that they name: one statement at most, none where no tag is named. */
export async function addTags(
  readTaxonomy: ReadTaxonomy,
  { rule, scope }: ScopedRule,
  rules: ReadonlyMap<string, Rule>,
  settings: TagSettings,
): Promise<ReadonlyMap<string, Rule>> {
  const all = withScopes(rule, scope, rules);
  if (all.every((one) => tagReferences(one.rule, one.scope).length === 0)) return rules;
  return new Map([...rules, ...tagsOf(all, await readTaxonomy(), settings)]);
}

/** A rule and those at hand, each with what it speaks of: segments have no scope in their key. */
export function withScopes(rule: Rule, scope: Scope, rules: ReadonlyMap<string, Rule>): ScopedRule[] {
  const named = [...rules].map(([key, other]): ScopedRule => {
    const end = key.indexOf('\n');
    return { rule: other, scope: end === -1 ? 'customer' : (key.slice(0, end) as Scope) };
  });
  return [{ rule, scope }, ...named];
}
