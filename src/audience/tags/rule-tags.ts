import type { Parameters } from '../../platform/neo4j/database.ts';
import { type Run, readStoredTags } from '../../profile/tags/definitions.store.ts';
import type { StoredTagLists } from '../../profile/tags/stored-tags.ts';
import { tagsAt } from '../../profile/tags/stored-tags.ts';
import type { TagKind } from '../../profile/tags/tag-definition.ts';
import { taxonomyOf } from '../../profile/tags/taxonomy.ts';
import { nodes } from '../compiler/cypher/patterns.ts';
import type { CompileSelection } from '../selection/compile-selection.ts';
import { withPrefix } from '../selection/statement.ts';
import { tagsOf } from './add-tags.ts';
import { ruleOfTag, scopeOfKind } from './tag-rules.ts';

/** An object with what is stored of its tags. */
export interface TaggedRow extends StoredTagLists {
  readonly key: string;
}

/**
 * All tags of objects of one kind at an instant, sorted, one list for each: those stored and not ended, and those whose rules hold.
 * Two statements, whatever the number of objects and tags; one where no tag of the kind has a rule.
 */
export async function readTags(
  run: Run,
  compile: CompileSelection,
  kind: TagKind,
  rows: readonly TaggedRow[],
  asOf: Date,
): Promise<string[][]> {
  if (rows.length === 0) return [];
  const { timeZone, filedTags } = compile.settings;
  const stored = await readStoredTags(run);
  const told = taxonomyOf(filedTags, stored).flatMap((tag) => {
    const read = tag.appliesTo.includes(kind) ? ruleOfTag(tag, timeZone) : null;
    return read ? [{ name: tag.name, rule: read.rule }] : [];
  });
  if (told.length === 0) return rows.map((row) => tagsAt(row, asOf));
  const scope = scopeOfKind[kind];
  const segments = tagsOf(
    told.map(({ rule }) => ({ rule, scope })),
    stored,
    compile.settings,
  );
  const parts = told.map(({ name, rule }, index) => {
    const { text, parameters } = compile.now(rule, { scope, asOf, segments, restrictToIds: true, anyCost: true });
    const counted = `${text}\nRETURN $tag AS tag, collect(node.${nodes[scope].key}) AS keys`;
    return withPrefix({ text: counted, parameters: { ...parameters, tag: name } }, `tag${index}_`, ['ids']);
  });
  const found = await run<{ tag: string; keys: string[] }>(
    { name: `tags.told.${kind}`, text: parts.map(({ text }) => text).join('\nUNION ALL\n') },
    {
      ...(Object.assign({}, ...parts.map(({ parameters }) => parameters)) as Parameters),
      ids: rows.map(({ key }) => key),
    },
  );
  const byKey = new Map<string, string[]>();
  for (const { tag, keys } of found) for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), tag]);
  return rows.map((row) => [...new Set([...tagsAt(row, asOf), ...(byKey.get(row.key) ?? [])])].sort());
}
