import {
  readFlag,
  readInstant,
  readJsonObject,
  readOptionalChoice,
  readOptionalInstant,
  readOptionalInteger,
  readOptionalText,
  readText,
  readTexts,
} from '../../catalogue/read-properties.ts';
import type { Row } from '../../platform/neo4j/database.ts';

export const genders = ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'] as const;
export type Gender = (typeof genders)[number];

/** A customer as the graph keeps it: the golden record and the figures rolled up from the purchases. */
export interface CustomerRow {
  /** 'cus_…'. */
  readonly id: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly gender: Gender | null;
  /** 'YYYY-MM-DD'. */
  readonly birthDate: string | null;
  readonly language: string | null;
  readonly addressLine: string | null;
  readonly district: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly country: string | null;
  readonly postalCode: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Stored for good. */
  readonly tags: readonly string[];
  /** Tags that end, as `termOf` writes them. */
  readonly tagTerms: readonly string[];
  /** Has a strong identifier. */
  readonly known: boolean;
  readonly purchaseCount: number;
  /** Net value of the purchases, and their mean, in minor units of the reporting currency. */
  readonly totalSpentMinor: number;
  readonly averagePurchaseMinor: number | null;
  readonly firstPurchaseAt: Date | null;
  readonly lastPurchaseAt: Date | null;
  readonly lastSeenAt: Date | null;
  /** When the sign of interest came that, with all newer ones, makes interest again and again (see lifecycle/). */
  readonly interestAt: Date | null;
}

/** What `customerFromNode` reads, for a statement that leaves the rest behind. */
export const customerProperties = [
  ...['id', 'createdAt', 'updatedAt', 'displayName', 'givenName', 'familyName', 'gender', 'birthDate', 'language'],
  ...[
    'addressLine',
    'district',
    'city',
    'province',
    'country',
    'postalCode',
    'attributes',
    'tags',
    'tagTerms',
    'known',
  ],
  ...['purchaseCount', 'totalSpentMinor', 'averagePurchaseMinor', 'firstPurchaseAt', 'lastPurchaseAt', 'lastSeenAt'],
  'interestAt',
] as const;

/** Reads the properties of a Customer node. */
export function customerFromNode(properties: Row): CustomerRow {
  return {
    id: readText(properties, 'id'),
    createdAt: readInstant(properties, 'createdAt'),
    updatedAt: readInstant(properties, 'updatedAt'),
    displayName: readOptionalText(properties, 'displayName'),
    givenName: readOptionalText(properties, 'givenName'),
    familyName: readOptionalText(properties, 'familyName'),
    gender: readOptionalChoice(properties, 'gender', genders),
    birthDate: readOptionalText(properties, 'birthDate'),
    language: readOptionalText(properties, 'language'),
    addressLine: readOptionalText(properties, 'addressLine'),
    district: readOptionalText(properties, 'district'),
    city: readOptionalText(properties, 'city'),
    province: readOptionalText(properties, 'province'),
    country: readOptionalText(properties, 'country'),
    postalCode: readOptionalText(properties, 'postalCode'),
    attributes: readJsonObject(properties, 'attributes'),
    tags: readTexts(properties, 'tags'),
    tagTerms: readTexts(properties, 'tagTerms'),
    known: readFlag(properties, 'known'),
    purchaseCount: readOptionalInteger(properties, 'purchaseCount') ?? 0,
    totalSpentMinor: readOptionalInteger(properties, 'totalSpentMinor') ?? 0,
    averagePurchaseMinor: readOptionalInteger(properties, 'averagePurchaseMinor'),
    firstPurchaseAt: readOptionalInstant(properties, 'firstPurchaseAt'),
    lastPurchaseAt: readOptionalInstant(properties, 'lastPurchaseAt'),
    lastSeenAt: readOptionalInstant(properties, 'lastSeenAt'),
    interestAt: readOptionalInstant(properties, 'interestAt'),
  };
}
