import { readTerm } from '../../intake/records/tag-term.ts';

/** What is stored of an object's tags. */
export interface StoredTagLists {
  readonly tags: readonly string[];
  readonly tagTerms: readonly string[];
}

/** The tags that an object has by hand and by import at an instant, each once, sorted. */
export function tagsAt({ tags, tagTerms }: StoredTagLists, at: Date): string[] {
  const lasting = tagTerms.map(readTerm).filter(({ until }) => until > at);
  return [...new Set([...tags, ...lasting.map(({ tag }) => tag)])].sort();
}
