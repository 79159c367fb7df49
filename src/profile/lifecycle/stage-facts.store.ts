import { align, distinct } from '../../catalogue/align.ts';
import { readInstant, readText } from '../../catalogue/read-properties.ts';
import type { Database, Query, Row } from '../../platform/neo4j/database.ts';
import type { StageFact, StageFacts } from './stage-history.ts';

/** Picks the strong identifier by which `customer` was first known; a shared one only where there is no other. */
export const pickFirstIdentifier = `MATCH (customer)<-[:IDENTIFIES]-(identifier:Identifier {strength: 'strong'})
  WITH identifier ORDER BY coalesce(identifier.shared, false), identifier.firstSeenAt, identifier.key LIMIT 1`;

/** The first sign of `customer` among its facts; null without any. */
export const firstSign = `COLLECT {
    MATCH (customer)-[:PLACED|PERFORMED|HAS_RECORD]->(fact)
    WITH coalesce(fact.placedAt, fact.occurredAt, fact.observedAt) AS at
    RETURN at ORDER BY at LIMIT 1
  }[0]`;

const read: Query = {
  name: 'lifecycle.facts',
  text: `UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN id, customer.createdAt AS createdAt, ${firstSign} AS firstSign,
  COLLECT { ${pickFirstIdentifier} RETURN {key: identifier.key, at: identifier.firstSeenAt} }[0] AS identifiedBy,
  COLLECT {
    MATCH (customer)-[:PLACED]->(order) WHERE order.isPurchase
    WITH order ORDER BY order.placedAt, order.key
    RETURN {key: order.key, at: order.placedAt}
  } AS purchases,
  COLLECT {
    MATCH (customer)-[:PERFORMED]->(event) WHERE event.name IN $events
    WITH event ORDER BY event.occurredAt, event.key
    RETURN {key: event.key, at: event.occurredAt}
  } AS interests`,
};

interface FactsRow extends Row {
  readonly createdAt: Date;
  readonly firstSign: Date | null;
  readonly identifiedBy: StageFact | null;
  readonly purchases: readonly StageFact[];
  readonly interests: readonly StageFact[];
}

/** What the stages of customers follow from, in one statement; null for an id that is no living customer's. */
export async function readStageFacts(
  database: Database,
  ids: readonly string[],
  events: readonly string[],
): Promise<(StageFacts | null)[]> {
  const rows = await database.read<FactsRow>(read, { ids: distinct(ids), events });
  return align(ids, new Map(rows.map((row) => [readText(row, 'id'), factsOf(row)])));
}

function factsOf(row: FactsRow): StageFacts {
  const { firstSign: sign, identifiedBy, purchases, interests } = row;
  // A customer may be known from before the oldest version of its facts that still stands.
  const signs = [sign, identifiedBy?.at].filter((at) => at != null).map((at) => at.getTime());
  const arrivedAt = signs.length === 0 ? readInstant(row, 'createdAt') : new Date(Math.min(...signs));
  return { arrivedAt, identifiedBy: identifiedBy ?? null, purchases, interests };
}
