import type { Parameters } from '../../platform/neo4j/database.ts';
import type { Run, StoredTags } from '../../profile/tags/definitions.store.ts';
import type { StoredTagLists } from '../../profile/tags/stored-tags.ts';
import { tagsAt } from '../../profile/tags/stored-tags.ts';
import type { TagKind } from '../../profile/tags/tag-definition.ts';
import { taxonomyOf } from '../../profile/tags/taxonomy.ts';
import { nodes } from '../compiler/cypher/patterns.ts';
import { holdsByProperties } from '../compiler/evaluate/holds.ts';
import { conditionOf } from '../compiler/index.ts';
import type { Rule } from '../rules/index.ts';
import type { CompileSelection } from '../selection/compile-selection.ts';
import { withPrefix } from '../selection/statement.ts';
import { tagsOf } from './add-tags.ts';
import { ruleOfTag, scopeOfKind } from './tag-rules.ts';

/** An object with what is stored of its tags. */
export interface TaggedRow extends StoredTagLists {
  readonly key: string;
  /** What is at hand of its other properties: what they settle is not asked of the graph. */
  readonly properties?: object;
}

/**
 * All tags of objects of one kind at an instant, sorted, one list for each: those stored and not ended, and those whose rules hold;
 * or only the inferred ones, which nobody declared.
 * One statement, whatever the number of objects and tags; none where the properties at hand settle every rule.
 * @param stored what the graph knows of tags
 */
export async function readTags(
  run: Run,
  stored: StoredTags,
  compile: CompileSelection,
  kind: TagKind,
  rows: readonly TaggedRow[],
  asOf: Date,
  inferred = false,
): Promise<string[][]> {
  if (rows.length === 0) return [];
  const { timeZone, filedTags } = compile.settings;
  const told = taxonomyOf(filedTags, stored).flatMap((tag) => {
    const read = tag.inferred === inferred && tag.appliesTo.includes(kind) ? ruleOfTag(tag, timeZone) : null;
    return read ? [{ name: tag.name, rule: read.rule }] : [];
  });
  const own = (row: TaggedRow) => (inferred ? [] : tagsAt(row, asOf));
  if (told.length === 0) return rows.map(own);
  const scope = scopeOfKind[kind];
  const segments = tagsOf(
    told.map(({ rule }) => ({ rule, scope })),
    stored,
    compile.settings,
  );
  const byKey = new Map<string, Set<string>>(rows.map((row) => [row.key, new Set(own(row))]));
  const open: { readonly name: string; readonly rule: Rule }[] = [];
  for (const { name, rule } of told) {
    const condition = conditionOf(rule, { ...compile.settings, scope, asOf, segments });
    const verdicts = rows.map(({ key, properties = {} }) => {
      const verdict = holdsByProperties(condition, properties as Readonly<Record<string, unknown>>);
      if (verdict === true) byKey.get(key)?.add(name);
      return verdict;
    });
    if (verdicts.includes(null)) open.push({ name, rule });
  }
  const parts = open.map(({ name, rule }, index) => {
    const { text, parameters } = compile.now(rule, { scope, asOf, segments, restrictToIds: true, anyCost: true });
    const counted = `${text}\nRETURN $tag AS tag, collect(node.${nodes[scope].key}) AS keys`;
    return withPrefix({ text: counted, parameters: { ...parameters, tag: name } }, `tag${index}_`, ['ids']);
  });
  const found =
    parts.length === 0
      ? []
      : await run<{ tag: string; keys: string[] }>(
          { name: `tags.told.${kind}`, text: parts.map(({ text }) => text).join('\nUNION ALL\n') },
          {
            ...(Object.assign({}, ...parts.map(({ parameters }) => parameters)) as Parameters),
            ids: rows.map(({ key }) => key),
          },
        );
  for (const { tag, keys } of found) for (const key of keys) byKey.get(key)?.add(tag);
  return rows.map(({ key }) => [...(byKey.get(key) ?? [])].sort());
}
