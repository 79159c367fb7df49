import type { Transaction } from '../../../platform/neo4j/database.ts';
import { nodeOf } from '../evidence.ts';
import type { ReadLinkKey } from '../linking/link-limits.ts';
import { findAcceptable } from './accept-pairs.ts';
import { type AlikePair, type BlockOfRecord, readBlocksOf, readStandings, replaceAlike } from './alike-pairs.store.ts';
import { blockingKeys, MOST_IN_BLOCK } from './blocking-keys.ts';
import { compareRecords } from './compare-records.ts';
import { readRecords } from './match-keys.store.ts';
import { type FeatureRules, type Features, readFeatures } from './read-features.ts';
import { type RuleTie, readRuleTies } from './rule-ties.store.ts';
import { frequencyClass, recordsClass, type Weighed, weighComparison } from './weigh-comparison.ts';

/** What scoring needs to know. */
export interface ScoringInput {
  readonly ids: readonly string[];
  readonly rules: FeatureRules;
  readonly readKey: ReadLinkKey;
  /** From this score on two customers are possible matches. */
  readonly reviewAbove: number;
  /** From this score on they are joined; null: never. */
  readonly acceptAbove: number | null;
  /** Source records in the graph. */
  readonly records: number;
}

/** What the rules decide of who is one person. */
export interface RuleDecisions {
  /** Pairs of records that are one person's. */
  readonly accepted: readonly AlikePair[];
  /** Decisions of the rules that hold no longer. */
  readonly withdrawn: readonly RuleTie[];
}

/** Two records of two customers that share a block. */
interface Candidate {
  readonly customers: readonly [string, string];
  readonly records: readonly [string, string];
}

const pairKey = (pair: readonly [string, string]) => pair.join(' ');
const ordered = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one]);

/**
 * Compares the records of some customers with all that share a block, and replaces whom they are alike to. Where the rules have
 * something to decide by that, nothing is written and the decisions are given back: they change who the customers are.
 */
export async function scoreCustomers(transaction: Transaction, input: ScoringInput): Promise<RuleDecisions | null> {
  const { ids, rules, reviewAbove } = input;
  const acceptAbove = input.acceptAbove ?? Number.POSITIVE_INFINITY;
  const blocks = await readBlocksOf(transaction, ids, MOST_IN_BLOCK);
  const standings = await readStandings(transaction, ids);
  const ties = await readRuleTies(transaction, ids);
  const apart = new Set(standings.flatMap(({ id, apart }) => apart.map((other) => pairKey(ordered(id, other)))));
  const candidates = findCandidates(blocks, apart);

  const needed = new Set([
    ...candidates.flatMap(({ records }) => records),
    ...ties.flatMap(({ one, other }) => [one, other]),
  ]);
  const features = new Map(
    (await readRecords(transaction, [...needed])).map((record) => [record.key, readFeatures(record, rules)]),
  );
  const sizes = new Map(blocks.map(({ key, size }) => [key, size]));
  const frequencies = {
    records: recordsClass(input.records),
    inBlock: (key: string) => frequencyClass(sizes.get(key) ?? 0),
  };
  const weigh = (one: Features, other: Features) => weighComparison(compareRecords(one, other), frequencies);

  const withdrawn = ties.filter(({ one, other }) => {
    const [first, second] = [features.get(one), features.get(other)];
    if (!first || !second) return true;
    const ofFirst = new Set(blockingKeys(first));
    const meet = blockingKeys(second).some((key) => ofFirst.has(key) && (sizes.get(key) ?? 0) <= MOST_IN_BLOCK);
    return !meet || weigh(first, second).score < acceptAbove;
  });

  const best = new Map<string, AlikePair>();
  for (const { customers, records } of candidates) {
    const [one, other] = [features.get(records[0]), features.get(records[1])];
    const weighed = one && other && weigh(one, other);
    if (!weighed || weighed.score < Math.min(reviewAbove, acceptAbove)) continue;
    const pair = toPair(customers, records, weighed);
    const key = pairKey(ordered(...customers));
    const rival = best.get(key);
    if (rival === undefined || isBetter(pair, rival)) best.set(key, pair);
  }
  const pairs = [...best.values()];
  const above = (score: number) => (pair: AlikePair) => pair.scoreMillionths >= score * 1e6;
  const accepted = await findAcceptable(transaction, pairs.filter(above(acceptAbove)), input.readKey);
  if (accepted.length + withdrawn.length > 0) return { accepted, withdrawn };
  const shown = pairs.filter(above(reviewAbove));
  const involved = [...standings.flatMap(({ alike }) => alike), ...shown.flatMap(({ one, other }) => [one, other])];
  await replaceAlike(transaction, ids, shown, involved);
  return null;
}

function findCandidates(blocks: readonly BlockOfRecord[], apart: ReadonlySet<string>): Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const { customer, record, others } of blocks)
    for (const [otherRecord, other] of others) {
      if (apart.has(pairKey(ordered(customer, other)))) continue;
      const isFirst = record < otherRecord;
      const records: [string, string] = isFirst ? [record, otherRecord] : [otherRecord, record];
      candidates.set(pairKey(records), { customers: isFirst ? [customer, other] : [other, customer], records });
    }
  return [...candidates.values()];
}

function toPair(
  [one, other]: readonly [string, string],
  records: readonly [string, string],
  { score, prior, comparisons }: Weighed,
): AlikePair {
  const fields = comparisons.map((compared) => {
    const { field, level, weight, one: left, other: right } = compared;
    return { field, level, weight, one: left, other: right };
  });
  return {
    one,
    other,
    oneFact: nodeOf('customer', records[0]),
    otherFact: nodeOf('customer', records[1]),
    scoreMillionths: Math.round(score * 1e6),
    comparison: JSON.stringify({ prior, fields }),
  };
}

// Of records that are alike to the same degree the first by name stand for the pair, so that the order of arrival has no say.
function isBetter(pair: AlikePair, rival: AlikePair): boolean {
  if (pair.scoreMillionths !== rival.scoreMillionths) return pair.scoreMillionths > rival.scoreMillionths;
  return `${pair.oneFact} ${pair.otherFact}` < `${rival.oneFact} ${rival.otherFact}`;
}
