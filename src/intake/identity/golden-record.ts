import { readTerm } from '../records/tag-term.ts';
import { plainText } from './normalise-identifier.ts';
import { tidyText, tidyValue } from './profile-values.ts';
import { surviveName } from './survive-name.ts';
import { best, type Claim, type RecordStamp } from './survivorship.ts';

/** A postal address; a part that is not known is null. */
export interface Address {
  readonly line: string | null;
  readonly district: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly country: string | null;
  readonly postalCode: string | null;
}

/** What one source record says of a person. Missing, null and empty all mean: nothing said. */
export interface RecordProfile extends RecordStamp {
  readonly profile: {
    readonly displayName?: string | null;
    readonly givenName?: string | null;
    readonly familyName?: string | null;
    readonly gender?: string | null;
    /** 'YYYY-MM-DD'. */
    readonly birthDate?: string | null;
    readonly language?: string | null;
    readonly address?: { readonly [P in keyof Address]?: string | null } | null;
    /** A JSON object; anything else says nothing. */
    readonly attributes?: unknown;
  };
  readonly tags?: readonly string[] | null;
  /** Tags that end, as `termOf` writes them. */
  readonly tagTerms?: readonly string[] | null;
}

/** Where one value of the golden record came from. */
export interface AttributeOrigin extends RecordStamp {
  /** 'displayName', …, 'addressLine', 'city', …, 'attributes.<key>'; 'tags' once for every tag. */
  readonly name: string;
  readonly value: unknown;
}

/** What is believed of a person: for every attribute the value that won, and where each came from. */
export interface GoldenRecord {
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly gender: string | null;
  readonly birthDate: string | null;
  readonly language: string | null;
  /** Whole, from one record; null when no record has one. */
  readonly address: Address | null;
  /** Keys sorted. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Sorted, each once. */
  readonly tags: readonly string[];
  /** Tags that end and that no record gives for good, each once with its last end, as `termOf` writes them. */
  readonly tagTerms: readonly string[];
  /** One for every value above, sorted by name (tags among each other by tag). */
  readonly origins: readonly AttributeOrigin[];
}

type RecordClaim<T> = Claim<T, RecordProfile>;
type TextField = 'displayName' | 'gender' | 'birthDate' | 'language';

const addressNames = {
  line: 'addressLine',
  district: 'district',
  city: 'city',
  province: 'province',
  country: 'country',
  postalCode: 'postalCode',
} as const satisfies Record<keyof Address, string>;

/**
 * The survivorship rule: what is believed of a person when source records disagree.
 *
 * - Each attribute is decided on its own: first-party beats second-party beats third-party, then the newest `observedAt`
 *   wins, then the greater source|recordId, then the greater value. The order of the records never matters.
 * - Nothing said never wins: missing, blank, placeholders such as "null" or "---". UNKNOWN is a gender only if nobody knows.
 * - An address is taken whole from one record: parts of two addresses make a place where nobody lives.
 * - Given and family name come from one record where possible (see `surviveName`).
 * - displayName falls back to the two names: 林小雨 when they are Chinese characters, else "Xiaoyu Lin".
 * - attributes are decided key by key; tags are the union, and of those that end the last end counts.
 */
export function survive(records: readonly RecordProfile[]): GoldenRecord {
  const name = surviveName(records);
  const fields = {
    displayName: bestText(records, 'displayName') ?? name.composed,
    givenName: name.givenName,
    familyName: name.familyName,
    gender: surviveGender(records),
    birthDate: bestText(records, 'birthDate'),
    language: bestText(records, 'language'),
  };
  const address = surviveAddress(records);
  const attributes = surviveKeys(records, attributesOf);
  const tags = surviveKeys(records, tagsOf);
  const terms = surviveTerms(records, new Set(tags.map(([tag]) => tag)));

  return {
    displayName: fields.displayName?.value ?? null,
    givenName: fields.givenName?.value ?? null,
    familyName: fields.familyName?.value ?? null,
    gender: fields.gender?.value ?? null,
    birthDate: fields.birthDate?.value ?? null,
    language: fields.language?.value ?? null,
    address: address?.value ?? null,
    attributes: Object.fromEntries(attributes.map(([key, claim]) => [key, claim.value])),
    tags: tags.map(([tag]) => tag),
    tagTerms: terms.map(({ term }) => term).sort(),
    origins: [
      ...Object.entries(fields).flatMap(([field, claim]) => originOf(field, claim)),
      ...addressOrigins(address),
      ...attributes.flatMap(([key, claim]) => originOf(`attributes.${key}`, claim)),
      ...[...tags.map(([, claim]) => claim), ...terms.map(({ claim }) => claim)]
        .sort((a, b) => ((a.value as string) < (b.value as string) ? -1 : 1))
        .flatMap((claim) => originOf('tags', claim)),
    ].sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)),
  };
}

function claimsOf(records: readonly RecordProfile[], field: TextField): RecordClaim<string>[] {
  return records.flatMap((record) => {
    const value = tidyText(record.profile[field]);
    return value === null || (field === 'gender' && value === 'UNKNOWN') ? [] : [{ value, record }];
  });
}

function bestText(records: readonly RecordProfile[], field: TextField): RecordClaim<string> | null {
  return best(claimsOf(records, field));
}

function surviveGender(records: readonly RecordProfile[]): RecordClaim<string> | null {
  const unknown = records.filter((record) => record.profile.gender === 'UNKNOWN');
  return bestText(records, 'gender') ?? best(unknown.map((record) => ({ value: 'UNKNOWN', record })));
}

function surviveAddress(records: readonly RecordProfile[]): RecordClaim<Address> | null {
  const claims = records.map((record): RecordClaim<Address> => {
    const given = record.profile.address ?? {};
    const parts = Object.keys(addressNames).map((part) => [part, tidyText(given[part as keyof Address])]);
    return { value: Object.fromEntries(parts) as Address, record };
  });
  return best(claims.filter(({ value }) => Object.values(value).some((part) => part !== null)));
}

/** The best claim of every key, sorted by key. */
function surviveKeys(
  records: readonly RecordProfile[],
  entriesOf: (record: RecordProfile) => (readonly [string, unknown])[],
): [string, RecordClaim<unknown>][] {
  const winners = new Map<string, RecordClaim<unknown>>();
  for (const record of records) {
    for (const [key, value] of entriesOf(record)) {
      const claim = { value, record };
      const rival = winners.get(key);
      winners.set(key, (rival && best([rival, claim])) ?? claim);
    }
  }
  return [...winners].sort(([a], [b]) => (a < b ? -1 : 1));
}

function attributesOf({ profile: { attributes } }: RecordProfile): (readonly [string, unknown])[] {
  if (typeof attributes !== 'object' || attributes === null || Array.isArray(attributes)) return [];
  return Object.entries(attributes)
    .map(([key, value]) => [key, tidyValue(value)] as const)
    .filter(([, value]) => value !== null);
}

function tagsOf({ tags }: RecordProfile): (readonly [string, unknown])[] {
  return (tags ?? [])
    .map(plainText)
    .filter((tag) => tag !== '')
    .map((tag) => [tag, tag] as const);
}

/** Of every tag that ends the term with the last end, and the record that says so; not of those that somebody gives for good. */
function surviveTerms(records: readonly RecordProfile[], forGood: ReadonlySet<string>) {
  const winners = new Map<string, { readonly term: string; readonly claim: RecordClaim<unknown> }>();
  for (const record of records) {
    for (const term of record.tagTerms ?? []) {
      const { tag } = readTerm(term);
      if (forGood.has(tag)) continue;
      const claim = { value: tag, record };
      const rival = winners.get(tag);
      if (rival && rival.term > term) continue;
      winners.set(tag, {
        term,
        claim: rival?.term === term ? (best([rival.claim, claim]) ?? claim) : claim,
      });
    }
  }
  return [...winners.values()];
}

function originOf(name: string, claim: RecordClaim<unknown> | null): AttributeOrigin[] {
  if (!claim) return [];
  const { source, recordId, provenance, observedAt } = claim.record;
  return [{ name, value: claim.value, source, recordId, provenance, observedAt }];
}

function addressOrigins(address: RecordClaim<Address> | null): AttributeOrigin[] {
  if (!address) return [];
  return (Object.keys(addressNames) as (keyof Address)[]).flatMap((part) => {
    const value = address.value[part];
    return value === null ? [] : originOf(addressNames[part], { value, record: address.record });
  });
}
