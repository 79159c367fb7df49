import type { Query, Transaction } from '../../../platform/neo4j/database.ts';

/** Who decides where the rules accept a possible match. */
export const RULE_ACTOR = 'identity rules';

/** Two records that the rules hold to be one person's, by a decision. */
export interface RuleTie {
  readonly decisionId: string;
  readonly one: string;
  readonly other: string;
}

const ties: Query = {
  name: 'matching.ruleTies',
  text: `
UNWIND $ids AS id
MATCH (:Customer {id: id})-[:HAS_RECORD]->(record:SourceRecord)-[decision:DECIDED]-()
WHERE decision.scoreMillionths IS NOT NULL
RETURN DISTINCT decision.id AS decisionId, startNode(decision).key AS one, endNode(decision).key AS other`,
};

/** What the rules accepted of some customers' records, and stands. */
export function readRuleTies(transaction: Transaction, ids: readonly string[]): Promise<RuleTie[]> {
  return transaction.run<RuleTie>(ties, { ids });
}

const someTies: Query = {
  name: 'matching.someRuleTies',
  text: `
MATCH (one:SourceRecord)-[decision:DECIDED]->(other:SourceRecord)
WHERE decision.scoreMillionths IS NOT NULL
RETURN decision.id AS decisionId, one.key AS one, other.key AS other LIMIT $most`,
};

/** Some of all that the rules accepted, and stands. */
export function readSomeRuleTies(transaction: Transaction, most: number): Promise<RuleTie[]> {
  return transaction.run<RuleTie>(someTies, { most });
}

/** Two customers of whose records the rules are not to decide, and the strong identifiers of both. */
export interface AcceptBar {
  readonly one: string;
  readonly other: string;
  /** Somebody decided of their records, or took back what the rules decided. */
  readonly decided: boolean;
  readonly oneKeys: readonly string[];
  readonly otherKeys: readonly string[];
}

const keysOf = (customer: string) =>
  `COLLECT { MATCH (${customer})<-[:IDENTIFIES]-(identifier:Identifier {strength: 'strong'}) RETURN identifier.key }`;
const bars: Query = {
  name: 'matching.acceptBars',
  text: `
UNWIND $pairs AS pair
MATCH (one:Customer {id: pair.one})
MATCH (other:Customer {id: pair.other})
RETURN pair.one AS one, pair.other AS other, ${keysOf('one')} AS oneKeys, ${keysOf('other')} AS otherKeys,
  EXISTS {
    MATCH (one)-[:HAS_RECORD]->(:SourceRecord)-[decision:DECIDED|DECIDED_ONCE]-(:SourceRecord)<-[:HAS_RECORD]-(other)
    WHERE decision.scoreMillionths IS NULL AND decision.endedAt IS NULL
      OR decision.scoreMillionths IS NOT NULL AND (decision.endedAt IS NULL OR coalesce(decision.endedBy, '') <> $rules)
  } AS decided`,
};

/** What may keep the rules from accepting pairs of customers. */
export async function readAcceptBars(
  transaction: Transaction,
  pairs: readonly { readonly one: string; readonly other: string }[],
): Promise<AcceptBar[]> {
  if (pairs.length === 0) return [];
  const named = pairs.map(({ one, other }) => ({ one, other }));
  return transaction.run<AcceptBar>(bars, { pairs: named, rules: RULE_ACTOR });
}
