import type { AddressJson, CustomerFact, ProfileJson } from './record-input.ts';
import { millis } from './settings.ts';

/** The values that stand for a person, each as one record stated it. */
export interface Golden {
  displayName: string | null;
  givenName: string | null;
  familyName: string | null;
  gender: string | null;
  birthDate: string | null;
  language: string | null;
  addressLine: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
}

const closeness = { FIRST_PARTY: 0, SECOND_PARTY: 1, THIRD_PARTY: 2 };

/**
 * First-party data goes before second and third, and then the newest before older. The name is led by one record, and among
 * equals in provenance rather by one that states both parts; what it lacks comes from a record that does not contradict it. An
 * address is taken as a whole; UNKNOWN stands only where nothing else is known.
 * `records`: newest version of each. Worlds avoid two observed at the same instant, and names without one to show.
 */
export function goldenOf(records: readonly CustomerFact[]): Golden {
  const rank = ({ provenance }: CustomerFact): number => closeness[provenance ?? 'FIRST_PARTY'];
  const ranked = [...records].sort(
    (left, right) => rank(left) - rank(right) || millis(right.observedAt) - millis(left.observedAt),
  );
  const profiles = ranked.map(({ profile }) => profile ?? {});
  const best = (read: (profile: ProfileJson) => string | undefined): string | null =>
    profiles.map(read).find((value) => value !== undefined) ?? null;
  const states = ({ profile }: CustomerFact): number =>
    Number(profile?.givenName !== undefined) + Number(profile?.familyName !== undefined);
  const names = ranked
    .filter((record) => states(record) > 0)
    .sort((left, right) => rank(left) - rank(right) || states(right) - states(left))
    .map(({ profile }) => profile ?? {});
  const { givenName, familyName } = names[0] ?? {};
  const agree = (one: ProfileJson): boolean =>
    (!one.givenName || !givenName || one.givenName === givenName) &&
    (!one.familyName || !familyName || one.familyName === familyName);
  const address: AddressJson =
    profiles.map((profile) => profile.address ?? {}).find((one) => Object.keys(one).length > 0) ?? {};
  return {
    displayName: best(({ displayName }) => displayName),
    givenName: givenName ?? names.find((one) => one.givenName && agree(one))?.givenName ?? null,
    familyName: familyName ?? names.find((one) => one.familyName && agree(one))?.familyName ?? null,
    gender: best(({ gender }) => (gender === 'UNKNOWN' ? undefined : gender)) ?? best(({ gender }) => gender),
    birthDate: best(({ birthDate }) => birthDate),
    language: best(({ language }) => language),
    addressLine: address.line ?? null,
    city: address.city ?? null,
    province: address.province ?? null,
    country: address.country ?? null,
  };
}
