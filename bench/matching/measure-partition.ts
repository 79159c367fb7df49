/** How well a partition of records agrees with who is who, by pairs of records. */
export interface PairQuality {
  readonly precision: number;
  readonly recall: number;
  /** Pairs that were joined, and those that should have been. */
  readonly joined: number;
  readonly right: number;
  readonly wanted: number;
}

/** Counts the pairs within each group, without going through them. */
export function measurePartition(
  customerOf: ReadonlyMap<string, string>,
  personOf: ReadonlyMap<string, string>,
): PairQuality {
  const records = [...personOf.keys()];
  const pairsBy = (nameOf: (record: string) => string): number => {
    const sizes = new Map<string, number>();
    for (const record of records) sizes.set(nameOf(record), (sizes.get(nameOf(record)) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const customer = (record: string) => customerOf.get(record) ?? record;
  const person = (record: string) => personOf.get(record) as string;
  const [joined, wanted] = [pairsBy(customer), pairsBy(person)];
  const right = pairsBy((record) => `${customer(record)} ${person(record)}`);
  return { precision: joined === 0 ? 1 : right / joined, recall: right / wanted, joined, right, wanted };
}
