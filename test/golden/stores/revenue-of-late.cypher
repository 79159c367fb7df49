CALL () {
  MATCH (order:Order)
  WHERE (order.isPurchase = true AND order.placedAt > $placedAt AND order.placedAt <= $placedAt2)
  MATCH (order)-[:AT]->(store)
  WITH store, sum(order.netMinor) AS figure
  WHERE figure > $netMinor
  WITH store
  RETURN collect(store) AS storeSet
}
CALL () {
  MATCH (node:Store)
  WHERE COUNT {
    MATCH (node)<-[:WORKS_AT]-()
  } >= $count
  RETURN node
}
WITH *
WHERE node IN storeSet
WITH node

// {
//   "placedAt": "2026-04-02T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z",
//   "netMinor": 10000000,
//   "count": 2
// }
