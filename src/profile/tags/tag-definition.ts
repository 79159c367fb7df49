/** What can be tagged. */
export const tagKinds = ['CUSTOMER', 'STORE', 'PRODUCT', 'STAFF'] as const;
export type TagKind = (typeof tagKinds)[number];

/** A tag of the taxonomy. */
export interface TagDefinition {
  /** Unique; objects have it under this name. */
  readonly name: string;
  readonly category: string | null;
  readonly description: string | null;
  /** Who answers for it. */
  readonly owner: string | null;
  /** What may have it, in the order of `tagKinds`; exactly one kind where there is a rule. */
  readonly appliesTo: readonly TagKind[];
  /** Canonical text of what an object must be to have it; null: it is given, not told. */
  readonly rule: string | null;
  /** One of the default tags that nobody adopted: told in `inferredTags`, not among the tags that an object has. */
  readonly inferred: boolean;
  /** FILE: from the tag rules; SAVED: by the API, which comes before the file. */
  readonly origin: 'FILE' | 'SAVED';
  /** When it was saved; null for one from the file. */
  readonly updatedAt: Date | null;
}

/** A tag of the tag rules file, where its rule is a text that somebody still has to read. */
export type FiledTag = Pick<
  TagDefinition,
  'name' | 'category' | 'description' | 'owner' | 'appliesTo' | 'rule' | 'inferred'
>;
