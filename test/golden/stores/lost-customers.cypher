MATCH (customer:Customer)
WHERE (customer.known = true AND customer.purchaseCount >= $purchaseCount AND customer.lastPurchaseAt < $lastPurchaseAt AND $tags IN customer.tags)
MATCH (customer)-[:PLACED]->(order)-[:AT]->(node)
WHERE order.isPurchase = true
WITH DISTINCT node

// {
//   "purchaseCount": 1,
//   "lastPurchaseAt": "2025-07-01T00:00:00.000Z",
//   "tags": "vip"
// }
