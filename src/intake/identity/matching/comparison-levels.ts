/** What records are compared by. */
export const comparedFields = ['NAME', 'BIRTH_DATE', 'GENDER', 'PHONE', 'EMAIL', 'ADDRESS', 'OWN_NUMBER'] as const;
export type ComparedField = (typeof comparedFields)[number];

/**
 * How often a level is found. `m`: among records of one person; `u`: among records of two.
 * Its weight is log2(m/u) bits (Fellegi and Sunter 1969).
 */
export interface LevelOdds {
  readonly m: number;
  readonly u: number;
  /** Where both agree on a value, its own frequency stands for `u`. */
  readonly byFrequency?: true;
}

/**
 * The levels of agreement of every field, the closest first, with their odds. The `m` are the rates of slips in customer files
 * (typing errors in one field of ten or so, people who move or change numbers more often), the `u` are counts of chances:
 * 20,000 birthdays, some 40 neighbours of each; two full names in 5,000 alike (Chinese registers; Western ones are alike);
 * neighbours of phone numbers and mailboxes are held likelier than chance, for families have them.
 */
export const comparisonLevels = {
  NAME: {
    SAME: { m: 0.74, u: 2e-4, byFrequency: true },
    SAME_SOUND: { m: 0.04, u: 5e-4, byFrequency: true },
    CLOSE: { m: 0.11, u: 1e-3 },
    ONE_PART_MISSING: { m: 0.05, u: 1.2e-2 },
    GIVEN_NAME_ONLY: { m: 0.02, u: 4e-3 },
    FAMILY_NAME_ONLY: { m: 5e-3, u: 2e-2 },
    DIFFERENT: { m: 0.035, u: 0.96 },
  },
  BIRTH_DATE: {
    SAME: { m: 0.93, u: 5e-5, byFrequency: true },
    CLOSE: { m: 0.04, u: 2e-3 },
    DIFFERENT: { m: 0.03, u: 0.998 },
  },
  GENDER: { SAME: { m: 0.97, u: 0.5 }, DIFFERENT: { m: 0.03, u: 0.5 } },
  PHONE: {
    SAME: { m: 0.5, u: 1e-5, byFrequency: true },
    CLOSE: { m: 0.06, u: 1e-5 },
    DIFFERENT: { m: 0.44, u: 0.99998 },
  },
  EMAIL: {
    SAME: { m: 0.5, u: 1e-5, byFrequency: true },
    CLOSE: { m: 0.06, u: 1e-5 },
    SAME_MAILBOX_ELSEWHERE: { m: 0.08, u: 2e-4, byFrequency: true },
    DIFFERENT: { m: 0.36, u: 0.9998 },
  },
  ADDRESS: {
    SAME: { m: 0.45, u: 1e-4 },
    CLOSE: { m: 0.15, u: 5e-4 },
    SAME_AREA: { m: 0.16, u: 1e-2 },
    SAME_CITY: { m: 0.12, u: 0.1 },
    DIFFERENT: { m: 0.12, u: 0.89 },
  },
  OWN_NUMBER: { CLOSE: { m: 0.06, u: 2e-5 }, DIFFERENT: { m: 0.04, u: 0.99998 } },
} as const satisfies Record<ComparedField, Readonly<Record<string, LevelOdds>>>;

/** A level of a field. */
export type LevelOf<Field extends ComparedField> = keyof (typeof comparisonLevels)[Field] & string;

/** A level of any field. */
export type ComparedLevel = { [Field in ComparedField]: LevelOf<Field> }[ComparedField];

/** How far two records agree in a field, with the values that agree so. */
export interface ComparisonOf<Field extends ComparedField> {
  readonly field: Field;
  readonly level: LevelOf<Field>;
  readonly one: string;
  readonly other: string;
  /** What the frequency of an agreed value is counted by: a blocking key of both; null where it is not counted. */
  readonly counted: string | null;
}

/** How far two records agree in some field. */
export type FieldComparison = { [Field in ComparedField]: ComparisonOf<Field> }[ComparedField];
