/** The types of records that say something of a person. */
export type EvidenceType = 'customer' | 'order' | 'event';

/** One fact that ties identifiers together: what identity is decided on. */
export interface Evidence {
  readonly type: EvidenceType;
  readonly key: string;
  readonly strongKeys: readonly string[];
  readonly weakKeys: readonly string[];
  /** Key of the source record it refers to. */
  readonly recordKey: string | null;
  /** When the standing version was seen. */
  readonly seenAt: Date;
  /** The person's name as a source record states it, in the form in which names are compared. */
  readonly name: string | null;
  /** The graph has its node already; a new fact is written with its customer at once. */
  readonly stored: boolean;
  /** Its content or identifiers change with this batch. */
  readonly changed: boolean;
  /** The customer it belongs to now; null for a fact that is new or nobody's. */
  readonly customer: string | null;
  /** It is where it is only because of weak identifiers. */
  readonly anonymous: boolean;
  /** The anonymous customer it was handed over from, to be given back if the device turns out to be shared. */
  readonly anonymousCustomer: string | null;
}

/** Where a fact belongs from now on. */
export interface Placement {
  readonly evidence: Evidence;
  readonly to: string | null;
  readonly anonymous: boolean;
  readonly anonymousCustomer: string | null;
}

/**
 * Why two customers are one: they share a strong identifier; a fact refers to the other's source record; anonymous activity
 * was handed to the one known customer on its devices; all its facts went elsewhere; somebody decided so; other rules came
 * into force; or an identifier changed hands.
 */
export type MergeCause =
  | 'SHARED_IDENTIFIER'
  | 'SOURCE_RECORD'
  | 'ANONYMOUS_ACTIVITY'
  | 'FACTS_MOVED'
  | 'DECISION'
  | 'RULES_CHANGED'
  | 'REISSUED';

/** A customer that becomes part of another, and why. */
export interface Merge {
  readonly loser: string;
  readonly survivor: string;
  readonly cause: MergeCause;
  /** The identifier or record reference that joined them. */
  readonly via: string;
  /** The fact that brought it, as `type:key`. */
  readonly because: string;
}

/** A name for a piece of evidence that is unique over all types. */
export const nodeOf = (type: EvidenceType, key: string): string => `${type}:${key}`;

/** The older of two customers: ids sort in the order in which they were made. */
export const older = (one: string, other: string): string => (one < other ? one : other);

/** Facts as the graph keeps them: no keys as null, a single one bare, more as a list. */
export type StoredKeys<T extends Pick<Evidence, 'strongKeys' | 'weakKeys'>> = Omit<T, 'strongKeys' | 'weakKeys'> & {
  readonly [K in 'strongKeys' | 'weakKeys']: string | readonly string[] | null;
};

/** What `StoredKeys` keeps: the database has a list outside the node, so an empty one is left out and a single key bare. */
export const fromKeys = (keys: readonly string[]): string | readonly string[] | null =>
  keys.length > 1 ? keys : (keys[0] ?? null);

/** Reads what `StoredKeys` keeps. */
export const toKeys = (stored: string | readonly string[] | null): readonly string[] =>
  typeof stored === 'string' ? [stored] : (stored ?? []);
