import type { Database, Query } from '../../platform/neo4j/database.ts';
import type { AccountFacts } from './movements.ts';

/** The facts of the account of `customer`; orders that were never paid for move no points. */
const factsOf = `RETURN customer.id AS id, customer.known AS known,
  COLLECT {
    MATCH (customer)-[:PLACED]->(order)
    WHERE order.status IN ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED']
    RETURN {key: order.key, placedAt: order.placedAt, changedAt: order.updatedAt,
      valueMinor: coalesce(order.valueMinor, order.netMinor), keptMinor: CASE WHEN order.isPurchase THEN order.netMinor ELSE 0 END,
      channel: order.channel, promotion: order.promotion, storeCode: order.storeCode}
  } AS orders,
  COLLECT {
    MATCH (customer)-[:PERFORMED]->(entry:PointsEntry)
    RETURN {key: entry.key, kind: entry.pointsKind, points: entry.points, at: entry.occurredAt, orderKey: entry.orderKey,
      reverses: entry.reverses, expiresAt: entry.expiresAt, reason: entry.reason}
  } AS entries`;

const facts: Query = {
  name: 'loyalty.facts',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
${factsOf}`,
};

/** Whoever can read: the database, or an open transaction. */
export type ReadQuery = Database['read'];

/** The facts of the accounts of some customers, in no order; one statement. */
export function readAccountFacts(read: ReadQuery, ids: readonly string[]): Promise<AccountFacts[]> {
  return read<AccountFacts & Record<string, unknown>>(facts, { ids: [...new Set(ids)] });
}
