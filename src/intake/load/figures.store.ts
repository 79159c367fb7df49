import type { Query, Transaction } from '../../platform/neo4j/database.ts';

const count: Query = {
  name: 'load.countFigures',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order)
  RETURN count(CASE WHEN order.isPurchase THEN 1 END) AS purchaseCount,
    sum(CASE WHEN order.isPurchase THEN order.netMinor ELSE 0 END) AS totalSpentMinor,
    min(CASE WHEN order.isPurchase THEN order.placedAt END) AS firstPurchaseAt,
    max(CASE WHEN order.isPurchase THEN order.placedAt END) AS lastPurchaseAt,
    max(order.placedAt) AS orderedAt
}
CALL (customer) {
  MATCH (customer)-[:PERFORMED]->(event)
  WHERE NOT event:PointsEntry
  RETURN max(event.occurredAt) AS performedAt
}
CALL (customer) {
  MATCH (customer)-[:HAS_RECORD]->(record:SourceRecord)
  WHERE record.byHand IS NULL
  RETURN max(record.observedAt) AS observedAt
}
CALL (orderedAt, performedAt, observedAt) {
  UNWIND [orderedAt, performedAt, observedAt] AS seenAt
  RETURN max(seenAt) AS lastSeenAt
}
SET customer.known = EXISTS { (customer)<-[:IDENTIFIES]-(:Identifier {strength: 'strong'}) },
  customer.purchaseCount = purchaseCount, customer.totalSpentMinor = totalSpentMinor,
  customer.averagePurchaseMinor = CASE WHEN purchaseCount > 0 THEN ${halfUp('totalSpentMinor', 'purchaseCount')} END,
  customer.firstPurchaseAt = firstPurchaseAt, customer.lastPurchaseAt = lastPurchaseAt,
  customer.lastSeenAt = lastSeenAt, customer.updatedAt = $now`,
};

/** Cypher of what a new order has. */
export interface OrderValues {
  readonly isPurchase: string;
  readonly netMinor: string;
  readonly placedAt: string;
}

/**
 * What a new order adds to the figures of its customer, who is locked by then; `$now` is the time of writing. Every figure is
 * read once: the database goes through all properties of a node to find one.
 */
export const addOrder = ({ isPurchase, netMinor, placedAt }: OrderValues) => `
WITH customer, ${isPurchase} AS isPurchase, ${placedAt} AS placedAt,
  customer.purchaseCount + CASE WHEN ${isPurchase} THEN 1 ELSE 0 END AS purchaseCount,
  customer.totalSpentMinor + CASE WHEN ${isPurchase} THEN ${netMinor} ELSE 0 END AS totalSpentMinor,
  customer.firstPurchaseAt AS first, customer.lastPurchaseAt AS last, customer.lastSeenAt AS seen
SET customer.purchaseCount = purchaseCount, customer.totalSpentMinor = totalSpentMinor,
  customer.averagePurchaseMinor = CASE WHEN purchaseCount > 0 THEN ${halfUp('totalSpentMinor', 'purchaseCount')} END,
  customer.firstPurchaseAt = CASE WHEN isPurchase AND (first IS NULL OR placedAt < first) THEN placedAt ELSE first END,
  customer.lastPurchaseAt = CASE WHEN isPurchase AND (last IS NULL OR placedAt > last) THEN placedAt ELSE last END,
  ${seenAt('placedAt')}`;

/** What a new event adds to the figures of its customer, who is locked by then. */
export const addEvent = (occurredAt: string) => `
WITH customer, ${occurredAt} AS occurredAt, customer.lastSeenAt AS seen
SET ${seenAt('occurredAt')}`;

const seenAt = (instant: string) =>
  `customer.lastSeenAt = CASE WHEN seen IS NULL OR ${instant} > seen THEN ${instant} ELSE seen END, customer.updatedAt = $now`;

/** Integer division that rounds halves away from zero, exactly. */
function halfUp(dividend: string, divisor: string): string {
  return `sign(${dividend}) * ((2 * abs(${dividend}) + ${divisor}) / (2 * ${divisor}))`;
}

/** Counts the figures of some customers anew from their facts. */
export async function countFigures(transaction: Transaction, ids: readonly string[], now: Date) {
  if (ids.length > 0) await transaction.run(count, { ids, now });
}
