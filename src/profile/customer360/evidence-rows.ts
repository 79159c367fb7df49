import {
  readChoice,
  readFlag,
  readInstant,
  readJson,
  readJsonObject,
  readOptionalInstant,
  readOptionalText,
  readText,
  readTexts,
} from '../../catalogue/read-properties.ts';
import type { StatedOnce } from '../../intake/identity/stated-identifiers.ts';
import type { Row } from '../../platform/neo4j/database.ts';

/** An identifier that leads to the customer. */
export interface IdentifierRow {
  /** compositeKey(kind, scope or '', value). */
  readonly key: string;
  readonly kind: string;
  /** Null when the kind has no scope. */
  readonly scope: string | null;
  readonly value: string;
  readonly strength: 'strong' | 'weak';
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly sources: readonly string[];
  /** Seen with too many different people: it joins nobody. */
  readonly shared: boolean;
  /** When it went to somebody else; null: it is this customer's now. */
  readonly until: Date | null;
}

/** What `identifierFromNode` reads. */
export const identifierProperties = [
  ...['key', 'kind', 'scope', 'value', 'strength', 'firstSeenAt', 'lastSeenAt', 'sources', 'shared', 'until'],
] as const;

/** Reads the properties of an Identifier node. */
export function identifierFromNode(properties: Row): IdentifierRow {
  return {
    key: readText(properties, 'key'),
    kind: readText(properties, 'kind'),
    scope: readOptionalText(properties, 'scope') || null,
    value: readText(properties, 'value'),
    strength: readChoice(properties, 'strength', ['strong', 'weak']),
    firstSeenAt: readInstant(properties, 'firstSeenAt'),
    lastSeenAt: readInstant(properties, 'lastSeenAt'),
    sources: [...readTexts(properties, 'sources')].sort(),
    shared: readFlag(properties, 'shared'),
    until: readOptionalInstant(properties, 'until'),
  };
}

/** A device the customer was seen on. */
export interface DeviceRow {
  readonly deviceId: string;
  readonly platform: string | null;
  readonly model: string | null;
  readonly lastSeenAt: Date | null;
}

/** What `deviceFromNode` reads. */
export const deviceProperties = ['deviceId', 'platform', 'model', 'lastSeenAt'] as const;

/** Reads the properties of a Device node. */
export function deviceFromNode(properties: Row): DeviceRow {
  return {
    deviceId: readText(properties, 'deviceId'),
    platform: readOptionalText(properties, 'platform'),
    model: readOptionalText(properties, 'model'),
    lastSeenAt: readOptionalInstant(properties, 'lastSeenAt'),
  };
}

export const provenances = ['FIRST_PARTY', 'SECOND_PARTY', 'THIRD_PARTY'] as const;

/** An identifier as a source record stated it, and what was made of it. */
export type StatedIdentifierRow = Pick<StatedOnce, 'kind' | 'scope' | 'value' | 'normalised' | 'status'>;

/** What a source system said of the customer, and when: the evidence behind the golden record. */
export interface SourceRecordRow {
  /** compositeKey(source, recordId). */
  readonly key: string;
  readonly source: string;
  readonly recordId: string;
  readonly provenance: (typeof provenances)[number];
  readonly observedAt: Date;
  readonly receivedAt: Date;
  /** As the source sent it (ProfileInput). */
  readonly profile: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  /** Tags that end, as `termOf` writes them. */
  readonly tagTerms: readonly string[];
  /** Every identifier that the record ever stated. */
  readonly statedIdentifiers: readonly StatedIdentifierRow[];
}

/** What `sourceRecordFromNode` reads. */
export const sourceRecordProperties = [
  ...['key', 'source', 'recordId', 'provenance', 'observedAt', 'receivedAt', 'profile', 'tags', 'tagTerms'],
  'statedIdentifiers',
] as const;

/** Reads the properties of a SourceRecord node. */
export function sourceRecordFromNode(properties: Row): SourceRecordRow {
  return {
    key: readText(properties, 'key'),
    source: readText(properties, 'source'),
    recordId: readText(properties, 'recordId'),
    provenance: readChoice(properties, 'provenance', provenances),
    observedAt: readInstant(properties, 'observedAt'),
    receivedAt: readInstant(properties, 'receivedAt'),
    profile: readJsonObject(properties, 'profile'),
    tags: readTexts(properties, 'tags'),
    tagTerms: readTexts(properties, 'tagTerms'),
    statedIdentifiers: statedFromNode(properties),
  };
}

/** Sorted. The same value may have been sent with its scope and without. */
function statedFromNode(properties: Row): StatedIdentifierRow[] {
  const stated = (readJson(properties, 'statedIdentifiers') ?? []) as StatedIdentifierRow[];
  const distinct = stated.map(({ kind, scope, value, normalised, status }) => ({
    kind,
    scope,
    value,
    normalised,
    status,
  }));
  return [...new Map(distinct.map((one) => [JSON.stringify([one.kind, one.scope, one.value]), one])).values()];
}

/** A customer that was merged away, and into whom. */
export interface MergedCustomerRow {
  readonly id: string;
  readonly mergeId: string | null;
  readonly mergedAt: Date;
  readonly cause: string | null;
  /** Key of the identifier that joined them; null when it was something else. */
  readonly via: string | null;
  /** The fact that made them one, as `type:key`. */
  readonly because: string | null;
  /** The customer it was merged into at that time, which may have been merged away itself since. */
  readonly intoId: string;
}

/** Reads the properties of a MergedCustomer node together with `intoId`. */
export function mergedCustomerFromNode(properties: Row): MergedCustomerRow {
  return {
    id: readText(properties, 'id'),
    mergeId: readOptionalText(properties, 'mergeId'),
    mergedAt: readInstant(properties, 'mergedAt'),
    cause: readOptionalText(properties, 'cause'),
    via: readOptionalText(properties, 'via') || null,
    because: readOptionalText(properties, 'because'),
    intoId: readText(properties, 'intoId'),
  };
}
