import type { DoneMerge } from './customers.store.ts';
import type { Decision } from './decisions.store.ts';

/** What is known of the records of a merge when it is undone, by record. */
export interface SideRecords {
  /** The strong identifiers that each states. */
  readonly stated: ReadonlyMap<string, readonly string[]>;
  /** The identifiers that are already somebody's by an earlier decision. */
  readonly owned: ReadonlyMap<string, readonly string[]>;
}

/** The identifiers of one side, each with the record whose person has it: one that states it, else the first. */
function ownersOf(records: readonly string[], keys: readonly string[], { stated, owned }: SideRecords) {
  const owns = new Map<string, string[]>(records.map((record) => [record, []]));
  for (const key of keys) {
    if (records.some((record) => owned.get(record)?.includes(key))) continue;
    const owner = records.find((record) => stated.get(record)?.includes(key)) ?? (records[0] as string);
    owns.get(owner)?.push(key);
  }
  return owns;
}

/**
 * The decisions that undo a merge: no record of the one side is the person's of a record of the other, and the identifiers
 * that only one side was known by stay that side's, also where the fact that joined them names both.
 */
export function partSides(merge: DoneMerge, id: string, known: SideRecords): Decision[] {
  const { loserRecords, survivorRecords, loserKeys, survivorKeys } = merge;
  const only = (keys: readonly string[], others: readonly string[]) => keys.filter((key) => !others.includes(key));
  const losers = ownersOf(loserRecords, only(loserKeys, survivorKeys), known);
  const survivors = ownersOf(survivorRecords, only(survivorKeys, loserKeys), known);
  return loserRecords.flatMap((one, row) =>
    survivorRecords.map((other, column) => ({
      id,
      one,
      other,
      verdict: 'APART' as const,
      oneOwns: column === 0 ? losers.get(one) : [],
      otherOwns: row === 0 ? survivors.get(other) : [],
    })),
  );
}
