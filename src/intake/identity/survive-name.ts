import { composeName, tidyText } from './profile-values.ts';
import { best, type Claim, compareProvenance, compareRecency, type RecordStamp } from './survivorship.ts';

interface NameParts {
  readonly givenName: string | null;
  readonly familyName: string | null;
}

interface NamedRecord extends RecordStamp {
  readonly profile: { readonly givenName?: string | null; readonly familyName?: string | null };
}

type NameClaim<R extends RecordStamp> = Claim<NameParts, R>;

function isWhole({ value }: Claim<NameParts>): boolean {
  return value.givenName !== null && value.familyName !== null;
}

function compareNames(a: Claim<NameParts>, b: Claim<NameParts>): number {
  return compareProvenance(a, b) || Number(isWhole(b)) - Number(isWhole(a)) || compareRecency(a, b);
}

function agrees(a: NameParts, b: NameParts): boolean {
  return (Object.keys(a) as (keyof NameParts)[]).every(
    (part) => a[part] === null || b[part] === null || a[part] === b[part],
  );
}

/** The claim of one part: by the leading record, else by the best of the others that do not contradict the leader. */
function partOf<R extends RecordStamp>(
  part: keyof NameParts,
  leader: NameClaim<R>,
  claims: readonly NameClaim<R>[],
): Claim<string, R> | null {
  const stated = claims.filter((claim) => claim.value[part] !== null && agrees(claim.value, leader.value));
  const source = leader.value[part] === null ? best(stated, compareNames) : leader;
  const value = source?.value[part] ?? null;
  return source && value !== null ? { value, record: source.record } : null;
}

/**
 * The name that is believed. Both parts come from one record: of the nearest provenance, there rather one that states
 * both parts, then the newest. Only a part that this record lacks is taken from another, which may not contradict it:
 * so a name is never mixed from the names of two people.
 */
export function surviveName<R extends NamedRecord>(
  records: readonly R[],
): { givenName: Claim<string, R> | null; familyName: Claim<string, R> | null; composed: Claim<string, R> | null } {
  const claims = records
    .map((record): NameClaim<R> => {
      const { givenName, familyName } = record.profile;
      return { value: { givenName: tidyText(givenName), familyName: tidyText(familyName) }, record };
    })
    .filter(({ value }) => value.givenName !== null || value.familyName !== null);
  const leader = best(claims, compareNames);
  if (!leader) return { givenName: null, familyName: null, composed: null };
  const givenName = partOf('givenName', leader, claims);
  const familyName = partOf('familyName', leader, claims);
  const shown = composeName(givenName?.value ?? null, familyName?.value ?? null);
  return { givenName, familyName, composed: shown === null ? null : { value: shown, record: leader.record } };
}
