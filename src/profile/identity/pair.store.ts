import { readInteger, readOptionalText } from '../../catalogue/read-properties.ts';
import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import { explainedIdentifierFromNode } from './identity.store.ts';
import { type DecisionRow, decisionFromRow, type ExplainedIdentifier } from './identity-evidence.ts';
import { type PossibleMatchRow, possibleMatchFromRow, seenFrom } from './possible-match.ts';

// A pair of the same customer has nothing that parts it, so nothing of that is looked for.
const between: Query = {
  name: 'identity.betweenRecords',
  text: `UNWIND range(0, size($pairs) - 1) AS at
OPTIONAL MATCH (first:SourceRecord {key: $pairs[at].one})
OPTIONAL MATCH (second:SourceRecord {key: $pairs[at].other})
OPTIONAL MATCH (one:Customer)-[:HAS_RECORD]->(first)
OPTIONAL MATCH (other:Customer)-[:HAS_RECORD]->(second)
WITH at, first, second, one, other, coalesce(one <> other, false) AS apart
RETURN at, first.key AS first, second.key AS second, one.id AS one, other.id AS other,
  COLLECT {
    MATCH (one)-[:HAS_RECORD]->(left:SourceRecord)-[decision:DECIDED {verdict: 'APART'}]-(right:SourceRecord)<-[:HAS_RECORD]-(other)
    WHERE apart
    WITH decision, left, right ORDER BY left = first AND right = second DESC, decision.at DESC, left.key, right.key LIMIT $most
    RETURN decision {.*, one: left.key, other: right.key}
  } AS decisions,
  COLLECT {
    MATCH (one)-[match:POSSIBLE_MATCH]-(other) WHERE apart
    RETURN match ORDER BY match.via, match.oneFact, match.otherFact LIMIT $most
  } AS matches,
  COLLECT {
    MATCH (one)<-[:IDENTIFIES]-(identifier:Identifier)-[:IDENTIFIES]->(other) WHERE apart
    WITH identifier ORDER BY identifier.key LIMIT $most
    RETURN identifier {.*, customers: COUNT { (identifier)-[:IDENTIFIES]->(:Customer) }}
  } AS common,
  COLLECT {
    MATCH (one)<-[:IDENTIFIES]-(identifier:Identifier {strength: 'strong'}) WHERE apart
    RETURN identifier.key ORDER BY identifier.key LIMIT $most
  } AS oneKeys,
  COLLECT {
    MATCH (other)<-[:IDENTIFIES]-(identifier:Identifier {strength: 'strong'}) WHERE apart
    RETURN identifier.key ORDER BY identifier.key LIMIT $most
  } AS otherKeys`,
};

/** Of each kind at most so many are read between two customers. */
const MOST = 200;

/** Two source records, by key. */
export interface RecordPair {
  readonly one: string;
  readonly other: string;
}

/** An identifier that two customers have in common. */
export interface CommonIdentifier {
  readonly identifier: ExplainedIdentifier;
  /** How many customers have it. */
  readonly customers: number;
}

/** What stands between the customers of two source records; all lists are empty when the customer is the same. */
export interface Between {
  /** Keys of the records that are there. */
  readonly first: string | null;
  readonly second: string | null;
  /** The customers they belong to. */
  readonly one: string | null;
  readonly other: string | null;
  /** Decisions that keep records of the two apart; one between the two records themselves first, then newest first. */
  readonly decisions: readonly DecisionRow[];
  readonly matches: readonly PossibleMatchRow[];
  readonly common: readonly CommonIdentifier[];
  /** The strong identifiers of either, by key. */
  readonly oneKeys: readonly string[];
  readonly otherKeys: readonly string[];
}

/** What stands between the records of each pair, in the order of the pairs, in one statement. */
export async function readBetween(database: Database, pairs: readonly RecordPair[]): Promise<Between[]> {
  const rows = await database.read<BetweenRow>(between, { pairs, most: MOST });
  return rows.sort((one, other) => one.at - other.at).map(betweenFromRow);
}

type BetweenRow = Row & {
  at: number;
  decisions: Row[];
  matches: Row[];
  common: Row[];
  oneKeys: string[];
  otherKeys: string[];
};

function betweenFromRow({ decisions, matches, common, oneKeys, otherKeys, ...row }: BetweenRow): Between {
  const one = readOptionalText(row, 'one');
  return {
    first: readOptionalText(row, 'first'),
    second: readOptionalText(row, 'second'),
    one,
    other: readOptionalText(row, 'other'),
    decisions: decisions.map(decisionFromRow),
    matches: matches.map((match) => seenFrom(one ?? '', possibleMatchFromRow(match))),
    common: common.map((identifier) => ({
      identifier: explainedIdentifierFromNode(identifier),
      customers: readInteger(identifier, 'customers'),
    })),
    oneKeys,
    otherKeys,
  };
}
