import type { Transaction } from '../../../platform/neo4j/database.ts';
import { nodeOf } from '../evidence.ts';
import { type AlikePair, readBlocksOf, readStandings, replaceAlike } from './alike-pairs.store.ts';
import { compareRecords } from './compare-records.ts';
import { readRecords } from './match-keys.store.ts';
import { type FeatureRules, readFeatures } from './read-features.ts';
import { frequencyClass, recordsClass, type Weighed, weighComparison } from './weigh-comparison.ts';

/** Blocks of more records than this are not compared: what they have in common says too little. */
export const MOST_IN_BLOCK = 63;

/** The records of two customers, with the blocks that both are in. */
interface Candidate {
  readonly customers: readonly [string, string];
  readonly records: readonly [string, string];
}

/** What scoring needs to know. */
export interface ScoringInput {
  readonly ids: readonly string[];
  readonly rules: FeatureRules;
  /** From this score on two customers are possible matches. */
  readonly reviewAbove: number;
  /** Source records in the graph. */
  readonly records: number;
}

const pairKey = (pair: readonly [string, string]) => pair.join(' ');

/** Compares the records of some customers with all that share a block, and replaces whom they are alike to. */
export async function scoreCustomers(transaction: Transaction, input: ScoringInput): Promise<void> {
  const { ids, rules, reviewAbove } = input;
  const blocks = await readBlocksOf(transaction, ids, MOST_IN_BLOCK);
  const standings = await readStandings(transaction, ids);
  const apart = new Set(standings.flatMap(({ id, apart }) => apart.map((other) => pairKey(ordered(id, other)))));
  const sizes = new Map(blocks.map(({ key, size }) => [key, frequencyClass(size)]));

  const candidates = new Map<string, Candidate>();
  for (const { customer, record, others } of blocks)
    for (const [otherRecord, other] of others) {
      const [records, customers] =
        record < otherRecord
          ? ([
              [record, otherRecord],
              [customer, other],
            ] as const)
          : ([
              [otherRecord, record],
              [other, customer],
            ] as const);
      if (!apart.has(pairKey(ordered(customer, other)))) candidates.set(pairKey(records), { customers, records });
    }

  const needed = [...new Set([...candidates.values()].flatMap(({ records }) => records))];
  const features = new Map(
    (await readRecords(transaction, needed)).map((record) => [record.key, readFeatures(record, rules)]),
  );
  const frequencies = { records: recordsClass(input.records), inBlock: (key: string) => sizes.get(key) ?? 0 };

  const best = new Map<string, AlikePair>();
  for (const { customers, records } of candidates.values()) {
    const [one, other] = [features.get(records[0]), features.get(records[1])];
    if (!one || !other) continue;
    const weighed = weighComparison(compareRecords(one, other), frequencies);
    if (weighed.score < reviewAbove) continue;
    const pair = toPair(customers, records, weighed);
    const key = pairKey(ordered(...customers));
    const rival = best.get(key);
    if (rival === undefined || isBetter(pair, rival)) best.set(key, pair);
  }
  const pairs = [...best.values()];
  const involved = [...standings.flatMap(({ alike }) => alike), ...pairs.flatMap(({ one, other }) => [one, other])];
  await replaceAlike(transaction, ids, pairs, involved);
}

const ordered = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one]);

function toPair(
  [one, other]: readonly [string, string],
  records: readonly [string, string],
  weighed: Weighed,
): AlikePair {
  const { prior, comparisons } = weighed;
  return {
    one,
    other,
    oneFact: nodeOf('customer', records[0]),
    otherFact: nodeOf('customer', records[1]),
    scoreMillionths: Math.round(weighed.score * 1e6),
    comparison: JSON.stringify({
      prior,
      fields: comparisons.map(({ field, level, weight, one: left, other: right }) => ({
        field,
        level,
        weight,
        one: left,
        other: right,
      })),
    }),
  };
}

// Of records that are alike to the same degree the first by name stand for the pair, so that the order of arrival has no say.
function isBetter(pair: AlikePair, rival: AlikePair): boolean {
  if (pair.scoreMillionths !== rival.scoreMillionths) return pair.scoreMillionths > rival.scoreMillionths;
  return `${pair.oneFact} ${pair.otherFact}` < `${rival.oneFact} ${rival.otherFact}`;
}
