import type { StoredTags } from './definitions.store.ts';
import type { FiledTag, TagDefinition } from './tag-definition.ts';

/** The tags of the file and those that were saved, by name; what was saved comes first. */
export function taxonomyOf(
  filed: readonly FiledTag[],
  stored: Pick<StoredTags, 'definitions'>,
): readonly TagDefinition[] {
  const byName = new Map<string, TagDefinition>(
    filed.map((tag) => [tag.name, { ...tag, origin: 'FILE', updatedAt: null }]),
  );
  for (const tag of stored.definitions) byName.set(tag.name, tag);
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
