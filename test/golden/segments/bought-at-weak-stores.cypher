CALL () {
  CALL () {
    MATCH (store2:Store)
    WITH store2, head(COLLECT {
      MATCH (store2)<-[:AT]-(order2)
      WHERE (order2.isPurchase = true AND (order2.placedAt > $placedAt AND order2.placedAt <= $placedAt2))
      RETURN sum(order2.netMinor) AS figure
    }) AS rankedBy
    WHERE rankedBy IS NOT NULL
    WITH store2, rankedBy
    ORDER BY rankedBy ASC, store2.code ASC
    WITH collect(store2) AS ranked
    UNWIND ranked[..((size(ranked) * $parts + $whole - 1) / $whole)] AS store2
    WITH store2
    RETURN collect(store2) AS storeSet
  }
  CALL () {
    MATCH (store:Store)
    RETURN store
  }
  WITH *
  WHERE store IN storeSet
  WITH store
  MATCH (store)<-[:AT]-(order)
  WHERE order.isPurchase = true
  MATCH (order)<-[:PLACED]-(node)
  WITH DISTINCT node
  RETURN node
  UNION
  CALL () {
    MATCH (customer:Customer)
    WHERE $tags IN customer.tags
    WITH customer, head(COLLECT {
      MATCH (customer)-[:PLACED]->(order3)
      WHERE (order3.isPurchase = true AND order3.promotion = $promotion)
      RETURN sum(order3.netMinor) AS figure
    }) AS rankedBy
    WHERE rankedBy IS NOT NULL
    WITH customer, rankedBy
    ORDER BY rankedBy DESC, customer.id ASC
    WITH collect(customer) AS ranked
    UNWIND ranked[..((size(ranked) * $parts2 + $whole2 - 1) / $whole2)] AS customer
    WITH customer
    RETURN collect(customer) AS customerSet
  }
  CALL () {
    MATCH (node:Customer)
    RETURN node
  }
  WITH *
  WHERE node IN customerSet
  WITH node
  RETURN node
}

// {
//   "placedAt": "2026-04-02T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z",
//   "parts": 10,
//   "whole": 100,
//   "tags": "hiker",
//   "promotion": "618",
//   "parts2": 1,
//   "whole2": 100
// }
