import type { CustomerRecord, ProfileInput } from '../../platform/generated/schema-types.ts';
import { compositeKey } from '../../platform/ids.ts';
import { contentHash } from './content-hash.ts';
import type { CustomerFact } from './facts.ts';
import { personName } from './person-name.ts';
import { instant, type PrepareContext, plain, plainTags } from './prepare-context.ts';
import { prepareIdentifiers } from './prepare-person.ts';
import { termOf } from './tag-term.ts';

/** The source of what people of the brand say of a customer by hand: no sign of life of the customer. */
export const HAND_TAGS = 'hand-tags';

/** Tags that end, as they are stored; null where there are none. */
function termsOf(tags: CustomerRecord['expiringTags']): string[] | null {
  const terms = (tags ?? []).flatMap(({ tag, expiresAt }) => {
    const name = plain(tag);
    return name === null ? [] : [termOf(name, instant(expiresAt))];
  });
  return terms.length > 0 ? [...new Set(terms)].sort() : null;
}

function prepareProfile(profile: ProfileInput): CustomerFact['profile'] {
  const address = profile.address;
  return {
    displayName: plain(profile.displayName),
    givenName: plain(profile.givenName),
    familyName: plain(profile.familyName),
    gender: profile.gender ?? null,
    birthDate: profile.birthDate ?? null,
    language: plain(profile.language),
    address: address
      ? {
          line: plain(address.line),
          district: plain(address.district),
          city: plain(address.city),
          province: plain(address.province),
          country: plain(address.country),
          postalCode: plain(address.postalCode),
        }
      : null,
    attributes: profile.attributes ?? null,
  };
}

/** What a system says of a person: the evidence that customers are made of. */
export function prepareCustomer(record: CustomerRecord, context: PrepareContext): CustomerFact {
  const observedAt = instant(record.observedAt);
  const evidence = prepareIdentifiers(record.identifiers, ['customer', 'identifiers'], context);
  const profile = prepareProfile(record.profile ?? {});
  return {
    type: 'customer',
    index: context.index,
    key: compositeKey(record.source, record.recordId),
    version: observedAt,
    contentHash: contentHash(record),
    seenAt: observedAt,
    source: record.source,
    ...evidence,
    recordKey: null,
    profile,
    name: personName(profile),
    properties: {
      source: record.source,
      recordId: record.recordId,
      provenance: record.provenance ?? 'FIRST_PARTY',
      observedAt,
      profile: JSON.stringify(profile),
      personName: personName(profile),
      tags: plainTags(record.tags),
      tagTerms: termsOf(record.expiringTags),
      ...(record.source === HAND_TAGS && { byHand: true }),
    },
  };
}
