MATCH (order:Order)
WHERE (order.isPurchase = true AND order.placedAt > $placedAt AND order.placedAt <= $placedAt2)
MATCH (order)<-[:PLACED]-(customer)
WITH customer, count(order) AS figure
WHERE figure >= $count
WITH customer
MATCH (customer)-[:PLACED]->(node)
WHERE head([(node)-[:AT]->(store) | store.city]) <> head([(node)<-[:PLACED]-(customer2) | customer2.city])

// {
//   "placedAt": "2025-07-01T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z",
//   "count": 2
// }
