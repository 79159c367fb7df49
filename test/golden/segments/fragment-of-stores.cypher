MATCH (store:Store)
WHERE (store.performance = $performance AND any(element IN store.tags WHERE element IN $tags))
MATCH (store)<-[:AT]-(order)
WHERE (order.isPurchase = true AND order.placedAt > $placedAt AND order.placedAt <= $placedAt2)
MATCH (order)<-[:PLACED]-(node)
WHERE NOT ($tags2 IN coalesce(node.tags, []))
WITH node, count(order) AS figure
WHERE figure >= $count
WITH node

// {
//   "performance": "LOW",
//   "tags": [
//     "sales-capability-low",
//     "mall"
//   ],
//   "placedAt": "2026-01-02T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z",
//   "tags2": "do-not-call",
//   "count": 2
// }
