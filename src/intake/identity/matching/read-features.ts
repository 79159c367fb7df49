import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { RecordProfile } from '../golden-record.ts';
import { plainText } from '../normalise-identifier.ts';
import { tidyText } from '../profile-values.ts';
import { foldText, lettersOf } from './fold-text.ts';
import { type PersonName, readNames } from './read-name.ts';

/** A value with the text that people are shown for it. */
export interface Shown<Value> {
  readonly shown: string;
  readonly value: Value;
}

/** A mailbox: the part before the @, and the domain. */
export interface Mailbox {
  readonly local: string;
  readonly domain: string;
}

/** A postal address as it is compared: letters and digits, pinyin for Chinese; empty where nothing is said. */
export interface Place {
  /** Street and house as written, without spaces and marks. */
  readonly line: string;
  /** The numbers in it, in their order. */
  readonly numbers: string;
  readonly district: string;
  readonly city: string;
  readonly postalCode: string;
}

/** The value of an identifier of which a person has only one. */
export interface OwnNumber {
  /** Kind and scope. */
  readonly namespace: string;
  readonly kind: string;
  readonly value: string;
}

/** What a source record says of a person, in the form in which records are compared. */
export interface Features {
  /** Key of the record. */
  readonly record: string;
  readonly names: readonly PersonName[];
  /** YYYYMMDD. */
  readonly birthDate: string | null;
  readonly gender: string | null;
  readonly phones: readonly Shown<string>[];
  readonly emails: readonly Shown<Mailbox>[];
  readonly place: Shown<Place> | null;
  readonly own: readonly OwnNumber[];
}

/** What of the rules decides how identifiers are compared. */
export interface FeatureRules {
  readonly kinds: ReadonlyMap<
    string,
    { readonly normaliser: string; readonly limits: { readonly exclusive: boolean } }
  >;
}

/** An identifier as a source record keeps it. */
export interface StatedValue {
  readonly kind: string;
  readonly scope: string;
  /** As it was sent. */
  readonly value: string;
  readonly normalised: string | null;
  readonly status: string;
}

/** A source record as the graph keeps it. */
export interface RecordForMatching {
  readonly key: string;
  readonly profile: RecordProfile['profile'];
  readonly stated: readonly StatedValue[];
}

const SHORTEST_PHONE = 7;
const SHORTEST_OWN = 5;

/** Reads a source record for comparison. Values that identify nobody for a slip of the finger count too; junk does not. */
export function readFeatures({ key, profile, stated }: RecordForMatching, { kinds }: FeatureRules): Features {
  const usable = stated.filter(({ status }) => status !== 'blocked');
  const of = (normaliser: string) => usable.filter(({ kind }) => kinds.get(kind)?.normaliser === normaliser);
  const gender = profile.gender ?? null;
  return {
    record: key,
    names: readNames(profile),
    birthDate: tidyText(profile.birthDate)?.replace(/-/g, '') ?? null,
    gender: gender === 'FEMALE' || gender === 'MALE' || gender === 'OTHER' ? gender : null,
    phones: distinct(of('phone').flatMap(readPhone), ({ value }) => value),
    emails: distinct(of('email').flatMap(readEmail), ({ shown }) => shown),
    place: readPlace(profile.address),
    own: usable.flatMap(({ kind, scope, normalised }) =>
      kinds.get(kind)?.limits.exclusive && normalised !== null && normalised.length >= SHORTEST_OWN
        ? [{ namespace: `${kind} ${scope}`, kind, value: normalised }]
        : [],
    ),
  };
}

// National digits, so that a number that lacks one, and has no country then, still stands beside the whole one.
function readPhone({ value, normalised }: StatedValue): Shown<string>[] {
  const national = normalised === null ? undefined : parsePhoneNumberFromString(normalised)?.nationalNumber;
  const digits =
    national ??
    plainText(value)
      .replace(/\D/g, '')
      .replace(/^(00)?86(?=1\d{9})/, '');
  return digits.length < SHORTEST_PHONE ? [] : [{ shown: normalised ?? plainText(value), value: digits }];
}

function readEmail({ value, normalised }: StatedValue): Shown<Mailbox>[] {
  const shown = normalised ?? plainText(value).toLowerCase();
  const [local = '', domain = '', ...more] = shown.split('@');
  if (local === '' || domain === '' || more.length > 0) return [];
  return [{ shown, value: { local: local.replace(/\+.*$/, ''), domain } }];
}

const placeSuffix = /(?<=..)(特别行政区|自治区|自治州|街道|地区|市|省|区|县|镇)$/;

function readPlace(address: RecordProfile['profile']['address']): Shown<Place> | null {
  const text = (part: string | null | undefined) => tidyText(part) ?? '';
  const [line, district, city, postalCode] = [
    text(address?.line),
    text(address?.district),
    text(address?.city),
    text(address?.postalCode),
  ];
  if (line + district + city + postalCode === '') return null;
  const folded = foldText(line);
  const area = (name: string) => lettersOf(foldText(name).replace(placeSuffix, ''));
  return {
    shown: [line, district, city, postalCode].filter((part) => part !== '').join(', '),
    value: {
      line: folded.replace(/[^\p{L}\p{N}]/gu, ''),
      numbers: (folded.match(/\d+/g) ?? []).join(' '),
      district: area(district),
      city: area(city),
      postalCode: foldText(postalCode).replace(/[^\p{L}\p{N}]/gu, ''),
    },
  };
}

function distinct<Value>(values: readonly Value[], nameOf: (value: Value) => string): Value[] {
  return [...new Map(values.map((value) => [nameOf(value), value])).values()];
}
