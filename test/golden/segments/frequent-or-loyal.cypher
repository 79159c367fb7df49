CALL () {
  MATCH (order:Order)
  WHERE (order.isPurchase = true AND order.placedAt > $placedAt AND order.placedAt <= $placedAt2)
  MATCH (order)<-[:PLACED]-(node)
  WITH node, count(order) AS figure1, sum(order.netMinor) AS figure2
  WHERE (figure1 >= $count AND figure2 > $netMinor)
  WITH node
  RETURN node
  UNION
  MATCH (node:Customer)
  WHERE (node.known = true AND node.purchaseCount >= $purchaseCount AND node.lastPurchaseAt >= $lastPurchaseAt AND (node.lastPurchaseAt >= $lastPurchaseAt2 OR (node.interestAt IS NULL OR node.interestAt < $interestAt)) AND NOT ($tags IN coalesce(node.tags, [])))
  RETURN node
}

// {
//   "placedAt": "2026-04-02T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z",
//   "count": 3,
//   "netMinor": 500000,
//   "purchaseCount": 5,
//   "lastPurchaseAt": "2025-07-01T00:00:00.000Z",
//   "lastPurchaseAt2": "2026-05-02T00:00:00.000Z",
//   "interestAt": "2026-06-01T00:00:00.000Z",
//   "tags": "do-not-call"
// }
