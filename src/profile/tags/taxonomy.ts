import type { StoredTags } from './definitions.store.ts';
import type { FiledTag, TagDefinition } from './tag-definition.ts';

type Stored = Pick<StoredTags, 'definitions'>;

// what is stored is kept for many questions, see `keepTaxonomy`
const made = new WeakMap<Stored, { readonly filed: readonly FiledTag[]; readonly tags: readonly TagDefinition[] }>();

/** The tags of the file and those that were saved, by name; what was saved comes first. */
export function taxonomyOf(filed: readonly FiledTag[], stored: Stored): readonly TagDefinition[] {
  const known = made.get(stored);
  if (known?.filed === filed) return known.tags;
  const tags = merge(filed, stored);
  made.set(stored, { filed, tags });
  return tags;
}

function merge(filed: readonly FiledTag[], stored: Stored): readonly TagDefinition[] {
  const byName = new Map<string, TagDefinition>(
    filed.map((tag) => [tag.name, { ...tag, origin: 'FILE', updatedAt: null }]),
  );
  for (const tag of stored.definitions) byName.set(tag.name, tag);
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
