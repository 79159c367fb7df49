MATCH (node:Customer)
WHERE ((node.lastPurchaseAt IS NULL OR node.lastPurchaseAt <= $lastPurchaseAt) OR ((node.lastPurchaseAt IS NULL OR node.lastPurchaseAt > $lastPurchaseAt2) AND NOT (EXISTS {
  MATCH (node)-[:PLACED]->(order)
  WHERE (order.isPurchase = true AND order.placedAt > $placedAt AND order.placedAt <= $placedAt2)
})))

// {
//   "lastPurchaseAt": "2026-04-02T00:00:00.000Z",
//   "lastPurchaseAt2": "2026-07-01T00:00:00.000Z",
//   "placedAt": "2026-04-02T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z"
// }
