import type { Query, Transaction } from '../../platform/neo4j/database.ts';

const count: Query = {
  name: 'load.countFigures',
  text: `
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order:Order)
  RETURN count(CASE WHEN order.isPurchase THEN 1 END) AS purchaseCount,
    sum(CASE WHEN order.isPurchase THEN order.netMinor ELSE 0 END) AS totalSpentMinor,
    min(CASE WHEN order.isPurchase THEN order.placedAt END) AS firstPurchaseAt,
    max(CASE WHEN order.isPurchase THEN order.placedAt END) AS lastPurchaseAt,
    max(order.placedAt) AS orderedAt
}
CALL (customer) {
  MATCH (customer)-[:PERFORMED]->(event:Event)
  WHERE NOT event:PointsEntry
  RETURN max(event.occurredAt) AS performedAt
}
CALL (customer) {
  MATCH (customer)-[:HAS_RECORD]->(record:SourceRecord)
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

/** What a new order adds to the figures of its customer; `$now` is the time of writing. */
export const addOrder = `
SET customer.purchaseCount = customer.purchaseCount + CASE WHEN order.isPurchase THEN 1 ELSE 0 END,
  customer.totalSpentMinor = customer.totalSpentMinor + CASE WHEN order.isPurchase THEN order.netMinor ELSE 0 END,
  customer.firstPurchaseAt = CASE
    WHEN order.isPurchase AND (customer.firstPurchaseAt IS NULL OR order.placedAt < customer.firstPurchaseAt)
    THEN order.placedAt ELSE customer.firstPurchaseAt END,
  customer.lastPurchaseAt = CASE
    WHEN order.isPurchase AND (customer.lastPurchaseAt IS NULL OR order.placedAt > customer.lastPurchaseAt)
    THEN order.placedAt ELSE customer.lastPurchaseAt END,
  ${seen('order.placedAt')}
SET customer.averagePurchaseMinor = CASE WHEN customer.purchaseCount > 0
  THEN ${halfUp('customer.totalSpentMinor', 'customer.purchaseCount')} END`;

/** What a new event adds to the figures of its customer. */
export const addEvent = `
SET ${seen('event.occurredAt')}`;

function seen(instant: string): string {
  return `customer.lastSeenAt = CASE WHEN customer.lastSeenAt IS NULL OR ${instant} > customer.lastSeenAt
    THEN ${instant} ELSE customer.lastSeenAt END, customer.updatedAt = $now`;
}

/** Integer division that rounds halves away from zero, exactly. */
function halfUp(dividend: string, divisor: string): string {
  return `sign(${dividend}) * ((2 * abs(${dividend}) + ${divisor}) / (2 * ${divisor}))`;
}

/** Counts the figures of some customers anew from their facts. */
export async function countFigures(transaction: Transaction, ids: readonly string[], now: Date) {
  if (ids.length > 0) await transaction.run(count, { ids, now });
}
