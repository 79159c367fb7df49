import { DomainError } from '../../platform/errors.ts';
import type { TagDefinition, TagKind } from './tag-definition.ts';

const nouns: Readonly<Record<TagKind, string>> = {
  CUSTOMER: 'customers',
  STORE: 'stores',
  PRODUCT: 'products',
  STAFF: 'staff',
};

/** The taxonomy has the tag for other objects. */
export const notAllowed = ({ name, appliesTo }: TagDefinition, kind: TagKind) =>
  new DomainError(
    'TAG_NOT_ALLOWED',
    `The tag "${name}" is declared for ${appliesTo.map((one) => nouns[one]).join(', ')}, not for ${nouns[kind]}: take another tag, or declare it for them too.`,
    { tag: name, appliesTo },
  );

/** Nobody gave the tag by hand. */
export const notGiven = (tag: string) =>
  new DomainError(
    'NOT_FOUND',
    `The object does not have the tag "${tag}" by hand. One that a source sent goes when that source sends its record without it; one of a rule goes when the rule does not hold any more.`,
    { tag },
  );

/** There is no such object. */
export const noObject = (kind: TagKind, key: string) =>
  new DomainError('NOT_FOUND', `There are no ${nouns[kind]} with the key "${key}".`, { kind, key });

/** The customer has nothing by which a tag would go with them. */
export const notKnown = () =>
  new DomainError(
    'CUSTOMER_NOT_KNOWN',
    'The customer has no strong identifier of their own, so nobody could tell whose tag it is after a merge is undone. Take in one, e.g. a member number.',
  );
